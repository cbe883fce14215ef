import pytest
from django.utils import translation

from accounts.models import colleagues_of, name_with_office
from tests.factories import make_organisation, make_user

pytestmark = pytest.mark.django_db


def test_choice_of_colleagues_is_one_query_in_the_language_of_the_reader(member, django_assert_num_queries):
    for number in range(3):
        office = make_organisation(f"Office {number}", translated_names={"ca": f"Oficina {number}"})
        make_user(organisation=office, first_name="Claire", last_name=f"Doré {number}")
    with django_assert_num_queries(1), translation.override("ca"):
        names = [name_with_office(person) for person in colleagues_of(member)]
    assert names == ["Claire Doré 0 – Oficina 0", "Claire Doré 1 – Oficina 1", "Claire Doré 2 – Oficina 2"]
