import os
import shutil
import subprocess
import sys
import time as clock
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from destination.agenda.ical.writer import CalendarEvent, calendar
from destination.agenda.models import StateCode, state_of
from destination.agenda.schedule import Change, DateState, Schedule, ScheduleError, Slot, Timing, default_horizon
from destination.agenda.schedule.checks import clean_schedule
from destination.agenda.schedule.recurrence import Frequency, Rule

FIRST = date(2026, 7, 2)
END = date(2028, 12, 31)
CHANGED = datetime(2026, 6, 1, 8, tzinfo=UTC)


def event(schedule, **more):
    return CalendarEvent(uid="42@aurelle.example", schedule=schedule, title="Marché", modified=CHANGED, **more)


def timed(*slots, **more):
    return Schedule(Timing.TIMED, slots, **more)


def read(raw):
    return icalendar.Calendar.from_ical(raw)


def events_of(schedule, **more):
    return read(calendar([event(schedule, **more)], "Agenda")).walk("VEVENT")


def instants(raw, end=END):
    """What an independent reader understands: (start, end, cancelled) of every occurrence."""
    found = recurring_ical_events.of(read(raw)).between(date(2019, 1, 1), end + timedelta(days=1))
    return sorted((as_utc(one.start), as_utc(one.end), one.get("STATUS") == "CANCELLED") for one in found)


def as_utc(moment):
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def expected(schedule, end=END):
    def bounds(one):
        if not one.hour_known:
            return one.day, one.last_day + timedelta(days=1)
        return one.starts_at, one.ends_at or one.starts_at

    return sorted((*bounds(one), one.cancelled) for one in schedule.occurrences(end, limit=5000))


def test_calendar_says_what_readers_expect():
    feed = read(calendar([], "Agenda d’Aurelle", url="https://aurelle.example/fr/agenda/", language="fr"))
    assert {name: str(feed[name]) for name in ("VERSION", "CALSCALE", "METHOD", "NAME", "X-WR-CALNAME", "X-WR-TIMEZONE")} == {
        "VERSION": "2.0",
        "CALSCALE": "GREGORIAN",
        "METHOD": "PUBLISH",
        "NAME": "Agenda d’Aurelle",
        "X-WR-CALNAME": "Agenda d’Aurelle",
        "X-WR-TIMEZONE": "Europe/Paris",
    }
    assert feed["REFRESH-INTERVAL"].dt == timedelta(hours=6)


def test_zone_changes_its_clock_twice_a_year():
    [zone] = read(calendar([], "Agenda")).walk("VTIMEZONE")
    paris = zone.to_tz(lookup_tzid=False)
    moments = [datetime(2026, 3, 29, 1, 59), datetime(2026, 3, 29, 3, 1), datetime(2026, 10, 25, 3, 1)]
    assert [moment.replace(tzinfo=paris).utcoffset() for moment in moments] == [timedelta(hours=h) for h in (1, 2, 1)]


def test_event_keeps_every_property():
    [one] = events_of(
        timed(Slot(FIRST, start=time(18, 30), end=time(20))),
        sequence=3,
        state=state_of("cancelled"),
        description="Ligne; une, deux\\trois\r\nÀ demain",
        location="Halle, Valbonne-sur-Lac",
        geo=(42.5, 2.75),
        url="https://aurelle.example/fr/agenda/42/",
        categories=("Marchés, foires", "Famille"),
        contact="04 00 00 00 00",
        organizer_name='Comité "des fêtes"',
    )
    assert one["UID"] == "42@aurelle.example"
    assert (one["SEQUENCE"], one["STATUS"], one["TRANSP"]) == (3, "CANCELLED", "TRANSPARENT")
    assert one["LAST-MODIFIED"].dt == one["DTSTAMP"].dt == CHANGED
    assert one["DTSTART"].params["TZID"] == "Europe/Paris"
    assert (one.start, one.end) == (one.start.replace(hour=18, minute=30), one.start.replace(hour=20, minute=0))
    assert one["DESCRIPTION"] == "Ligne; une, deux\\trois\nÀ demain"
    assert one["LOCATION"] == "Halle, Valbonne-sur-Lac"
    assert one["GEO"].to_ical() == "42.5;2.75"
    assert [str(category) for category in one["CATEGORIES"].cats] == ["Marchés, foires", "Famille"]
    assert one["ORGANIZER"].params["CN"] == "Comité ’des fêtes’"
    assert one["CONTACT"] == "04 00 00 00 00"


def test_lines_end_with_crlf_and_fold_at_75_octets():
    raw = calendar([event(timed(Slot(FIRST, start=time(9))), description="é🎪" * 500)], "Agenda")
    lines = raw.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()
    assert read(raw).walk("VEVENT")[0]["DESCRIPTION"] == "é🎪" * 500


