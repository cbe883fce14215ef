"""The order where very many entries hold the words."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from common.access import PUBLIC_KEY
from search.analysis.terms import query_terms
from search.engines import EngineQuery, database
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
