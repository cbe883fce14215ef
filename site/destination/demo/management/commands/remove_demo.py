"""`manage.py remove_demo`: takes away what `load_demo` made, and nothing else."""

from django.core.management.base import BaseCommand, CommandError

from destination.demo.loading import take_away
from destination.demo.models import DemoLoad


class Command(BaseCommand):
    help = "Take away the demo destination; what was entered since stays."

    def handle(self, *args, **options):
        loads = DemoLoad.objects.filter(removed_at=None)
        if not loads:
            raise CommandError("There is no demo destination to take away.")
        for load in loads:
            gone, kept = take_away(load)
            self.stdout.write(f"{gone} things taken away.")
            if kept:
                self.stdout.write("Kept, because something of yours uses them: " + ", ".join(kept))
