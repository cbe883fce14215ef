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
from destination.agenda.schedule import Change, DateState, Schedule, Slot, Timing
from intranet.submissions.notifications import NewEventInTerritory
from search.actions import rebuild
from tests.factories import make_event, make_place, make_territory
from tests.html import Part, read

PARIS = ZoneInfo("Europe/Paris")
NOON = datetime(2026, 6, 10, 12, tzinfo=PARIS)
TODAY = NOON.date()


@dataclass
class Date:
    """A date of an event, without the database."""

    ends_at: datetime | None = NOON + timedelta(hours=2)
    cancelled: bool = False
    state: str = ""
    last_day = TODAY


def test_each_stored_state_is_a_state_with_the_same_word():
    assert {(each.value, each.label) for each in StoredState} <= {(each.value, each.label) for each in StateCode}


# stored, of the dates, over; component, label; struck, upcoming, bookable, for calendars; mark, schema, availability, iCal
RULE = [
    ("confirmed", "", False, "confirmed", "", "-bc", "", "EventScheduled", "InStock", "CONFIRMED"),
    ("full", "", False, "full", "Complet", "--c", "Complet", "EventScheduled", "SoldOut", "CONFIRMED"),
    ("moved", "", False, "moved", "Lieu modifié", "-bc", "Lieu modifié", "EventScheduled", "InStock", "CONFIRMED"),
    ("moved_online", "", False, "online", "Se tient en ligne", "-bc", "Se tient en ligne", "EventMovedOnline", "InStock", "CONFIRMED"),
    ("postponed", "", False, "postponed", "Reporté", "---", "Reporté", "EventPostponed", "", "TENTATIVE"),
    ("cancelled", "", False, "cancelled", "Annulé", "s--", "Annulé", "EventCancelled", "", "CANCELLED"),
    ("confirmed", "cancelled", False, "cancelled", "Annulé", "s--", "Annulé", "EventCancelled", "", "CANCELLED"),
    ("full", "cancelled", False, "cancelled", "Annulé", "s--", "Annulé", "EventCancelled", "", "CANCELLED"),
    ("confirmed", "postponed", False, "postponed", "Reporté", "---", "Reporté", "EventPostponed", "", "TENTATIVE"),
    ("confirmed", "rescheduled", False, "rescheduled", "Nouvelle date", "-bc", "Nouvelle date", "EventRescheduled", "InStock", "CONFIRMED"),
    ("postponed", "rescheduled", False, "rescheduled", "Nouvelle date", "-bc", "Nouvelle date", "EventRescheduled", "InStock", "CONFIRMED"),
    ("postponed", "full", False, "postponed", "Reporté", "---", "Reporté", "EventPostponed", "", "TENTATIVE"),
    ("full", "moved", False, "moved", "Lieu modifié", "-bc", "Lieu modifié", "EventScheduled", "InStock", "CONFIRMED"),
    ("confirmed", "full", False, "full", "Complet", "--c", "Complet", "EventScheduled", "SoldOut", "CONFIRMED"),
    ("confirmed", "", True, "past", "Terminé", "---", "", "EventScheduled", "SoldOut", "CONFIRMED"),
    ("postponed", "", True, "past", "Terminé", "---", "Reporté", "EventPostponed", "", "TENTATIVE"),
    ("cancelled", "", True, "cancelled", "Annulé", "s--", "Annulé", "EventCancelled", "", "CANCELLED"),
    ("date_cancelled", "", False, "cancelled", "Annulé", "s--", "Annulé", "EventCancelled", "", "CANCELLED"),
    ("rescheduled", "", False, "rescheduled", "Nouvelle date", "-bc", "Nouvelle date", "EventRescheduled", "InStock", "CONFIRMED"),
    ("nonsense", "nonsense", False, "confirmed", "", "-bc", "", "EventScheduled", "InStock", "CONFIRMED"),
]  # fmt: skip


@pytest.mark.parametrize(("stored", "of_dates", "over", "component", "label", "may", "mark", "schema", "offer", "ical"), RULE)
def test_state_says_what_may_be_shown_and_done(stored, of_dates, over, component, label, may, mark, schema, offer, ical):
    state = state_of(stored, of_dates, over)
    flags = {"s": state.is_struck, "b": state.is_bookable, "c": state.is_for_calendars}
    assert (state.component, state.label, state.title_mark) == (component, label, mark)
    assert "".join(letter if is_so else "-" for letter, is_so in flags.items()) == may
    assert (state.schema_status, state.schema_availability, state.ical_status) == (schema, offer, ical)
    assert state.marked("Bal") == (f"{mark}\u00a0: Bal" if mark else "Bal")


