"""Everything between a checkout and a site that answers; run again, it only does what is missing."""

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError


class Command(BaseCommand):
    help = "Compile translations, migrate, collect static files and, with --demo, fill the demo destination once."

    def add_arguments(self, parser):
        parser.add_argument("--demo", action="store_true", help="fill the demo destination if the database is new")

    def handle(self, *args, demo, **options):
        settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
        call_command("compile_catalogues")
        try:
            call_command("migrate", interactive=False, verbosity=0)
            call_command("createcachetable")
        except OperationalError as error:
            sentence = f"The database could not be written: {error}. Is the disk full, or the folder read-only?"
            raise CommandError(sentence) from error
        call_command("collectstatic", interactive=False, verbosity=0)
        if demo:
            call_command("load_demo", once=True)
