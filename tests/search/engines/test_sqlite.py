"""The narrow table of what is asked of every match follows the entries by itself."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from common.access import EVERYTHING_KEY
from search.analysis.terms import query_terms
from search.analysis.words import title_term
from search.engines import EngineQuery, database, database_engine, sqlite, sqlite_index
from search.engines.sqlite_index import ENTRY_MASK, FIRST_DAY, VERSIONS, place_of_day
from search.filters import SearchFilters
from search.models import Entry, EntryKey, Span

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps long texts apart by itself"),
]


def make_entry(thing, **facts):
    now = timezone.now()
    words = {"title": "Bal", "title_words": "fr0bal", "title_stems": "", "language": "fr", "words_language": "fr", "url": "/"}
    return Entry.objects.create(**{"kind": "event", "thing": thing, "changed_at": now, "indexed_at": now, **words, **facts})


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


@pytest.fixture
def fair():
    """A fair that every kind of entry speaks of: in its title or its text, over, off, to come, undated, for some, on some days."""
    today = timezone.localdate()
    number = 0
    for kind, commune in (("event", "port"), ("event", "ville"), ("place", "port"), ("commune", ""), ("photo", "")):
        for words in (
            {"title_words": "fr0bal fr0du fr0port", "text_words": "", "text_stems": ""},
            {"title_words": "fr0bal " + title_term("bal", "fr")},
            {"title_words": "fr0fete", "title_stems": "fr1fr1bal"},
            {"title_words": "fr0fete", "text_words": "fr0bal"},
        ):
            for days in (None, -3, 2, 2, 40) if kind == "event" else (None,):
                for keys, facts in READERS:
                    number += 1
                    last_on = None if days is None else today + timedelta(days=days)
                    entry = make_entry(str(number), kind=kind, commune=commune, last_on=last_on, **{**words, **facts})
                    EntryKey.objects.bulk_create(EntryKey(entry=entry, key=key) for key in keys)
                    if last_on:
                        Span.objects.create(kind=kind, thing=str(number), first_day=last_on, last_day=last_on, several=False)
    return today


READERS = (
    (("public",), {}),
    (("members", "public"), {"is_off": True}),
    (("members",), {}),
    (("public",), {"shown_from": date(2000, 1, 1)}),
    (("public",), {"shown_until": date(2001, 1, 1)}),
)


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


def test_kept_counts_are_those_of_now(fair, monkeypatch):
    """What is closed, withdrawn or moved to another day is counted no longer, and nothing asks twice without a change."""
    monkeypatch.setattr(database, "MOST_WEIGHED", 0)
    engine = database_engine()
    query = EngineQuery(tuple(query_terms("bal", "fr", 12)), frozenset({"public"}), "fr", fair, SearchFilters.windows(fair))

    def counts() -> tuple:
        answer = engine.find(query, 0, 5)
        assert answer.facets == engine.find_by_rows(query, 0, 5).facets
        return answer.total, answer.facets.whens["week"]

    total, week = counts()
    with monkeypatch.context() as patches:
        patches.setattr(engine, "_count", None)
        assert counts() == (total, week)
        assert engine.find(replace(query, kind="place"), 0, 5).total
    with monkeypatch.context() as patches:
        parts = []
        patches.setattr(engine, "_count", lambda *facts, count=engine._count: parts.append(facts[-1]) or count(*facts))
        Entry.objects.filter(last_on=fair + timedelta(days=40)).update(title="Grand bal")
        assert (counts(), len(parts)) == ((total, week), 1)
    happening = [thing for thing in Span.objects.values_list("thing", flat=True) if is_counted(thing, fair)]
    EntryKey.objects.filter(entry__thing=happening[0]).delete()
    assert counts() == (total - 1, week - 1)
    Entry.objects.filter(thing=happening[1]).update(shown_until=fair - timedelta(days=1))
    assert counts() == (total - 2, week - 2)
    Span.objects.filter(thing=happening[2]).delete()
    assert counts() == (total - 2, week - 3)
    with transaction.atomic():
        Entry.objects.filter(thing=happening[2]).delete()
        assert counts() == (total - 3, week - 3)
        transaction.set_rollback(True)
    assert counts() == (total - 2, week - 3)


def versions() -> dict[int, int]:
    with connection.cursor() as cursor:
        cursor.execute(VERSIONS)
        return dict(cursor.fetchall())


def test_what_happens_in_the_week_is_gathered_anew_only_where_days_change():
    entry, before = make_entry("1"), versions()
    Entry.objects.filter(pk=entry.pk).update(title_words="fr0fete")
    EntryKey.objects.create(entry=entry, key="public")
    assert versions()[sqlite_index.DAYS] == before[sqlite_index.DAYS]
    day = date(2026, 12, 3)
    for change in (
        lambda: Span.objects.create(kind="event", thing="1", first_day=day, last_day=day, several=False),
        lambda: Entry.objects.filter(pk=entry.pk).update(language="en"),
        lambda: make_entry("2"),
        lambda: Entry.objects.all().delete(),
    ):
        before = versions()
        change()
        assert versions()[sqlite_index.DAYS] != before[sqlite_index.DAYS]


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
        (lambda: other.delete(), {sqlite_index.DAYS, later}),
    ):
        before = versions()
        change()
        assert {part for part, number in versions().items() if before.get(part) != number} == changed


def is_counted(thing: str, today: date) -> bool:
    """Whether everybody finds this thing, in the week to come."""
    first, last = SearchFilters.windows(today)["week"]
    entries = Entry.objects.open_to(frozenset({"public"})).shown_on(today)
    return entries.filter(thing=thing, last_on__range=(first, last)).exists()


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
