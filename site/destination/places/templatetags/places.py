"""`{% outline_map %}`: a small map drawn by the server, without any script."""

from django import template
from django.conf import settings
from django.utils.html import conditional_escape

from destination.places.presenters import communes, outlines
from destination.places.presenters.directions import directions

register = template.Library()


@register.inclusion_tag("places/outline_map.html")
def outline_map(points=(), label="", current="", links=False):
    """The communes' outlines with a dot at each of `points` (latitude, longitude), which `label` describes; `current` is
    the slug of a commune to bring out, whose name alone is then written, unless many dots would cover it. With `links` each
    commune leads to its page, for the pointer: the list beside the map has the same links."""
    drawing = outlines.Drawing(outlines.communes(), points)
    return {
        "drawing": drawing,
        "dots": drawing.dots(),
        "is_single": len(drawing.points) == 1,
        "names": [] if current and len(drawing.points) > 1 else drawing.names(current),
        "width": outlines.WIDTH,
        "label": label,
        "current": current,
        "links": links,
    }


@register.simple_tag
def directions_to(name: str, address: str = "") -> list[dict]:
    """The entries of `components/directions.html` for something that has an address and no page of its own."""
    return directions(name, address=address)


@register.filter
def commune_links(html, current: str = ""):
    """A safe text whose communes lead to their pages; `current` is the slug of the one that the page is about."""
    return communes.with_links(conditional_escape(html), current)


@register.simple_tag
def map_tiles() -> dict:
    """The tile server of this site: `url`, empty where there is none, and `attribution`."""
    return {"url": settings.MAP_TILES_URL, "attribution": settings.MAP_TILES_ATTRIBUTION}
