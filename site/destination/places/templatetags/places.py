"""`{% outline_map %}`: a small map drawn by the server, without any script."""

from django import template
from django.conf import settings

from destination.places.presenters import outlines

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


@register.simple_tag
def map_tiles() -> dict:
    """The tile server of this site: `url`, empty where there is none, and `attribution`."""
    return {"url": settings.MAP_TILES_URL, "attribution": settings.MAP_TILES_ATTRIBUTION}
