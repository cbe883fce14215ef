"""Tasks outlive the worker that had them: each worker gives signs of life, and the clock takes up again what a dead one left.

A task may thus run twice, even twice at the same time (a worker that was frozen goes on): every task is written so that this
does nothing twice (`tests/common/test_workers.py` runs each).
"""

import logging
import threading
import time
from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.db import Error, InterfaceError, OperationalError, connections, models
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

logger = logging.getLogger("escale.worker")

SIGN_SECONDS = 15
# Eight signs: a database that is restarted, or a writer that holds SQLite for a minute, makes nobody dead.
DEAD_AFTER = timedelta(minutes=2)
# A task that has ended so many workers (a file that takes all the memory) would end the next one too.
MOST_STARTS = 5
RECONNECT_SECONDS = 2
RETRY_DELAY = timedelta(seconds=30)
# A task that ended so has done nothing wrong: the database or the files went away, or the worker was stopped.
INTERRUPTIONS = {
    "django.db.utils.OperationalError",
    "django.db.utils.InterfaceError",
    "common.storages.StorageAway",
    "common.models.pictures.PictureFileAway",
    "builtins.SystemExit",
    "builtins.KeyboardInterrupt",
}


class WorkerDied(Exception):
    """What the result of a task says that was started MOST_STARTS times and never ended."""


class WorkerLife(models.Model):
    """The last sign of life of a worker."""

    worker = models.CharField(max_length=64, primary_key=True)
    alive_at = models.DateTimeField()

    def __str__(self):
        return self.worker

    @classmethod
    def give_sign(cls, worker: str) -> None:
        cls.objects.update_or_create(worker=worker, defaults={"alive_at": timezone.now()})

    @classmethod
    def living(cls, now) -> set[str]:
        """The workers that gave a sign of late. One of the future is of before the machine's clock was set back."""
        signs = cls.objects.filter(alive_at__range=(now - DEAD_AFTER, now + DEAD_AFTER))
        return set(signs.values_list("worker", flat=True))


def touch_sign(name: str) -> None:
    """The sign of life of this process for the health check of its container (`config/alive.py`), on its own disk."""
    with suppress(OSError):  # a full disk ends nobody
        (settings.VAR_DIR / f"{name}.alive").touch()


def take_up_lost_tasks(now=None) -> int:
    """Put the tasks of dead workers back into their queue; gives their number. One that was started too often is given up,
    and the log says so."""
    now = now or timezone.now()
    living = WorkerLife.living(now)
    count = 0
    for task in DBTaskResult.objects.running():
        if task.worker_ids and task.worker_ids[-1] in living:
            continue
        same_start = DBTaskResult.objects.running().filter(pk=task.pk, started_at=task.started_at)
        if len(task.worker_ids) < MOST_STARTS:
            count += same_start.update(status=TaskResultStatus.READY)
        elif same_start.update(
            status=TaskResultStatus.FAILED, finished_at=now, exception_class_path=f"{__name__}.{WorkerDied.__name__}"
        ):
            logger.error("The task %s %s ended %s workers and is given up", task.task_path, task.args_kwargs, MOST_STARTS)
    WorkerLife.objects.filter(alive_at__lt=now - timedelta(days=1)).delete()
    if count:
        logger.warning("%s tasks of workers that died are taken up again", count)
    return count


class SignsOfLife(threading.Thread):
    """Gives a worker's signs while its tasks run, however long they are."""

    def __init__(self, worker: str):
        super().__init__(name="signs-of-life", daemon=True)
        self._worker, self._ended = worker, threading.Event()
        WorkerLife.give_sign(worker)  # before its first task
        touch_sign("worker")

    def run(self) -> None:
        while not self._ended.wait(SIGN_SECONDS):
            try:
                WorkerLife.give_sign(self._worker)
                touch_sign("worker")
            except Error:  # the worker itself meets it, and says it
                pass
            finally:
                connections.close_all()  # this thread's own

    def end(self) -> None:
        self._ended.set()
        with suppress(Error):
            WorkerLife.objects.filter(worker=self._worker).delete()


class LastingWorker(Worker):
    """The worker of django-tasks-db, which outlives a restart of the database and loses no task to it."""

    def run(self) -> None:
        former = None
        while True:
            signs = None
            try:
                WorkerLife.objects.filter(worker=former).delete()
                signs = SignsOfLife(self.worker_id)
                signs.start()
                return super().run()
            except (OperationalError, InterfaceError) as error:
                logger.warning("The database does not answer, the worker waits for it: %s", str(error).strip())
            finally:
                if signs:
                    signs.end()
            connections.close_all()
            time.sleep(RECONNECT_SECONDS)
            if signs:  # what it had when the connection broke is taken up as that of a dead one
                former, self.worker_id = self.worker_id, get_random_string(32)

    def run_task(self, db_task_result: DBTaskResult) -> None:
        super().run_task(db_task_result)
        failed = db_task_result.status == TaskResultStatus.FAILED
        if failed and db_task_result.exception_class_path in INTERRUPTIONS and len(db_task_result.worker_ids) < MOST_STARTS:
            DBTaskResult.objects.failed().filter(pk=db_task_result.pk).update(
                status=TaskResultStatus.READY, run_after=timezone.now() + RETRY_DELAY, finished_at=None,
                exception_class_path="", traceback="",
            )  # fmt: skip
