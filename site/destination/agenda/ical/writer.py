"""Events as an iCalendar feed (RFC 5545, RFC 7986) that khal, Google, Apple and Outlook read.

Two choices come from how readers behave. Several dates without a rule are one VEVENT each
(``uid``, ``uid-2``…), because Outlook ignores RDATE. An event whose hour is unknown is a whole
day, because a date with a made-up midnight is shown at midnight.

The lines are written here rather than by ``icalendar``, which takes ten times the CPU (decision 0004). The tests read them
back with ``icalendar`` and compare.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from django.utils import translation
from django.utils.translation import gettext as _

from common.translations import choose_version
from destination.agenda.models.state import EventState, StateCode, state_of
from destination.agenda.schedule.model import Change, Schedule, Slot, Timing, at

PRODUCT = "-//Escale//Agenda//FR"
REFRESH = "PT6H"
# Two clock changes, by the rule in force in the European Union since 1996.
VTIMEZONE = [
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Paris",
    "X-LIC-LOCATION:Europe/Paris",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
]

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """What the feed needs of one event. ``geo`` is (latitude, longitude), ``spots`` those of the other places of some dates by
    their names; dates are aware.

    ``state`` gives STATUS and the word before the title; ``sequence`` grows at each change.
    """

    uid: str
    schedule: Schedule
    title: str
    sequence: int = 0
    modified: datetime | None = None
    state: EventState = state_of(StateCode.CONFIRMED)
    description: str = ""
    location: str = ""
    geo: tuple[float, float] | None = None
    url: str = ""
    categories: tuple[str, ...] = ()
    language: str = "fr"
    contact: str = ""
    organizer_name: str = ""
    spots: Mapping[str, tuple[float, float]] = field(default_factory=dict)


def calendar(events: Iterable[CalendarEvent], name: str, url: str = "", language: str = "fr") -> bytes:
    """The whole feed: UTF-8, CRLF, lines folded at 75 octets. Equal input gives equal bytes."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [f"NAME;LANGUAGE={language}:{_text(name)}", f"X-WR-CALNAME:{_text(name)}"]
    if url:
        lines.append(f"URL:{_address(url)}")
    lines += ["X-WR-TIMEZONE:Europe/Paris", f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}", f"X-PUBLISHED-TTL:{REFRESH}"]
    lines += VTIMEZONE
    with translation.override(language):
        to_be_confirmed = _("Heure à préciser.")
        for event in events:
            lines += _event_lines(event, to_be_confirmed)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event_lines(event: CalendarEvent, to_be_confirmed: str) -> Iterator[str]:
    schedule = event.schedule
    common = list(_common(event, to_be_confirmed))
    uids = (event.uid if number == 1 else f"{event.uid}-{number}" for number in range(1, 100_000))
    extra = schedule.slots
    if schedule.rule:
        extra = schedule.slots[1:]
        yield from _repeated(event, next(uids), common, to_be_confirmed)
    for slot in extra:
        change = schedule.change_of(slot)
        uid = next(uids)
        if change is None:
            yield from _component(event, uid, common, _times(slot, schedule.timing))
        else:
            changed = _on_date(event, change)
            yield from _component(
                changed, uid, list(_common(changed, to_be_confirmed)), _times(change.slot or slot, schedule.timing)
            )


def _repeated(event: CalendarEvent, uid: str, common: list[str], to_be_confirmed: str) -> Iterator[str]:
    """The event with its rule, then one component for each date of which something is said."""
    schedule = event.schedule
    # RFC 5545 counts the start as a date of the rule: it must be one.
    first = schedule.slots[0].moved_to(schedule.pattern_day)
    times = [*_times(first, schedule.timing), f"RRULE:{_rrule(schedule, first)}"]
    if schedule.excluded:
        days = [first.moved_to(day) for day in schedule.excluded]
        times.append(_start_property("EXDATE", days, schedule.timing))
    yield from _component(event, uid, common, times)
    for change in schedule.changes:
        original = first.moved_to(change.original_day)
        if _of_rule(change, schedule, original):
            times = [_start_property("RECURRENCE-ID", [original], schedule.timing)]
            times += _times(change.slot or original, schedule.timing)
            changed = _on_date(event, change)
            yield from _component(changed, uid, list(_common(changed, to_be_confirmed)), times)


def _on_date(event: CalendarEvent, change: Change) -> CalendarEvent:
    """The event on the one date of which something is said: its state, the reason, the other place."""
    reason = choose_version(dict(change.reasons), event.language)
    return replace(
        event,
        state=state_of(event.state.stored, change.code or ""),
        description="\n\n".join(filter(None, [reason, event.description])),
        location=change.where or event.location,
        geo=event.spots.get(change.where) if change.where else event.geo,
    )


