"""`manage.py fill --events N --pages N --places N`: a test load to measure with."""

from django.core.management.base import BaseCommand

from destination.demo.filling import fill_events, fill_places
from destination.pages.filling import fill_pages


class Command(BaseCommand):
    help = "Makes many plausible events, pages and places, to measure speed and memory. Not for an installation in use."

    def add_arguments(self, parser):
        parser.add_argument("--events", type=int, default=0)
        parser.add_argument("--pages", type=int, default=0)
        parser.add_argument("--places", type=int, default=0)

    def handle(self, *args, events, pages, places, **options):
        if pages:
            self.stdout.write(f"{fill_pages(pages)} pages")
        if places:
            self.stdout.write(f"{len(fill_places(places))} places")
        if events:
            self.stdout.write(f"{events} events, {fill_events(events)} dates")
