"""What is said while someone types: the sentence of the dates, likely duplicates, events nearby, places."""

from datetime import UTC, date, datetime, time

import pytest
import time_machine
from django.urls import reverse

from intranet.submissions.presenters.duplicates import likely_duplicates, likeness, nearby_that_day
from tests.factories import make_event, make_place, make_territory, one_day
from tests.factories.submissions import proposal_form, soon
from tests.html import read

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
DAY = date(2026, 6, 20)


@pytest.fixture(autouse=True)
def _ten_days_before():
    with time_machine.travel(datetime(2026, 6, 10, 10, tzinfo=UTC)):
        yield


def test_titles_alike_whatever_the_order_and_accents():
    assert likeness("Fête de la Saint-Jean", "saint jean : la fete")[0] > 0.9
    assert likeness("Marché nocturne", "Concert de jazz")[0] < 0.5
    assert likeness("", "Concert")[0] == 0


@pytest.mark.parametrize(
    ("one", "other", "is_likely"),
    [
        ("Marché du dimanche", "Les sardanes du dimanche", False),
        ("Concert de jazz", "Concert de piano", False),
        ("Visite guidée du château", "Visite de la cave", False),
        ("Fête du village", "Fête de la musique", False),
        ("Marché de Noël", "Le marché de Noël", True),
        ("Concrt de la chorale", "Concert de la chorale", True),
        ("Balade au clair de lune", "Grande balade au clair de lune", True),
    ],
)
def test_one_common_word_is_no_duplicate_at_the_same_place_either(member, one, other, is_likely):
    place = make_place("Halle")
    make_event(other, one_day(DAY), place=place)
    assert bool(likely_duplicates(member, one, [DAY], place_id=place.pk)) == is_likely


def test_duplicates_are_those_of_these_days_that_one_may_see(member):
    same = make_event("Grand concert au port", one_day(DAY))
    make_event("Concert au port", one_day(date(2030, 1, 1)))
    make_event("Concert au port", one_day(DAY), audience="private")
    make_event("Concert au port", one_day(DAY), live=False)
    make_event("Bal populaire", one_day(DAY))
    found = likely_duplicates(member, "Concert au port", [DAY])
    assert [similar.event for similar in found] == [same]


def test_own_waiting_proposal_counts_as_duplicate(member):
    own = make_event("Concert au port", one_day(DAY), live=False, author=member)
    assert [similar.event for similar in likely_duplicates(member, "concert au port", [DAY])] == [own]
    assert likely_duplicates(member, "concert au port", [DAY], without=own.pk) == []


def test_nearby_are_the_nearest_of_the_same_day(member):
    here, near, far = (
        make_place(name, latitude=latitude, longitude=3.1) for name, latitude in (("Ici", 42.5), ("Près", 42.55), ("Loin", 43.5))
    )
    there = make_event("Tout près", one_day(DAY), place=near)
    beside = make_event("Sur place", one_day(DAY), place=here)
    make_event("Trop loin", one_day(DAY), place=far)
    make_event("Un autre jour", one_day(date(2030, 1, 1)), place=near)
    found = nearby_that_day(member, DAY, (here.latitude, here.longitude))
    assert [(similar.event, similar.where) for similar in found] == [(beside, "au même endroit"), (there, "à 5,6 km")]


def test_sentence_follows_what_is_typed(client, member):
    client.force_login(member)
    sent = proposal_form(
        **{"when": "repeated", "date-0-day": "02/07/2026", "frequency": "weekly", "ends": "until", "until": "30/07/2026"}
    )
    shown = client.post(reverse("submissions:sentence"), sent).content.decode()
    assert "jeudi" in shown.lower() and "18" in shown
    assert client.post(reverse("submissions:sentence"), {"date-0-day": "31/02"}).content.decode().strip() == ""


def test_similar_shows_duplicates_while_typing(client, member):
    make_event("Concert sur le port", one_day(DAY, time(18)))
    client.force_login(member)
    shown = read(client.post(reverse("submissions:similar"), proposal_form(**{"date-0-day": soon(10)})))
    assert "peut-être déjà annoncé" in shown.text and "Concert sur le port" in shown.text


def test_places_offered_are_those_one_may_see(client, member):
    shown = make_place("Théâtre de la Mer", make_territory("Port-Aurelle"))
    make_place("Théâtre caché", audience="private")
    client.force_login(member)
    places = client.get(reverse("submissions:places"), {"q": "thea"}).json()["places"]
    assert places == [{"id": shown.pk, "name": "Théâtre de la Mer", "commune": "Port-Aurelle", "kind": "Salle ou place"}]
    assert client.get(reverse("submissions:places"), {"q": "\x00%00"}).json()["places"] == []


def test_what_is_asked_while_typing_is_for_members(client, professional):
    for name in ("sentence", "similar"):
        assert client.post(reverse(f"submissions:{name}"), proposal_form()).status_code == 302
    client.force_login(professional)
    assert client.get(reverse("submissions:places"), {"q": "port"}).status_code == 404


def test_similar_asks_the_same_number_of_questions_with_many_events(client, member, django_assert_max_num_queries):
    client.force_login(member)
    place = make_place("Halle", latitude=42.5, longitude=3.1)
    for number in range(12):
        make_event(f"Concert sur le port {number}", one_day(DAY), place=place)
    with django_assert_max_num_queries(24):
        client.post(reverse("submissions:similar"), proposal_form(**{"place_name": "Halle", "date-0-day": soon(10)}))
