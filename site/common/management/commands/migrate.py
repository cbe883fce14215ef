"""`manage.py migrate`: an empty database in half of Django's time (`docs/decisions/0022-how-an-empty-database-is-migrated.md`).

A database that holds something is migrated as Django does it: renamed models want its signals.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from sysconfig import get_path

from django.apps import apps
from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ModelState, ProjectState


class GrowingState(ProjectState):
    """The models as the migrations so far made them. A new one is made beside the others, which it does not change; Django would
    make everything anew that is related to it, near or far."""

    def add_model(self, model_state: ModelState) -> None:
        models = self.__dict__.pop("apps", None)  # without them Django only notes what the new one is like
        super().add_model(model_state)
        if models is not None:
            self.apps = models
            models.render_multiple([model_state])


def is_of_a_package(label: str) -> bool:
    return Path(apps.get_app_config(label).path).is_relative_to(get_path("purelib"))


def migrate_empty_database(database: str, report: Callable) -> None:
    """The packages' migrations, with what they depend on of ours (our users), then ours: once our pages stand, each of the two
    hundred others would make these anew. `report` is called as by Django's executor."""
    executor = MigrationExecutor(connections[database], report)
    if executor.loader.applied_migrations or executor.loader.detect_conflicts():
        return
    every_app = executor.loader.graph.leaf_nodes()
    state = GrowingState(real_apps=executor.loader.unmigrated_apps)
    for targets in ([node for node in every_app if is_of_a_package(node[0])], every_app):
        state = executor.migrate(targets, state=state)
        executor.loader.build_graph()  # which knows what is applied by now


@contextmanager
def rare_collection() -> Iterator[None]:
    """Each old model is a ring that only the collector undoes. Usually it goes through all others each time, and through what the
    process has loaded: a third of the time of all migrations. Rarely, it takes 70 MB more."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(50_000, 10, 10)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


class Command(migrate.Command):
    def handle(self, *args, **options):
        self.verbosity = options["verbosity"]  # Django's report of progress reads it
        with rare_collection():
            if not any(options.get(name) for name in ("app_label", "plan", "check_unapplied", "fake", "fake_initial")):
                migrate_empty_database(options["database"], self.migration_progress_callback)
            return super().handle(*args, **options)
