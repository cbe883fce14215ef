from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from destination.agenda.ical.components import Problem
from destination.agenda.ical.events import MAX_BYTES, MAX_EVENTS, CalendarReading, read_calendar
from destination.agenda.ical.writer import CalendarEvent, calendar
from destination.agenda.schedule import Change, Schedule, Slot, Timing
from destination.agenda.schedule.checks import clean_schedule
from destination.agenda.schedule.recurrence import Frequency, Rule

TODAY = date(2026, 6, 1)


def wrapped(*lines, uid="1@a.example"):
    """A calendar with one event made of these lines."""
    names = [f"UID:{uid}", "SUMMARY:Marché"] if uid else ["SUMMARY:Marché"]
    return "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *names, *lines, "END:VEVENT", "END:VCALENDAR", ""])


def read(text):
    return read_calendar(text.encode() if isinstance(text, str) else text, TODAY)


def only(text):
    calendar_read = read(text)
    [event] = calendar_read.events
    return event, [problem.message for problem in calendar_read.problems]


def schedule_of(*lines):
    event, problems = only(wrapped(*lines))
    return event.schedule, problems


def timed(*slots, **more):
    return Schedule(Timing.TIMED, slots, **more)


def days(schedule):
    return [(one.day.isoformat(), one.slot.start and f"{one.slot.start:%H:%M}") for one in schedule.occurrences(date(2028, 6, 1))]


FIRST = Slot(date(2026, 7, 2), start=time(18, 30), end=time(20))
PARIS = ("DTSTART;TZID=Europe/Paris:20260702T183000", "DTEND;TZID=Europe/Paris:20260702T200000")


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


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("FREQ=DAILY;COUNT=3", Rule(Frequency.DAILY, count=3)),
        ("FREQ=DAILY;BYDAY=MO,TH;COUNT=3", Rule(Frequency.WEEKLY, weekdays=(0, 3), count=3)),
        ("FREQ=WEEKLY;BYDAY=TH;UNTIL=20260827T163000Z", Rule(Frequency.WEEKLY, weekdays=(3,), until=date(2026, 8, 27))),
        ("FREQ=WEEKLY;UNTIL=20260827T100000Z", Rule(Frequency.WEEKLY, weekdays=(3,), until=date(2026, 8, 26))),
        ("FREQ=WEEKLY;INTERVAL=2;UNTIL=20260827", Rule(Frequency.WEEKLY, 2, weekdays=(3,), until=date(2026, 8, 27))),
        ("FREQ=MONTHLY", Rule(Frequency.MONTHLY, month_day=2)),
        ("FREQ=MONTHLY;BYDAY=1TH", Rule(Frequency.MONTHLY, nth_weekday=(1, 3))),
        ("FREQ=MONTHLY;BYDAY=TH;BYSETPOS=1", Rule(Frequency.MONTHLY, nth_weekday=(1, 3))),
        ("FREQ=YEARLY;BYMONTH=7;BYDAY=1TH", Rule(Frequency.YEARLY, nth_weekday=(1, 3))),
        ("FREQ=YEARLY", Rule(Frequency.YEARLY, month_day=2)),
    ],
)
def test_rule_is_kept_where_ours_says_the_same(text, rule):
    assert schedule_of(*PARIS, f"RRULE:{text}") == (timed(FIRST, rule=rule), [])


SPELLED_OUT = "La répétition a été reprise date par date, pour deux ans au plus."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", ["2026-07-02", "2026-07-31", "2026-08-31"]),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", ["2026-07-02", "2026-11-13", "2027-08-13"]),
        ("FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15;COUNT=2", ["2026-07-02", "2026-08-15"]),
    ],
)
def test_rule_that_ours_cannot_say_is_spelled_out(text, expected):
    schedule, problems = schedule_of(*PARIS, f"RRULE:{text}")
    assert ([day for day, _hour in days(schedule)], problems) == (expected, [SPELLED_OUT])


def test_rule_in_utc_moves_with_the_clock_as_it_does_at_its_author():
    schedule, problems = schedule_of("DTSTART:20261020T160000Z", "RRULE:FREQ=WEEKLY;COUNT=2")
    assert days(schedule) == [("2026-10-20", "18:00"), ("2026-10-27", "17:00")]
    assert problems == [SPELLED_OUT]


def test_start_outside_its_own_rule_is_a_date_too():
    schedule, _problems = schedule_of(*PARIS, "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3")
    assert [day for day, _hour in days(schedule)] == ["2026-07-02", "2026-07-06", "2026-07-13"]


