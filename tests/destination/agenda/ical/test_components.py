from datetime import date, time
from time import process_time

import pytest

from destination.agenda.ical.components import READ_PROPERTIES
from destination.agenda.ical.events import CalendarReading
from destination.agenda.schedule import Slot
from tests.destination.agenda.ical.files import FIRST, PARIS, TODAY, only, read, schedule_of, timed, wrapped


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


def test_remarks_are_bounded(monkeypatch):
    monkeypatch.setattr("destination.agenda.ical.events.MAX_SECONDS", 600)  # of a busy machine
    found = read("BEGIN:VCALENDAR\n" + "without sense\n" * 100_000)
    assert (found.events, len(found.problems)) == ([], 200)


def test_quotes_and_backslashes_of_careless_programs_are_understood():
    event, problems = only(
        wrapped('DTSTART;TZID="Europe/Paris:20260702T183000"', 'DESCRIPTION:le \\"bal\\"', "LOCATION;;X:Halle")
    )
    assert (event.schedule.slots[0].start, event.description, event.location_text) == (time(18, 30), 'le "bal"', "Halle")
    assert problems == []


def test_number_of_the_line_is_that_of_the_file():
    text = wrapped(*PARIS, "DESCRIPTION:une", " deux", " trois", "a line without sense")
    assert [problem.where for problem in read(text).problems] == ["ligne 10"]


@pytest.mark.parametrize(
    "lines",
    [
        ["EXDATE:" + ",".join(["20260703T163000Z"] * 10_000)] * 100,
        ["RDATE:" + ",".join(["20260703T163000Z"] * 10_000) + ",x"] * 3,
        ["SUMMARY;x:a"] * 3_000,
        ["LOCATION" + ";A=b" * 49_000 + ":a"],
        ["LOCATION" + ";" * 199_000 + ":a"],
        ["DESCRIPTION:" + "\\" * 199_000],
        ["RRULE:FREQ=HOURLY;BYMINUTE=1,2,3,4,5,6,7,8,9"] * 100,
        ["BEGIN:VALARM"] * 100_000,
    ],
    ids=["excluded", "faulty", "unread", "parameters", "semicolons", "backslashes", "rules", "nested"],
)
def test_hostile_event_ends_soon(lines):
    started = process_time()
    [event] = read(wrapped(*PARIS, *lines)).events
    assert process_time() - started < 30
    assert event.schedule.first_day == date(2026, 7, 2)


def test_thousands_of_events_of_one_name_end_soon(monkeypatch):
    monkeypatch.setattr("destination.agenda.ical.events.MAX_SECONDS", 600)  # of a busy machine
    started = process_time()
    found = read("".join(wrapped(*PARIS).replace("Marché", f"Marché {number}") for number in range(2000)))
    assert (len(found.events), process_time() - started < 40) == (2000, True)


@pytest.mark.parametrize(
    "kind",
    ["BINARY", "BOOLEAN", "CAL-ADDRESS", "DATE", "DURATION", "FLOAT", "INTEGER", "PERIOD", "RECUR", "TEXT", "URI", "X-NONE"],
)
def test_value_of_another_type_costs_only_itself(kind):
    names = sorted(READ_PROPERTIES["VEVENT"] - {"UID", "DTSTART", "RECURRENCE-ID", "CLASS"})
    for name in [*names, "RECURRENCE-ID"]:
        for value in ("20260702T183000", "P1D", "FREQ=DAILY;COUNT=3", "3", "a,b", ""):
            found = CalendarReading(TODAY).read(wrapped(PARIS[0], f"{name};VALUE={kind}:{value}").encode())
            assert found.events or name == "EXDATE"  # which may leave out the only date


@pytest.mark.parametrize(
    ("lines", "title", "text"),
    [
        (("SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:F=C3=AAte de l=E2=80=99=", "=C3=A9t=C3=A9"), "Fête de l’été", ""),
        (("SUMMARY;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:F=EAte",), "Fête", ""),
        (("SUMMARY;QUOTED-PRINTABLE:F=C3=AAte",), "Fête", ""),  # the parameter without its name
        (("SUMMARY:Bal", "DESCRIPTION;ENCODING=QUOTED-PRINTABLE:Concert=0D=0Aet bal, puis=", "  feu ; fin=3D0"), "Bal",
         "Concert\net bal, puis  feu ; fin=0"),
        (("SUMMARY;ENCODING=BASE64:RsOqdGU=",), "Fête", ""),
        (("SUMMARY;ENCODING=B;VALUE=TEXT:RsOqdGU=",), "Fête", ""),
        (("SUMMARY;ENCODING=Q;CHARSET=windows-1252:F=EAte =80",), "Fête €", ""),
        (("SUMMARY;ENCODING=8BIT:Fête",), "Fête", ""),
        (("SUMMARY:Bal", "ATTACH;ENCODING=X-ZIP;VALUE=BINARY:RsOqdGU="), "Bal", ""),
        (("SUMMARY:Bal", "ATTACH;ENCODING=BASE64;VALUE=BINARY:RsOqdGU="), "Bal", ""),
        (("SUMMARY:1=2", "DESCRIPTION;LANGUAGE=fr:a=C3=A9"), "1=2", "a=C3=A9"),
    ],
)  # fmt: skip
def test_encoded_lines_are_read_as_text(lines, title, text):
    event, problems = only("\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *PARIS, *lines, "END:VEVENT", "END:VCALENDAR", ""]))
    assert (event.title, event.description, problems) == (title, text, [])


def test_encoded_line_that_cannot_be_read_is_told():
    _event, problems = only(wrapped(*PARIS, "LOCATION;ENCODING=BASE64:a"))
    assert problems == ["Cette ligne n’a pas été comprise et a été laissée de côté."]


def test_encoding_that_is_not_known_is_told():
    event, problems = only(wrapped(*PARIS, "LOCATION;ENCODING=UUENCODE:M4&%L"))
    assert (event.location_text, problems) == (
        "M4&%L",
        ["L’encodage «\u00a0UUENCODE\u00a0» n’est pas connu\u00a0: vérifiez les mots."],
    )


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Fête de l’été|".encode().replace(b"|", b"\xff"), "Fête de l’été\ufffd"),
        ("Fête de l’été |".encode().replace(b"|", b"\xc3"), "Fête de l’été \ufffd"),
        ("Fête |".encode().replace(b"|", b"\xed\xa0\xbd\xed\xb8\x80"), "Fête \U0001f600"),
        ("Fête de l'été".encode("cp1252"), "Fête de l'été"),
    ],
)
def test_one_bad_byte_spoils_one_letter(written, title):
    event, problems = only(wrapped(*PARIS).encode().replace("Marché".encode(), written))
    assert (event.title, len(problems)) == (title, 1)