def test_text_cannot_add_a_line_or_a_control_character():
    [one] = read(calendar([event(timed(Slot(FIRST, start=time(9))), url="https://a.example/\r\nX-BAD:1")], "a\x00b")).walk(
        "VEVENT"
    )
    assert "X-BAD" not in one


def test_whole_days_end_the_day_after():
    [one] = events_of(Schedule(Timing.ALL_DAY, (Slot(date(2026, 7, 3), date(2026, 7, 7)),)))
    assert (one.start, one.end) == (date(2026, 7, 3), date(2026, 7, 8))


def test_unknown_hour_is_a_whole_day_that_says_so():
    raw = calendar([event(Schedule(Timing.UNKNOWN_HOUR, (Slot(FIRST),)), description="Venez.")], "Agenda")
    [one] = read(raw).walk("VEVENT")
    assert one.start == FIRST
    assert str(one["DESCRIPTION"]) == "Heure à préciser.\n\nVenez."


def test_several_dates_are_sibling_events_with_stable_names():
    changes = (Change(date(2026, 7, 9)), Change(date(2026, 7, 16), Slot(date(2026, 7, 17), start=time(9))))
    slots = [Slot(date(2026, 7, day), start=time(9)) for day in (2, 9, 16)]
    found = events_of(timed(*slots, changes=changes))
    assert [(str(one["UID"]), one.start.day, str(one["STATUS"])) for one in found] == [
        ("42@aurelle.example", 2, "CONFIRMED"),
        ("42@aurelle.example-2", 9, "CANCELLED"),
        ("42@aurelle.example-3", 17, "CONFIRMED"),
    ]


def test_rule_is_written_with_its_exceptions_and_changes():
    changes = (Change(date(2026, 7, 9)), Change(date(2026, 7, 16), Slot(date(2026, 7, 17), start=time(9))))
    rule = Rule(Frequency.WEEKLY, until=date(2026, 8, 27))
    raw = calendar(
        [event(timed(Slot(FIRST, start=time(18, 30)), rule=rule, excluded=(date(2026, 8, 13),), changes=changes))], "A"
    )
    text = raw.decode()
    assert "RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20260827T215959Z\r\n" in text
    assert "EXDATE;TZID=Europe/Paris:20260813T183000\r\n" in text
    assert "RECURRENCE-ID;TZID=Europe/Paris:20260709T183000\r\n" in text
    assert {str(one["UID"]) for one in read(raw).walk("VEVENT")} == {"42@aurelle.example"}


WEEKLY = {"rule": Rule(Frequency.WEEKLY, count=3)}
JULY_9 = date(2026, 7, 9)
#: the state of an event and what is said of its second date, and the titles of its parts in the calendar.
TITLES = {
    "confirmed": (StateCode.CONFIRMED, (), ["Marché"]),
    "cancelled": (StateCode.CANCELLED, (), ["Annulé\u00a0: Marché"]),
    "postponed": (StateCode.POSTPONED, (), ["Reporté\u00a0: Marché"]),
    "full": (StateCode.FULL, (), ["Complet\u00a0: Marché"]),
    "a date is cancelled": (StateCode.CONFIRMED, (Change(JULY_9),), ["Marché", "Annulé\u00a0: Marché"]),
    "a date is postponed": (
        StateCode.CONFIRMED,
        (Change(JULY_9, state=DateState.POSTPONED),),
        ["Marché", "Reporté\u00a0: Marché"],
    ),
    "a date is full": (
        StateCode.CONFIRMED,
        (Change(JULY_9, Slot(JULY_9, start=time(18, 30)), state=DateState.FULL),),
        ["Marché", "Complet\u00a0: Marché"],
    ),
}


def test_state_stands_before_the_title_of_an_event_and_of_one_date():
    titles = {}
    for name, (state, changes, _titles) in TITLES.items():
        parts = events_of(timed(Slot(FIRST, start=time(18, 30)), **WEEKLY, changes=changes), state=state_of(state))
        titles[name] = [str(part["SUMMARY"]) for part in parts]
    assert titles == {name: wanted for name, (_state, _changes, wanted) in TITLES.items()}


def test_equal_events_give_equal_bytes():
    one = event(timed(Slot(FIRST, start=time(9))))
    assert calendar([one], "A") == calendar([one], "A")