@pytest.mark.parametrize(
    "text", ["FREQ=SECONDLY", "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "FREQ=NEVER", "BYDAY=MO", "FREQ=WEEKLY;BYDAY=XX"]
)
def test_senseless_rule_keeps_the_first_date(text):
    schedule, problems = schedule_of(*PARIS, f"RRULE:{text}")
    assert schedule == timed(FIRST)
    assert problems == ["La répétition n’a pas été comprise : seule la première date a été reprise."]


def test_endless_rule_of_another_zone_is_bounded():
    schedule, problems = schedule_of("DTSTART;TZID=America/New_York:19970902T090000", "RRULE:FREQ=DAILY")
    assert len(schedule.slots) == 732
    assert schedule.slots[0].day >= TODAY
    assert problems[1] == "Cet événement a trop de dates : 732 ont été reprises sur 11231."


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


def test_excluded_midnight_of_a_windows_zone_leaves_its_day_out():
    schedule, problems = schedule_of(
        *PARIS, "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE:20260709T163000Z", "EXDATE;TZID=Romance Standard Time:20260723T000000"
    )
    assert (schedule.excluded, problems) == ((date(2026, 7, 9), date(2026, 7, 23)), [])


def test_excluded_instant_of_whole_days_is_the_day_it_is_in_paris():
    schedule, problems = schedule_of("DTSTART;VALUE=DATE:20260702", "RRULE:FREQ=DAILY;COUNT=5", "EXDATE:20260703T220000Z")
    assert (schedule.excluded, problems) == ((date(2026, 7, 4),), [])


def test_floating_hours_are_those_of_the_place_whatever_the_zone_of_the_calendar():
    text = wrapped("DTSTART:20260702T183000", "DTEND:20260702T200000")
    event, problems = only(text.replace("BEGIN:VEVENT", "X-WR-TIMEZONE:America/Montreal\r\nBEGIN:VEVENT", 1))
    assert (event.schedule, problems) == (timed(FIRST), [])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # The last working day of the month.
        (
            ("DTSTART;TZID=Europe/Paris:20270331T070000", "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3"),
            [("2027-03-31", "07:00"), ("2027-04-30", "07:00"), ("2027-05-31", "07:00")],
        ),
        # A weekly hour of New York, where the clock changes two weeks before ours.
        (
            ("DTSTART;TZID=Eastern Standard Time:20270308T100000", "RRULE:FREQ=WEEKLY;COUNT=4"),
            [("2027-03-08", "16:00"), ("2027-03-15", "15:00"), ("2027-03-22", "15:00"), ("2027-03-29", "16:00")],
        ),
    ],
)
def test_rule_of_working_days_or_of_another_zone_is_spelled_out(lines, expected):
    schedule, problems = schedule_of(*lines)
    assert (days(schedule), problems) == (expected, [SPELLED_OUT])


def test_last_day_without_hour_includes_its_evening():
    schedule, problems = schedule_of(*PARIS, "RRULE:FREQ=WEEKLY;UNTIL=20260716")
    assert (schedule.rule.until, problems) == (date(2026, 7, 16), [])


@pytest.mark.parametrize(
    ("end", "slot"),
    [
        ("20260704T180000", Slot(date(2026, 7, 2), date(2026, 7, 4), time(18, 30), time(18))),
        ("20260703T000000", Slot(date(2026, 7, 2), start=time(18, 30), end=time(0))),
    ],
)
def test_end_days_later_or_at_midnight(end, slot):
    assert schedule_of(PARIS[0], f"DTEND;TZID=Europe/Paris:{end}") == (timed(slot), [])


def test_tags_leave_the_title():
    event, _problems = only(
        wrapped(*PARIS).replace("Marché", "Goûter (<i class='icon'></i> <a href='https://a.example/'>Halle</a>)")
    )
    assert event.title == "Goûter ( Halle)"


def test_description_of_blank_lines_gives_way_to_the_formatted_one():
    formatted = (
        "X-ALT-DESC;FMTTYPE=text/html:<html><body><p>Rendez-vous &agrave; 7&nbsp;h</p><ul><li>pull</li></ul></body></html>"
    )
    event, _problems = only(wrapped(*PARIS, "DESCRIPTION:\\n", formatted))
    assert event.description == "Rendez-vous à 7\u00a0h\npull"


