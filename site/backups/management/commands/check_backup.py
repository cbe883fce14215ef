from django.core.management.base import BaseCommand, CommandError
from django.template.defaultfilters import filesizeformat
from django.utils import translation

from backups.actions.check import check
from backups.problems import BackupProblem


class Command(BaseCommand):
    help = "Open every file of a backup and its database, and compare them with their hashes; nothing is restored."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="FOLDER", nargs="?", default="", help="a folder or s3://…; BACKUP_URL without")
        parser.add_argument("name", metavar="NAME", nargs="?", default="", help="of the backup; the newest without")

    def handle(self, *args, folder, name, **options):
        with translation.override("en"):
            try:
                run = check(folder, name)
            except BackupProblem as problem:
                raise CommandError(str(problem)) from problem
            size = filesizeformat(run.size).replace("\xa0", " ")
            self.stdout.write(
                f"The backup {run.name} is sound: its database opens, its {run.files} files are as they were, {size}."
            )