def _of_rule(change: Change, schedule: Schedule, original: Slot) -> bool:
    return change.concerns(original) and change.original_day in schedule.rule_days(change.original_day)


def _rrule(schedule: Schedule, first: Slot) -> str:
    rule = schedule.rule
    parts = rule.ical_parts(schedule.slots[0].day)
    if rule.count:
        parts.append(f"COUNT={rule.count}")
    # UNTIL and COUNT exclude each other: the count wins unless the end comes first.
    if rule.until:
        if rule.count:
            parts.pop()
            last = max(rule.days(schedule.slots[0].day, rule.until), default=rule.until)
        else:
            last = rule.until
        timed = schedule.timing == Timing.TIMED and first.start
        parts.append(f"UNTIL={_utc(at(last, time(23, 59, 59)))}" if timed else f"UNTIL={last:%Y%m%d}")
    return ";".join(parts)


def _component(event: CalendarEvent, uid: str, common: list[str], times: list[str]) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(uid)}"
    yield from times
    yield f"STATUS:{event.state.ical_status}"
    yield from common
    yield "END:VEVENT"


def _common(event: CalendarEvent, to_be_confirmed: str) -> Iterator[str]:
    """The properties shared by every component of one event."""
    # The time of the last change, not of the writing: an unchanged feed stays the same to the byte.
    stamp = _utc(event.modified or datetime(2000, 1, 1, tzinfo=UTC))
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"SUMMARY;LANGUAGE={event.language}:{_text(event.state.marked(event.title))}"
    description = event.description
    if event.schedule.timing == Timing.UNKNOWN_HOUR:
        description = f"{to_be_confirmed}\n\n{description}".rstrip()
    if description:
        yield f"DESCRIPTION;LANGUAGE={event.language}:{_text(description)}"
    if event.location:
        yield f"LOCATION:{_text(event.location)}"
    if event.geo:
        yield "GEO:{:.6f};{:.6f}".format(*event.geo)
    if event.url:
        yield f"URL:{_address(event.url)}"
    if event.categories:
        yield "CATEGORIES:" + ",".join(_text(category) for category in event.categories)
    if event.contact:
        yield f"CONTACT:{_text(event.contact)}"
    if event.organizer_name:
        # A name without an address: the property wants one, and an office's mail is not given to robots.
        yield f'ORGANIZER;CN="{_parameter(event.organizer_name)}":invalid:nomail'
    yield "TRANSP:TRANSPARENT"


def _times(slot: Slot, timing: Timing) -> list[str]:
    lines = [_start_property("DTSTART", [slot], timing)]
    if timing != Timing.TIMED or slot.start is None:
        lines.append(f"DTEND;VALUE=DATE:{slot.last_day + timedelta(days=1):%Y%m%d}")
    elif slot.end:
        end_day = slot.last_day + timedelta(days=slot.past_midnight)
        lines.append(f"DTEND;TZID=Europe/Paris:{_local(end_day, slot.end)}")
    return lines


def _start_property(name: str, slots: list[Slot], timing: Timing) -> str:
    if timing != Timing.TIMED or slots[0].start is None:
        return f"{name};VALUE=DATE:" + ",".join(f"{slot.day:%Y%m%d}" for slot in slots)
    return f"{name};TZID=Europe/Paris:" + ",".join(_local(slot.day, slot.start) for slot in slots)


def _local(day: date, hour: time) -> str:
    return f"{day:%Y%m%d}T{hour:%H%M%S}"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    text = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    # Four replacements are some ten times quicker than one `translate`, and a feed does this ten thousand times.
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _address(url: str) -> str:
    return CONTROL.sub("", url).replace("\n", "").replace("\t", "")


def _parameter(text: str) -> str:
    """A quoted parameter can hold neither quotes nor line ends."""
    return CONTROL.sub("", text.replace("\n", " ")).replace('"', "’")


def _folded(line: str) -> bytes:
    """The line in lines of at most 75 octets, never cut inside a character."""
    raw = line.encode()
    if len(raw) <= 75:
        return raw + b"\r\n"
    pieces, start, room = [], 0, 75
    while len(raw) - start > room:
        end = start + room
        while raw[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(raw[start:end])
        start, room = end, 74
    pieces.append(raw[start:])
    return b"\r\n ".join(pieces) + b"\r\n"
