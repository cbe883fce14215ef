"""`manage.py migrate`: an empty database in half of Django's time, an upgrade in two thirds
(`docs/decisions/0022-how-an-empty-database-is-migrated.md`)."""

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
from django.db.models import Field

# What a field says to people alone.
WORDS = {"verbose_name", "help_text", "choices", "blank"}


class GrowingState(ProjectState):
    """The models as the migrations so far made them. With each operation Django would make everything anew that is related to its
    model, near or far. A new one is made beside the others, which it does not change; other words of a field change no table."""

    def add_model(self, model_state: ModelState) -> None:
        models = self.__dict__.pop("apps", None)  # without them Django only notes what the new one is like
        super().add_model(model_state)
        if models is not None:
            self.apps = models
            models.render_multiple([model_state])

    def alter_field(self, app_label: str, model_name: str, name: str, field: Field, preserve_default: bool) -> None:
        before = self.models[app_label, model_name].fields[name]
        models = self.__dict__.pop("apps", None) if without_words(before) == without_words(field) else None
        super().alter_field(app_label, model_name, name, field, preserve_default)
        if models is not None:
            self.apps = models

    def clone(self) -> "GrowingState":
        copy = super().clone()
        copy.__class__ = GrowingState  # Django names its own
        return copy


def without_words(field: Field) -> tuple:
    _name, path, arguments, options = field.deconstruct()
    return path, arguments, {name: value for name, value in options.items() if name not in WORDS}


class Executor(MigrationExecutor):
    def _create_project_state(self, with_applied_migrations: bool = False) -> GrowingState:
        state = super()._create_project_state(with_applied_migrations)
        state.__class__ = GrowingState
        return state


migrate.MigrationExecutor = Executor  # Django's command asks nobody which one


def is_of_a_package(label: str) -> bool:
    return Path(apps.get_app_config(label).path).is_relative_to(get_path("purelib"))


def migrate_empty_database(database: str, report: Callable) -> None:
    """The packages' migrations, with what they depend on of ours (our users), then ours: once our pages stand, each of the two
    hundred others would make these anew. `report` is called as by Django's executor."""
    executor = Executor(connections[database], report)
    if executor.loader.applied_migrations or executor.loader.detect_conflicts():
        return
    every_app = executor.loader.graph.leaf_nodes()
    state = None
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