def test_last_of_three_versions_of_an_event_is_kept():
    versions = [wrapped(*PARIS, f"SEQUENCE:{number}").replace("Marché", f"Marché {number}") for number in range(3)]
    event, problems = only("".join(versions))
    assert (event.title, event.sequence, problems) == ("Marché 2", 2, [])


def test_moved_whole_day_may_be_named_by_its_instant():
    moved = wrapped("RECURRENCE-ID:20270701T220000Z", "DTSTART;VALUE=DATE:20270706")
    event, problems = only(wrapped("DTSTART;VALUE=DATE:20260702", "RRULE:FREQ=YEARLY;COUNT=2") + moved)
    assert (event.schedule.changes, problems) == ((Change(date(2027, 7, 2), Slot(date(2027, 7, 6))),), [])


def test_dates_in_utc_keep_the_hour_of_paris_over_the_change_of_clock():
    schedule, problems = schedule_of("DTSTART:20270325T190000Z", "RDATE:20270325T190000Z,20270330T180000Z")
    assert (days(schedule), problems) == ([("2027-03-25", "20:00"), ("2027-03-30", "20:00")], [])


def test_change_of_all_later_dates_is_told():
    moved = wrapped(
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20260716T183000", "DTSTART;TZID=Europe/Paris:20260716T200000"
    )
    event, problems = only(wrapped(*PARIS, "RRULE:FREQ=WEEKLY;COUNT=4") + moved)
    assert event.schedule.changes == (Change(date(2026, 7, 16), Slot(date(2026, 7, 16), start=time(20))),)
    assert problems == ["Un changement valait pour toutes les dates suivantes\u00a0: il n’a été repris que pour la première."]


def test_event_is_read_with_its_words():
    event, problems = only(
        wrapped(
            *PARIS, "DESCRIPTION:Ligne\\; une\\, deux\\nÀ de", " main\\\\fin", "LOCATION:Halle", "GEO:42.5;2.75", "URL:https://a.example/1",
            "STATUS:CANCELLED", "CATEGORIES:Marchés\\, foires,Famille", 'ORGANIZER;CN="Comité des fêtes":mailto:a@a.example',
            "SEQUENCE:4", "LAST-MODIFIED:20260501T080000Z",
        )
    )  # fmt: skip
    assert (event.uid, event.title, event.status, event.sequence) == ("1@a.example", "Marché", "cancelled", 4)
    assert event.description == "Ligne; une, deux\nÀ demain\\fin"
    assert (event.location_text, event.geo, event.url) == ("Halle", (42.5, 2.75), "https://a.example/1")
    assert event.categories == ("Marchés, foires", "Famille")
    assert event.organizer_name == "Comité des fêtes"
    assert event.modified == datetime(2026, 5, 1, 8, tzinfo=UTC)
    assert problems == []


def test_html_becomes_plain_text():
    event, _problems = only(wrapped(*PARIS, "X-ALT-DESC;FMTTYPE=text/html:<p>Thé &amp; café</p><script>x()</script><b>libre</b>"))
    assert event.description == "Thé & café\nlibre"


def test_dangerous_or_absurd_values_are_dropped():
    event, _problems = only(wrapped(*PARIS, "URL:javascript:alert(1)", "GEO:142;2", "SEQUENCE:x", "LOCATION:a\x00b"))
    assert (event.url, event.geo, event.sequence, event.location_text) == ("", None, 0, "ab")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
def test_every_encoding_and_line_ending_is_read(encoding, ending):
    event, problems = only(wrapped(*PARIS).replace("\r\n", ending).encode(encoding))
    assert (event.title, event.schedule, problems) == ("Marché", timed(FIRST), [])


def test_old_encoding_is_read_and_said():
    event, problems = only(wrapped(*PARIS).encode("cp1252"))
    assert (event.title, problems) == ("Marché", ["Le fichier n’est pas en UTF-8 : vérifiez les accents."])


