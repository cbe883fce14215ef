"""What the page of an event that is over offers."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from destination.agenda.models import Event
from destination.agenda.presenters.related import lasting_title, next_edition, similar_events
from tests.factories import make_category, make_event, make_place, one_day
from tests.html import read

NOON = datetime(2026, 6, 10, 12, tzinfo=ZoneInfo("Europe/Paris"))
TODAY = NOON.date()


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.mark.parametrize(
    "title", ["Fête du port", "Fête du port 2026", "FÊTE DU PORT – 2027", "12e Fête du port", "3ᵉ édition : Fête du port"]
)
def test_editions_of_a_title_are_one(title):
    assert lasting_title(title) == "fête du port"


def test_titles_of_other_things_stay_apart():
    assert lasting_title("Fête du port, les enfants") != lasting_title("Fête du port")
    assert lasting_title("Les 24 heures du lac") == "les 24 heures du lac"


@pytest.mark.django_db
def test_next_edition_is_at_the_same_place_unless_an_editor_chose(visitor):
    hall = make_place("Halle")
    past = make_event("Fête du port 2025", one_day(TODAY - timedelta(days=300)), place=hall)
    make_event("Fête du port 2026", one_day(TODAY + timedelta(days=3)))
    at_hall = make_event("Fête du port 2026", one_day(TODAY + timedelta(days=60)), place=hall)
    make_event("Fête du port 2026", one_day(TODAY + timedelta(days=2)), place=hall, audience="members")
    assert next_edition(past, visitor)["pk"] == at_hall.pk
    past.next_edition = make_event("Le port en fête", one_day(TODAY + timedelta(days=90)))
    assert next_edition(past, visitor)["title"] == "Le port en fête"
    Event.objects.filter(pk=past.next_edition_id).update(audience="members")
    assert next_edition(past, visitor)["pk"] == at_hall.pk


@pytest.mark.django_db
def test_similar_events_are_of_the_same_theme_first_then_of_the_same_commune(visitor, django_assert_max_num_queries):
    music, hall = make_category("music"), make_place("Halle")
    past = make_event("Concert", one_day(TODAY - timedelta(days=1)), categories=[music], place=hall)
    make_event("Marché", one_day(TODAY + timedelta(days=1)), place=hall)
    make_event("Récital", one_day(TODAY + timedelta(days=9)), categories=[music])
    make_event("Passé", one_day(TODAY - timedelta(days=2)), categories=[music])
    assert [each["title"] for each in similar_events(past, visitor)] == ["Récital", "Marché"]


@pytest.mark.django_db
def test_page_of_what_is_over_leads_on(client):
    past = make_event("Fête du port 2025", one_day(TODAY - timedelta(days=300)), categories=[make_category("feast")])
    make_event("Fête du port 2026", one_day(TODAY + timedelta(days=3)))
    make_event("Carnaval", one_day(TODAY + timedelta(days=5)), categories=[make_category("feast")])
    page = read(client.get(past.get_absolute_url()))
    assert page.region("La prochaine édition").texts("link") == ["Fête du port 2026"]
    assert "Carnaval" in page.region("Autres rendez-vous").texts("link")
    assert (
        "Carnaval"
        not in read(client.get(reverse("agenda:event", args=["x", past.pk]), follow=True)).region("La prochaine édition").text
    )
