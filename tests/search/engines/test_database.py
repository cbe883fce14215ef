"""The order and the counts where very many entries hold the words."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from common.access import EVERYTHING_KEY, PUBLIC_KEY
from search.actions import index_things
from search.analysis.terms import query_terms
from search.analysis.words import title_term
from search.engines import EngineQuery, Facets, database, database_engine
from search.filters import SearchFilters
from search.models import Entry, EntryKey, Span
from tests.factories import make_event, make_place, one_day
from tests.search.engines.conftest import make_entry, versions

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


@pytest.mark.parametrize("most, first", [(3, "Bal d’été"), (2, "Bal de la Saint-Jean")])
def test_too_many_matches_are_ordered_by_their_last_day(rebuild, find, engine, monkeypatch, most, first):
    if engine.needs_sending:
        pytest.skip("about the databases")
    monkeypatch.setattr(database, "MOST_WEIGHED", most)
    today = timezone.localdate()
    for title, days in (("Bal d’été", 9), ("Bal de la Saint-Jean", 2), ("Bal de la Saint-Jean d’hiver", 5)):
        make_event(title, one_day(today + timedelta(days=days)))
    rebuild()
    titles = find.titles("bal")
    if most == 2 or connection.vendor == "sqlite":  # PostgreSQL weighs a word alike whatever the length of its title
        assert titles[0] == first
    if most == 2:
        assert titles == ["Bal de la Saint-Jean", "Bal de la Saint-Jean d’hiver", "Bal d’été"]


def test_pages_of_too_many_matches_follow_each_other(rebuild, engine, monkeypatch):
    """Whether titles alone fill a page or not."""
    if engine.needs_sending:
        pytest.skip("about the databases")
    monkeypatch.setattr(database, "MOST_WEIGHED", 2)
    today = timezone.localdate()
    for number, title in enumerate(("Bal", "Bals", "Bal du port", "Fête", "Bal d’hiver")):
        make_event(title, one_day(today + timedelta(days=9 - number)), organiser="Comité du bal")
    rebuild()
    query = EngineQuery(tuple(query_terms("bal", "fr", 12)), frozenset({PUBLIC_KEY}), "fr", today, {})
    whole = engine.find(query, 0, 15).ids
    assert len(whole) == 5
    for size in (1, 2, 3, 4):
        pages = [engine.find(query, start, size) for start in range(0, 6, size)]
        assert [pk for page in pages for pk in page.ids] == whole
        assert {page.total for page in pages} == {5}


def test_the_names_of_things_are_kept_until_words_are_written(rebuild):
    """`mark` tells a list whether it knows them already."""
    event = make_event("Bal du port", one_day(timezone.localdate() + timedelta(days=2)), organiser="Comité des fêtes")
    rebuild()

    def names(text):
        return database_engine().names(query_terms(text, "fr", 12), "event", is_dated=True)

    def mark_of_places():
        return database_engine().names(query_terms("bal", "fr", 12), "place", is_dated=False).mark

    assert names("bal").read() == names("comité").read() == [str(event.pk)]
    assert names("bal").in_titles.read() == [str(event.pk)]
    assert names("comité").in_titles.read() == names("marché").read() == []
    before, of_places = names("bal").mark, mark_of_places()
    assert names("bal").mark == before is not None
    assert len({before, names("comité").mark, names("bal").in_titles.mark}) == 3
    other = make_event("Bal d’été", one_day(timezone.localdate() + timedelta(days=3)))
    index_things("event", [str(other.pk)])
    assert names("bal").mark != before
    assert len(names("bal").read()) == 2
    assert mark_of_places() == of_places
    make_place("Salle de bal")
    rebuild()
    assert mark_of_places() != of_places


@pytest.mark.parametrize("most", [1, 300])
def test_levels_stand_before_what_the_words_weigh(rebuild, find, monkeypatch, most):
    """The whole title, the words as typed in a title, in another form, elsewhere; what is over comes last."""
    monkeypatch.setattr(database, "MOST_WEIGHED", most)
    today = timezone.localdate()
    for title, days, organiser in (
        ("Fête", 6, "Comité du bal, du grand bal et du petit bal"),
        ("Les bals", 5, ""),
        ("Bal du port", 7, ""),
        ("Bal", 8, ""),
        ("Bal d’hier", -1, ""),
    ):
        make_event(title, one_day(today + timedelta(days=days)), organiser=organiser)
    rebuild()
    assert find.titles("bal") == ["Bal", "Bal du port", "Les bals", "Fête", "Bal d’hier"]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="about PostgreSQL's own index")
def test_an_index_of_an_older_version_is_made_anew(rebuild, find):
    make_event("Bal du port", one_day(timezone.localdate() + timedelta(days=2)))
    rebuild()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # a table with checks that wait cannot be altered
        cursor.execute("DROP TABLE search_version")
        cursor.execute("DROP FUNCTION search_found(text[], bigint[])")
        for name in ("keys", "entries", "changes", "days"):
            cursor.execute(f"DROP FUNCTION search_note_{name} CASCADE")
        cursor.execute("ALTER TABLE search_entry DROP COLUMN keys, DROP COLUMN tokens")
        cursor.execute("ALTER TABLE search_entry ADD COLUMN tokens tsvector")
    database_engine().prepare()
    database_engine().prepare()
    assert find.titles("bal") == ["Bal du port"]
    make_event("Bal d’été", one_day(timezone.localdate() + timedelta(days=3)))
    rebuild()
    assert find.titles("bal") == ["Bal du port", "Bal d’été"]


def looked_through(query: EngineQuery) -> tuple[list[int], Facets]:
    """What the entries of `fair` answer to « bal », each looked at by itself: all keys in order, and the facets."""
    found = []
    for entry in Entry.objects.shown_on(query.today).filter(language="fr").prefetch_related("keys"):
        keys = {row.key for row in entry.keys.all()}
        if not (keys & query.keys or EVERYTHING_KEY in query.keys) or PUBLIC_KEY in keys and entry.kind in query.beside:
            continue
        if query.kinds and entry.kind not in query.kinds:
            continue
        late = 2 if entry.last_on and entry.last_on < query.today else 1 if entry.is_off else 0
        level = 20 if "fr0bal" in entry.title_words.split() else 10 if "fr1fr1bal" in entry.title_stems.split() else 0
        level = 30 if title_term("bal", "fr") in entry.title_words.split() else level
        rank = {20: {"commune": 2, "place": 1}, 10: {"place": 1}, 0: {}}[min(level, 20)].get(entry.kind, 0)
        days = set(Span.objects.filter(kind=entry.kind, thing=entry.thing).values_list("first_day", flat=True))
        whens = [name for name, (first, last) in query.windows.items() if any(first <= day <= last for day in days)]
        is_then = not query.days or any(query.days[0] <= day <= query.days[1] for day in days)
        order = (late, -level - rank, entry.last_on or date.min, entry.pk)
        found.append((order, entry.kind, entry.commune, whens, is_then))

    def passes(kind, commune, is_then, without="") -> bool:
        return (
            (without == "kind" or not query.kind or kind == query.kind)
            and (without == "commune" or not query.commune or commune == query.commune)
            and (without == "when" or is_then)
        )

    kinds, communes, whens = Counter(), Counter(), Counter(dict.fromkeys(query.windows, 0))
    for _order, kind, commune, names, then in found:
        kinds[kind] += passes(kind, commune, then, "kind")
        communes[commune] += passes(kind, commune, then, "commune")
        whens.update(names if passes(kind, commune, then, "when") else ())
    communes.pop("", None)
    ids = [order[-1] for order, kind, commune, _names, then in sorted(found) if passes(kind, commune, then)]
    return ids, Facets(dict(+kinds), dict(+communes), dict(whens))


def question(today: date, **facts) -> EngineQuery:
    words, windows = tuple(query_terms("bal", "fr", 12)), SearchFilters.windows(today)
    plain = {"keys": frozenset({PUBLIC_KEY}), "windows": windows}
    return EngineQuery(words, language="fr", today=today, **{**plain, **facts})


@pytest.mark.parametrize("most_weighed", [0, 1000])
def test_what_is_kept_gives_what_looking_at_each_entry_gives(fair, monkeypatch, most_weighed):
    """Page by page and with the same counts: where there are many, in the same order."""
    monkeypatch.setattr(database, "MOST_WEIGHED", most_weighed)
    engine = database_engine()
    week = SearchFilters.windows(fair)["week"]
    for change in (
        {}, {"keys": frozenset({"members"})}, {"keys": frozenset({"members", "public"})}, {"keys": frozenset({EVERYTHING_KEY})},
        {"kind": "event"}, {"kind": "place"}, {"commune": "port"}, {"kind": "event", "commune": "ville"}, {"days": week},
        {"kinds": ("event", "place")}, {"keys": frozenset({"members", "public"}), "beside": ("event",)},
        {"days": (fair + timedelta(days=1), fair + timedelta(days=60))}, {"days": (date.min, fair)},
    ):  # fmt: skip
        query = question(fair, **change)
        ids, facets = looked_through(query)
        pages = [engine.find(query, start, 20) for start in range(0, len(ids) + 20, 20)]
        found = [pk for page in pages for pk in page.ids]
        assert (found if most_weighed == 0 else sorted(found)) == (ids if most_weighed == 0 else sorted(ids)), change
        assert {page.total for page in pages} == {len(ids)} and pages[0].facets == facets, change
        uncounted = engine.find(replace(query, counted=False), 20, 20)
        assert (uncounted.total, uncounted.ids) == (len(ids), pages[1].ids), change


def test_kept_counts_are_those_of_now(fair, monkeypatch):
    """What is closed, withdrawn or moved to another day is counted no longer, and nothing asks twice without a change."""
    monkeypatch.setattr(database, "MOST_WEIGHED", 0)
    engine = database_engine()
    query = question(fair)

    def counts() -> tuple:
        answer = engine.find(query, 0, 5)
        assert answer.facets == looked_through(query)[1]
        return answer.total, answer.facets.whens["week"]

    total, week = counts()
    with monkeypatch.context() as patches:
        patches.setattr(engine, "_count_parts", None)
        assert counts() == (total, week)
        assert engine.find(replace(query, kind="place"), 0, 5).total
    with monkeypatch.context() as patches:
        parts, count = [], engine._count_parts
        patches.setattr(engine, "_count_parts", lambda *facts: parts.extend(facts[-1]) or count(*facts))
        Entry.objects.filter(last_on=fair + timedelta(days=40)).update(text_words="fr0grand fr0bal")
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


def test_what_happens_in_the_week_is_gathered_anew_only_where_days_change():
    entry, before = make_entry("1"), versions()
    Entry.objects.filter(pk=entry.pk).update(title_words="fr0fete")
    EntryKey.objects.create(entry=entry, key="public")
    assert versions()[database.DAYS] == before[database.DAYS]
    day = date(2026, 12, 3)
    for change in (
        lambda: Span.objects.create(kind="event", thing="1", first_day=day, last_day=day, several=False),
        lambda: Entry.objects.filter(pk=entry.pk).update(language="en"),
        lambda: make_entry("2"),
        lambda: Entry.objects.all().delete(),
    ):
        before = versions()
        change()
        assert versions()[database.DAYS] != before[database.DAYS]


def is_counted(thing: str, today: date) -> bool:
    """Whether everybody finds this thing, in the week to come."""
    first, last = SearchFilters.windows(today)["week"]
    entries = Entry.objects.open_to(frozenset({"public"})).shown_on(today)
    return entries.filter(thing=thing, last_on__range=(first, last)).exists()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite tells keys by places")
def test_an_entry_knows_the_keys_that_open_it():
    first, second = make_entry("1"), make_entry("2")

    def keys() -> list:
        with connection.cursor() as cursor:
            cursor.execute("SELECT keys FROM search_entry ORDER BY id")
            return [found for (found,) in cursor.fetchall()]

    EntryKey.objects.bulk_create([EntryKey(entry=first, key=key) for key in ("public", "members")])
    assert keys() == [["members", "public"], []]
    EntryKey.objects.filter(key="public").update(entry=second)
    assert keys() == [["members"], ["public"]]
    EntryKey.objects.all().delete()
    assert keys() == [[], []]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has parts of its own")
def test_a_change_is_one_of_its_part_and_writing_anew_is_none():
    first, second = make_entry("1"), make_entry("2", last_on=date(2026, 12, 3))
    (days, undated, dated) = sorted(versions())
    for change, changed in (
        (lambda: Entry.objects.update(title="Grand bal", indexed_at=timezone.now(), text_words=""), set()),
        (lambda: Entry.objects.filter(pk=first.pk).update(title_words="fr0fete"), {undated}),
        (lambda: Entry.objects.filter(pk=second.pk).update(last_on=date(2026, 12, 30)), {dated, dated + 2}),
        (lambda: EntryKey.objects.create(entry=first, key="members"), {undated}),
        (lambda: first.delete(), {days, undated}),
        (lambda: make_entry("3", last_on=date(2026, 12, 3)), {days, dated}),
    ):
        before = versions()
        change()
        assert {part for part, number in versions().items() if before.get(part) != number} == changed
