from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.template.defaultfilters import filesizeformat
from django.utils import translation

from backups.actions.backup import back_up
from backups.problems import BackupProblem
from backups.sealing import new_key
from backups.stores import shares_the_sites_disk


class Command(BaseCommand):
    help = "Back up the database and the files, into BACKUP_URL or a folder. The clock does the same each night."

    def add_arguments(self, parser):
        parser.add_argument("--to", metavar="FOLDER", default="", help="there instead of BACKUP_URL")
        parser.add_argument("--anew", action="store_true", help="write every file again, for a store of which some are damaged")
        parser.add_argument("--new-key", action="store_true", help="print a new BACKUP_KEY, and make no backup")

    def handle(self, *args, to, anew, new_key: bool, **options):
        with translation.override("en"):
            if new_key:
                self.print_key()
                return
            try:
                run = back_up(to, anew=anew)
            except BackupProblem as problem:
                raise CommandError(str(problem)) from problem
            size = filesizeformat(run.size).replace("\xa0", " ")
            self.stdout.write(f"The backup {run.name} is in {run.location}: {size}, files: {run.files}.")
            if shares_the_sites_disk(to or settings.BACKUP_URL):
                self.stderr.write("It lies on the disk of the site: what destroys one destroys both. See docs/backup.md.")
            if not settings.BACKUP_KEY:
                self.stderr.write("It is not encrypted: BACKUP_KEY is empty.")

    def print_key(self) -> None:
        self.stdout.write(f"BACKUP_KEY='{new_key()}'")
        self.stderr.write(
            "Put this line into the variables of the installation, and keep it in a second place far from the server:"
            " without it no backup made with it can be opened, by anybody."
        )
