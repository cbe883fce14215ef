"""The narrow table of what is asked of every match follows the entries by itself."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection

from common.access import EVERYTHING_KEY
from search.analysis.terms import query_terms
from search.engines import EngineQuery, database, database_engine, sqlite
from search.engines.database import DAYS as OF_DAYS
from search.engines.sqlite_index import ENTRY_MASK, FIRST_DAY, place_of_day
from search.filters import SearchFilters
from search.models import Entry, EntryKey
from tests.search.engines.conftest import make_entry, versions

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps long texts apart by itself"),
]


def narrow_rows() -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, thing, commune FROM search_facet ORDER BY id")
        return cursor.fetchall()


def test_narrow_rows_follow_the_entries():
    first, second = make_entry("1", commune="port"), make_entry("2")
    assert narrow_rows() == [(first.pk, "1", "port"), (second.pk, "2", "")]
    Entry.objects.filter(pk=second.pk).update(commune="ville")
    first.delete()
    assert narrow_rows() == [(second.pk, "2", "ville")]


def test_the_narrow_row_of_an_entry_is_found_without_reading_the_others():
    """As the triggers do at each writing: columns of different types are compared without an index."""
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN QUERY PLAN SELECT f.place FROM search_entry e CROSS JOIN search_facet f ON f.id = e.id")
        steps = [row[-1] for row in cursor.fetchall()]
    assert [step.split(" USING ")[0] for step in steps] == ["SCAN e", "SEARCH f"]


def test_an_index_of_an_older_version_gets_its_narrow_rows():
    entry = make_entry("1", commune="port")
    with connection.cursor() as cursor:
        for trigger in ("search_fts_added", "search_fts_changed", "search_fts_removed"):
            cursor.execute(f"DROP TRIGGER {trigger}")
        cursor.execute("DROP TABLE search_facet")
        cursor.execute("DROP TABLE search_group")
        cursor.execute("CREATE TRIGGER search_fts_added AFTER INSERT ON search_entry BEGIN SELECT 1; END")
        cursor.execute("CREATE TABLE search_fts (id)")
    database_engine().prepare()
    later = make_entry("2")
    assert "search_fts" not in connection.introspection.table_names()
    assert words_in_index() == {"fr0bal": 2}
    assert narrow_rows() == [(entry.pk, "1", "port"), (later.pk, "2", "")]


def test_an_index_without_groups_gets_them():
    make_entry("1", commune="port")
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER search_fts_changed")
        cursor.execute("DROP TABLE search_group")
    database_engine().prepare()
    assert groups() == {"1": ("event", "port")}


def test_an_entry_is_counted_in_the_group_of_its_commune():
    make_entry("1", commune="port"), make_entry("2", commune="port"), make_entry("3")
    assert groups() == {"1": ("event", "port"), "2": ("event", "port"), "3": ("event", "")}
    Entry.objects.filter(thing="2").update(commune="ville")
    assert groups() == {"1": ("event", "port"), "2": ("event", "ville"), "3": ("event", "")}


def groups() -> dict[str, tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT e.thing, g.kind, g.commune FROM search_facet e JOIN search_group g ON g.id = e.place >> 1 & 32767")
        return {thing: (kind, commune) for thing, kind, commune in cursor.fetchall()}


def words_in_index() -> dict[str, int]:
    """In how many entries each word stands, as the full-text index knows it."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_vocabulary USING fts5vocab(main, search_text, row)")
        cursor.execute("SELECT term, doc FROM temp.search_vocabulary")
        return dict(cursor.fetchall())


def places() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT thing, place FROM search_facet")
        return dict(cursor.fetchall())


def test_a_place_tells_day_entry_and_group():
    entries = {thing: make_entry(thing, last_on=day) for thing, day in DAYS.items()}
    found = places()
    assert sorted(found, key=found.get) == list(DAYS)
    for thing, day in DAYS.items():
        assert found[thing] >> 16 & ENTRY_MASK == entries[thing].pk
        assert found[thing] >= (place_of_day(day) if day else 0) and (found[thing] < FIRST_DAY) == (day is None)


DAYS = {"undated": None, "old": date(1980, 5, 1), "first": date(2000, 1, 1), "then": date(2026, 12, 3), "never": date.max}


