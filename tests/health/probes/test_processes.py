"""Web, worker and clock: who lives where, who is missed, and who was only replaced."""

from datetime import timedelta

import pytest
from django.utils import timezone

from common.clock import ClockRun
from common.health import State
from common.models import ProcessLife
from health.probes import processes

pytestmark = pytest.mark.django_db
Kind = ProcessLife.Kind


def make_process(name, kind=Kind.WORKER, silent=0, began=60, version=None):
    """One that gave its last sign `silent` minutes ago and began `began` minutes ago."""
    from django.conf import settings

    now = timezone.now()
    return ProcessLife.objects.create(
        name=name, kind=kind, machine=f"machine-{name}", number=7, version=settings.VERSION if version is None else version,
        started_at=now - timedelta(minutes=began), alive_at=now - timedelta(minutes=silent),
    )  # fmt: skip


def states(findings) -> list[tuple[str, str]]:
    return [(finding.state, finding.sentence) for finding in findings]


def test_living_processes_are_named_with_their_machine():
    make_process("a")
    make_process("b", began=120)
    assert states(processes.worker()) == [
        (
            State.OK,
            "2 processus tournent : machine-a (numéro 7) depuis 1\xa0heure, machine-b (numéro 7) depuis 2\xa0heures.",
        )
    ]


def test_nobody_alive_is_red():
    make_process("a", silent=3)
    make_process("web", Kind.WEB)
    assert [state for state, _sentence in states(processes.worker())] == [State.FAILURE]
    assert [state for state, _sentence in states(processes.web())] == [State.OK]


def test_one_that_died_beside_others_is_missed():
    make_process("a")
    make_process("dead", silent=30)
    assert [(finding.state, "machine-dead" in finding.sentence) for finding in processes.worker()] == [
        (State.OK, False), (State.WARNING, True),
    ]  # fmt: skip


def test_one_that_was_replaced_is_not_missed():
    make_process("old", silent=30)
    make_process("new", began=29)
    assert [finding.state for finding in processes.worker()] == [State.OK]


def test_process_of_another_version_is_to_be_restarted():
    make_process("a", version="0.1.0")
    assert [finding.state for finding in processes.worker()] == [State.OK, State.WARNING]
    assert "0.1.0" in processes.worker()[1].sentence


def run_clock(**fields):
    ClockRun.objects.all().delete()
    ClockRun.objects.create(name="job", **{"slot": timezone.now(), "finished_at": timezone.now(), **fields})


@pytest.mark.parametrize(("minutes", "state"), [(1, State.OK), (6, State.FAILURE), (-60, State.WARNING)])
def test_clock_is_told_by_what_it_did(minutes, state):
    run_clock(started_at=timezone.now() - timedelta(minutes=minutes))
    assert [finding.state for finding in processes.clock()] == [state]


def test_clock_that_never_worked_is_red():
    ClockRun.objects.all().delete()
    assert [finding.state for finding in processes.clock()] == [State.FAILURE]


def test_job_that_did_not_end_is_named():
    run_clock(started_at=timezone.now())
    ClockRun.objects.create(name="search.mend", slot=timezone.now(), started_at=timezone.now() - timedelta(hours=2))
    assert [(finding.state, "search.mend" in finding.sentence) for finding in processes.clock()] == [
        (State.OK, False), (State.WARNING, True),
    ]  # fmt: skip
