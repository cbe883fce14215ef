import pytest

from common.access import Audience
from tests.factories import make_event, make_organisation, make_user

pytestmark = pytest.mark.django_db


def test_provider_finds_professional_dates_only(client, professional):
    make_event("Atelier photo", audience=Audience.PROFESSIONALS)
    make_event("Réunion des offices", audience=Audience.MEMBERS)
    make_organisation("Office de la Côte", email="cote@aurelle.example")
    client.force_login(professional)
    page = client.get("/portail/").content.decode()
    assert "Atelier photo" in page and "Office de la Côte" in page
    assert "Réunion des offices" not in page


@pytest.mark.parametrize("who", ["visitor", "person of no organisation"])
def test_others_come_in_and_see_no_professional_date(client, who):
    make_event("Atelier photo", audience=Audience.PROFESSIONALS)
    if who != "visitor":
        client.force_login(make_user())
    response = client.get("/portail/")
    assert response.status_code == 200
    assert "Atelier photo" not in response.content.decode()
