"""Everything between a checkout and a site that answers; run again, it only does what is missing."""

from io import StringIO
from pathlib import Path
from tempfile import TemporaryFile

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection


def require_folder(folder: Path) -> None:
    """Made where it is missing; the sentence of what is wrong with it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        TemporaryFile(dir=folder).close()
    except OSError as problem:
        raise CommandError(
            f"VAR_DIR: {folder} cannot be written: {problem.strerror}. Give this user a folder of its own."
        ) from problem


class Command(BaseCommand):
    help = (
        "Compile translations, migrate, collect static files and, with --demo, fill the demo destination once; print the link to "
        "the setup page while nobody set the installation up."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--without-copy",
            action="store_true",
            help="make no copy of the database before its migrations, where none can be made",
        )
        parser.add_argument("--demo", action="store_true", help="fill the demo destination if the database is new")
        parser.add_argument("--no-link", action="store_true", help="print no link to the setup page: `show_addresses` does")

    def handle(self, *args, demo, no_link, without_copy, **options):
        require_folder(settings.VAR_DIR)
        call_command("compile_catalogues")
        try:
            call_command("upgrade_database", without_copy=without_copy, stdout=self.stdout)
            call_command("createcachetable", verbosity=0)
        except OperationalError as error:
            words = " ".join(str(error).split())
            hint = "Is the disk full, or the folder read-only? " if connection.vendor == "sqlite" else ""
            sentence = f"The database could not be written: {words}. {hint}manage.py doctor says where to look."
            raise CommandError(sentence) from error
        call_command("collectstatic", interactive=False, verbosity=0)
        if demo:
            call_command("load_demo", once=True)
        # Without a link nothing would wait, and the first visitor of a process would settle that for its whole life.
        call_command("setup_link", if_waiting=True, stdout=StringIO() if no_link else self.stdout)
