"""`manage.py fill --events N --places N`: a test load to measure with."""
from django.core.management.base import BaseCommand

from destination.demo.filling import fill_events, fill_places


class Command(BaseCommand):
    help = "Makes many plausible events and places, to measure speed and memory. Not for an installation in use."

    def add_arguments(self, parser):
        parser.add_argument("--events", type=int, default=0)
        parser.add_argument("--places", type=int, default=0)

    def handle(self, *args, events, places, **options):
        if places:
            self.stdout.write(f"{len(fill_places(places))} lieux")
        if events:
            self.stdout.write(f"{events} événements, {fill_events(events)} dates")