@pytest.mark.parametrize("hour", [time(2, 30), time(18)])
def test_clock_changes_are_read_back_the_same(hour):
    schedule = timed(Slot(date(2026, 3, 20), start=hour, end=time(23)), rule=Rule(Frequency.DAILY, until=date(2026, 11, 1)))
    assert instants(calendar([event(schedule)], "A")) == expected(schedule)


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
# The two hours that the clock skips or repeats have tests of their own above.
HOURS = st.times(time(4), time(23, 59)).map(lambda hour: hour.replace(second=0, microsecond=0))


@st.composite
def rules(draw):
    frequency = draw(st.sampled_from(Frequency))
    nth = st.none() | st.tuples(st.sampled_from([1, 2, 3, 4, -1]), st.integers(0, 6))
    several = frequency in (Frequency.MONTHLY, Frequency.YEARLY)
    end = draw(st.sampled_from(["until", "count", "none"]))
    return Rule(
        frequency,
        draw(st.integers(1, 3)),
        weekdays=tuple(sorted(draw(st.sets(st.integers(0, 6), max_size=3)))) if frequency == Frequency.WEEKLY else (),
        nth_weekday=draw(nth) if several else None,
        until=draw(st.dates(date(2026, 6, 1), date(2027, 12, 31))) if end == "until" else None,
        count=draw(st.integers(1, 40)) if end == "count" else None,
    )


@st.composite
def schedules(draw):
    timing = draw(st.sampled_from(Timing))
    span = draw(st.integers(0, 2))

    def slot(day):
        if timing != Timing.TIMED:
            return Slot(day, day + timedelta(days=span))
        return Slot(day, start=draw(HOURS), end=draw(st.none() | HOURS))

    slots = [slot(day) for day in draw(st.lists(DAYS, min_size=1, max_size=3, unique=True))]
    schedule = Schedule(timing, tuple(slots), draw(st.none() | rules()))
    first = slots[0].day
    produced = list(schedule.rule.days(first, first + timedelta(days=400))) if schedule.rule else []
    if len(produced) > 3:
        changed = Change(produced[2], draw(st.none() | DAYS.map(slot)))
        schedule = Schedule(timing, tuple(slots), schedule.rule, (produced[1],), (changed,))
    return schedule


@settings(max_examples=150, deadline=None)
@given(schedules())
def test_an_independent_reader_finds_the_same_occurrences(schedule):
    try:
        schedule = clean_schedule(schedule, date(2026, 1, 1))
    except ScheduleError:
        return
    end = default_horizon(date(2026, 1, 1), schedule.first_day)
    assert instants(calendar([event(schedule)], "A"), end) == expected(schedule, end)


def test_feed_of_two_thousand_events_is_quick():
    schedule = timed(Slot(FIRST, start=time(18, 30), end=time(20)), rule=Rule(Frequency.WEEKLY, until=date(2026, 8, 27)))
    plain = timed(Slot(FIRST, start=time(18, 30)))
    details = {"description": "Une soirée au bord du lac. " * 20, "location": "Place", "url": "https://a.example/1/"}
    events = [event(schedule if n % 5 == 0 else plain, categories=("Fête",), **details) for n in range(2000)]
    started = clock.process_time()
    calendar(events, "Agenda")
    assert clock.process_time() - started < 3


def test_khal_reads_the_feed(tmp_path):
    khal = shutil.which("khal") or shutil.which("khal", path=str(Path(sys.executable).parent))
    if not khal:
        missing = "khal is absent: pip install khal"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    schedule = timed(
        Slot(FIRST, start=time(18, 30), end=time(20)),
        rule=Rule(Frequency.WEEKLY, count=4),
        excluded=(date(2026, 7, 9),),
        changes=(Change(date(2026, 7, 16), Slot(date(2026, 7, 17), start=time(21), end=time(22))),),
    )
    (tmp_path / "agenda").mkdir()
    settings_file = tmp_path / "khal.conf"
    settings_file.write_text(
        f"[calendars]\n[[agenda]]\npath = {tmp_path}/agenda\n[locale]\nlocal_timezone = Europe/Paris\n"
        "default_timezone = Europe/Paris\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {tmp_path}/khal.db\n"
    )
    (tmp_path / "agenda.ics").write_bytes(calendar([event(schedule)], "Agenda"))

    def run(*arguments):
        environment = os.environ | {"HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
        command = [khal, "-c", str(settings_file), *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60).stdout

    run("import", "--batch", "-a", "agenda", str(tmp_path / "agenda.ics"))
    listed = run("list", "--format", "{start} {end-time} {title}", "--day-format", "", "2026-07-01", "31d")
    assert listed.split("\n")[:-1] == [
        "2026-07-02 18:30 20:00 Marché",
        "2026-07-17 21:00 22:00 Nouvelle date\u00a0: Marché",
        "2026-07-23 18:30 20:00 Marché",
    ]
