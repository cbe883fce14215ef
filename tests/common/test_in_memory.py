"""Rows as sets of bits: what a list, a count and a page of it rest on."""

import pytest
from django.db import connection

from common.in_memory import Latest, Rows
from common.statistics import refresh_statistics

ROWS = Rows([30, 10, 20, *range(100, 120)])


def test_set_of_ids_forgets_strangers_and_counts():
    found = ROWS.of_ids([20, 10, 7])
    assert found.bit_count() == 2
    assert ROWS.page_of(found, 0, 9) == [10, 20]  # in the order of the rows
    assert ROWS.kept(found, [20, 7, 30, 10]) == [20, 10]  # in the order asked
    assert Rows([]).of_ids([1]) == 0 and Rows([]).page_of(0, 0, 5) == []


@pytest.mark.parametrize(("first", "last"), [(0, 3), (2, 9), (7, 8), (8, 17), (20, 40), (40, 50), (5, 5)])
def test_page_is_the_slice_of_the_whole(first, last):
    found = ROWS.of_ids(ROWS.ids[1:])
    assert ROWS.page_of(found, first, last) == ROWS.ids[1:][first:last]


def test_latest_is_made_again_for_another_version_only():
    made = []
    latest = Latest(lambda day: made.append(day) or day)
    asked = [((1,), "lundi"), ((1,), "lundi"), ((2,), "lundi"), ((2,), "mardi"), ((1,), "lundi")]
    assert [latest.of(*each) for each in asked] == ["lundi", "lundi", "lundi", "mardi", "lundi"]
    assert made == ["lundi", "lundi", "mardi", "lundi"]
    latest.forget()
    latest.of((1,), "lundi")
    assert len(made) == 5


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL looks at its tables by itself")
def test_sqlite_plans_by_what_its_tables_hold():
    from tests.factories import make_territory

    make_territory("Port-Aurelle")
    refresh_statistics()
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM sqlite_stat1 WHERE tbl = 'accounts_territory'")
        assert cursor.fetchone()[0]
