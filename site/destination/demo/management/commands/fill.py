"""`manage.py fill --events N --pages N --places N --photos N --items N`: a test load to measure with."""

from django.core.management.base import BaseCommand

from common.statistics import refresh_statistics
from destination.demo.filling import fill_events, fill_places
from destination.demo.parts import LOADS
from destination.pages.filling import fill_pages


class Command(BaseCommand):
    help = "Makes many plausible events, pages, places, pictures and articles, to measure speed and memory. Not for an installation in use."

    def add_arguments(self, parser):
        parser.add_argument("--events", type=int, default=0)
        parser.add_argument("--pages", type=int, default=0)
        parser.add_argument("--places", type=int, default=0)
        for load in LOADS.values():
            parser.add_argument(f"--{load.option}", type=int, default=0)

    def handle(self, *args, events, pages, places, **options):
        if pages:
            self.stdout.write(f"{fill_pages(pages)} pages")
        if places:
            self.stdout.write(f"{len(fill_places(places))} places")
        if events:
            self.stdout.write(f"{events} events, {fill_events(events)} dates")
        for load in LOADS.values():
            if number := options[load.option]:
                self.stdout.write(f"{load.make(number)} {load.words}")
        refresh_statistics()
