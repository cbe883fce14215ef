"""`manage.py remove_demo`: takes away what `load_demo` made, and nothing else."""

from django.core.management.base import BaseCommand, CommandError

from demo.actions import remove_demo
from demo.models import DemoLoad


class Command(BaseCommand):
    help = "Take away the demo destination; what was entered since stays."

    def handle(self, *args, **options):
        records = DemoLoad.objects.filter(removed_at=None)
        if not records:
            raise CommandError("There is no demo destination to take away.")
        for record in records:
            count, remaining = remove_demo(record)
            self.stdout.write(f"{count} things taken away.")
            if remaining:
                self.stdout.write("Kept, because something of yours uses them: " + ", ".join(remaining))