def test_line_folded_inside_a_character_is_read():
    raw = wrapped(*PARIS).encode().replace("é".encode(), b"\xc3\r\n \xa9")
    assert only(raw)[0].title == "Marché"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", ("fichier", "Le fichier est vide.")),
        ("Bonjour", ("fichier", "Ce fichier n’est pas un calendrier (.ics).")),
        (
            "<!DOCTYPE html><html>",
            ("fichier", "C’est une page web, pas un calendrier : cherchez sur cette page le lien « iCal » ou « .ics »."),
        ),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR", ("fichier", "Ce calendrier ne contient aucun événement.")),
        (wrapped(), ("Marché", "Cet événement n’a pas de date de début.")),
        (wrapped("DTSTART:20260231T100000"), ("Marché", "La date de début n’est pas lisible : « 20260231T100000 » (ligne 5).")),
        (wrapped(*PARIS, "CLASS:PRIVATE"), ("Marché", "Cet événement est marqué comme privé : il n’a pas été repris.")),
        (
            "BEGIN:VCALENDAR\nBEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR",
            ("fichier", "1 élément (tâche) laissé de côté : seuls les événements sont repris."),
        ),
    ],
)
def test_file_without_events_says_why(text, problem):
    found = read(text)
    said = [(one.where, one.message) for one in found.problems]
    assert (found.events, said) == ([], [problem])


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ((*PARIS[:1], "DTEND:20260701T100000Z"), "La fin était avant le début : elle a été laissée de côté."),
        ((*PARIS[:1], "DURATION:soon"), "La durée n’est pas lisible : elle a été laissée de côté."),
        ((*PARIS[:1], "a line without sense"), "Cette ligne n’a pas été comprise et a été laissée de côté."),
        (
            ("DTSTART;TZID=Nulle/Part:20260702T183000",),
            "Le fuseau horaire « Nulle/Part » est inconnu : les heures ont été lues comme celles de Paris.",
        ),
    ],
)
def test_faulty_line_costs_only_itself(lines, problem):
    schedule, problems = schedule_of(*lines)
    assert schedule == timed(Slot(date(2026, 7, 2), start=time(18, 30)))
    assert problems == [problem]


def test_file_cut_in_the_middle_keeps_what_is_there():
    event, problems = only(wrapped(*PARIS).partition("END:VEVENT")[0])
    assert (event.schedule, problems) == (timed(FIRST), ["Le fichier est coupé au milieu d’un événement."])


def test_several_calendars_in_a_file_are_one():
    found = read(wrapped(*PARIS) + wrapped(*PARIS, uid="2@a.example"))
    assert [event.uid for event in found.events] == ["1@a.example", "2@a.example"]


def test_event_without_uid_gets_the_same_one_at_each_reading():
    first, second = (only(wrapped(*PARIS, uid=None))[0].uid for _time in range(2))
    assert first == second


def test_newer_version_of_an_event_wins():
    newer = wrapped(*PARIS, "SEQUENCE:2").replace("Marché", "Marché de nuit")
    event, _problems = only(newer + wrapped(*PARIS, "SEQUENCE:1"))
    assert event.title == "Marché de nuit"


def test_file_too_large_is_refused():
    [problem] = read(b"x" * (MAX_BYTES + 1)).problems
    assert problem.message.startswith("Le fichier est trop gros")


def test_remarks_are_bounded(monkeypatch):
    monkeypatch.setattr("destination.agenda.ical.events.MAX_SECONDS", 600)  # of a busy machine
    found = read("BEGIN:VCALENDAR\n" + "without sense\n" * 100_000)
    assert (found.events, len(found.problems)) == ([], 200)


def test_number_of_events_is_bounded(monkeypatch):
    monkeypatch.setattr("destination.agenda.ical.events.MAX_SECONDS", 600)  # of a busy machine
    one = wrapped(*PARIS, "RRULE:FREQ=WEEKLY;COUNT=10").split("\r\n")[1:-2]
    text = "\r\n".join(
        ["BEGIN:VCALENDAR", *(line.replace("1@", f"{n}@") for n in range(MAX_EVENTS + 10) for line in one), "END:VCALENDAR"]
    )
    found = read(text)
    assert len(found.events) == MAX_EVENTS
    assert found.problems[0].message.startswith(f"Seuls les {MAX_EVENTS} premiers événements")


@pytest.mark.parametrize("schedule", [
    timed(FIRST, rule=Rule(Frequency.WEEKLY, weekdays=(3,), until=date(2026, 8, 27)), excluded=(date(2026, 8, 13),),
          changes=(Change(date(2026, 7, 9)), Change(date(2026, 7, 16), Slot(date(2026, 7, 17), start=time(9))))),
    clean_schedule(timed(FIRST, rule=Rule(Frequency.MONTHLY, nth_weekday=(-1, 4), count=5)), TODAY),
    Schedule(Timing.ALL_DAY, (Slot(date(2026, 7, 3), date(2026, 7, 7)),)),
    timed(Slot(date(2028, 2, 29), start=time(22), end=time(2)), rule=Rule(Frequency.YEARLY, month_day=29)),
])  # fmt: skip
def test_our_own_export_is_read_back(schedule):
    [event] = read(calendar([CalendarEvent("1@a.example", schedule, "Marché")], "Agenda")).events
    end = date(2033, 1, 1)
    assert event.schedule.occurrences(end) == schedule.occurrences(end)


