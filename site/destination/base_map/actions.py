"""Making a base map: a file is read, cut into tiles beside the old map, and takes its place in one step."""

import gzip
import logging
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.core.files.storage import storages
from django.db import transaction
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import Territory
from destination.base_map import limits
from destination.base_map.importers import geojson, osm
from destination.base_map.importers.gathering import BaseMapRefused, Gathering
from destination.base_map.models import BaseMap, Tile, forget_current_map
from destination.base_map.tiles.cutting import tiles_of
from destination.base_map.tiles.grid import FIRST_ZOOM, LAST_ZOOM, Bounds

logger = logging.getLogger("escale.base_map")

BATCH = 100  # tiles stored at once: some two megabytes
NO_TERRITORY = gettext_lazy("Donnez d’abord les contours de vos communes : le fond de carte est découpé autour d’elles.")
TOO_WIDE = gettext_lazy("Les contours des communes couvrent plus qu’une région : vérifiez qu’aucun n’est au mauvais endroit.")
ELSEWHERE = gettext_lazy("Ce fichier ne contient rien autour de vos communes : prenez l’extrait de votre département.")
EMPTY = gettext_lazy("Ce fichier est vide.")
UNKNOWN = gettext_lazy("Ce fichier n’est ni un extrait d’OpenStreetMap (.osm.pbf) ni du GeoJSON.")
TOO_LARGE = gettext_lazy("Ce fichier est trop gros : prenez l’extrait de votre département plutôt que celui du pays.")
TOO_HEAVY = gettext_lazy("La carte serait trop lourde : le territoire couvert est trop vaste.")

BEGINNING = 200  # bytes that tell a file's format

Say = Callable[[int, str], None]  # percent, a sentence


def territory_bounds() -> Bounds:
    """What the communes' outlines (or, without, their positions) cover, with a margin. Raises `BaseMapRefused`."""
    positions = [at for outline in Territory.objects.values_list("outline", flat=True) for at in _positions(outline)]
    rows = Territory.objects.exclude(latitude=None).exclude(longitude=None).values_list("longitude", "latitude")
    positions += [(float(longitude), float(latitude)) for longitude, latitude in rows]
    if not positions:
        raise BaseMapRefused(NO_TERRITORY)
    longitudes, latitudes = [at[0] for at in positions], [at[1] for at in positions]
    bounds = Bounds(min(longitudes), min(latitudes), max(longitudes), max(latitudes))
    if max(bounds.east - bounds.west, bounds.north - bounds.south) > limits.WIDEST:
        raise BaseMapRefused(TOO_WIDE)
    return bounds.with_margin(limits.MARGIN)


def _positions(outline) -> Iterator[tuple[float, float]]:
    coordinates = outline.get("coordinates") if isinstance(outline, dict) else None
    stack = [coordinates] if isinstance(coordinates, list) else []
    while stack:
        part = stack.pop()
        if len(part) >= 2 and all(isinstance(number, int | float) for number in part[:2]):
            if -180 <= part[0] <= 180 and -85 <= part[1] <= 85:
                yield part[0], part[1]
        else:
            stack += [inner for inner in part if isinstance(inner, list)]


def make_base_map(path: str | Path, base_map: BaseMap | None = None, say: Say = lambda percent, sentence: None, **facts):
    """The map of a file, which is then the one shown; `facts` are fields of the row where none was made yet (source,
    credit). Raises `BaseMapRefused` with a sentence. Whatever happens, the map that was shown stays until the new is whole."""
    path = Path(path)
    base_map = base_map or BaseMap(file_name=path.name[:200], **facts)
    return _made(base_map, lambda gathering: _read(path, gathering), say)


def draw_base_map(features: list[dict]) -> BaseMap:
    """The same of a drawing of ours: GeoJSON features with the tags of OpenStreetMap."""
    base_map = BaseMap(source=BaseMap.Source.DRAWN)
    return _made(base_map, lambda gathering: geojson.gather_features(features, gathering), lambda percent, sentence: None)


def _made(base_map: BaseMap, gather: Callable[[Gathering], None], say: Say) -> BaseMap:
    base_map.state = BaseMap.State.WORKING
    base_map.save()

    def report(percent: int, sentence: str) -> None:
        BaseMap.objects.filter(pk=base_map.pk).update(percent=percent, message=sentence, heard_at=timezone.now())
        say(percent, sentence)

    def count(number: int) -> None:
        sentence = ngettext("%(number)s objet lu", "%(number)s objets lus", number) % {"number": number_format(number)}
        # How many there are is not known before the end: half of the way is neared, never passed.
        report(round(45 * number / (number + 300_000)), sentence)

    try:
        bounds = territory_bounds()
        gathering = Gathering(bounds, [code for code, _name in settings.LANGUAGES], count)
        gather(gathering)
        gathering.finish()
        if gathering.is_empty:
            raise BaseMapRefused(ELSEWHERE)
        _cut(gathering, bounds, base_map, report)
    except BaseMapRefused as refused:
        _fail(base_map, str(refused.message))
        raise
    except BaseException:
        _fail(base_map, _("Le découpage a été interrompu : recommencez."))
        raise
    return base_map


def _fail(base_map: BaseMap, sentence: str) -> None:
    BaseMap.objects.filter(pk=base_map.pk).update(state=BaseMap.State.FAILED, message=sentence, ended_at=timezone.now())
    _delete_tiles(BaseMap.objects.filter(pk=base_map.pk))


