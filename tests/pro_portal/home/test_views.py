import pytest

from common.access import Audience
from tests.factories import make_event, make_organisation, make_user
from tests.factories.tutorials import make_tutorial
from tests.factories.watch import make_item
from tests.html import read

pytestmark = pytest.mark.django_db


def test_provider_finds_professional_dates_only(client, professional):
    make_event("Atelier photo", audience=Audience.PROFESSIONALS)
    make_event("Réunion des offices", audience=Audience.MEMBERS)
    make_organisation("Office de la Côte", email="cote@aurelle.example")
    client.force_login(professional)
    page = client.get("/fr/portail/").content.decode()
    assert "Atelier photo" in page and "Office de la Côte" in page
    assert "Réunion des offices" not in page


@pytest.mark.parametrize("who", ["visitor", "person of no organisation"])
def test_others_come_in_and_see_no_professional_date(client, who):
    make_event("Atelier photo", audience=Audience.PROFESSIONALS)
    if who != "visitor":
        client.force_login(make_user())
    response = client.get("/fr/portail/")
    assert response.status_code == 200
    assert "Atelier photo" not in response.content.decode()


def test_each_room_shows_a_task_with_what_the_reader_may_see(client, professional):
    make_item("Une veille ouverte")
    make_item("Une veille de la maison", audience=Audience.PROFESSIONALS)
    make_tutorial(title="Une fiche ouverte")
    page = client.get("/fr/portail/").content.decode()
    for task in ("Une photo", "Apprendre", "Quoi de neuf"):
        assert f"</svg>{task}</a>" in page
    assert "Une veille ouverte" in page and "Une fiche ouverte" in page
    assert "Une veille de la maison" not in page
    client.force_login(professional)
    assert "Une veille de la maison" in read(client.get("/fr/portail/")).text


@pytest.mark.parametrize("room", ["", "phototheque/", "tutoriels/", "veille/", "veille/lettres/", "demander-un-compte/"])
def test_open_pages_say_their_languages_to_robots_and_readers(client, room):
    page = read(client.get(f"/ca/portail/{room}"))

    assert page.language == "ca"
    assert page.canonical == f"http://127.0.0.1:8000/ca/portail/{room}"
    assert page.meta("description") and page.meta("og:locale") == "ca_ES"
    assert page.get_by_role("link", "English")["href"] == f"/en/portail/{room}"
