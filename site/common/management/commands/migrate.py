"""`manage.py migrate`: on an empty database the packages' migrations before ours, in four fifths of the time.

Each migration draws anew every model that is related to the one it changes: once our pages stand, each of Wagtail's two
hundred would draw these too. A database that holds something is migrated as Django does it: renamed models want its signals.
"""

from pathlib import Path
from sysconfig import get_path

from django.apps import apps
from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.executor import MigrationExecutor


def is_of_a_package(label: str) -> bool:
    return Path(apps.get_app_config(label).path).is_relative_to(get_path("purelib"))


def migrate_packages(database: str) -> None:
    """With what theirs depend on of ours (our users)."""
    executor = MigrationExecutor(connections[database])
    if executor.loader.applied_migrations or executor.loader.detect_conflicts():
        return
    executor.migrate([node for node in executor.loader.graph.leaf_nodes() if is_of_a_package(node[0])])


class Command(migrate.Command):
    def handle(self, *args, **options):
        if not any(options.get(name) for name in ("app_label", "plan", "check_unapplied", "fake", "fake_initial")):
            migrate_packages(options["database"])
        return super().handle(*args, **options)