LINES = st.sampled_from(
    ["BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VALARM", "UID:1", "SUMMARY:a",
     *PARIS,
     "DTSTART:20260702", "DTEND:19990101", "RRULE:FREQ=DAILY", "RRULE:FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2", "EXDATE:20260703",
     "RDATE:20260704/P1D,x", "RECURRENCE-ID:20260703T163000Z", "RECURRENCE-ID:?", "STATUS:CANCELLED",
     "RRULE:FREQ=HOURLY;COUNT=30",
     "RRULE:FREQ=WEEKLY;INTERVAL=0", "RRULE:FREQ=MONTHLY;BYDAY=9MO;BYSETPOS=99999", "DURATION:P9999999D", "GEO:nan;inf",
     " folded",
     "DTSTART:99991231T235959Z", "DTSTART:19700101T000000Z", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "TZID:X", "TZOFFSETTO:+9999"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES | st.text(max_size=20), max_size=30).map("\n".join) | st.binary(max_size=100))
def test_no_input_breaks_the_reading(content):
    raw = content.encode("utf-8", "replace") if isinstance(content, str) else content
    found = CalendarReading(TODAY).read(raw)
    assert found.events or found.problems


def test_every_file_of_the_trial_data_gives_events_or_a_sentence(shared_data):
    files = sorted((shared_data / "ics").rglob("*.ics"))
    assert files
    silent = []
    for file in files:
        found = CalendarReading(TODAY).read(file.read_bytes())
        if not found.events and not any(isinstance(one, Problem) and one.message for one in found.problems):
            silent.append(file.name)
    assert silent == []


# The dates that each trial file has to give, on the clock of Paris.
REPORTED = {
    "case-06": ["2027-07-05 16:00"],
    "case-07": ["2027-07-05 17:00"],
    "case-15": ["2027-01-06 08:30", "2027-01-20 08:30", "2027-02-03 08:30", "2027-02-10 08:30", "2027-02-17 08:30", "2027-02-24 08:30"],
    "case-16": ["2027-07-05", "2027-07-06", "2027-07-08", "2027-07-09"],
    "case-17": ["2027-07-05 20:00"],
    "case-21": [
        "2027-01-04 18:00", "2027-01-11 18:00", "2027-01-18 18:00", "2027-01-25 18:00", "2027-02-01 19:30", "2027-02-08 18:00",
        "2027-02-15 18:00", "2027-02-22 18:00",
    ],
    "case-23": ["2027-01-29 08:00", "2027-02-26 08:00", "2027-03-31 08:00", "2027-04-30 08:00"],
    "case-24": ["2027-03-10 09:00", "2027-03-17 09:00", "2027-03-24 09:00", "2027-03-31 10:00", "2027-04-07 10:00"],
    "case-25": ["2027-01-05 20:00", "2027-01-12 20:00", "2027-01-19 20:00"],
    "case-26": ["2027-05-07 10:00"],
    "case-27": ["2027-05-07 21:00"],
    "case-29": ["2027-05-07 21:00"],
    "case-30": ["2027-05-21 10:00"],
    "case-31": ["2027-07-04", "2028-07-08", "2029-07-04"],
    "case-32": ["2027-03-26 20:30", "2027-03-29 20:30", "2027-04-02 20:30"],
    "case-34": ["2027-05-07 21:00"],
    "case-36": [
        "2027-03-01 18:00", "2027-03-08 18:00", "2027-03-15 17:00", "2027-03-22 17:00", "2027-03-29 18:00", "2027-04-05 18:00",
    ],
}  # fmt: skip


@pytest.mark.parametrize("case", REPORTED)
def test_file_of_a_public_report_gives_its_dates(shared_data, case):
    [file] = (shared_data / "cases").glob(f"{case}-*.ics")
    [event] = read(file.read_bytes()).events
    occurrences = event.schedule.occurrences(date(2030, 1, 1))
    assert [f"{one.day} {one.slot.start:%H:%M}" if one.slot.start else str(one.day) for one in occurrences] == (REPORTED[case])
