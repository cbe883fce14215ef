"""Calendar files of one event, and what is read of them."""

from datetime import date, time

from destination.agenda.ical.events import read_calendar
from destination.agenda.schedule import Schedule, Slot, Timing

TODAY = date(2026, 6, 1)
FIRST = Slot(date(2026, 7, 2), start=time(18, 30), end=time(20))
PARIS = ("DTSTART;TZID=Europe/Paris:20260702T183000", "DTEND;TZID=Europe/Paris:20260702T200000")
SPELLED_OUT = "La répétition a été reprise date par date, pour deux ans au plus."


def wrapped(*lines, uid="1@a.example"):
    """A calendar with one event made of these lines."""
    names = [f"UID:{uid}", "SUMMARY:Marché"] if uid else ["SUMMARY:Marché"]
    return "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *names, *lines, "END:VEVENT", "END:VCALENDAR", ""])


def read(text):
    return read_calendar(text.encode() if isinstance(text, str) else text, TODAY)


def only(text):
    """The only event of a file, and the sentences told about it."""
    calendar = read(text)
    [event] = calendar.events
    return event, [problem.message for problem in calendar.problems]


def schedule_of(*lines):
    event, problems = only(wrapped(*lines))
    return event.schedule, problems


def timed(*slots, **more):
    return Schedule(Timing.TIMED, slots, **more)


def days(schedule):
    return [(one.day.isoformat(), one.slot.start and f"{one.slot.start:%H:%M}") for one in schedule.occurrences(date(2028, 6, 1))]
