"""What the templates of the pages ask of a body."""

import re
from collections.abc import Iterable, Iterator, Mapping

from django import template
from django.utils.translation import gettext_lazy as _

from common.text import fold_accents
from destination.places.models import PlaceKind

register = template.Library()

PHONE = re.compile(r"\+?(?:\D{0,2}\d){9,14}")

# Blocks whose cards and steps have titles of the third level.
STRIP_TITLES = {
    "events": _("Prochaines dates"),
    "places": _("Lieux"),
    "communes": _("Communes"),
    "steps": _("Étapes"),
    "stage": _("Étapes"),
}


@register.filter
def titled(body: Iterable) -> Iterator[tuple]:
    """(block, title) for each block: the title of a strip to which the editor gave none, so that no level of heading is jumped;
    else empty."""
    has_heading = False
    for block in body:
        kind, title = block.block_type, ""
        if kind == "heading":
            has_heading = True
        elif kind in STRIP_TITLES:
            title = "" if has_heading else STRIP_TITLES[kind]
            if title and kind == "places" and block.value.get("kind") in PlaceKind.values:
                title = PlaceKind(block.value["kind"]).label
            has_heading = kind == "stage"  # one follows the other under the same title
        yield block, title


# What the label of a fact speaks of, in the languages of the site, where its editor chose no icon.
ICON_WORDS = {
    "phone": ("téléphone", "appel", "phone", "telèfon", "trucada"),
    "mail": ("courriel", "mail", "correu"),
    "clock": ("heure", "horaire", "durée", "ouvert", "hour", "time", "duration", "hora", "durada", "obert"),
    "calendar": ("date", "saison", "période", "jour", "season", "day", "data", "temporada", "dia"),
    "euro": ("prix", "tarif", "price", "cost", "preu", "tarifa"),
    "pin": ("adresse", "commune", "address", "adreça", "municipi"),
    "walk": ("distance", "à pied", "sentier", "walk", "path", "distància", "a peu", "camí"),
    "nature": ("point culminant", "altitude", "dénivelé", "highest", "climb", "punt més alt", "desnivell"),
    "users": ("habitant", "inhabitant", "public", "people"),
    "beach": ("côte", "coast", "costa", "plage", "beach", "platja"),
    "signpost": (
        "voiture", "parking", "route", "train", "gare", "bus", "vélo", "car", "road", "station", "bike", "cotxe", "aparcament",
        "carretera", "tren", "bici",
    ),
    "globe": ("langue", "site", "language", "website", "llengua", "web"),
}  # fmt: skip


@register.filter
def fact_icon(fact: Mapping) -> str:
    """The icon that the editor chose, else the one of what the label or the answer speaks of; « info » where nothing tells."""
    if (chosen := fact.get("icon") or "info") != "info":
        return chosen
    if PHONE.fullmatch((fact.get("text") or "").strip()):
        return "phone"
    words = f" {fold_accents(fact.get('label') or '')}"
    found = (icon for icon, starts in ICON_WORDS.items() if any(f" {fold_accents(start)}" in words for start in starts))
    return next(found, "info")
