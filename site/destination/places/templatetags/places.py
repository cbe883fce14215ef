"""Maps in templates: those drawn by the server, without any script, and what lies under the one that moves."""

from django import template
from django.conf import settings
from django.utils.html import conditional_escape
from django.utils.translation import gettext as _

from destination.base_map.presenters import base_bounds, credit, tile_template
from destination.places.presenters import communes, outlines
from destination.places.presenters.directions import directions
from destination.places.presenters.located_map import located_picture

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


@register.inclusion_tag("places/located_map.html")
def located_map(points=(), label="", current="", url=""):
    """A small map of `points` (latitude, longitude) that leads to the large one at `url`: cut from the base map where there
    is one, else the communes' outlines. `current` is the slug of the commune it is about."""
    located = located_picture(points, current)
    return {"located": located, "points": points, "label": label, "current": current, "url": url, "credit": credit()}


@register.simple_tag
def map_ground() -> dict:
    """What lies under the points: `tiles` (of a server that the settings name), or `base` (our own), and the credit that
    must stand on it, as HTML."""
    if settings.MAP_TILES_URL:
        return {"tiles": settings.MAP_TILES_URL, "base": "", "attribution": settings.MAP_TILES_ATTRIBUTION}
    base = tile_template()
    return {"tiles": "", "base": base, "bounds": base_bounds(), "attribution": credit() if base else _("Contours des communes")}


@register.simple_tag
def directions_to(name: str, address: str = "") -> list[dict]:
    """The entries of `components/directions.html` for something that has an address and no page of its own."""
    return directions(name, address=address)


@register.filter
def commune_links(html, current: str = ""):
    """A safe text whose communes lead to their pages; `current` is the slug of the one that the page is about."""
    return communes.with_links(conditional_escape(html), current)