def refusal_of(beginning: bytes, name: str):
    """Why a file that begins so is no map, as a sentence; None where it may be one."""
    if not beginning:
        return EMPTY
    if osm.is_osm(beginning) or geojson.is_json(beginning):
        return None
    return osm.NOT_OSM if name.endswith(".pbf") else UNKNOWN


def _read(path: Path, gathering: Gathering) -> None:
    size = path.stat().st_size
    if size > limits.LARGEST_FILE:
        raise BaseMapRefused(TOO_LARGE)
    with path.open("rb") as file:
        beginning = file.read(BEGINNING)
    if (sentence := refusal_of(beginning, path.name)) is not None:
        raise BaseMapRefused(sentence)
    if osm.is_osm(beginning):
        with tempfile.TemporaryDirectory(prefix="escale-base-map-") as folder:
            osm.gather(str(path), gathering, str(Path(folder, "points")))
    elif size > limits.LARGEST_GEOJSON:
        raise BaseMapRefused(TOO_LARGE)
    else:
        geojson.gather(str(path), gathering)


def _cut(gathering: Gathering, bounds: Bounds, base_map: BaseMap, report: Say) -> None:
    batch, count, size, shown_zoom = [], 0, 0, None
    for zoom, column, row, svg in tiles_of(gathering.features, gathering.names, bounds.box):
        content = gzip.compress(svg.encode(), 9, mtime=0)
        batch.append(Tile(base_map=base_map, zoom=zoom, column=column, row=row, content=content))
        count, size = count + 1, size + len(content)
        if size > limits.MOST_BYTES:
            raise BaseMapRefused(TOO_HEAVY)
        if len(batch) >= BATCH or zoom != shown_zoom:
            Tile.objects.bulk_create(batch)
            batch, shown_zoom = [], zoom
            # The two deepest zooms are two thirds of the work.
            part = (zoom - FIRST_ZOOM) / (LAST_ZOOM - FIRST_ZOOM + 1)
            report(50 + round(50 * part * part), _("Échelle %(zoom)s : %(count)s tuiles") % {"zoom": zoom + 1, "count": count})
    Tile.objects.bulk_create(batch)
    if not count:
        raise BaseMapRefused(ELSEWHERE)
    _take_the_place(base_map, bounds, count, size)


def _take_the_place(base_map: BaseMap, bounds: Bounds, count: int, size: int) -> None:
    sides = {name: getattr(bounds, name) for name in ("west", "south", "east", "north")}
    for name, value in sides.items():
        setattr(base_map, name, value)
    base_map.tiles_count, base_map.size, base_map.percent, base_map.message = count, size, 100, ""
    base_map.state, base_map.ended_at = BaseMap.State.READY, timezone.now()
    base_map.heard_at = base_map.ended_at
    base_map.save()  # one statement: from here on the new map is the one shown
    forget_current_map()
    older = BaseMap.objects.ready().exclude(pk=base_map.pk).filter(ended_at__lte=base_map.ended_at)
    forget_maps(older)
    forget_silent_maps()


def forget_maps(maps) -> int:
    """Delete these maps with their tiles, a few rows at a time: nobody waits for a long statement."""
    _delete_tiles(maps)
    for name in maps.exclude(stored_file="").values_list("stored_file", flat=True):
        storages["private"].delete(name)
    return maps.delete()[1].get("base_map.BaseMap", 0)


def forget_silent_maps() -> int:
    """What a killed process left behind."""
    return forget_maps(BaseMap.objects.silent_since(timezone.now() - limits.SILENCE))


def _delete_tiles(maps) -> None:
    for pk in list(maps.values_list("pk", flat=True)):
        while numbers := list(Tile.objects.filter(base_map_id=pk).values_list("pk", flat=True)[:500]):
            with transaction.atomic():
                Tile.objects.filter(pk__in=numbers).delete()


# ---- a file that was dropped on a page
FOLDER = "base-map"


def ask_for_base_map(upload) -> BaseMap:
    """Keep the file and have a worker cut it. The row tells how far it is."""
    from destination.base_map.tasks import cut_base_map  # the task calls back into this module

    base_map = BaseMap(state=BaseMap.State.WAITING, file_name=Path(upload.name).name[:200])
    base_map.stored_file = storages["private"].save(f"{FOLDER}/{base_map.version}", upload)
    with transaction.atomic():
        base_map.save()
        transaction.on_commit(lambda: cut_base_map.enqueue(base_map.pk))
    return base_map


def cut_stored_file(pk: int) -> None:
    """Cut the file of a row that waits, once; the file goes away whatever happens."""
    waiting = BaseMap.objects.filter(pk=pk, state=BaseMap.State.WAITING)
    if not waiting.update(state=BaseMap.State.WORKING, heard_at=timezone.now()):
        return
    base_map = BaseMap.objects.get(pk=pk)
    try:
        with storages["private"].open(base_map.stored_file) as stored, tempfile.NamedTemporaryFile() as file:
            for chunk in iter(lambda: stored.read(1 << 20), b""):
                file.write(chunk)
            file.flush()
            make_base_map(file.name, base_map)
    except BaseMapRefused as refused:
        logger.warning("No base map: %s", refused.message)
    finally:
        storages["private"].delete(base_map.stored_file)
        BaseMap.objects.filter(pk=pk).update(stored_file="")
