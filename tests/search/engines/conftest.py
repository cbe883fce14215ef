"""Entries made by hand, for what the databases do with very many of them."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from search.analysis.words import title_term
from search.engines.database import VERSIONS
from search.models import Entry, EntryKey, Span


def make_entry(thing, **facts):
    now = timezone.now()
    words = {"title": "Bal", "title_words": "fr0bal", "title_stems": "", "language": "fr", "words_language": "fr", "url": "/"}
    return Entry.objects.create(**{"kind": "event", "thing": thing, "changed_at": now, "indexed_at": now, **words, **facts})


def versions() -> dict[int, int]:
    with connection.cursor() as cursor:
        cursor.execute(VERSIONS)
        return dict(cursor.fetchall())


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
