from time import monotonic

from django.core.management.base import BaseCommand, CommandError

from search.actions import rebuild
from search.engines import EngineUnreachable


class Command(BaseCommand):
    help = "Write every search entry anew; the old ones answer meanwhile."

    def handle(self, *args, **options):
        start = monotonic()
        try:
            total = rebuild(self.stdout.write)
        except EngineUnreachable as problem:
            raise CommandError(
                f"The search engine does not answer; the entries are kept and will be sent. {problem}"
            ) from problem
        self.stdout.write(f"entries: {total}, in {monotonic() - start:.1f} s")
