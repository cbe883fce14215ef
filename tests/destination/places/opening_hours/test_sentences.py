"""Opening hours in words, for people and for schema.org."""

import json
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from destination.places.opening_hours.hours import Opening
from destination.places.opening_hours.sentences import (
    closed_days_in_words,
    next_opening_in_words,
    seasons_in_words,
    specification,
    status_in_words,
)

PARIS = ZoneInfo("Europe/Paris")
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MUSEUM = Opening.from_json({
    "periods": [
        {"from": "04-01", "until": "10-31", "hours": {day: [["10:00", "12:30"], ["14:00", "18:00"]] for day in WEEK[1:]}},
        {"from": "12-20", "until": "01-05", "hours": {"sat": [["14:00", "17:00"]]}},
    ],
    "closed": ["2026-05-01", "12-25"],
})  # fmt: skip
BAR = Opening.from_json({"periods": [{"hours": {"fri": [["20:00", "02:00"]], "sat": [["20:00", "02:00"]]}}]})
REFUGE = Opening.from_json({"periods": [{"hours": {day: [["00:00", "24:00"]] for day in WEEK}}]})
HOTEL = {"periods": [{"from": "02-01", "until": "12-31", "hours": {day: [["07:00", "22:30"]] for day in WEEK[:6]}}]}


def at(year, month, day, hour=0, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=PARIS)


@pytest.mark.parametrize(("moment", "language", "words"), [
    (at(2026, 7, 14, 15), "fr", "Ouvert · ferme à 18\u00a0h"),
    (at(2026, 7, 14, 15), "en", "Open · closes at 6 pm"),
    (at(2026, 7, 14, 15), "ca", "Obert · tanca a les 18\u00a0h"),
    (at(2026, 7, 14, 13), "fr", "Fermé · ouvre à 14\u00a0h"),
    (at(2026, 7, 14, 19), "fr", "Fermé · ouvre demain à 10\u00a0h"),
    (at(2026, 7, 14, 19), "en", "Closed · opens tomorrow at 10 am"),
    (at(2026, 7, 14, 19), "ca", "Tancat · obre demà a les 10\u00a0h"),
    (at(2026, 7, 12, 19), "fr", "Fermé · ouvre mardi à 10\u00a0h"),
    (at(2026, 11, 5), "fr", "Fermé · ouvre le samedi 26 décembre à 14\u00a0h"),
    (at(2026, 11, 5), "en", "Closed · opens on Saturday 26 December at 2 pm"),
])  # fmt: skip
def test_status_is_said_as_people_say_it(moment, language, words):
    assert status_in_words(MUSEUM, moment, language) == words


def test_status_past_midnight_and_day_and_night():
    assert status_in_words(BAR, at(2026, 7, 17, 22), "fr") == "Ouvert · ferme à 2\u00a0h"
    assert status_in_words(REFUGE, at(2026, 7, 17, 22), "fr") == "Ouvert jour et nuit"
    assert status_in_words(Opening(), at(2026, 7, 17, 22), "fr") == ""


def test_week_groups_days_and_puts_the_present_season_first():
    first, second = seasons_in_words(MUSEUM, date(2027, 1, 2), "fr")
    assert (first["heading"], first["is_now"]) == ("Du 20 décembre au 5 janvier", True)
    assert [(row["days"], row["is_closed"], row["is_today"]) for row in first["rows"]] == [
        ("du lundi au vendredi", True, False),
        ("samedi", False, True),
        ("dimanche", True, False),
    ]
    assert second["rows"][1]["hours"] == "de 10\u00a0h à 12\u00a0h\u00a030 et de 14\u00a0h à 18\u00a0h"
    assert closed_days_in_words(MUSEUM, date(2026, 4, 1), "fr") == ["1er mai 2026", "25 décembre"]


def test_schema_org_has_dates_of_the_season_that_comes():
    said = specification(MUSEUM, date(2026, 11, 21))
    assert said[0] == {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": ["Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        "opens": "10:00", "closes": "12:30", "validFrom": "2027-04-01", "validThrough": "2027-10-31",
    }  # fmt: skip
    winter = specification(MUSEUM, date(2027, 1, 2))[2]
    assert (winter["validFrom"], winter["validThrough"]) == ("2026-12-20", "2027-01-05")
    assert specification(REFUGE, date(2026, 1, 1))[0]["closes"] == "23:59"


