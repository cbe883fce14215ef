"""Maps in templates: those drawn by the server, without any script, and what lies under the one that moves."""

from django import template
from django.conf import settings
from django.utils.translation import gettext as _

from destination.base_map.presenters import base_bounds, credit, tile_template
from destination.places.presenters import outlines
from destination.places.presenters.located_map import located_picture

register = template.Library()


@register.inclusion_tag("places/outline_map.html")
def outline_map(points=(), label="", current=""):
    """The communes' outlines with a dot at each of `points` (latitude, longitude), which `label` describes; `current` is
    the slug of a commune to bring out, whose name alone is then written, unless many dots would cover it."""
    drawing = outlines.Drawing(outlines.communes(), points)
    return {
        "drawing": drawing,
        "dots": drawing.dots(),
        "is_single": len(drawing.points) == 1,
        "names": [] if current and len(drawing.points) > 1 else drawing.names(current),
        "width": outlines.WIDTH,
        "label": label,
        "current": current,
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
