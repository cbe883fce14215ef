"""Which places, and how far from each other."""

import pytest

from destination.places.models import Place
from destination.places.querysets import kilometres
from tests.factories import make_place, make_territory


def test_distance_is_that_of_the_globe():
    assert round(kilometres(48.8566, 2.3522, 42.6887, 2.8948)) in range(685, 692)


@pytest.mark.django_db
@pytest.mark.every_database
def test_a_place_is_known_by_its_name_where_only_one_has_it(django_assert_num_queries):
    port, vernet = make_territory("Port-Aurelle"), make_territory("Vernet")
    hall, other = make_place("Halle aux grains", port), make_place("Salle des fêtes", vernet)
    make_place("Salle des fêtes", port)
    make_place("Salle secrète", port, audience="members")
    texts = [
        "halle aux grains", "Halle aux grains, 3 rue du Port, 66000 PORT AURELLE", "Halle aux grains, Vernet", "Salle des fêtes",
        "Salle des fêtes, Vernet", "Salle secrète", "Halle", "", " ",
    ]  # fmt: skip
    with django_assert_num_queries(2):
        assert Place.objects.named(texts) == {texts[0]: hall, texts[1]: hall, texts[4]: other}
    with django_assert_num_queries(0):
        assert Place.objects.named([""]) == {}