def test_the_index_holds_each_entry_once_whatever_changes():
    first, second = make_entry("1"), make_entry("2")
    before = places()
    EntryKey.objects.create(entry=first, key="public")
    assert places()["1"] != before["1"] and places()["2"] == before["2"]
    assert words_in_index() == {"fr0bal": 2}
    Entry.objects.filter(pk=first.pk).update(title_words="fr0fete", is_off=True, shown_from=date(2026, 1, 1))
    assert words_in_index() == {"fr0bal": 1, "fr0fete": 1}
    EntryKey.objects.filter(entry=first).update(entry=second)
    EntryKey.objects.all().delete()
    Entry.objects.all().delete()
    assert (words_in_index(), places()) == ({}, {})


@pytest.mark.parametrize("most_weighed", [0, 1000])
def test_places_give_what_the_rows_give(fair, monkeypatch, most_weighed):
    """In the same order, page by page, and with the same counts: where there are many, and where there are few."""
    monkeypatch.setattr(database, "MOST_WEIGHED", most_weighed)
    engine = database_engine()
    plain = EngineQuery(tuple(query_terms("bal", "fr", 12)), frozenset({"public"}), "fr", fair, SearchFilters.windows(fair))
    week = plain.windows["week"]
    changes = (
        {}, {"keys": frozenset({"members"})}, {"keys": frozenset({"members", "public"})}, {"keys": frozenset({EVERYTHING_KEY})},
        {"kind": "event"}, {"commune": "port"}, {"kind": "event", "commune": "ville"}, {"days": week}, {"kinds": ("event", "place")},
        {"keys": frozenset({"members", "public"}), "beside": ("event",)}, {"every_term": False}, {"windows": {}},
    )  # fmt: skip
    for change in changes:
        query = replace(plain, **change)
        starts = range(0, 280, 20)
        by_row = [engine.find_by_rows(query, start, 20) for start in starts]
        by_place = [engine.find(query, start, 20) for start in starts]
        assert by_place == by_row, change
        assert by_row[0].total == len({pk for page in by_row for pk in page.ids}) > 0


def test_entries_that_share_a_mark_are_told_apart(fair, monkeypatch):
    monkeypatch.setattr(database, "MOST_WEIGHED", 0)
    monkeypatch.setattr(sqlite, "MARKS", 2)
    engine = database_engine()
    query = EngineQuery(tuple(query_terms("bal", "fr", 12)), frozenset({"public"}), "fr", fair, SearchFilters.windows(fair))
    assert engine.find(query, 0, 5).facets == engine.find_by_rows(query, 0, 5).facets


def test_a_change_is_one_of_its_part_of_the_index():
    entry, other = make_entry("1"), make_entry("2", last_on=date(2026, 12, 3))
    (undated, dated) = sorted(versions())[1:]
    later = 1 + dated
    for change, changed in (
        (lambda: Entry.objects.filter(pk=entry.pk).update(title_words="fr0fete"), {undated}),
        (lambda: EntryKey.objects.create(entry=other, key="members"), {dated}),
        (lambda: EntryKey.objects.filter(entry=other).update(key="professionals"), {dated}),
        (lambda: EntryKey.objects.filter(entry=other).update(entry=entry), {undated, dated}),
        (lambda: EntryKey.objects.all().delete(), {undated}),
        (lambda: EntryKey.objects.create(entry=other, key="public"), {dated}),
        (lambda: Entry.objects.filter(pk=other.pk).update(last_on=date(2027, 2, 20)), {dated, later}),
        (lambda: other.delete(), {OF_DAYS, later}),
    ):
        before = versions()
        change()
        assert {part for part, number in versions().items() if before.get(part) != number} == changed


def test_narrow_rows_know_what_is_open_to_everybody():
    entry = make_entry("1")

    def is_public() -> bool:
        with connection.cursor() as cursor:
            cursor.execute("SELECT is_public FROM search_facet WHERE id = %s", [entry.pk])
            return bool(cursor.fetchone()[0])

    assert not is_public()
    key = EntryKey.objects.create(entry=entry, key="members")
    assert not is_public()
    EntryKey.objects.filter(pk=key.pk).update(key="public")
    assert is_public()
    Entry.objects.filter(pk=entry.pk).update(commune="ville")
    assert is_public()
    EntryKey.objects.all().delete()
    assert not is_public()
