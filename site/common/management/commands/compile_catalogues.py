"""Compiles the translation catalogues with polib, so that no system package is needed."""

from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand

FRENCH_PLURAL = "nplurals=2; plural=(n > 1);"


class Command(BaseCommand):
    help = "Compile every .po of the project whose .mo is missing or older, and the French plurals."

    def handle(self, *args, **options):
        for wing in ("site", "intranet", "pro_portal", "search"):
            for source in Path(settings.BASE_DIR, wing).rglob("LC_MESSAGES/django.po"):
                self.compile(source, source.with_suffix(".mo"))
                if source.parts[-3] == "en":
                    self.compile(source, source.parents[2] / "fr" / "LC_MESSAGES" / "django.mo", french_plurals)

    def compile(self, source: Path, compiled: Path, change=lambda catalogue: catalogue) -> None:
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            return
        compiled.parent.mkdir(parents=True, exist_ok=True)
        change(polib.pofile(str(source))).save_as_mofile(str(compiled))


def french_plurals(catalogue: polib.POFile) -> polib.POFile:
    """The words of the code are French: only what counts needs a catalogue, for « 0 événement » is singular in French."""
    french = polib.POFile()
    french.metadata = {**catalogue.metadata, "Language": "fr", "Plural-Forms": FRENCH_PLURAL}
    for entry in catalogue:
        if entry.msgid_plural and not entry.obsolete:
            words = {"msgctxt": entry.msgctxt, "msgid": entry.msgid, "msgid_plural": entry.msgid_plural}
            french.append(polib.POEntry(**words, msgstr_plural={0: entry.msgid, 1: entry.msgid_plural}))
    return french
