"""`manage.py load_demo`: the invented destination « Pays d'Aurelle »."""

from django.core.management.base import BaseCommand, CommandError

from demo.actions import load_demo, warm_home
from demo.models import DemoLoad


class Command(BaseCommand):
    help = "Fill the invented destination: communes, offices, people, pictures, places, events, pages."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do nothing if the demo was ever loaded here")

    def handle(self, *args, once, **options):
        complete = DemoLoad.objects.filter(is_complete=True)
        if once and complete.exists():
            return
        if complete.filter(removed_at=None).exists():
            raise CommandError("The demo destination is already there. Take it away first: manage.py remove_demo")
        self.stdout.write("Drawing and filling the demo destination, a few minutes…")
        record = load_demo(say=self._say)
        warm_home()
        self.stdout.write(f"{len(record.things)} things made. One command takes them away: manage.py remove_demo")

    def _say(self, sentence: str) -> None:
        self.stdout.write(f"  {sentence}")
        self.stdout.flush()
