from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from common.filters import Near
from destination.agenda.filters import AgendaFilters, shortcut_bounds

TODAY, HORIZON = date(2026, 7, 16), date(2028, 7, 1)  # a Thursday


def read(query: str) -> AgendaFilters:
    return AgendaFilters.from_query(QueryDict(query))


def test_filters_round_trip_through_the_address():
    query = (
        "?day=2026-07-16&commune=port-aurelle&commune=valserre&category=music&free=1&family=1&access=hearing&access=motor"
        "&setting=indoors&near=42.51%2C3.12%2C25&organisation=cote&audience=members&ongoing=1&page=3"
    )
    assert read(query[1:]).query() == query


def test_filters_accept_commas_and_order_does_not_matter():
    assert read("category=stage,music") == read("category=music&category=stage")


def test_lasting_query_leaves_out_position_page_and_days():
    assert read("day=today&free=1&near=42.5,3.1&page=2").lasting_query() == "?free=1"


def test_position_is_rounded_so_that_no_home_is_in_an_address():
    assert read("near=42.518734,3.123456").near == Near(42.52, 3.12, 10)


@pytest.mark.parametrize("near", ["nan,1", "inf,3", "91,0", "0,181", "a,b", "1", "1,2,3,4", ",", "1e400,2"])
def test_impossible_positions_are_left_out(near):
    assert read(f"near={near}").near is None


@pytest.mark.parametrize(
    ("query", "remark"),
    [
        ("day=2026-02-31", "Cette date n’existe pas dans le calendrier : vérifiez le jour et le mois."),
        ("day=31/02/2026", "Cette date n’existe pas dans le calendrier : vérifiez le jour et le mois."),
        ("from=demain", "La date n’a pas été comprise : écrivez-la comme 16/07/2026."),
        ("day=9999-01-01", "Cette date est trop lointaine : vérifiez l’année."),
    ],
)
def test_an_impossible_day_is_said_and_left_out(query, remark):
    filters = read(query)
    assert (filters.day, filters.first, filters.remarks) == (None, None, (remark,))


def test_an_end_before_the_start_is_exchanged_and_said():
    filters = read("from=2026-07-20&to=2026-07-10")
    assert (filters.first, filters.last, len(filters.remarks)) == (date(2026, 7, 10), date(2026, 7, 20), 1)


@pytest.mark.parametrize(
    ("word", "bounds"),
    [
        ("today", (TODAY, TODAY)),
        ("weekend", (date(2026, 7, 18), date(2026, 7, 19))),
        ("week", (TODAY, date(2026, 7, 22))),
    ],
)
def test_shortcuts_are_days(word, bounds):
    assert read(f"day={word}").bounds(TODAY, HORIZON) == bounds


def test_weekend_on_a_sunday_is_that_sunday():
    assert shortcut_bounds("weekend", date(2026, 7, 19)) == (date(2026, 7, 19), date(2026, 7, 19))


def test_without_day_everything_to_come_is_shown():
    assert read("").bounds(TODAY, HORIZON) == (TODAY, HORIZON)


def test_toggling_takes_in_and_out():
    filters = AgendaFilters().toggled("categories", "music").toggled("categories", "stage").toggled("free", True)
    assert filters.query() == "?category=music&category=stage&free=1"
    assert filters.toggled("categories", "music").toggled("free", True).query() == "?category=stage"


def test_any_disability_gives_way_to_a_chosen_one():
    assert AgendaFilters(access=("any",)).toggled("access", "motor").access == ("motor",)


@given(st.text(), st.text(), st.text())
def test_no_text_makes_reading_fail(first, second, third):
    values = {"day": [first], "from": [second], "near": [third], "category": [first, second], "page": [third], "access": [first]}
    query = QueryDict(mutable=True)
    for name, given_values in values.items():
        query.setlist(name, given_values)
    filters = AgendaFilters.from_query(query)
    assert AgendaFilters.from_query(QueryDict(filters.query().lstrip("?"))).query() == filters.query()
