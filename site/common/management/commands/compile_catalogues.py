"""Compiles the translation catalogues with polib, so that no system package is needed."""

from collections.abc import Iterator
from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand

FRENCH_PLURAL = "nplurals=2; plural=(n > 1);"


def stale_catalogues() -> Iterator[tuple[Path, Path]]:
    """(source, compiled) of each catalogue whose compiled file is missing or older; the French one comes from the English one."""
    for wing in ("site", "intranet", "pro_portal", "search"):
        for source in Path(settings.BASE_DIR, wing).rglob("LC_MESSAGES/django.po"):
            if source.parts[-3] == "fr":
                continue
            targets = [source.with_suffix(".mo")]
            if source.parts[-3] == "en":
                targets.append(source.parents[2] / "fr" / "LC_MESSAGES" / "django.mo")
            for compiled in targets:
                own = compiled.with_suffix(".po")
                changed = max(path.stat().st_mtime for path in (source, own) if path.exists())
                if not compiled.exists() or compiled.stat().st_mtime < changed:
                    yield source, compiled


class Command(BaseCommand):
    help = "Compile every .po of the project whose .mo is missing or older, and the French plurals."

    def handle(self, *args, **options):
        for source, compiled in stale_catalogues():
            catalogue = polib.pofile(str(source))
            is_french = compiled.parts[-3] == "fr"
            compiled.parent.mkdir(parents=True, exist_ok=True)
            (french(catalogue, compiled.with_suffix(".po")) if is_french else catalogue).save_as_mofile(str(compiled))


def french(catalogue: polib.POFile, own: Path) -> polib.POFile:
    """The words of the code are French: only what counts needs a catalogue, for « 0 événement » is singular in French. `own`
    holds the words of Wagtail and Django that we say in another way."""
    words = polib.POFile()
    words.metadata = {**catalogue.metadata, "Language": "fr", "Plural-Forms": FRENCH_PLURAL}
    for entry in catalogue:
        if entry.msgid_plural and not entry.obsolete:
            names = {"msgctxt": entry.msgctxt, "msgid": entry.msgid, "msgid_plural": entry.msgid_plural}
            words.append(polib.POEntry(**names, msgstr_plural={0: entry.msgid, 1: entry.msgid_plural}))
    if own.exists():
        words.extend(polib.pofile(str(own)))
    return words
