"""The registry of probes: in order, within a limit, whatever one of them does."""

import threading

import pytest
from django.db import connection
from django.utils import translation
from django.utils.translation import gettext

from common import health
from common.health import Finding, State, findings, probe, probes
from common.models import Measure

OK = Finding(State.OK, "Tout va bien.")


@pytest.fixture(autouse=True)
def _empty_registry(monkeypatch):
    monkeypatch.setattr(health, "_probes", {})
    monkeypatch.setattr(health, "_looks", {})


@pytest.mark.django_db
def test_probes_come_in_order():
    probe("last", title="Dernière", order=9)(lambda: [OK, OK])
    probe("first", title="Première", order=1)(lambda: OK)
    assert [one.key for one in probes()] == ["first", "last"]
    assert {one.key: answer for one, answer in findings().items()} == {"first": [OK], "last": [OK, OK]}
    assert [one.key for one in findings(only=["last"])] == ["last"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "words"), [(OSError("le disque\n ne  répond pas"), "le disque ne répond pas"), (ValueError(), "ValueError")]
)
def test_probe_that_raises_is_a_failure_with_its_words(error, words, caplog):
    def look():
        raise error

    probe("broken", title="Cassée", order=1)(look)
    probe("sound", title="Saine", order=2)(lambda: OK)
    [broken], [sound] = findings().values()
    assert (broken.state, broken.sentence) == (State.FAILURE, f"On n’a pas pu regarder : {words}")
    assert sound == OK
    caplog.clear()


@pytest.mark.django_db(transaction=True)
def test_probe_that_hangs_holds_up_nobody_and_hangs_once(monkeypatch):
    monkeypatch.setattr(health, "LIMIT", 0.2)
    end, starts = threading.Event(), []

    def hang():
        starts.append(1)
        end.wait(60)
        return OK

    probe("hangs", title="Bloquée", order=1)(hang)
    probe("sound", title="Saine", order=2)(lambda: OK)
    for _time in range(2):
        [late], [sound] = findings().values()
        assert (late.state, sound) == (State.FAILURE, OK)
    assert len(starts) == 1
    end.set()
    monkeypatch.setattr(health, "LIMIT", 60)
    assert list(findings().values()) == [[OK], [OK]]


@pytest.mark.django_db(transaction=True)
def test_probe_has_a_connection_of_its_own_and_the_language_of_who_asks():
    Measure.store("essai", 41)
    seen = {}

    def look():
        seen.update(value=Measure.latest("essai").value, connection=connection.connection)
        return Finding(State.OK, gettext("À réparer"))

    probe("reads", title="Lit", order=1)(look)
    with translation.override("en"):
        [[answer]] = findings().values()
    assert answer.sentence == "To be mended"
    assert seen["value"] == 41 and seen["connection"] not in (None, connection.connection)
