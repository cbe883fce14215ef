"""What the templates of the pages ask of a body."""

from collections.abc import Iterable, Iterator

from django import template
from django.utils.translation import gettext_lazy as _

from destination.places.models import PlaceKind

register = template.Library()

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
    """(block, title) for each block: the title of a strip to which the editor gave none, so that no level of heading is jumped; else
    empty."""
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
