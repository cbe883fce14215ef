from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from installation.actions.setup import AlreadySetUp, issue_link
from installation.limits import LINK_LIFETIME


class Command(BaseCommand):
    help = "Print a new one-time link to the setup page of an empty installation; links made before stop working."

    def add_arguments(self, parser):
        parser.add_argument("--if-waiting", action="store_true", help="say nothing where the installation is set up already")

    def handle(self, *args, if_waiting, **options):
        try:
            path = issue_link()
        except AlreadySetUp as error:
            if if_waiting:
                return
            raise CommandError("This installation is set up: manage.py invite opens accounts.") from error
        self.stdout.write(
            "\nThis site is not set up yet. Open this link once, in a browser, "
            f"within {LINK_LIFETIME.days} days:\n\n  {settings.BASE_URL}{path}\n"
        )
