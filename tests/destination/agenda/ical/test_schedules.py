from datetime import date, time

import pytest

from destination.agenda.schedule import Change, DateState, Schedule, Slot, Timing
from tests.destination.agenda.ical.files import PARIS, SPELLED_OUT, days, only, schedule_of, timed, wrapped


@pytest.mark.parametrize(
    ("lines", "last_day"),
    [
        (("DTSTART;VALUE=DATE:20260702",), date(2026, 7, 2)),
        (("DTSTART:20260702", "DTEND:20260702"), date(2026, 7, 2)),
        (("DTSTART;VALUE=DATE:20260702", "DTEND;VALUE=DATE:20260705"), date(2026, 7, 4)),
        (("DTSTART;VALUE=DATE:20260702", "DURATION:P3D"), date(2026, 7, 4)),
        (("DTSTART:20260702T000000", "DTEND:20260704T000000"), date(2026, 7, 3)),
    ],
)
def test_whole_days_end_with_their_last_day(lines, last_day):
    assert schedule_of(*lines) == (Schedule(Timing.ALL_DAY, (Slot(date(2026, 7, 2), last_day),)), [])


def test_evening_past_midnight_belongs_to_its_day():
    schedule, _problems = schedule_of("DTSTART:20260702T220000", "DTEND:20260703T020000")
    assert schedule.slots == (Slot(date(2026, 7, 2), start=time(22), end=time(2)),)


def test_excluded_dates_are_read_in_any_zone():
    schedule, _problems = schedule_of(
        *PARIS, "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE:20260709T163000Z", "EXDATE;VALUE=DATE:20260716"
    )
    assert schedule.excluded == (date(2026, 7, 9), date(2026, 7, 16))


def test_additional_dates_keep_their_own_length():
    schedule, _problems = schedule_of(
        *PARIS, "RDATE;TZID=Europe/Paris:20260710T183000", "RDATE;VALUE=PERIOD:20260711T160000Z/PT2H", "EXDATE:20260702T163000Z"
    )
    assert schedule.slots == (
        Slot(date(2026, 7, 10), start=time(18, 30), end=time(20)),
        Slot(date(2026, 7, 11), start=time(18), end=time(20)),
    )


def test_changed_occurrences_may_come_before_their_event():
    moved = "\r\n".join(
        ["BEGIN:VEVENT", "UID:1@a.example", "RECURRENCE-ID:20260709T163000Z",
         "DTSTART;TZID=Europe/Paris:20260710T210000", "END:VEVENT",
         "BEGIN:VEVENT", "UID:1@a.example", "RECURRENCE-ID;TZID=Europe/Paris:20260716T183000", "STATUS:CANCELLED",
         "DTSTART;TZID=Europe/Paris:20260716T183000", "END:VEVENT", ""]
    )  # fmt: skip
    text = wrapped(*PARIS, "RRULE:FREQ=WEEKLY;COUNT=4").replace("BEGIN:VEVENT", moved + "BEGIN:VEVENT", 1)
    event, problems = only(text)
    assert event.schedule.changes == (
        Change(date(2026, 7, 9), Slot(date(2026, 7, 10), start=time(21))),
        Change(date(2026, 7, 16)),
    )
    assert (event.title, problems) == ("Marché", [])


def test_excluded_midnight_of_a_windows_zone_leaves_its_day_out():
    schedule, problems = schedule_of(
        *PARIS, "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE:20260709T163000Z", "EXDATE;TZID=Romance Standard Time:20260723T000000"
    )
    assert (schedule.excluded, problems) == ((date(2026, 7, 9), date(2026, 7, 23)), [])


def test_excluded_instant_of_whole_days_is_the_day_it_is_in_paris():
    schedule, problems = schedule_of("DTSTART;VALUE=DATE:20260702", "RRULE:FREQ=DAILY;COUNT=5", "EXDATE:20260703T220000Z")
    assert (schedule.excluded, problems) == ((date(2026, 7, 4),), [])


