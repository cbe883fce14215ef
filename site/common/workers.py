"""Tasks outlive the worker that had them: each worker gives signs of life, and the clock takes up again what a dead one left.

A task may thus run twice, even twice at the same time (a worker that was frozen goes on): every task is written so that this
does nothing twice (`tests/common/test_workers.py` runs each).
"""

import logging
import time
from datetime import timedelta

from django.db import InterfaceError, OperationalError, connections
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from common.processes import ProcessLife, SignsOfLife, new_name

logger = logging.getLogger("escale.worker")

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


def take_up_lost_tasks(now=None) -> int:
    """Put the tasks of dead workers back into their queue; gives their number. One that was started too often is given up,
    and the log says so."""
    now = now or timezone.now()
    living = ProcessLife.living(now)
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
    ProcessLife.objects.filter(alive_at__lt=now - timedelta(days=1)).delete()
    if count:
        logger.warning("%s tasks of workers that died are taken up again", count)
    return count


class LastingWorker(Worker):
    """The worker of django-tasks-db, which outlives a restart of the database and loses no task to it."""

    def run(self) -> None:
        former = None
        while True:
            signs = None
            try:
                ProcessLife.objects.filter(name=former).delete()
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
                former, self.worker_id = self.worker_id, new_name()

    def run_task(self, db_task_result: DBTaskResult) -> None:
        super().run_task(db_task_result)
        failed = db_task_result.status == TaskResultStatus.FAILED
        if failed and db_task_result.exception_class_path in INTERRUPTIONS and len(db_task_result.worker_ids) < MOST_STARTS:
            DBTaskResult.objects.failed().filter(pk=db_task_result.pk).update(
                status=TaskResultStatus.READY, run_after=timezone.now() + RETRY_DELAY, finished_at=None,
                exception_class_path="", traceback="",
            )  # fmt: skip
