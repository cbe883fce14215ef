"""`manage.py fill --events N --pages N --places N --photos N --items N --people N --articles N --comments N
--documents N`: a test load to measure with."""

from django.core.management.base import BaseCommand

from common.statistics import refresh_statistics
from demo.bench_data.agenda import fill_events, fill_places
from demo.bench_data.documents import fill_documents
from demo.bench_data.members import fill_articles, fill_comments, fill_people
from demo.bench_data.pages import fill_pages
from demo.bench_data.photos import fill_photos
from demo.bench_data.watch import fill_items

# Option → (what makes that many, what it tells of the number asked for and of the answer). Places come before events, which
# take place there, and people before what they write.
LOADS = {
    "pages": (fill_pages, "{answer} pages"),
    "places": (fill_places, "{number} places"),
    "events": (fill_events, "{number} events, {answer} dates"),
    "photos": (fill_photos, "{answer} photos"),
    "items": (fill_items, "{answer} articles, as many to sort"),
    "people": (fill_people, "{answer} members"),
    "articles": (fill_articles, "{answer} members' articles"),
    "comments": (fill_comments, "{answer} comments under one article"),
    "documents": (fill_documents, "{answer} documents"),
}


class Command(BaseCommand):
    help = "Make many plausible rows, to measure speed and memory. Not for an installation in use."

    def add_arguments(self, parser):
        for option in LOADS:
            parser.add_argument(f"--{option}", type=int, default=0)

    def handle(self, *args, **options):
        for option, (make, sentence) in LOADS.items():
            if number := options[option]:
                self.stdout.write(sentence.format(number=number, answer=make(number)))
        refresh_statistics()
