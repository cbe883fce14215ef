from django.core.management.base import BaseCommand

from common.clock import run_due


class Command(BaseCommand):
    help = "Run the periodic work that is due. Made to be called every minute; calling it twice does nothing twice."

    def handle(self, *args, **options):
        for name in run_due():
            if options["verbosity"] > 1:
                self.stdout.write(name)
