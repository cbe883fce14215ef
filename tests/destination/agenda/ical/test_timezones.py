from datetime import date, time

import pytest

from destination.agenda.schedule import Slot
from tests.destination.agenda.ical.files import FIRST, PARIS, only, read, schedule_of, timed, wrapped


@pytest.mark.parametrize(
    "lines",
    [
        PARIS,
        ("DTSTART:20260702T183000", "DURATION:PT1H30M"),  # floating: the clock of the place
        ("DTSTART:20260702T163000Z", "DTEND:20260702T180000Z"),
        ("DTSTART;TZID=Romance Standard Time:20260702T183000", "DTEND;TZID=Romance Standard Time:20260702T200000"),
        ("DTSTART;TZID=America/New_York:20260702T123000", "DURATION:PT90M"),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Madrid:20260702T183000", "DURATION:PT90M"),
        ('DTSTART;TZID="Europe/Paris":20260702T183000', "DTEND:20260702T180000Z"),
    ],
)
def test_hours_are_brought_to_the_clock_of_paris(lines):
    assert schedule_of(*lines) == (timed(FIRST), [])


def zone_described(name, standard, daylight):
    """A VTIMEZONE with the clock changes of the European Union, as Outlook writes it."""
    return "\r\n".join(
        ["BEGIN:VTIMEZONE", f"TZID:{name}",
         "BEGIN:STANDARD", "DTSTART:16010101T030000", f"TZOFFSETFROM:{daylight}", f"TZOFFSETTO:{standard}",
         "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10", "END:STANDARD",
         "BEGIN:DAYLIGHT", "DTSTART:16010101T020000", f"TZOFFSETFROM:{standard}", f"TZOFFSETTO:{daylight}",
         "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT", "END:VTIMEZONE", ""]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("written", "name", "standard", "daylight", "hour"),
    [
        ("tzone://Microsoft/Custom", "tzone://Microsoft/Custom", "+0100", "+0200", time(9)),
        (r"(UTC+00:00) Lisbonne\, Londres", "(UTC+00:00) Lisbonne, Londres", "+0000", "+0100", time(10)),
    ],
)
def test_zone_that_the_file_describes_gives_its_hours(written, name, standard, daylight, hour):
    text = wrapped(f'DTSTART;TZID="{name}":20270812T090000').replace(
        "BEGIN:VEVENT", zone_described(written, standard, daylight) + "BEGIN:VEVENT"
    )
    event, problems = only(text)
    assert (event.schedule, problems) == (timed(Slot(date(2027, 8, 12), start=hour)), [])


def test_floating_hours_are_those_of_the_place_whatever_the_zone_of_the_calendar():
    text = wrapped("DTSTART:20260702T183000", "DTEND:20260702T200000")
    event, problems = only(text.replace("BEGIN:VEVENT", "X-WR-TIMEZONE:America/Montreal\r\nBEGIN:VEVENT", 1))
    assert (event.schedule, problems) == (timed(FIRST), [])


def test_rules_of_the_file_come_before_what_a_name_seems_to_say():
    text = wrapped("DTSTART;TZID=GMT+0100:20270812T090000").replace(
        "BEGIN:VEVENT", zone_described("GMT+0100", "+0100", "+0200") + "BEGIN:VEVENT"
    )
    event, problems = only(text)
    assert (event.schedule, problems) == (timed(Slot(date(2027, 8, 12), start=time(9))), [])


def test_zone_of_one_file_is_unknown_to_the_next():
    described = zone_described("Ici", "-0500", "-0400")
    first, _problems = only(wrapped("DTSTART;TZID=Ici:20270812T090000").replace("BEGIN:VEVENT", described + "BEGIN:VEVENT"))
    second, problems = only(wrapped("DTSTART;TZID=Ici:20270812T090000"))
    assert [event.schedule.slots[0].start for event in (first, second)] == [time(15), time(9)]
    assert problems == ["Le fuseau horaire «\u00a0Ici\u00a0» est inconnu\u00a0: les heures ont été lues comme celles de Paris."]


@pytest.mark.parametrize(
    "rule", ["FREQ=SECONDLY", "FREQ=YEARLY;BYMONTH=3", "FREQ=YEARLY;BYMONTH=3;BYSECOND=0,1,2", "FREQ=YEARLY;BYMONTH=x"]
)
def test_zone_with_absurd_rules_ends_soon(rule):
    described = zone_described("Ici", "+0100", "+0200").replace("FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10", rule)
    [event] = read(wrapped("DTSTART;TZID=Ici:20270812T090000").replace("BEGIN:VEVENT", described + "BEGIN:VEVENT")).events
    assert event.schedule.slots[0].day == date(2027, 8, 12)


@pytest.mark.parametrize(
    ("name", "hour"),
    [
        ("tzone://Microsoft/Utc", time(11)),
        ("tzone://Microsoft/Romance Standard Time", time(9)),
        ("tzone://Microsoft/GTB Standard Time", time(8)),
        ("/example.org/Zulu", time(11)),
        ("x/utc", time(11)),
        ("outlook/pacific standard time", time(18)),
        ("Coordinated Universal Time", time(11)),
        ("america/new_york", time(15)),
        ("UTC+2", time(9)),
        ("/a/b/Europe/Athens", time(8)),
        ("Europe/Londres", time(9)),
    ],
)
def test_name_of_a_zone_is_guessed_last(name, hour):
    event, _problems = only(wrapped(f'DTSTART;TZID="{name}":20270812T090000'))
    assert event.schedule.slots[0].start == hour


@pytest.mark.parametrize("value", ["2026-07-02T18:30", "20260702 183000", "20260702T182960Z", "20260702T183000.000"])
def test_moments_that_are_not_of_the_standard_are_read(value):
    schedule, problems = schedule_of(f"DTSTART:{value}")
    assert (schedule.slots[0].day, problems) == (date(2026, 7, 2), [])


@pytest.mark.parametrize(
    ("name", "hour"),
    [("tzone://Microsoft/Utc", time(11)), ("(UTC-05:00) Eastern Time", time(9)), ("tzone://Microsoft/GMT", time(11))],
)
def test_name_of_a_zone_with_a_colon_needs_no_quotes(name, hour):
    schedule, problems = schedule_of(f"DTSTART;TZID={name}:20270812T090000", f"EXDATE;TZID={name}:20270813T090000")
    assert (schedule.slots[0].start, [name in problem for problem in problems]) == (hour, [True] * name.startswith("("))


@pytest.mark.parametrize("name", ["GMT", "EST", "Etc/GMT+5", "GMT+0100"])
def test_name_of_a_zone_that_the_file_describes_is_only_a_name(name):
    described = zone_described(name, "+0100", "+0200")
    event, problems = only(wrapped(f"DTSTART;TZID={name}:20270705T160000").replace("BEGIN:VEVENT", described + "BEGIN:VEVENT", 1))
    assert (event.schedule.slots[0].start, problems) == (time(16), [])