@pytest.mark.parametrize(
    ("end", "slot"),
    [
        ("20260704T180000", Slot(date(2026, 7, 2), date(2026, 7, 4), time(18, 30), time(18))),
        ("20260703T000000", Slot(date(2026, 7, 2), start=time(18, 30), end=time(0))),
    ],
)
def test_end_days_later_or_at_midnight(end, slot):
    assert schedule_of(PARIS[0], f"DTEND;TZID=Europe/Paris:{end}") == (timed(slot), [])


def test_moved_whole_day_may_be_named_by_its_instant():
    moved = wrapped("RECURRENCE-ID:20270701T220000Z", "DTSTART;VALUE=DATE:20270706")
    event, problems = only(wrapped("DTSTART;VALUE=DATE:20260702", "RRULE:FREQ=YEARLY;COUNT=2") + moved)
    assert (event.schedule.changes, problems) == ((Change(date(2027, 7, 2), Slot(date(2027, 7, 6))),), [])


def test_dates_in_utc_keep_the_hour_of_paris_over_the_change_of_clock():
    schedule, problems = schedule_of("DTSTART:20270325T190000Z", "RDATE:20270325T190000Z,20270330T180000Z")
    assert (days(schedule), problems) == ([("2027-03-25", "20:00"), ("2027-03-30", "20:00")], [])


def test_whole_day_of_outlook_is_one_in_any_zone():
    schedule, problems = schedule_of("DTSTART:20260702T000000Z", "DTEND:20260703T000000Z", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE")
    assert (schedule, problems) == (Schedule(Timing.ALL_DAY, (Slot(date(2026, 7, 2)),)), [])


@pytest.mark.parametrize(
    ("lines", "slot"),
    [
        # The clock goes back on 31 October 2027, and forward on 28 March.
        (("DTSTART;TZID=Europe/Paris:20271030T140000", "DURATION:P1D"), Slot(date(2027, 10, 30), date(2027, 10, 31), time(14), time(14))),
        (("DTSTART;TZID=Europe/Paris:20271030T140000", "DURATION:PT24H"), Slot(date(2027, 10, 30), date(2027, 10, 31), time(14), time(13))),
        (("DTSTART;TZID=Europe/Paris:20270327T140000", "DURATION:P1DT2H"), Slot(date(2027, 3, 27), date(2027, 3, 28), time(14), time(16))),
        (("DTSTART;TZID=Europe/Paris:20271026T140000", "DURATION:P1W"), Slot(date(2027, 10, 26), date(2027, 11, 2), time(14), time(14))),
        (("DTSTART:20271030T120000Z", "DURATION:P1D"), Slot(date(2027, 10, 30), date(2027, 10, 31), time(14), time(13))),
    ],
)  # fmt: skip
def test_days_of_a_length_are_those_of_the_calendar(lines, slot):
    assert schedule_of(*lines) == (timed(slot), [])


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("DTSTART:20260702T000000Z", "DTEND:20260703T000000Z", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"), 0),
        (("DTSTART:20260701T220000Z", "DTEND:20260702T220000Z", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"), 0),
        (("DTSTART;TZID=Europe/London:20260702T000000", "DTEND;TZID=Europe/London:20260703T000000",
          "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE"), 0),
        (("DTSTART:20260702T080000Z", "X-MICROSOFT-CDO-ALLDAYEVENT-IANA:true"), 0),
        (("DTSTART:20260702T000000", "DTEND:20260703T000000", "X-FUNAMBOL-ALLDAY:1"), 0),
        (("DTSTART:20260702T000000", "DTEND:20260703T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:MAYBE"), 1),
    ],
)  # fmt: skip
def test_property_that_says_whole_day_is_read(lines, told):
    schedule, problems = schedule_of(*lines)
    assert (schedule, len(problems)) == (Schedule(Timing.ALL_DAY, (Slot(date(2026, 7, 2)),)), told)


def test_whole_days_written_as_instants_end_with_their_last_day():
    schedule, _problems = schedule_of("DTSTART:20260701T220000Z", "DTEND:20260703T220000Z", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE")
    assert schedule.slots == (Slot(date(2026, 7, 2), date(2026, 7, 3)),)


USUAL = Slot(date(2026, 7, 9), start=time(18, 30), end=time(20))


def with_changed_date(*lines):
    changed = "\r\n".join(
        ["BEGIN:VEVENT", "UID:1@a.example", "RECURRENCE-ID;TZID=Europe/Paris:20260709T183000",
         "DTSTART;TZID=Europe/Paris:20260709T183000", "DTEND;TZID=Europe/Paris:20260709T200000", *lines, "END:VEVENT", ""]
    )  # fmt: skip
    return wrapped(*PARIS, "LOCATION:Halle", "RRULE:FREQ=WEEKLY;COUNT=4").replace("BEGIN:VEVENT", changed + "BEGIN:VEVENT", 1)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("SUMMARY:Marché",), []),
        (("SUMMARY:Marché de Noël",), ["titre « Marché de Noël »"]),
        (("DESCRIPTION:Avec fanfare", "URL:https://a.example"), ["texte « Avec fanfare », lien « https://a.example »"]),
        (("LOCATION:HALLE",), []),
        (("STATUS:WHATEVER",), ["date du 09/07/2026 (« WHATEVER »)"]),
    ],
)
def test_words_and_state_of_one_date_are_told(lines, told):
    event, problems = only(with_changed_date(*lines))
    assert event.title == "Marché"
    assert len(problems) == len(told)
    assert all(words in problem.replace("\u00a0", " ") for words, problem in zip(told, problems, strict=True))


