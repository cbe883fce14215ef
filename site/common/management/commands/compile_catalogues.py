"""Compiles the translation catalogues with polib, so that no system package is needed."""

from collections.abc import Iterator
from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand

FRENCH_PLURAL = "nplurals=2; plural=(n > 1);"


def stale_catalogues() -> Iterator[tuple[Path, Path]]:
    """(source, compiled) of each catalogue whose compiled file is missing or older; the French one holds the plurals alone."""
    for wing in ("site", "intranet", "pro_portal", "search"):
        for source in Path(settings.BASE_DIR, wing).rglob("LC_MESSAGES/django.po"):
            targets = [source.with_suffix(".mo")]
            if source.parts[-3] == "en":
                targets.append(source.parents[2] / "fr" / "LC_MESSAGES" / "django.mo")
            for compiled in targets:
                if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
                    yield source, compiled


class Command(BaseCommand):
    help = "Compile every .po of the project whose .mo is missing or older, and the French plurals."

    def handle(self, *args, **options):
        for source, compiled in stale_catalogues():
            catalogue = polib.pofile(str(source))
            is_french = compiled.parts[-3] == "fr"
            compiled.parent.mkdir(parents=True, exist_ok=True)
            (french_plurals(catalogue) if is_french else catalogue).save_as_mofile(str(compiled))


def french_plurals(catalogue: polib.POFile) -> polib.POFile:
    """The words of the code are French: only what counts needs a catalogue, for « 0 événement » is singular in French."""
    french = polib.POFile()
    french.metadata = {**catalogue.metadata, "Language": "fr", "Plural-Forms": FRENCH_PLURAL}
    for entry in catalogue:
        if entry.msgid_plural and not entry.obsolete:
            words = {"msgctxt": entry.msgctxt, "msgid": entry.msgid, "msgid_plural": entry.msgid_plural}
            french.append(polib.POEntry(**words, msgstr_plural={0: entry.msgid, 1: entry.msgid_plural}))
    return french
