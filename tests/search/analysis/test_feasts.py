"""When feasts are, and how a question names them; today is Thursday 3 December 2026."""

from datetime import date, timedelta

import pytest

from common.date_formats import LANGUAGES
from search.analysis.feasts import feast_terms, feasts, feasts_of
from search.analysis.moments import understand

TODAY = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("code", "year", "first", "last"),
    [
        ("christmas", 2026, "2026-12-20", "2026-12-31"),
        ("new_year", 2027, "2026-12-31", "2027-01-01"),
        ("easter", 2024, "2024-03-29", "2024-04-01"),
        ("easter", 2025, "2025-04-18", "2025-04-21"),
        ("easter", 2027, "2027-03-26", "2027-03-29"),
        ("easter", 2038, "2038-04-23", "2038-04-26"),
        ("holy_week", 2027, "2027-03-21", "2027-03-28"),
        ("shrove_tuesday", 2027, "2027-02-09", "2027-02-09"),
        ("ascension", 2027, "2027-05-06", "2027-05-09"),
        ("pentecost", 2027, "2027-05-15", "2027-05-17"),
        ("mothers_day", 2027, "2027-05-30", "2027-05-30"),
        ("mothers_day", 2026, "2026-05-31", "2026-05-31"),
        ("mothers_day", 2023, "2023-06-04", "2023-06-04"),  # Pentecost was on 28 May
        ("fathers_day", 2027, "2027-06-20", "2027-06-20"),
        ("heritage_days", 2025, "2025-09-20", "2025-09-21"),
        ("heritage_days", 2024, "2024-09-21", "2024-09-22"),
        ("bastille_day", 2027, "2027-07-13", "2027-07-14"),
        ("winter", 2026, "2026-12-01", "2027-02-28"),
        ("winter", 2027, "2027-12-01", "2028-02-29"),
    ],
)
def test_a_feast_is_on_its_days(code, year, first, last):
    assert feasts()[code].days(year) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_a_feast_is_understood_with_its_days(language):
    for code, feast in feasts().items():
        for name in feast.names.get(language, ()):
            moment = understand(name, language, TODAY)
            assert (name, moment.feast and moment.feast[0], moment.text) == (name, code, "")
            assert moment.days[1] >= TODAY


@pytest.mark.parametrize(
    ("question", "language", "text", "feast"),
    [
        ("que faire à Noël ?", "fr", "que faire à ?", ("christmas", 2026)),
        ("noel", "fr", "", ("christmas", 2026)),
        ("marché de Noël", "fr", "marché de", ("christmas", 2026)),
        ("vacances de Noël 2027", "fr", "", ("christmas", 2027)),
        ("Noël prochain", "fr", "", ("christmas", 2026)),
        ("christmas", "fr", "", ("christmas", 2026)),
        ("veille de noël", "fr", "", ("christmas_eve", 2026)),
        ("week-end de Pâques", "fr", "", ("easter", 2027)),
        ("concert le lundi de Pâques", "fr", "concert le", ("easter_monday", 2027)),
        ("pont de l’Ascension", "fr", "", ("ascension", 2027)),
        ("bal du 14 juillet", "fr", "bal du", ("bastille_day", 2027)),
        ("feux de la Saint-Jean", "fr", "feux de la", ("saint_john", 2027)),
        ("feux de la St-Jean", "fr", "feux de la", ("saint_john", 2027)),
        ("soirée de la Saint-Sylvestre", "fr", "", ("new_year", 2027)),
        ("jour de la St Valentin", "fr", "", ("valentine", 2027)),
        ("fêtes de la Toussaint", "fr", "", ("all_saints", 2027)),
        ("cet été", "fr", "", ("summer", 2027)),
        ("cet hiver", "fr", "", ("winter", 2026)),
        ("Christmas market", "en", "market", ("christmas", 2026)),
        ("New Year’s Eve dinner", "en", "dinner", ("new_year", 2027)),
        ("things to do on Easter weekend", "en", "things to do on", ("easter", 2027)),
        ("this summer", "en", "", ("summer", 2027)),
        ("mercat de Nadal", "ca", "mercat de", ("christmas", 2026)),
        ("diada de Sant Jordi", "ca", "", ("saint_george", 2027)),
        ("St Valentine’s Day dinner", "en", "dinner", ("valentine", 2027)),
        ("revetlla de Sant Joan", "ca", "", ("saint_john", 2027)),
        ("Tots Sants", "ca", "", ("all_saints", 2027)),
        ("a l’estiu", "ca", "a l’", ("summer", 2027)),
    ],
)
def test_a_feast_is_understood_in_a_question(question, language, text, feast):
    moment = understand(question, language, TODAY)
    assert (moment.text, moment.feast, moment.hours) == (text, feast, None)


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("du 10 au 15 août", (date(2027, 8, 10), date(2027, 8, 15))),
        ("24/12", (date(2026, 12, 24), date(2026, 12, 24))),
        ("réveillon à 20 h", (date(2026, 12, 31), date(2027, 1, 1))),  # an hour limits days
        ("noël à la plage ce week-end", (date(2026, 12, 20), date(2026, 12, 31))),
    ],
)
def test_days_that_are_written_come_before_a_feast(question, days):
    moment = understand(question, "fr", TODAY)
    assert moment.days == days
    assert (moment.feast is None) == (moment.hours is not None or not question.startswith("noël"))


@pytest.mark.parametrize("question", ["hot springs", "les trois rois", "lundi", "saint", "jean", "14 juin"])
def test_what_only_looks_like_a_feast_is_none(question):
    moment = understand(question, "en" if "hot" in question else "fr", TODAY)
    assert moment is None or moment.feast is None


def test_a_feast_goes_on_until_its_last_day():
    assert understand("noël", "fr", date(2026, 12, 31)).days == (date(2026, 12, 31),) * 2
    assert understand("noël", "fr", date(2027, 1, 1)).feast == ("christmas", 2027)
    assert understand("hiver", "fr", date(2027, 2, 3)).days == (date(2027, 2, 3), date(2027, 2, 28))


def test_what_happens_at_a_feast_alone_is_told_from_what_happens_then_too():
    eve, sunday = date(2026, 12, 24), date(2026, 12, 27)
    ball = feasts_of([(eve, eve, None)])
    assert ("christmas", 2026) in ball.alone and ("winter", 2026) in ball.too
    weekly = [(sunday + timedelta(days=7 * week),) * 2 + (None,) for week in range(-3, 3)]
    assert feasts_of(weekly).alone == frozenset()
    assert ("christmas", 2026) in feasts_of(weekly).too
    yearly = feasts_of([(eve, eve, None), (date(2027, 12, 24), date(2027, 12, 24), None)])
    assert {("christmas", 2026), ("christmas", 2027)} <= yearly.alone
    assert feasts_of([]) == (frozenset(), frozenset())
    assert feast_terms([("new_year", 2027), ("easter", 2027)], "fr") == "fr3easter2027 fr3newyear2027"
