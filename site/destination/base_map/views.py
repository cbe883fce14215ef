"""Tiles and small pictures of the base map: the same for everybody, and kept by browsers for as long as the map stands."""

import gzip

from csp.decorators import csp_replace
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from destination.base_map.models import Tile, current_map
from destination.base_map.presenters import MapPicture, is_shown, picture_svg
from destination.base_map.tiles.grid import FIRST_ZOOM, LAST_ZOOM

A_YEAR = 365 * 24 * 60 * 60


@require_safe
@login_not_required
def tile(request, version, zoom, column, row):
    """One tile; 204 where the map is empty. The address of an older map leads to the one that took its place."""
    base_map = _map_or_404(zoom, FIRST_ZOOM <= zoom <= LAST_ZOOM and max(column, row) < 1 << zoom)
    if version != base_map.version:
        return _led_on(reverse("base_map:tile", args=[base_map.version, zoom, column, row]))
    tiles = Tile.objects.filter(base_map_id=base_map.pk, zoom=zoom, column=column, row=row)
    content = tiles.values_list("content", flat=True).first()
    if content is None:
        return _kept(HttpResponse(status=204), version)
    return _compressed(request, bytes(content), version)


@require_safe
@login_not_required
@csp_replace({"default-src": ["'none'"], "style-src": ["'unsafe-inline'"]})  # its colours are in the picture itself
def picture(request, version, language, zoom, column, row):
    """A small picture around a point, with the names in a language."""
    known = dict(settings.LANGUAGES)
    base_map = _map_or_404(zoom, is_shown(zoom) and language in known and max(column, row) < 1 << 24)
    shown = MapPicture(base_map.version, zoom, column, row)
    if version != base_map.version:
        return _led_on(shown.url(language))
    svg = picture_svg(base_map, shown, language)
    return _compressed(request, gzip.compress(svg.encode(), 6, mtime=0), version)


def _map_or_404(zoom, is_right):
    base_map = current_map() if is_right else None
    if base_map is None:
        raise Http404
    return base_map


def _led_on(address) -> HttpResponseRedirect:
    response = HttpResponseRedirect(address)
    patch_cache_control(response, public=True, max_age=60)
    return response


def _compressed(request, content: bytes, version: str) -> HttpResponse:
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(content, content_type="image/svg+xml", headers={"Content-Encoding": "gzip"})
    else:
        response = HttpResponse(gzip.decompress(content), content_type="image/svg+xml")
    response["Vary"] = "Accept-Encoding"
    return _kept(response, version)


def _kept(response: HttpResponse, version: str) -> HttpResponse:
    patch_cache_control(response, public=True, max_age=A_YEAR, immutable=True)
    response["ETag"] = f'"{version}"'  # the address says the rest
    return response
