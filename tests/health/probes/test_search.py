"""The search: its engine, what waits for it, what the night found."""

from datetime import timedelta

import pytest
from django.utils import timezone

from common.health import State
from common.models import Measure
from health.probes.search import search
from search.models import LastTurn, Unsent
from search.periodic import DIFFERENCES, mend_entries
from tests.factories import make_event

pytestmark = pytest.mark.django_db


def states() -> list[str]:
    return [finding.state for finding in search()]


def test_built_in_search_is_well():
    LastTurn.next_moment()
    assert states() == [State.OK, State.OK]


def test_differences_of_the_night_are_counted(caplog):
    LastTurn.next_moment()
    mend_entries()
    make_event()
    mend_entries()
    assert search()[-1].sentence.endswith("1 différence, corrigée.")
    mend_entries()
    assert search()[-1].sentence.endswith("aucune différence.")
    Measure.store(DIFFERENCES, {"event": 60})
    assert states() == [State.OK, State.OK, State.WARNING]
    caplog.clear()


def test_engine_that_is_away_is_red(settings, free_port):
    settings.SEARCH_URL = f"http://127.0.0.1:{free_port}"
    Unsent.objects.create(kind="event", thing="1", at=timezone.now() - timedelta(minutes=20))
    LastTurn.next_moment()
    assert states() == [State.FAILURE, State.WARNING, State.OK]
