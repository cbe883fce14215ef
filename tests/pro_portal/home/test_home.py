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


def test_visitor_signs_in_first(client):
    assert client.get("/portail/").headers["Location"].startswith("/compte/connexion/")


def test_person_of_no_organisation_finds_nothing(client):
    client.force_login(make_user())
    assert client.get("/portail/").status_code == 404
