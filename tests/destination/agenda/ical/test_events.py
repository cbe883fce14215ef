from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from destination.agenda.ical.components import Problem
from destination.agenda.ical.events import MAX_BYTES, MAX_EVENTS, CalendarReading
from destination.agenda.ical.writer import CalendarEvent, calendar
from destination.agenda.schedule import Change, Frequency, Rule, Schedule, Slot, Timing
from destination.agenda.schedule.checks import clean_schedule
from destination.agenda.schedule.sentences import schedule_in_words
from tests.destination.agenda.ical.files import FIRST, PARIS, SPELLED_OUT, TODAY, only, read, timed, wrapped


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
    assert (event.title, event.sequence) == ("Marché 2", 2)
    assert problems == ["Le fichier donne plusieurs versions de cet événement : seule la plus récente a été reprise."]


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
    "case-01": ["2027-03-15 20:30"],
    "case-02": ["2027-03-15 20:30"],
    "case-04": ["2027-03-15 10:00"],
    "case-05": ["2027-07-05 18:00"],
    "case-06": ["2027-07-05 16:00"],
    "case-07": ["2027-07-05 17:00"],
    "case-08": ["2027-07-05 16:00"],
    "case-10": ["2027-10-30 14:00"],
    "case-11": ["2027-06-12 14:00"],
    "case-13": ["2027-06-12"],
    "case-15": ["2027-01-06 08:30", "2027-01-20 08:30", "2027-02-03 08:30", "2027-02-10 08:30", "2027-02-17 08:30", "2027-02-24 08:30"],
    "case-16": ["2027-07-05", "2027-07-06", "2027-07-08", "2027-07-09"],
    "case-17": ["2027-07-05 20:00"],
    "case-18": ["2027-07-05 20:00"],
    "case-20": ["2027-07-05 12:00"],
    "case-21": [
        "2027-01-04 18:00", "2027-01-11 18:00", "2027-01-18 18:00", "2027-01-25 18:00", "2027-02-01 19:30", "2027-02-08 19:30",
        "2027-02-15 19:30", "2027-02-22 19:30",
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


# What else the trial files have to give, and in how many sentences something is told.
REPORTED_WORDS = {
    "case-01": ("cancelled", "Bal trad de Combefort", "", 0),
    "case-02": ("cancelled", "Bal folk", "", 0),
    "case-04": ("confirmed", "Fête de l’olive & du vin – 3e édition", "Salle de l’Étoile, Mas d'Oriol", 0),
    "case-18": ("confirmed", "Fête de l’été", "", 0),
    "case-20": ("confirmed", "Pique-nique", "", 1),
    "case-21": ("confirmed", "Cours de yoga", "", 0),
    "case-29": ("confirmed", "Réunion - sur place ( Salle Amélia)", "", 0),
    "case-30": ("confirmed", "Atelier vannerie", "", 1),
    "case-34": ("confirmed", "Balade", "", 0),
}
# And the text, the position and what is told of some of them.
SWAPPED = "La latitude et la longitude étaient échangées : elles sont remises dans l’ordre."
VERSIONS = "Le fichier donne plusieurs versions de cet événement : seule la plus récente a été reprise."
REPORTED_FACTS = {
    "case-04": ("Goûter & musique — entrée libre", None, []),
    "case-05": ("", None, []),
    "case-08": ("", None, []),
    "case-20": ("", (42.5, 2.75), [SWAPPED]),
    "case-23": ("", None, [SPELLED_OUT]),
    "case-24": ("", None, [SPELLED_OUT]),
    "case-30": ("", None, [VERSIONS]),
    "case-34": ("Départ à 9\u00a0h\neau\nchapeau", None, []),
    "case-36": ("", None, [SPELLED_OUT]),
}


def test_files_of_public_reports_give_their_text_their_position_and_remarks(shared_data):
    answers = {}
    for case in REPORTED_FACTS:
        [file] = (shared_data / "cases").glob(f"{case}-*.ics")
        event, problems = only(file.read_bytes())
        answers[case] = (event.description, event.geo, [problem.replace("\u00a0", " ") for problem in problems])
    assert answers == REPORTED_FACTS


@pytest.mark.parametrize("case", REPORTED_WORDS)
def test_file_of_a_public_report_gives_its_words(shared_data, case):
    [file] = (shared_data / "cases").glob(f"{case}-*.ics")
    calendar = read(file.read_bytes())
    [event] = calendar.events
    assert (event.status, event.title, event.location_text, len(calendar.problems)) == REPORTED_WORDS[case]


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        ("case-10", "du 30 octobre à 14 h au 31 octobre 2027 à 14 h"),
        ("case-11", "du 12 juin à 14 h au 13 juin 2027 à 12 h"),
        ("case-13", "samedi 12 juin 2027, toute la journée"),
        ("case-26", "du 7 mai à 10 h au 9 mai 2027 à 18 h"),
        ("case-27", "vendredi 7 mai 2027, de 21 h à minuit"),
    ],
)
def test_file_of_a_public_report_lasts_as_long_as_it_says(shared_data, case, sentence):
    [file] = (shared_data / "cases").glob(f"{case}-*.ics")
    [event] = read(file.read_bytes()).events
    assert schedule_in_words(event.schedule, "fr").replace("\u00a0", " ") == sentence


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("CLASS:X-OFFICE",), "La confidentialité « X-OFFICE » n’est pas connue"),
        (("CLASS:CONFIDENTIAL",), "Cet événement est marqué comme privé"),
    ],
)
def test_event_that_may_be_private_is_left_out_and_told(lines, told):
    calendar = read(wrapped(*PARIS, *lines))
    assert calendar.events == []
    assert calendar.problems[0].message.replace("\u00a0", " ").startswith(told)


@pytest.mark.parametrize(
    ("written", "position", "told"),
    [
        ("42.5;2.75", (42.5, 2.75), 0),
        ("2.75;42.5", (42.5, 2.75), 1),
        ("55.5;-21.1", (-21.1, 55.5), 1),  # Réunion
        ("41.98;2.82", (41.98, 2.82), 0),  # Girona, next door
        ("40.7;-74", (40.7, -74.0), 1),  # New York
        ("0;0", None, 0),
        ("0.000000;0.000000", None, 0),
        ("geo:42.5,2.75", (42.5, 2.75), 0),
        ("42,5;2,75", (42.5, 2.75), 0),
        ("N42.5;E2.75", None, 1),
        ("la halle", None, 1),
        ("4250000;275000", None, 1),
    ],
)
def test_position_that_cannot_be_is_told(written, position, told):
    event, problems = only(wrapped(*PARIS, f"GEO:{written}"))
    assert (event.geo, len(problems)) == (position, told)


@pytest.mark.parametrize(
    ("second", "told"),
    [
        (wrapped(*PARIS), []),  # twice the same
        (wrapped(*PARIS, "LOCATION:Halle"), ["versions"]),
        (wrapped(*PARIS, "SEQUENCE:1", "LOCATION:Halle"), ["versions"]),
    ],
)
def test_version_left_out_is_told(second, told):
    _event, problems = only(wrapped(*PARIS) + second)
    assert [word for sentence in problems for word in ("versions",) if word in sentence] == told