def closures(stored, today):
    entries = specification(Opening.from_json(stored), today)
    return [entry["validFrom"] for entry in entries if entry["opens"] == entry["closes"] == "00:00"]


DAILY = {"periods": [{"hours": {day: [["10:00", "18:00"]] for day in WEEK}}]}


@pytest.mark.parametrize(
    ("closed", "today", "expected"),
    [
        (["12-25", "2027-01-01"], date(2026, 11, 28), ["2026-12-25", "2027-01-01"]),
        (["12-25"], date(2026, 12, 25), ["2026-12-25"]),
        (["12-25"], date(2026, 12, 26), ["2027-12-25"]),
        (["01-01", "05-01", "2026-01-01"], date(2026, 3, 1), ["2026-05-01", "2027-01-01"]),
        (["02-29"], date(2027, 1, 1), ["2027-02-28"]),
        ([], date(2026, 3, 1), []),
    ],
)
def test_schema_org_has_days_closed_every_year_too(closed, today, expected):
    assert closures(DAILY | {"closed": closed}, today) == expected


def test_hours_of_the_trial_data_close_on_both_days(shared_data):
    stored = json.loads((shared_data / "cases/case-109-opening-closed-yearly.json").read_text())
    assert closed_days_in_words(Opening.from_json(stored), date(2026, 11, 28), "fr") == ["25 décembre", "1er janvier 2027"]
    assert closures(stored, date(2026, 11, 28)) == ["2026-12-25", "2027-01-01"]
    assert specification(Opening.from_json(stored), date(2026, 11, 28))[0]["validThrough"] == "2027-03-15"


def test_schema_org_of_nights_and_of_midnight():
    assert [(entry["opens"], entry["closes"]) for entry in specification(BAR, date(2026, 1, 1))] == [("20:00", "02:00")]
    late = Opening.from_json({"periods": [{"hours": {"mon": [["18:00", "24:00"]]}}]})
    assert [(entry["opens"], entry["closes"]) for entry in specification(late, date(2026, 1, 1))] == [("18:00", "00:00")]


@pytest.mark.parametrize(("meaning", "moment", "words"), [
    ("reception", at(2026, 11, 28, 22, 40), "Réception ouverte de 7\u00a0h à 22\u00a0h\u00a030"),
    ("reception", at(2026, 11, 28, 5), "Réception ouverte de 7\u00a0h à 22\u00a0h\u00a030"),
    ("reception", at(2026, 11, 29, 12), "Pas de réception aujourd’hui"),
    ("reception", at(2027, 1, 10, 12), "Fermé · ouvre le lundi 1er février à 7\u00a0h"),
    ("desk", at(2026, 11, 28, 23), "Bureau ouvert de 7\u00a0h à 22\u00a0h\u00a030"),
    ("supervision", at(2027, 1, 10, 12), "Baignade non surveillée aujourd’hui"),
    ("opening", at(2026, 11, 28, 22, 40), "Fermé · ouvre lundi à 7\u00a0h"),
])  # fmt: skip
def test_hours_of_somebody_do_not_close_the_place(meaning, moment, words):
    assert status_in_words(Opening.from_json(HOTEL, meaning), moment, "fr") == words


def test_what_hours_mean_is_said_by_them_before_their_place():
    assert Opening.from_json(HOTEL | {"meaning": "opening"}, "reception").is_of_the_place
    assert Opening.from_json(HOTEL | {"meaning": "nonsense"}, "reception").meaning == "reception"


def test_next_opening_is_said_of_what_is_closed():
    assert next_opening_in_words(MUSEUM, at(2026, 7, 14, 19), "fr") == "Ouvre demain à 10\u00a0h"
    assert next_opening_in_words(MUSEUM, at(2026, 7, 14, 15), "fr") == ""
    assert next_opening_in_words(Opening(), at(2026, 7, 14, 15), "fr") == ""
