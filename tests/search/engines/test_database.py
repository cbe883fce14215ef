"""The order where very many entries hold the words."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from search.engines import database
from tests.factories import make_event, one_day

pytestmark = pytest.mark.every_database


@pytest.mark.parametrize("most, first", [(3, "Bal"), (2, "Bal de la Saint-Jean")])
def test_too_many_matches_are_ordered_by_their_last_day(rebuild, find, engine, monkeypatch, most, first):
    if engine.needs_sending:
        pytest.skip("about the databases")
    monkeypatch.setattr(database, "MOST_WEIGHED", most)
    today = timezone.localdate()
    for title, days in (("Bal", 9), ("Bal de la Saint-Jean", 2), ("Bal de la Saint-Jean d’hiver", 5)):
        make_event(title, one_day(today + timedelta(days=days)))
    rebuild()
    titles = find.titles("bal")
    if most == 2 or connection.vendor == "sqlite":  # PostgreSQL weighs a word alike whatever the length of its title
        assert titles[0] == first
    if most == 2:
        assert titles == ["Bal de la Saint-Jean", "Bal de la Saint-Jean d’hiver", "Bal"]