@pytest.mark.parametrize(
    ("dates", "component"),
    [
        ([], "full"),
        ([Date()], "full"),
        ([Date(NOON)], "past"),
        ([Date(NOON), Date()], "full"),
        ([Date(cancelled=True), Date()], "full"),
        ([Date(cancelled=True), Date(NOON, cancelled=True)], "cancelled"),
        ([Date(cancelled=True), Date(NOON)], "cancelled"),
        ([Date(state="moved"), Date(state="moved")], "moved"),
        ([Date(state="moved"), Date()], "full"),
        ([Date(state="moved"), Date(NOON)], "moved"),
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
            make_event(f"c{number}", one(TODAY, start, end, said="cancelled"))
            make_event(f"p{number}", one(TODAY, start, end, said="postponed"))
            make_event(f"f{number}", one(TODAY, start, end, said="full"))
        make_event("hier", one(TODAY - timedelta(days=1), None, None))
        make_event("sans heure", one(TODAY, None, None))
        in_sql = set(Occurrence.objects.upcoming(NOON).values_list("pk", flat=True))
    assert in_sql == {each.pk for each in Occurrence.objects.all() if is_upcoming(each, NOON)}
    assert len(in_sql) == 5


def one(day, start=14, end=18, said="", **more) -> Schedule:
    slot = Slot(day, start=time(start) if start else None, end=time(end) if end else None)
    changes = (Change(original_day=day, state=DateState(said), **more),) if said else ()
    return Schedule(Timing.TIMED if start else Timing.UNKNOWN_HOUR, (slot,), changes=changes)


# ---- the outputs -----------------------------------------------------------------------------------------------------
TOMORROW = TODAY + timedelta(days=1)
REASON = (("fr", "La scène est mouillée."),)
STATES = {
    "confirmed": {},
    "full": {"state": "full", "reasons": dict(REASON)},
    "moved": {"state": "moved", "former_place": "Théâtre de verdure", "reasons": dict(REASON)},
    "moved_online": {"state": "moved_online", "online_url": "https://visio.example/", "reasons": dict(REASON)},
    "postponed": {"state": "postponed", "reasons": dict(REASON)},
    "cancelled": {"state": "cancelled", "reasons": dict(REASON)},
    "date_full": {"schedule": one(TODAY, said="full", reasons=REASON)},
    "date_moved": {"schedule": one(TODAY, said="moved", where="Salle des fêtes", reasons=REASON)},
    "date_moved_online": {"schedule": one(TODAY, said="moved_online", where="https://visio.example/", reasons=REASON)},
    "date_postponed": {"schedule": one(TODAY, said="postponed", reasons=REASON)},
    "date_rescheduled": {
        "schedule": one(TODAY, said="rescheduled", slot=Slot(TOMORROW, start=time(20), end=time(22)), reasons=REASON)
    },
    "date_cancelled": {"schedule": one(TODAY, said="cancelled", reasons=REASON)},
    "over": {"schedule": one(TODAY, 9, 11)},
}  # fmt: skip
ONLINE = "Se tient en ligne"
WORDS = ("Annulé", "Reporté", "Nouvelle date", "Complet", "Lieu modifié", ONLINE, "Terminé")


def words_in(part: Part) -> str:
    """The states that are written, none of them for screen readers alone."""
    hidden = {word for tag in part.tag.select(".visually-hidden") for word in tag.stripped_strings}
    words = [word for word in part.tag.stripped_strings if word not in hidden]
    return "".join(word for word in WORDS if word in words)


def first_row(response) -> str | None:
    rows = read(response).all_by_role("article")
    return words_in(rows[0]) if rows else None


def of_list(client, event):
    """In a row, or in the fold of what is over, which has an address of its own."""
    shown = first_row(client.get("/fr/agenda/"))
    return first_row(client.get("/fr/agenda/termines/")) if shown is None else shown


def of_cell(client, event, view):
    links = read(client.get(reverse(f"agenda:{view}"))).all_by_role("link")
    return words_in(next(link for link in links if link["href"] == event.get_absolute_url()))


def of_map(client, event):
    """In the list and beside the marker, the same word."""
    items = read(client.get("/fr/agenda/carte/")).all_by_hook("data-id", str(event.pk))
    points = client.get("/fr/agenda/points.json").json()["points"]
    assert [point["state_words"] for point in points] == [words_in(item) for item in items]
    return words_in(items[0]) if items else None


def of_embed(client, event):
    page = read(client.get("/fr/agenda/embed/"))
    return words_in(page) if page.has("link", event.title) else None


def of_rss(client, event):
    entries = feedparser.parse(client.get("/fr/agenda.rss").content).entries
    return entries[0].title.split("]")[0].lstrip("[") if entries and "]" in entries[0].title else "" if entries else None


def of_place(client, event):
    tiles = read(client.get(event.place.get_absolute_url())).all_by_role("article")
    return next((words_in(tile) for tile in tiles if tile.has("link", event.title) and "tile" in tile.tag["class"]), None)


def of_page(client, event):
    page = read(client.get(event.get_absolute_url()))
    [data] = page.structured_data
    marked = page.tag.title.text.split(event.title)[0].rstrip("\u00a0: ")
    assert page.tag.select_one("share-button")["data-title"].removesuffix(event.title).rstrip("\u00a0: ") == marked
    return [
        [note.texts("paragraph") for note in page.all_by_role("note")],
        marked,
        "Ajouter à mon agenda" in page.text,
        "Réserver en ligne" in page.text,
        "Sur la carte" in page.text,
        data["eventStatus"].rsplit("/", 1)[1],
        data["offers"][0]["availability"].rsplit("/", 1)[1] if "offers" in data else "",
    ]


def of_calendar(client, event):
    component = Calendar.from_ical(client.get("/fr/agenda.ics").content).walk("VEVENT")[0]
    summary = str(component["SUMMARY"]).removesuffix(event.title).rstrip("\u00a0: ")
    return str(component["STATUS"]), summary, str(component["DESCRIPTION"]).split("\n")[0], str(component["LOCATION"])


def of_search(client, event):
    return first_row(client.get("/fr/search/?q=concert"))


HALL = "Halle, 1 rue du Port, 66100 Port-Aurelle"
WET = "La scène est mouillée."
OUTPUTS = {
    # list, week, month, map, embed, rss, search, mail, place
    "confirmed": ["", "", "", "", "", "", "", "", ""],
    "full": ["Complet"] * 9,
    "moved": ["Lieu modifié"] * 9,
    "moved_online": [ONLINE, ONLINE, ONLINE, None, ONLINE, ONLINE, ONLINE, ONLINE, None],
    "postponed": ["Reporté"] * 9,
    "cancelled": ["Annulé"] * 9,
    "date_full": [*["Complet"] * 7, "", "Complet"],
    "date_moved": [*["Lieu modifié"] * 7, "", None],
    "date_moved_online": [ONLINE, ONLINE, ONLINE, None, ONLINE, ONLINE, ONLINE, "", None],
    "date_postponed": ["Reporté", "Reporté", "Reporté", "Reporté", None, None, "Reporté", "", None],
    "date_rescheduled": [*["Nouvelle date"] * 7, "", "Nouvelle date"],
    "date_cancelled": ["Annulé", "Annulé", "Annulé", "Annulé", None, None, "Annulé", "", None],
    "over": ["Terminé", "Terminé", "Terminé", None, None, None, "Terminé", "", None],
}  # fmt: skip
PAGES = {
    "confirmed": [[], "", True, True, True, "EventScheduled", "InStock"],
    "full": [[["Cet événement est complet.", WET]], "Complet", True, False, True, "EventScheduled", "SoldOut"],
    "moved": [
        [["Cet événement a changé de lieu.", "Au lieu de : Théâtre de verdure", WET]],
        "Lieu modifié", True, True, True, "EventScheduled", "InStock",
    ],
    "moved_online": [
        [["Cet événement a lieu en ligne.", "Au lieu de : Halle, Port-Aurelle", WET, "Suivre en ligne"]],
        ONLINE, True, True, False, "EventMovedOnline", "InStock",
    ],
    "postponed": [
        [["Cet événement est reporté.", "Nouvelle date à venir.", WET]], "Reporté", False, False, True, "EventPostponed", "",
    ],
    "cancelled": [[["Cet événement est annulé.", WET]], "Annulé", False, False, True, "EventCancelled", ""],
    "date_rescheduled": [
        [["Cet événement a changé de date.", "Au lieu du mercredi 10 juin 2026", WET]],
        "Nouvelle date", True, True, True, "EventRescheduled", "InStock",
    ],
    "over": [[["Cet événement est terminé."]], "", False, False, True, "EventScheduled", "SoldOut"],
}  # fmt: skip
PAGES |= {f"date_{name}": PAGES[name] for name in ("full", "moved_online", "postponed", "cancelled")}
PAGES["date_moved"] = [
    [["Cet événement a changé de lieu.", "Au lieu de : Halle, Port-Aurelle", WET]],
    *PAGES["moved"][1:4],
    False,
    *PAGES["moved"][5:],
]
CALENDARS = {
    "confirmed": ("CONFIRMED", "", "Concert au port.", HALL),
    "full": ("CONFIRMED", "Complet", WET, HALL),
    "moved": ("CONFIRMED", "Lieu modifié", WET, HALL),
    "moved_online": ("CONFIRMED", ONLINE, WET, "https://visio.example/"),
    "postponed": ("TENTATIVE", "Reporté", WET, HALL),
    "cancelled": ("CANCELLED", "Annulé", WET, HALL),
    "date_rescheduled": ("CONFIRMED", "Nouvelle date", WET, HALL),
    "over": ("CONFIRMED", "", "Concert au port.", HALL),
}
CALENDARS |= {f"date_{name}": CALENDARS[name] for name in ("full", "moved_online", "postponed", "cancelled")}
CALENDARS["date_moved"] = ("CONFIRMED", "Lieu modifié", WET, "Salle des fêtes")


@pytest.mark.django_db
@pytest.mark.parametrize("name", STATES)
def test_every_output_says_the_same(client, name):
    place = make_place("Halle", address="1 rue du Port", postcode="66100", latitude=42.5, longitude=3.1)
    with time_machine.travel(NOON, tick=False):
        facts = {"schedule": one(TODAY), "booking_url": "https://billets.example/", "free": True} | STATES[name]
        event = make_event(place=place, **facts)
        rebuild()
        mail = NewEventInTerritory(event).excerpt()
        outputs = [
            of_list(client, event), of_cell(client, event, "week"), of_cell(client, event, "month"), of_map(client, event),
            of_embed(client, event), of_rss(client, event), of_search(client, event),
            words_in(read(f"<p>{mail.split(' · ')[0]}</p>")), of_place(client, event),
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
        page = read(client.get(event.get_absolute_url()))
        assert [note.texts("paragraph")[0] for note in page.all_by_role("note")] == [
            "Cet événement est annulé.",
            "Cet événement est terminé.",
        ]


@pytest.mark.django_db
@pytest.mark.every_database
def test_a_date_that_moved_has_its_point_where_the_place_is_known(client):
    town = make_territory("Vernet", latitude=42.9, longitude=2.9)
    make_place("Salle des fêtes", town, latitude=42.7, longitude=2.7)
    usual = make_place("Halle", latitude=42.5, longitude=3.1)
    with time_machine.travel(NOON, tick=False):
        known = make_event("Bal", one(TODAY, said="moved", where="Salle des fêtes, Vernet"), place=usual, commune=usual.commune)
        unknown = make_event("Loto", one(TODAY, said="moved", where="Chez Paul"), commune=town)
        page = read(client.get(known.get_absolute_url()))
        points = {point["title"]: point for point in client.get("/fr/agenda/points.json").json()["points"]}
        calendar = Calendar.from_ical(client.get("/fr/agenda.ics").content).walk("VEVENT")
        away = client.get(unknown.get_absolute_url()).content.decode()
    assert [(points[title]["latitude"], points[title]["place"]) for title in ("Bal", "Loto")] == [
        (42.7, "Vernet"),
        (42.9, "Vernet"),
    ]
    [data] = page.structured_data
    assert data["location"]["geo"] == {"@type": "GeoCoordinates", "latitude": 42.7, "longitude": 2.7}
    assert data["location"]["address"]["addressLocality"] == "Vernet"
    assert page.has("link", "Salle des fêtes") and "Sur la carte" in page.text
    assert [each["GEO"].to_ical() for each in calendar if each.get("GEO")] == ["42.7;2.7"]
    assert "Chez Paul" in away and "Sur la carte" not in away
