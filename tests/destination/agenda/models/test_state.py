"""Every state at every output: what the rule says, then what each output shows of it."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import feedparser
import pytest
import time_machine
from django.urls import reverse
from icalendar import Calendar

from destination.agenda.models import Event, Occurrence, StateCode, StoredState, event_state, is_upcoming, state_of
from destination.agenda.schedule import Change, Schedule, Slot, Timing
from intranet.submissions.notifications import NewEventInTerritory
from search.actions import rebuild
from tests.factories import make_event, make_territory
from tests.html import Part, read

PARIS = ZoneInfo("Europe/Paris")
NOON = datetime(2026, 6, 10, 12, tzinfo=PARIS)
TODAY = NOON.date()


@dataclass
class Date:
    """A date of an event, without the database."""

    ends_at: datetime | None = NOON + timedelta(hours=2)
    cancelled: bool = False
    last_day = TODAY


def test_each_stored_state_is_a_state_with_the_same_word():
    assert {(each.value, each.label) for each in StoredState} <= {(each.value, each.label) for each in StateCode}


# code, component, label, struck, upcoming, bookable, for calendars, mark, schema, availability, iCal, note
RULE = [
    ("confirmed", {}, "confirmed", "", "-ubc", "", "EventScheduled", "InStock", "CONFIRMED", ""),
    ("full", {}, "full", "Complet", "-u-c", "Complet", "EventScheduled", "SoldOut", "CONFIRMED", "Complet"),
    ("moved_online", {}, "online", "En ligne", "-ubc", "", "EventMovedOnline", "InStock", "CONFIRMED", "En ligne"),
    ("postponed", {}, "postponed", "Reporté", "-ubc", "Reporté", "EventPostponed", "InStock", "TENTATIVE", "Reporté"),
    ("cancelled", {}, "cancelled", "Annulé", "su--", "Annulé", "EventCancelled", "SoldOut", "CANCELLED", ""),
    ("confirmed", {"dates_cancelled": True}, "cancelled", "Annulé", "s---", "Annulé", "EventCancelled", "SoldOut", "CANCELLED", ""),
    ("full", {"dates_cancelled": True}, "cancelled", "Annulé", "s---", "Annulé", "EventCancelled", "SoldOut", "CANCELLED", ""),
    ("confirmed", {"is_over": True}, "past", "Terminé", "----", "", "EventScheduled", "SoldOut", "CONFIRMED", ""),
    ("postponed", {"is_over": True}, "past", "Terminé", "----", "", "EventPostponed", "SoldOut", "TENTATIVE", "Reporté"),
    ("cancelled", {"is_over": True}, "cancelled", "Annulé", "s---", "Annulé", "EventCancelled", "SoldOut", "CANCELLED", ""),
    ("date_cancelled", {}, "cancelled", "Annulé", "s---", "Annulé", "EventCancelled", "SoldOut", "CANCELLED", ""),
    ("nonsense", {}, "confirmed", "", "-ubc", "", "EventScheduled", "InStock", "CONFIRMED", ""),
]  # fmt: skip


@pytest.mark.parametrize(("stored", "dates", "component", "label", "may", "mark", "schema", "offer", "ical", "note"), RULE)
def test_state_says_what_may_be_shown_and_done(stored, dates, component, label, may, mark, schema, offer, ical, note):
    state = state_of(stored, **dates)
    flags = {"s": state.is_struck, "u": state.is_upcoming, "b": state.is_bookable, "c": state.is_for_calendars}
    assert (state.component, state.label, state.title_mark) == (component, label, mark)
    assert "".join(letter if is_so else "-" for letter, is_so in flags.items()) == may
    assert (state.schema_status, state.schema_availability, state.ical_status, state.ical_note) == (schema, offer, ical, note)


@pytest.mark.parametrize(
    ("dates", "component"),
    [
        ([], "full"),
        ([Date()], "full"),
        ([Date(NOON)], "past"),
        ([Date(NOON), Date()], "full"),
        ([Date(cancelled=True), Date()], "full"),
        ([Date(cancelled=True), Date(NOON, cancelled=True)], "cancelled"),
        ([Date(ends_at=None)], "full"),
    ],
)
def test_dates_count_together(dates, component):
    assert event_state(Event(state="full"), dates, NOON).component == component


def test_date_without_an_end_is_over_after_its_last_day():
    assert event_state(Event(), [Date(ends_at=None)], NOON + timedelta(days=1)).is_over


@pytest.mark.django_db
def test_upcoming_is_the_same_in_sql():
    with time_machine.travel(NOON, tick=False):
        for number, (start, end) in enumerate([(9, 11), (9, 12), (9, 13), (14, None)]):
            make_event(f"n{number}", one(TODAY, start, end))
            make_event(f"c{number}", one(TODAY, start, end, cancelled=True))
        make_event("hier", one(TODAY - timedelta(days=1), None, None))
        make_event("sans heure", one(TODAY, None, None))
        in_sql = set(Occurrence.objects.upcoming(NOON).values_list("pk", flat=True))
    assert in_sql == {each.pk for each in Occurrence.objects.all() if is_upcoming(each, NOON)}
    assert len(in_sql) == 3


def one(day, start=14, end=18, cancelled=False) -> Schedule:
    slot = Slot(day, start=time(start) if start else None, end=time(end) if end else None)
    changes = (Change(original_day=day, slot=None),) if cancelled else ()
    return Schedule(Timing.TIMED if start else Timing.UNKNOWN_HOUR, (slot,), changes=changes)


# ---- the outputs -----------------------------------------------------------------------------------------------------
STATES = {
    "confirmed": {},
    "full": {"state": "full"},
    "moved_online": {"state": "moved_online", "online_url": "https://visio.example/"},
    "postponed": {"state": "postponed"},
    "cancelled": {"state": "cancelled"},
    "date_cancelled": {"schedule": one(TODAY, cancelled=True)},
    "over": {"schedule": one(TODAY, 9, 11)},
}


def pill(part: Part) -> str:
    """The state beside the title, whatever the page: the words of the pill, or those for screen readers of a calendar cell."""
    words = list(part.tag.stripped_strings)
    return "".join(word for word in ("Annulé", "Reporté", "Complet", "En ligne", "Terminé") if word in words)


def first_row(response) -> str:
    return "".join(pill(row) for row in read(response).all_by_role("article")[:1])


def of_list(client, event):
    return first_row(client.get("/fr/agenda/"))


def of_cell(client, event, view):
    links = read(client.get(reverse(f"agenda:{view}"))).all_by_role("link")
    return pill(next(link for link in links if link["href"] == event.get_absolute_url()))


def of_map(client, event):
    [item] = read(client.get("/fr/agenda/carte/")).all_by_hook("data-id", str(event.pk))
    return pill(item)


def of_embed(client, event):
    page = read(client.get("/fr/agenda/embed/"))
    return pill(page) if page.has("link", event.title) else None


def of_rss(client, event):
    entries = feedparser.parse(client.get("/fr/agenda.rss").content).entries
    return entries[0].title.split("]")[0].lstrip("[") if entries and "]" in entries[0].title else "" if entries else None


def of_page(client, event):
    page = read(client.get(event.get_absolute_url()))
    [data] = page.structured_data
    return [
        [note.texts("paragraph")[0] for note in page.all_by_role("note")],
        "Ajouter à mon agenda" in page.text,
        "Réserver en ligne" in page.text,
        data["eventStatus"].rsplit("/", 1)[1],
        data["offers"][0]["availability"].rsplit("/", 1)[1],
    ]


def of_calendar(client, event):
    component = Calendar.from_ical(client.get("/fr/agenda.ics").content).walk("VEVENT")[0]
    return str(component["STATUS"]), str(component["DESCRIPTION"]).split("\n")[0]


def of_search(client, event):
    return first_row(client.get("/fr/search/?q=concert"))


CONFIRMED, CANCELLED = ("CONFIRMED", "Concert au port."), ("CANCELLED", "Concert au port.")
OUTPUTS = {
    # list, week, month, map, embed, rss, search, mail
    "confirmed": ["", "", "", "", "", "", "", ""],
    "full": ["Complet", "", "", "Complet", "", "Complet", "Complet", "Complet"],
    "moved_online": ["En ligne", "", "", "En ligne", "", "", "En ligne", ""],
    "postponed": ["Reporté", "", "", "Reporté", "", "Reporté", "Reporté", "Reporté"],
    "cancelled": ["Annulé", "Annulé", "Annulé", "Annulé", "Annulé", "Annulé", "Annulé", "Annulé"],
    "date_cancelled": ["Annulé", "Annulé", "Annulé", "Annulé", None, None, "Annulé", ""],
    "over": ["Terminé", "", "", "", None, None, "Terminé", ""],
}
PAGES = {
    "confirmed": [[], True, True, "EventScheduled", "InStock"],
    "full": [["Cet événement est complet."], True, False, "EventScheduled", "SoldOut"],
    "moved_online": [["Cet événement a lieu en ligne."], True, True, "EventMovedOnline", "InStock"],
    "postponed": [["Cet événement est reporté."], True, True, "EventPostponed", "InStock"],
    "cancelled": [["Cet événement est annulé."], False, False, "EventCancelled", "SoldOut"],
    "date_cancelled": [["Cet événement est annulé."], False, False, "EventCancelled", "SoldOut"],
    "over": [["Cet événement est terminé."], False, False, "EventScheduled", "SoldOut"],
}
CALENDARS = {
    "confirmed": CONFIRMED,
    "full": ("CONFIRMED", "Complet"),
    "moved_online": ("CONFIRMED", "En ligne"),
    "postponed": ("TENTATIVE", "Reporté"),
    "cancelled": CANCELLED,
    "date_cancelled": CANCELLED,
    "over": CONFIRMED,
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", STATES)
def test_every_output_says_the_same(client, name):
    commune = make_territory()
    with time_machine.travel(NOON, tick=False):
        facts = {"schedule": one(TODAY), "booking_url": "https://billets.example/", "free": True} | STATES[name]
        event = make_event(commune=commune, **facts)
        rebuild()
        mail = NewEventInTerritory(event).excerpt()
        outputs = [
            of_list(client, event), of_cell(client, event, "week"), of_cell(client, event, "month"), of_map(client, event),
            of_embed(client, event), of_rss(client, event), of_search(client, event), pill(read(f"<p>{mail.split(' · ')[0]}</p>")),
        ]  # fmt: skip
        assert outputs == OUTPUTS[name]
        assert of_page(client, event) == PAGES[name]
        assert of_calendar(client, event) == CALENDARS[name]


@pytest.mark.django_db
def test_cancelled_event_that_is_over_says_so_everywhere(client):
    with time_machine.travel(NOON, tick=False):
        event = make_event(schedule=one(TODAY - timedelta(days=1)), state="cancelled", free=True)
        rebuild()
        assert of_search(client, event) == "Annulé"
        assert of_page(client, event)[0] == ["Cet événement est annulé.", "Cet événement est terminé."]
