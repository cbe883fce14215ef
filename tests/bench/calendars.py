"""What a feed of 2,000 events costs, written by our lines and by ``icalendar``, then read: ``python -m tests.bench.calendars``."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from statistics import median
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "site"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")

import django
import icalendar

django.setup()

# Django reads its settings before anything of ours is imported.
from destination.agenda.ical.events import CalendarReading  # noqa: E402
from destination.agenda.ical.writer import CalendarEvent, calendar  # noqa: E402
from destination.agenda.schedule import PARIS, Frequency, Rule, Schedule, Slot, Timing  # noqa: E402

EVENTS = 2000
RUNS = 5
CHANGED = datetime(2026, 6, 1, 8, tzinfo=UTC)
PLAIN = Schedule(Timing.TIMED, (Slot(date(2026, 7, 2), start=time(18, 30), end=time(20)),))
WEEKLY = Schedule(Timing.TIMED, PLAIN.slots, Rule(Frequency.WEEKLY, until=date(2026, 8, 27)))


def events() -> list[CalendarEvent]:
    """One in five repeats, each with a text of some lines, as in the agenda of an office."""
    text = "Une soirée au bord du lac. " * 20
    return [
        CalendarEvent(
            f"{number}@a.example", PLAIN if number % 5 else WEEKLY, "Marché", modified=CHANGED, description=text,
            location="Place", url="https://a.example/1/", categories=("Fête",),
        )
        for number in range(EVENTS)
    ]  # fmt: skip


def written_by_library(events: list[CalendarEvent]) -> bytes:
    """The same properties through ``icalendar``; the zone is described once."""
    feed = icalendar.Calendar.new(prodid="-//Escale//Agenda//FR", name="Agenda")
    for event in events:
        [slot] = event.schedule.slots
        component = icalendar.Event()
        component.add("UID", event.uid)
        component.add("SEQUENCE", event.sequence)
        component.add("DTSTAMP", event.modified)
        component.add("LAST-MODIFIED", event.modified)
        component.add("DTSTART", datetime.combine(slot.day, slot.start, tzinfo=PARIS))
        component.add("DTEND", datetime.combine(slot.day, slot.end, tzinfo=PARIS))
        if event.schedule.rule:
            component.add("RRULE", {"FREQ": "WEEKLY", "BYDAY": "TH", "UNTIL": datetime(2026, 8, 27, 22, tzinfo=UTC)})
        component.add("SUMMARY", event.title)
        component.add("STATUS", event.state.ical_status)
        component.add("TRANSP", "TRANSPARENT")
        component.add("DESCRIPTION", event.description)
        component.add("LOCATION", event.location)
        component.add("URL", event.url)
        component.add("CATEGORIES", list(event.categories))
        feed.add_component(component)
    feed.add_missing_timezones()
    return feed.to_ical()


def seconds_of(work: Callable[[], object]) -> float:
    """Median seconds of CPU."""
    seconds = []
    for _run in range(RUNS):
        started = process_time()
        work()
        seconds.append(process_time() - started)
    return median(seconds)


if __name__ == "__main__":
    feed = events()
    content = calendar(feed, "Agenda")
    for name, work in (
        ("written by us", lambda: calendar(feed, "Agenda")),
        ("written by icalendar", lambda: written_by_library(feed)),
        ("read", lambda: CalendarReading(CHANGED.date()).read(content)),
    ):
        print(f"{name:22} {seconds_of(work) * 1000:6.0f} ms of CPU for {EVENTS} events, {len(content) / 1e6:.1f} MB", flush=True)
