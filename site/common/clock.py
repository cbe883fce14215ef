"""The scheduler. Each app declares its jobs in `periodic.py`; `manage.py every_minute` runs those that are due.

A job runs once for each slot of time (a minute, a day at its hour, a week). A slot missed while the machine was off is
caught up once, however many were missed; a slot that was done is never repeated, by any number of processes.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules

logger = logging.getLogger("escale.clock")
# A job that has not ended after that long belongs to a process that died: its slot is taken up again.
ABANDONED = timedelta(hours=1)


class ClockRun(models.Model):
    """The last slot of a job that was started, and when it finished."""

    name = models.CharField(max_length=100, unique=True)
    slot = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    def __str__(self):
        return self.name


@dataclass(frozen=True)
class Job:
    name: str
    run: Callable[[], None]
    latest_slot: Callable[[datetime], datetime]
    step: timedelta  # from one slot to the next
    starts_at_once: bool = False

    def claim(self, now: datetime) -> bool:
        """Claim the latest slot; False where another process has it, or it was done. A slot that is further ahead than the next
        one was written before the machine's clock was set back: without it a job of each minute would stand still till then."""
        slot = self.latest_slot(now)
        defaults = {} if self.starts_at_once else {"finished_at": now}
        first_slot = slot - timedelta(days=1) if self.starts_at_once else slot
        ClockRun.objects.get_or_create(name=self.name, defaults={"slot": first_slot, **defaults})
        is_ahead = Q(slot__gt=now + self.step)
        is_free = Q(slot__lt=slot) | is_ahead | Q(slot=slot, finished_at=None, started_at__lt=now - ABANDONED)
        rows = ClockRun.objects.filter(is_free, name=self.name)
        return bool(rows.update(slot=slot, started_at=now, finished_at=None))


_jobs: dict[str, Job] = {}


def _register_job(function, latest_slot, step, starts_at_once=False):
    name = f"{function.__module__}.{function.__name__}"
    _jobs[name] = Job(name, function, latest_slot, step, starts_at_once)
    return function


def every(minutes: int):
    """The decorated function runs every so many minutes, from the first minute on."""

    step = timedelta(minutes=minutes)

    def latest_slot(now: datetime) -> datetime:
        seconds = step.total_seconds()
        return datetime.fromtimestamp(now.timestamp() // seconds * seconds, tz=now.tzinfo)

    return lambda function: _register_job(function, latest_slot, step, starts_at_once=True)


def daily(at: str):
    """The decorated function runs each day at this hour ("07:30") of the office's clock."""
    return _at_hour(at, timedelta(days=1))


def weekly(on: int, at: str):
    """The decorated function runs each week on this day (0: Monday) at this hour."""
    return _at_hour(at, timedelta(days=7), on)


def _at_hour(at: str, step: timedelta, weekday: int | None = None):
    hour = time.fromisoformat(at)

    def latest_slot(now: datetime) -> datetime:
        here = timezone.localtime(now)
        day = here.date() - timedelta(days=0 if weekday is None else (here.weekday() - weekday) % 7)
        slot = datetime.combine(day, hour, here.tzinfo)
        return slot if slot <= here else datetime.combine(day - step, hour, here.tzinfo)

    return lambda function: _register_job(function, latest_slot, step)


def run_due(now: datetime | None = None) -> list[str]:
    """Run the jobs that are due; the names of those that ran. One that fails is logged and does not stop the others."""
    autodiscover_modules("periodic")
    names = []
    for job in list(_jobs.values()):
        if not job.claim(now or timezone.now()):
            continue
        try:
            job.run()
        except Exception:
            logger.exception("The job %s failed", job.name)
        else:
            ClockRun.objects.filter(name=job.name).update(finished_at=timezone.now())
            names.append(job.name)
    return names
