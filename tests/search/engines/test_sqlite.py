"""The narrow table of what is asked of every match follows the entries by itself."""

import pytest
from django.db import connection
from django.utils import timezone

from search.engines import database_engine
from search.models import Entry, EntryKey

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps long texts apart by itself"),
]


def make_entry(thing, **facts):
    now = timezone.now()
    words = {"title": "Bal", "title_words": "fr0bal", "title_stems": "", "language": "fr", "words_language": "fr", "url": "/"}
    return Entry.objects.create(kind="event", thing=thing, changed_at=now, indexed_at=now, **words, **facts)


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


def test_an_index_of_an_older_version_gets_its_narrow_rows():
    entry = make_entry("1", commune="port")
    with connection.cursor() as cursor:
        for trigger in ("search_fts_added", "search_fts_changed", "search_fts_removed"):
            cursor.execute(f"DROP TRIGGER {trigger}")
        cursor.execute("DROP TABLE search_facet")
        cursor.execute("DROP TABLE search_group")
        cursor.execute("CREATE TRIGGER search_fts_added AFTER INSERT ON search_entry BEGIN SELECT 1; END")
    database_engine().prepare()
    later = make_entry("2")
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
        cursor.execute("SELECT e.thing, g.kind, g.commune FROM search_facet e JOIN search_group g ON g.id = e.group_id")
        return {thing: (kind, commune) for thing, kind, commune in cursor.fetchall()}


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
