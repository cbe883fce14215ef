from django.core.management.base import BaseCommand

from privacy.actions import erase_again


class Command(BaseCommand):
    help = "After a restore: erases again the people who had been erased since the backup was made."

    def handle(self, **options):
        count = erase_again()
        self.stdout.write(f"{count} who had been erased were in the backup, and are erased again." if count else
                          "Nobody who had been erased is in the database.")  # fmt: skip
