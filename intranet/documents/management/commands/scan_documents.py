"""`manage.py scan_documents`"""

from math import inf

from django.core.management.base import BaseCommand, CommandError

from common.documents import virus_scanner
from common.documents.choices import ScanState
from common.scanning import scan_stored_files


class Command(BaseCommand):
    help = (
        "Looks at once at all files that were stored before the virus scanner was named (documents, pictures, files of comments, "
        "signed agreements), and again at those that were larger than it took. The worker does the first by itself, twenty "
        "seconds in ten minutes."
    )

    def handle(self, **options):
        if not virus_scanner.is_on():
            raise CommandError("No virus scanner is named: CLAMD_URL is empty.")
        try:
            self.stdout.write(virus_scanner.version())
        except OSError as problem:
            raise CommandError(f"The virus scanner does not answer: {problem}") from None
        looked_at, held = scan_stored_files((ScanState.OFF, ScanState.TOO_LARGE), inf)
        self.stdout.write(f"{looked_at} files looked at, {held} of them held.")
