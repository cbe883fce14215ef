from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from backups.actions.upgrade import MigrationFailed, migrate
from backups.problems import BackupProblem


class Command(BaseCommand):
    help = "Migrate, all or nothing, with a copy of the database made before. Part of prepare."

    def add_arguments(self, parser):
        parser.add_argument("--without-copy", action="store_true", help="make no copy before, where none can be made")

    def handle(self, *args, without_copy, **options):
        with translation.override("en"):
            try:
                copy = migrate(with_copy=not without_copy)
            except MigrationFailed as problem:
                raise CommandError(str(problem)) from problem
            except BackupProblem as problem:
                advice = (
                    "No migration was applied, since no copy of the database could be made before; --without-copy does without."
                )
                raise CommandError(f"{problem} {advice}") from problem
            if copy:
                self.stdout.write(f"The database was copied before its migrations: {copy}")
