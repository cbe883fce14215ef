"""What pages say of the base map: its address, its credit, and the small pictures cut from it."""

from dataclasses import dataclass
from functools import lru_cache
from gzip import decompress
from pathlib import Path
from re import compile as pattern

from django.contrib.staticfiles import finders
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from destination.base_map.models import BaseMap, Tile, current_map
from destination.base_map.tiles.grid import (
    CLOSEST,
    EXTENT,
    FIRST_ZOOM,
    LAST_ZOOM,
    TILE_PIXELS,
    Bounds,
    position,
    units_of_a_pixel,
)

COPYRIGHT = "https://www.openstreetmap.org/copyright"  # as the licence (ODbL) asks
PICTURE_WIDTH, PICTURE_HEIGHT = 400, 300  # pixels
#: The middle of a picture is moved to a multiple of so many pixels: what is near one another shares a picture.
GRID = 16
OTHER_NAMES = pattern(r'<text ([^>]*?) data-(\w+)="([^"]*)"([^>]*)>([^<]*)</text>')
INSIDE = pattern(r"^<svg[^>]*>(.*)</svg>$")


def credit() -> SafeString:
    """The line that stands on every map drawn from the base map, as HTML; empty where there is none."""
    base_map = current_map()
    if base_map is None:
        return SafeString("")
    if base_map.source == BaseMap.Source.DRAWN:
        return SafeString(_("Carte d’un pays imaginaire"))
    if base_map.source == BaseMap.Source.OTHER and base_map.credit:
        return format_html("{}", base_map.credit)
    name = format_html('<a href="{}" rel="noopener">OpenStreetMap</a>', COPYRIGHT)
    return format_html(_("© les contributeurs d’{name}"), name=name)


def tile_template() -> str:
    """The address of tiles with {z}, {x}, {y} in it; empty where there is no base map."""
    base_map = current_map()
    if base_map is None:
        return ""
    address = reverse("base_map:tile", args=[base_map.version, 0, 0, 0])
    return address.removesuffix("0/0/0.svg") + "{z}/{x}/{y}.svg"


def base_bounds() -> str:
    """“west,south,east,north” in degrees; empty where there is no base map."""
    base_map = current_map()
    return f"{base_map.west:.5f},{base_map.south:.5f},{base_map.east:.5f},{base_map.north:.5f}" if base_map else ""


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A picture of the base map: its address, and where positions lie on it."""

    version: str
    zoom: int  # of the map
    column: int
    row: int

    @classmethod
    def around(cls, bounds: Bounds, closest: int) -> "MapPicture | None":
        """The picture that shows these bounds as large as they fit, at `closest` at most; None where there is no base map,
        or where they lie outside it."""
        base_map = current_map()
        if base_map is None or not (
            base_map.west <= bounds.west
            and bounds.east <= base_map.east
            and base_map.south <= bounds.south
            and bounds.north <= base_map.north
        ):
            return None
        west, north, east, south = bounds.box
        zoom = closest
        while zoom > FIRST_ZOOM + 1:
            pixel = units_of_a_pixel(zoom)
            if (east - west) / pixel <= PICTURE_WIDTH * 0.86 and (south - north) / pixel <= PICTURE_HEIGHT * 0.86:
                break
            zoom -= 1
        step = units_of_a_pixel(zoom) * GRID
        return cls(base_map.version, zoom, round((west + east) / 2 / step), round((north + south) / 2 / step))

    def url(self, language: str) -> str:
        return reverse("base_map:picture", args=[self.version, language, self.zoom, self.column, self.row])

    @property
    def corner(self) -> tuple[float, float]:
        """The units of its north-western corner."""
        pixel = units_of_a_pixel(self.zoom)
        return self.column * GRID * pixel - PICTURE_WIDTH / 2 * pixel, self.row * GRID * pixel - PICTURE_HEIGHT / 2 * pixel

    def at(self, latitude: float, longitude: float) -> tuple[int, int]:
        """Pixels from its corner."""
        x, y = position(longitude, latitude)
        west, north = self.corner
        pixel = units_of_a_pixel(self.zoom)
        return round((x - west) / pixel), round((y - north) / pixel)


def picture_svg(base_map: BaseMap, picture: MapPicture, language: str) -> str:
    """The picture itself: the tiles below it, side by side, with the sheet of their colours."""
    tile_zoom = min(picture.zoom - 1, LAST_ZOOM)
    closer = picture.zoom - 1 - tile_zoom
    side = TILE_PIXELS << closer  # pixels of a tile on the picture
    west, north = picture.column * GRID - PICTURE_WIDTH // 2, picture.row * GRID - PICTURE_HEIGHT // 2
    columns = range(west // side, (west + PICTURE_WIDTH - 1) // side + 1)
    rows = range(north // side, (north + PICTURE_HEIGHT - 1) // side + 1)
    tiles = Tile.objects.filter(base_map=base_map, zoom=tile_zoom, column__in=columns, row__in=rows)
    parts = []
    for column, row, content in tiles.values_list("column", "row", "content"):
        inside = INSIDE.sub(r"\1", decompress(bytes(content)).decode())
        parts.append(
            f'<svg x="{column * side - west}" y="{row * side - north}" width="{side}" height="{side}" '
            f'viewBox="0 0 {EXTENT} {EXTENT}">{_in_language(inside, language)}</svg>'
        )
    unit = f":root{{--map-unit:{EXTENT / side:g}}}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {PICTURE_WIDTH} {PICTURE_HEIGHT}" width="{PICTURE_WIDTH}" '
        f'height="{PICTURE_HEIGHT}" data-zoom="{picture.zoom}"><style>{_sheet()}{unit}</style>'
        f'<rect width="100%" height="100%" fill="var(--map-land)"/>{"".join(parts)}</svg>'
    )


def _in_language(svg: str, language: str) -> str:
    def other(match) -> str:
        before, code, text, after, written = match.groups()
        return f"<text {before}{after}>{text if code == language else written}</text>"

    while (replaced := OTHER_NAMES.sub(other, svg)) != svg:
        svg = replaced
    return svg


@lru_cache
def _sheet() -> str:
    return Path(finders.find("base_map/tiles.css")).read_text().replace("\n", "")


def is_shown(zoom: int) -> bool:
    return FIRST_ZOOM < zoom <= CLOSEST
