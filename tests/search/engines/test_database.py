"""The order where very many entries hold the words."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from common.access import PUBLIC_KEY
from search.analysis.terms import query_terms
from search.engines import EngineQuery, database, database_engine
from tests.factories import make_event, one_day

pytestmark = pytest.mark.every_database


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
        return database_engine().names(query_terms(text, "fr", 12), "event")

    assert names("bal").read() == names("comité").read() == [str(event.pk)]
    assert names("bal").in_titles.read() == [str(event.pk)]
    assert names("comité").in_titles.read() == names("marché").read() == []
    before = names("bal").mark
    assert names("bal").mark == before is not None
    assert len({before, names("comité").mark, names("bal").in_titles.mark}) == 3
    make_event("Bal d’été", one_day(timezone.localdate() + timedelta(days=3)))
    rebuild()
    assert names("bal").mark != before
    assert len(names("bal").read()) == 2


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
def test_an_index_of_an_older_version_gets_titles_and_its_function(rebuild, find):
    make_event("Bal du port", one_day(timezone.localdate() + timedelta(days=2)))
    rebuild()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # a table with checks that wait cannot be altered
        cursor.execute("DROP FUNCTION search_found")
        cursor.execute("ALTER TABLE search_entry DROP COLUMN titles")
    database_engine().prepare()
    database_engine().prepare()
    assert find.titles("bal") == ["Bal du port"]
