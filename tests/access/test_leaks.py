"""Nobody sees what is not theirs: in no list, feed, map, count, suggestion, notice or mail."""

import re
from datetime import timedelta

import pytest
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone, translation

from destination.agenda.models import Event
from intranet.submissions.notifications import NewEventInTerritory
from notifications.models import Notice
from notifications.registry import content_type_of
from tests.access.marked import EVENTS, PAGES, PLACES, PUBLIC, SECRET_LATITUDE, Marked, marks
from tests.access.matrix import OUTSIDE, PROVIDERS
from tests.access.scene import PERSONAS, Scene, make_people
from tests.conftest import forget_commits

EVERYTHING_OF_THE_OFFICE = {f"evqz{case}" for case in ["pub", "pro", "mem", "grp", "prv", "unp", "liv", "wai", "edt", "wdr"]}
EVERYTHING = {persona: EVENTS[persona] | PLACES[persona] | PAGES[persona] for persona in PERSONAS}
OWN = dict.fromkeys(("member", "group_member", "secret_member"), {"evqzwai", "evqzunp"})
TOLD = dict.fromkeys(PERSONAS, set()) | dict.fromkeys(("moderator", "administrator"), {"evqzwai", "evqzwdr"})
SIGNED_IN = [persona for persona in PERSONAS if persona not in OUTSIDE]
MEMBERS = [persona for persona in SIGNED_IN if persona not in PROVIDERS]


def for_all(marked: set) -> dict:
    return dict.fromkeys(PERSONAS, marked)


# address → persona → exactly the marks its answer holds
EXACTLY = {
    "/fr/agenda/": EVENTS,
    "/fr/agenda/?day={day}": EVENTS,
    "/fr/agenda/?free=1": {persona: seen - {"evqzliv"} for persona, seen in EVENTS.items()},
    "/fr/agenda/carte/": EVENTS,
    "/fr/agenda/points.json": EVENTS,
    "/fr/agenda.rss": EVENTS,
    "/fr/agenda.atom": EVENTS,
    "/en/agenda/": EVENTS,
    "/fr/agenda/embed/?count=20": for_all(EVENTS["visitor"]),
    "/fr/lieux/": PLACES,
    "/fr/lieux/?kind=museum": PLACES,
    "/fr/lieux/points.json": PLACES,
    "{places_ca}": PLACES,
    "/en/search/?q=marqueur&kind=event": EVENTS,
    "/sitemap.xml": for_all(PUBLIC),
    "/fr/rubrique/": PAGES,
    "/fr/portail/": {persona: {"evqzpro"} for persona in SIGNED_IN},
    "/intranet/evenements/lieux/?q=Marqueur": {persona: PLACES[persona] for persona in MEMBERS}
    | {"administrator": PLACES["administrator"] | {"plqzunp"}},
    "/intranet/evenements/moderation/": dict.fromkeys(("moderator", "administrator"), {"evqzwai", "evqzedt"}),
}  # fmt: skip
# What shows only some of what there is: no mark beyond these.
AT_MOST = {
    "/fr/": {persona: PUBLIC | PAGES[persona] for persona in PERSONAS},
    "/fr/agenda/semaine/?day={day}": EVENTS,
    "/fr/agenda/mois/?day={day}": EVENTS,
    "/fr/agenda/s-abonner/": EVENTS,
    "/fr/agenda/partager/": for_all(EVENTS["visitor"]),
    "/fr/search/?q=marqueur": EVERYTHING,
    # In the rooms, one finds beside it what one or one's office proposed.
    "/fr/search/?q=marqueur&room=1": {persona: seen | OWN.get(persona, set()) for persona, seen in EVERYTHING.items()},
    "/fr/search/suggestions/?q=marqu": EVERYTHING,
    "/fr/search/suggestions/?q=marqu&room=1": EVERYTHING,
    "/fr/communes/{commune}/": {persona: EVENTS[persona] | PLACES[persona] for persona in PERSONAS},
    "/fr/rubrique/pgqzpub/": {persona: PAGES[persona] | PUBLIC for persona in PERSONAS},
    "{live}": EVENTS,
    "{public}": {persona: EVENTS[persona] | ({"piqzmem"} if persona in MEMBERS else set()) for persona in PERSONAS},
    "{hall}": {persona: EVENTS[persona] | PLACES[persona] for persona in PERSONAS},
    "/robots.txt": for_all(set()),
    "/communes.json": for_all(set()),
    "/site.webmanifest": for_all(set()),
    "/compte/": for_all(set()),
    "/intranet/": {persona: EVENTS[persona] | TOLD[persona] for persona in MEMBERS},
    "/intranet/evenements/": dict.fromkeys(
        ("member", "group_member", "secret_member"), EVERYTHING_OF_THE_OFFICE | {"plqzpub", "plqzmem"}
    ),
    "/intranet/evenements/proposer/": PLACES,
    "/intranet/notifications/": TOLD,
}