@pytest.mark.parametrize(
    ("lines", "change"),
    [
        (("SUMMARY:COMPLET - Marché",), Change(date(2026, 7, 9), USUAL, None, DateState.FULL)),
        (("SUMMARY:Marché (reporté)",), Change(date(2026, 7, 9), None, None, DateState.POSTPONED)),
        (("SUMMARY:Marché", "LOCATION:Gymnase"), Change(date(2026, 7, 9), USUAL, None, DateState.MOVED, "Gymnase")),
        (("LOCATION:https://a.example/s",), Change(date(2026, 7, 9), USUAL, None, DateState.MOVED_ONLINE, "https://a.example/s")),
        (("SUMMARY:[Complet] Marché", "LOCATION:Gymnase"), Change(date(2026, 7, 9), USUAL, None, DateState.FULL, "Gymnase")),
    ],
)
def test_state_and_place_of_one_date_are_its_own(lines, change):
    event, problems = only(with_changed_date(*lines))
    assert (event.schedule.changes, problems) == ((change,), [])


@pytest.mark.parametrize("span", ["THISANDPRIOR", "x"])
def test_change_of_other_dates_is_told(span):
    text = with_changed_date("SUMMARY:Marché").replace("RECURRENCE-ID;", f"RECURRENCE-ID;RANGE={span};")
    event, problems = only(text)
    assert len(event.schedule.changes) == len(problems) == 1


@pytest.mark.parametrize("lines", [("STATUS:CANCELED",), ("SUMMARY:ANNULÉ - Marché",), ("SUMMARY:Marché (annulé)",)])
def test_cancelled_date_is_cancelled_however_it_is_said(lines):
    event, problems = only(with_changed_date(*lines))
    assert (event.schedule.changes, problems) == ((Change(date(2026, 7, 9)),), [])


WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=4"
LOST_DATE = "Une date ajoutée ou supprimée (%s) n’est pas lisible\u00a0: vérifiez les dates."


@pytest.mark.parametrize(
    ("lines", "number", "told"),
    [
        ((WEEKLY, "EXDATE:bientôt"), 4, [LOST_DATE % "EXDATE"]),
        ((WEEKLY, "EXDATE:20260709T163000Z,20269999"), 3, [LOST_DATE % "EXDATE"]),
        ((WEEKLY, "EXDATE:"), 4, []),
        (("RDATE:20260709T163000Z,x",), 2, [LOST_DATE % "RDATE"]),
        (("RRULE:chaque jeudi",), 1, ["La répétition n’a pas été comprise\u00a0: seule la première date a été reprise."]),
        (
            ("RRULE:FREQ=WEEKLY;UNTIL=noël",),
            10,
            ["La fin de la répétition n’est pas lisible\u00a0: vérifiez les dates.", SPELLED_OUT],
        ),
    ],
)
def test_dates_that_are_lost_are_told(lines, number, told):
    schedule, problems = schedule_of(*PARIS, *lines)
    assert (len(schedule.occurrences(date(2028, 1, 1), limit=10)), problems) == (number, told)
