"""The queue: a worker that hangs is seen by what waits."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from common.health import State
from health.probes.tasks import tasks

pytestmark = pytest.mark.django_db


def make_task(minutes=0, **fields) -> DBTaskResult:
    """One that was asked for so many minutes ago."""
    fields = {"task_path": "common.tasks.deliver_mail", "run_after": get_date_max(), "backend_name": "default"} | fields
    task = DBTaskResult.objects.create(args_kwargs={"args": [], "kwargs": {}}, **fields)
    DBTaskResult.objects.filter(pk=task.pk).update(enqueued_at=timezone.now() - timedelta(minutes=minutes))
    return task


def states() -> list[str]:
    return [finding.state for finding in tasks()]


@pytest.mark.every_database
@pytest.mark.parametrize(("minutes", "state"), [(1, State.OK), (6, State.WARNING), (16, State.FAILURE)])
def test_task_that_waits_too_long_is_red(minutes, state):
    make_task(0)
    make_task(minutes)
    assert states() == [state]
    assert tasks()[0].sentence.startswith("2 tâches attendent, la plus ancienne depuis ")


def test_pictures_drawn_ahead_may_wait_for_hours():
    make_task(600, priority=-50)
    assert [(finding.state, finding.sentence) for finding in tasks()] == [(State.OK, "1 image attend d’être préparée.")]


@pytest.mark.every_database
def test_task_for_later_does_not_wait():
    make_task(600, run_after=timezone.now() + timedelta(hours=1))
    make_task(600, run_after=timezone.now() - timedelta(minutes=2))
    assert states() == [State.OK] and tasks()[0].sentence.startswith("1 tâche attend")


def test_task_that_runs_for_hours_is_named():
    make_task(status="RUNNING", started_at=timezone.now() - timedelta(hours=3), worker_ids=["a"])
    assert states() == [State.OK, State.WARNING] and "deliver_mail" in tasks()[1].sentence


def test_failures_of_a_day_are_counted_by_name():
    now = timezone.now()
    for hours in (1, 2, 30):
        make_task(status="FAILED", finished_at=now - timedelta(hours=hours), exception_class_path="builtins.ValueError")
    assert states() == [State.OK, State.WARNING]
    assert tasks()[1].sentence.startswith("2 tâches « deliver_mail » ont échoué depuis hier")
    assert tasks()[1].sentence.endswith("ValueError.")
