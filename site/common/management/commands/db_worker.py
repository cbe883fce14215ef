from django_tasks_db.management.commands import db_worker

from common.workers import LastingWorker


class Command(db_worker.Command):
    """That of django-tasks-db, with a worker that outlives the database's restart."""

    help = "Run a worker of background tasks until stopped (SIGTERM or Ctrl-C)."

    def handle(self, **options):
        db_worker.Worker = LastingWorker  # the one its own `handle` makes
        super().handle(**options)