@pytest.fixture(scope="module")
def marked_of_module(module_transaction):
    """Public and hidden things and their people, made once for the tests of the module."""
    with translation.override("fr"), TestCase.captureOnCommitCallbacks(execute=True):
        people = make_people()
        marked = Marked(people)
        marked.make_public()
        marked.make_hidden()
    forget_commits()
    marked.people = people
    return marked


@pytest.fixture
def marked(marked_of_module, db):
    return marked_of_module


def filled(address, marked) -> str:
    with translation.override("ca"):
        places_ca = reverse("places:list")
    with translation.override("fr"):
        return address.format(
            day=timezone.localdate() + timedelta(days=3),
            places_ca=places_ca,
            commune=marked.commune.slug,
            live=marked.live.get_absolute_url(),
            hall=marked.hall.get_absolute_url(),
            public=marked.public.get_absolute_url(),
        )


def read(browser, address) -> str:
    response = browser.get(address)
    if response.status_code in (302, 404):  # the way to sign in, another room, or nothing there
        return ""
    assert response.status_code == 200, (address, response.status_code)
    return response.content.decode()


@pytest.mark.parametrize("persona", PERSONAS)
def test_each_output_shows_exactly_what_one_may_read(marked, persona):
    browser = Scene(marked.people).browser_of(persona)
    found = {address: marks(read(browser, filled(address, marked))) for address in EXACTLY}
    assert found == {address: expected.get(persona, set()) for address, expected in EXACTLY.items()}


@pytest.mark.parametrize("persona", PERSONAS)
def test_no_output_shows_more_than_one_may_read(marked, persona):
    browser = Scene(marked.people).browser_of(persona)
    too_much = {
        address: marks(read(browser, filled(address, marked))) - expected.get(persona, set())
        for address, expected in AT_MOST.items()
    }
    assert {address: seen for address, seen in too_much.items() if seen} == {}


@pytest.mark.parametrize("persona", PERSONAS)
def test_calendar_tells_of_a_withdrawn_event_only_that_it_is_withdrawn(marked, persona):
    calendar = read(Scene(marked.people).browser_of(persona), "/fr/agenda.ics")
    withdrawn = {mark for event in calendar.split("BEGIN:VEVENT")[1:] if "STATUS:CANCELLED" in event for mark in marks(event)}
    assert marks(calendar) - withdrawn == EVENTS[persona]
    assert withdrawn <= {"evqzwdr"}


@pytest.mark.parametrize("persona", SIGNED_IN)
def test_bell_forgets_what_is_no_longer_theirs(marked, persona):
    """Notices of everything, as if it had been open to all on the day they were told."""
    person = marked.people[persona]
    told = [NewEventInTerritory(event) for event in Event.objects.all()]
    for each in told:
        Notice.objects.create(person=person, code=each.code, content_type=content_type_of(each), object_id=each.subject.pk)
    browser = Scene(marked.people).browser_of(persona)
    theirs = EVERYTHING_OF_THE_OFFICE if persona == "administrator" else EVENTS[persona] | TOLD[persona]
    assert marks(read(browser, "/intranet/notifications/")) <= theirs
    for notice in Notice.objects.filter(person=person):
        assert marks(browser.get(reverse("notifications:open", args=[notice.pk]))["Location"]) <= theirs


def test_an_event_does_not_give_away_where_a_hidden_place_lies(client, marked):
    """The public event takes place at the members' place: it stands at its commune's centre, near nothing else."""
    addresses = [
        "/fr/agenda/points.json",
        "/fr/agenda/carte/",
        "/fr/agenda.ics",
        "/fr/agenda/",
        "/fr/lieux/points.json",
        "/fr/lieux/",
    ]
    addresses.append(filled("{public}", marked))
    assert [address for address in addresses if re.search(r"42[.,]77", read(client, address))] == []
    assert marks(read(client, f"/fr/agenda/?near={SECRET_LATITUDE},3.1,5")) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/evenements/marqueur-evqzpub-12/ <b>PLQZMEM</b> piqzend_Ab3.jpg", {"evqzpub", "plqzmem", "piqzend"}),
        ('<input name="csrfmiddlewaretoken" value="Xx-evqzmem-0123456789012345">', set()),
        ('<script nonce="a-evqzmem-b">', set()),
        ("wvevqzmemx0 evqzxyz", set()),
    ],
)
def test_random_token_is_no_mark(text, found):
    assert marks(text) == found
