"""Nobody sees what is not theirs: in no list, feed, map, count, suggestion, notice or mail."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone, translation

from destination.agenda.models import Event
from intranet.submissions.actions import decisions, proposals
from intranet.submissions.notifications import NewEventInTerritory
from notifications.models import Notice
from notifications.periodic import mail_held_notices
from notifications.registry import UNDO_TIME, content_type_of
from tests.access.asking import SIGN_IN
from tests.access.marked import EVENTS, PAGES, PLACES, PUBLIC, SECRET_LATITUDE, Marked, marks
from tests.access.scene import PERSONAS, Scene
from tests.factories import make_event
from tests.factories.submissions import make_proposal

EVERYTHING_OF_THE_OFFICE = {f"evqz{case}" for case in ["pub", "pro", "mem", "grp", "prv", "unp", "liv", "wai", "edt", "wdr"]}
EVERYTHING = {persona: EVENTS[persona] | PLACES[persona] | PAGES[persona] for persona in PERSONAS}
TOLD = dict.fromkeys(PERSONAS, set()) | dict.fromkeys(("moderator", "administrator"), {"evqzwai", "evqzwdr"})
SIGNED_IN = [persona for persona in PERSONAS if persona != "visitor"]
MEMBERS = [persona for persona in SIGNED_IN if persona != "professional"]


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
    "/fr/search/?q=marqueur": EVERYTHING,
    "/en/search/?q=marqueur&kind=event": EVENTS,
    "/sitemap.xml": for_all(PUBLIC),
    "/fr/rubrique/": PAGES,
    "/portail/": {persona: {"evqzpro"} for persona in SIGNED_IN},
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
    "/fr/search/suggestions/?q=marqu": EVERYTHING,
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
    "/intranet/evenements/": dict.fromkeys(("member", "group_member"), EVERYTHING_OF_THE_OFFICE | {"plqzpub", "plqzmem"}),
    "/intranet/evenements/proposer/": PLACES,
    "/intranet/notifications/": TOLD,
}


@pytest.fixture
def marked(people, django_capture_on_commit_callbacks):
    with translation.override("fr"), django_capture_on_commit_callbacks(execute=True):
        made = Marked(people)
        made.make_public()
    return made


@pytest.fixture
def hidden_too(marked, django_capture_on_commit_callbacks):
    with translation.override("fr"), django_capture_on_commit_callbacks(execute=True):
        marked.make_hidden()
    cache.clear()
    return marked


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
def test_each_output_shows_exactly_what_one_may_read(people, hidden_too, persona):
    browser = Scene(people).browser_of(persona)
    found = {address: marks(read(browser, filled(address, hidden_too))) for address in EXACTLY}
    assert found == {address: expected.get(persona, set()) for address, expected in EXACTLY.items()}


@pytest.mark.parametrize("persona", PERSONAS)
def test_no_output_shows_more_than_one_may_read(people, hidden_too, persona):
    browser = Scene(people).browser_of(persona)
    too_much = {
        address: marks(read(browser, filled(address, hidden_too))) - expected.get(persona, set())
        for address, expected in AT_MOST.items()
    }
    assert {address: seen for address, seen in too_much.items() if seen} == {}


@pytest.mark.parametrize("persona", PERSONAS)
def test_calendar_tells_of_a_withdrawn_event_only_that_it_is_withdrawn(people, hidden_too, persona):
    calendar = read(Scene(people).browser_of(persona), "/fr/agenda.ics")
    withdrawn = {mark for event in calendar.split("BEGIN:VEVENT")[1:] if "STATUS:CANCELLED" in event for mark in marks(event)}
    assert marks(calendar) - withdrawn == EVENTS[persona]
    assert withdrawn <= {"evqzwdr"}


# What a program reads of the form of a page and not of what it shows.
PASSING = re.compile(
    r'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"|'
    r'<input type="hidden" name="(?:once|started)"[^>]*>|DTSTAMP:\S+|\?v=\w+'
)
SAME_FOR_A_VISITOR = [address for address in (*EXACTLY, *AT_MOST) if not address.startswith(("/intranet", "/portail", "/compte"))]
SAME_FOR_A_VISITOR += ["/fr/agenda.ics", "/fr/agenda/?free=1&when=weekend", "/fr/lieux/?family=1"]


def test_hidden_rows_change_nothing_that_a_visitor_is_shown(client, people, marked, django_capture_on_commit_callbacks):
    """Not a word, not a number of a filter, not a total, not a page more."""

    def shown():
        cache.clear()
        return {address: PASSING.sub("", read(client, filled(address, marked))) for address in SAME_FOR_A_VISITOR}

    before = shown()
    with translation.override("fr"), django_capture_on_commit_callbacks(execute=True):
        for case in ("pro", "mem", "grp", "prv"):
            marked.event(case)
            marked.place(case) if case != "mem" else None
        marked.event("unp", live=False)
        marked.place("unp", live=False)
        make_proposal(title="Marqueur evqzwai", place=marked.hall, **marked.facts)
        marked.page("log", restricted="login")
        marked.page("unp").unpublish()
    after = shown()
    assert [address for address in before if before[address] != after[address]] == []


@pytest.mark.parametrize("persona", SIGNED_IN)
def test_bell_forgets_what_is_no_longer_theirs(people, hidden_too, persona):
    """Notices of everything, as if it had been open to all on the day they were told."""
    person = people[persona]
    told = [NewEventInTerritory(event) for event in Event.objects.all()]
    for each in told:
        Notice.objects.create(person=person, code=each.code, content_type=content_type_of(each), object_id=each.subject.pk)
    browser = Scene(people).browser_of(persona)
    theirs = EVERYTHING_OF_THE_OFFICE if persona == "administrator" else EVENTS[persona] | TOLD[persona]
    for address in ("/intranet/notifications/", "/intranet/notifications/panneau/"):
        assert marks(read(browser, address)) <= theirs
    for notice in Notice.objects.filter(person=person):
        assert marks(browser.get(reverse("notifications:open", args=[notice.pk]))["Location"]) <= theirs


def test_mails_go_to_who_may_read_them(people, marked, moderator, django_capture_on_commit_callbacks):
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        for case, audience in {
            "pub": "public",
            "pro": "professionals",
            "mem": "members",
            "grp": "group",
            "prv": "private",
        }.items():
            work_groups = [marked.work_group] if case == "grp" else []
            event = make_event(
                f"Marqueur evqz{case}",
                live=False,
                audience=audience,
                work_groups=work_groups,
                commune=marked.commune,
                **marked.facts,
            )
            event.save_revision(clean=False)
            proposals.propose(event, marked.author)
            if not Event.objects.get(pk=event.pk).live:
                decisions.accept(event, moderator)
    with time_machine.travel(timezone.now() + UNDO_TIME), django_capture_on_commit_callbacks(execute=True):
        mail_held_notices()
    sent = {persona: set() for persona in SIGNED_IN}
    for message in mail.outbox:
        for persona in SIGNED_IN:
            if people[persona].email in message.recipients():
                sent[persona] |= marks(message.subject + message.body + str(message.alternatives))
    proposed = {"evqzpub", "evqzpro", "evqzmem"}
    assert sent == {
        "professional": set(),
        "member": proposed | {"evqzprv"},
        "group_member": proposed | {"evqzprv", "evqzgrp"},
        "moderator": proposed,
        "editor": proposed,
        "administrator": proposed,
    }


def test_an_event_does_not_give_away_where_a_hidden_place_lies(client, hidden_too):
    """The public event takes place at the members' place: it stands at its commune's centre, near nothing else."""
    addresses = [
        "/fr/agenda/points.json",
        "/fr/agenda/carte/",
        "/fr/agenda.ics",
        "/fr/agenda/",
        "/fr/lieux/points.json",
        "/fr/lieux/",
    ]
    addresses.append(filled("{public}", hidden_too))
    assert [address for address in addresses if re.search(r"42[.,]77", read(client, address))] == []
    assert marks(read(client, f"/fr/agenda/?near={SECRET_LATITUDE},3.1,5")) == set()


def test_signing_in_is_all_a_visitor_is_told_of_the_rooms(client, marked):
    for address in ("/intranet/", "/compte/", "/intranet/evenements/moderation/"):
        assert client.get(address)["Location"].startswith(SIGN_IN)


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
