"""Compiles the translation catalogues with polib, so that no system package is needed."""
from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Compile every .po of the project whose .mo is missing or older."

    def handle(self, *args, **options):
        for wing in ("site", "intranet", "pro_portal", "search"):
            for source in Path(settings.BASE_DIR, wing).rglob("LC_MESSAGES/django.po"):
                compiled = source.with_suffix(".mo")
                if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
                    polib.pofile(str(source)).save_as_mofile(str(compiled))
