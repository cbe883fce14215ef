"""Communes out of the features of a file: their code, their name, where they lie, and the territories they belong to.

The state's files name the same facts otherwise from one publication to the next (geo.api.gouv.fr, Admin Express, « contours
administratifs »): the names that were seen stand below.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from math import isfinite
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from common.names import bare_name, commune_key, fold_name
from common.positions import is_in_france, is_swapped
from common.text import storable
from destination.places.presenters.outlines import simplified
from installation.importers.geojson import LAMBERT, METRES, OutlinesRefused, features
from installation.limits import MOST_COMMUNES, MOST_POINTS

NAMES = ("nom", "nom_com", "nom_commune", "nom_officiel", "com_name", "libgeo", "libelle", "name")
CODES = ("code", "insee", "insee_com", "code_insee", "codeinsee", "codgeo", "com_code", "com", "ref:insee")
DEPARTMENTS = ("departement", "code_departement", "codedepartement", "insee_dep", "dep_code", "code_dept", "dep")
EPCIS = ("epci", "code_epci", "codeepci", "siren_epci", "codes_epci", "epci_code", "codes_siren_des_epci")
POSTCODES = ("codespostaux", "codes_postaux", "code_postal", "postcode", "postal_code")
EPCI_NAMES = ("nom_epci", "nomepci", "epci_name", "lib_epci", "libepci")
COMMUNE_CODE = re.compile(r"(?:\d{2}|2[AB])\d{3}")
WIDER_CODE = re.compile(r"\d[\dAB]\d?|\d{9}")  # of a département, of an EPCI
CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
NAME_LENGTH = 120
DECIMALS = 5  # of a degree: a metre
ALL = "all"


@dataclass
class Commune:
    name: str
    code: str = ""  # of INSEE
    postcode: str = ""
    outline: dict | None = None  # GeoJSON geometry in degrees
    latitude: float | None = None
    longitude: float | None = None


@dataclass
class Survey:
    """What a file holds, without its outlines: how many communes, in which territories, and what was left out, and why."""

    communes: int = 0
    departments: Counter = field(default_factory=Counter)
    epcis: Counter = field(default_factory=Counter)
    epci_names: dict[str, str] = field(default_factory=dict)
    left_out: Counter = field(default_factory=Counter)  # by the words of LEFT_OUT


#: Why a feature is no commune of ours.
LEFT_OUT = {
    "nameless": _("sans nom"),
    "twice": _("en double"),
    "wider": _("qui ne sont pas des communes"),
    "abroad": _("hors de France"),
    "broken": _("illisibles"),
}


def survey(file: BinaryIO) -> Survey:
    """Look the whole file through. Raises `OutlinesRefused` where it holds no commune of ours."""
    answer, seen, swapped = Survey(), set(), 0
    for feature in features(file):
        facts, reason = _facts(feature, seen)
        if facts is None:
            answer.left_out[reason] += 1
            continue
        geometry = _geometry(feature)
        place = _centre(geometry) if geometry else None
        if place and not is_in_france(place[1], place[0]):
            answer.left_out["abroad"] += 1
            swapped += is_swapped(place[1], place[0])
            continue
        answer.communes += 1
        answer.departments[facts["department"]] += 1
        if facts["epci"]:
            answer.epcis[facts["epci"]] += 1
            answer.epci_names.setdefault(facts["epci"], facts["epci_name"])
    if not answer.communes:
        raise OutlinesRefused(_why_empty(answer.left_out, swapped))
    return answer


def _why_empty(left_out: Counter, swapped: int):
    most = left_out.most_common(1)
    if not most:
        return _("Ce fichier ne contient aucune commune.")
    if most[0][0] == "abroad" and swapped:
        return _("Les latitudes et les longitudes de ce fichier sont échangées : GeoJSON veut d’abord la longitude.")
    return {
        "nameless": _("Aucun contour de ce fichier n’a de nom : chaque commune doit porter « nom » (et, si possible, « code »)."),
        "wider": _("Ce fichier contient des départements ou des intercommunalités : il en faut un avec les communes."),
        "abroad": _("Aucun contour de ce fichier n’est en France."),
        "broken": _("Aucune commune de ce fichier ne peut être lue."),
    }[most[0][0]]


def communes_of(file: BinaryIO, territory: str = ALL, only: list[str] | None = None) -> tuple[list[Commune], list[str]]:
    """The communes of a territory (`all`, `dep:82`, `epci:200043065`), or those of `only` (names or codes), and which of `only`
    the file does not have there. Raises `OutlinesRefused`, also beyond MOST_COMMUNES."""
    wanted = {commune_key(word): word for word in only or ()}
    communes, found, seen = [], set(), set()
    for feature in features(file):
        facts, _reason = _facts(feature, seen)
        if facts is None or not _is_of(facts, territory):
            continue
        keys = {commune_key(facts["name"]), commune_key(facts["code"])} & wanted.keys()
        if wanted and not keys:
            continue
        geometry = _geometry(feature)
        place = _centre(geometry) if geometry else None
        if place and not is_in_france(place[1], place[0]):
            continue
        found |= keys
        longitude, latitude = place or (None, None)
        communes.append(Commune(facts["name"], facts["code"], facts["postcode"], geometry, latitude, longitude))
        if len(communes) > MOST_COMMUNES:
            sentence = _("Plus de %(most)s communes : choisissez un département, une intercommunalité ou des noms.")
            raise OutlinesRefused(sentence % {"most": MOST_COMMUNES})
    return communes, [word for key, word in wanted.items() if key not in found]


def communes_by_name(lines: list[str]) -> list[Commune]:
    """Communes without an outline, each name once."""
    names: dict[str, str] = {}
    for line in lines:
        names.setdefault(fold_name(bare_name(line)), bare_name(line))
    return [Commune(name) for name in names.values()]


def _is_of(facts: dict, territory: str) -> bool:
    kind, _colon, code = territory.partition(":")
    return {"dep": facts["department"], "epci": facts["epci"]}.get(kind, code) == code


# ---- one feature ------------------------------------------------------------------------------------------------
def _facts(feature, seen: set[str]) -> tuple[dict | None, str]:
    """Name, code, postcode, department, epci and epci_name of a commune that is not in `seen`, to which it is added; or None and
    a key of LEFT_OUT."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        return None, "broken" if not isinstance(feature, dict) else "nameless"
    properties = {key.lower(): value for key, value in properties.items()}
    name, code = _first(properties, NAMES), _first(properties, CODES).upper()
    if WIDER_CODE.fullmatch(code):
        return None, "wider"
    if not name:
        return None, "nameless"
    code = code if COMMUNE_CODE.fullmatch(code) else ""
    if (key := code or fold_name(name)) in seen:
        return None, "twice"
    seen.add(key)
    department = _first(properties, DEPARTMENTS).upper() or (code[:3] if code[:2] in ("97", "98") else code[:2])
    epci = _first(properties, EPCIS)
    postcode = _first(properties, POSTCODES)
    postcode = postcode if len(postcode) == 5 and postcode.isdecimal() else ""
    facts = {"name": name, "code": code, "postcode": postcode, "department": department[:3], "epci": epci[:9]}
    return facts | {"epci_name": _first(properties, EPCI_NAMES) or _inner_name(properties, EPCIS)}, ""


def _first(properties: dict, names: tuple[str, ...]) -> str:
    """The first of these properties that holds a word; of a list its first, of a group its code."""
    for name in names:
        value = properties.get(name)
        value = value[0] if isinstance(value, list) and value else value
        value = value.get("code") if isinstance(value, dict) else value
        if isinstance(value, str | int) and not isinstance(value, bool):
            text = " ".join(storable(CONTROLS.sub(" ", str(value))).split())[:NAME_LENGTH].strip()
            if text:
                return text
    return ""


def _inner_name(properties: dict, names: tuple[str, ...]) -> str:
    groups = [properties[name] for name in names if isinstance(properties.get(name), dict)]
    return _first({"nom": groups[0].get("nom")}, ("nom",)) if groups else ""


def _geometry(feature: dict) -> dict | None:
    """The polygons of a feature, rounded to a metre; None where it has none that can be drawn. Raises `OutlinesRefused` where
    they are not in degrees. A ring that crosses itself is drawn as it is: nothing is computed from it but a centre."""
    geometry = feature.get("geometry")
    if not isinstance(geometry, dict) or not isinstance(geometry.get("coordinates"), list):
        return None
    coordinates = geometry["coordinates"]
    polygons = {"Polygon": [coordinates], "MultiPolygon": coordinates}.get(geometry.get("type"), [])
    drawn = []
    for polygon in polygons:
        rings = [_ring(points) for points in polygon] if isinstance(polygon, list) else []
        if rings and rings[0]:  # the outer one; without it there is nothing to cut holes out of
            drawn.append([ring for ring in rings if ring])
    if sum(len(ring) for polygon in drawn for ring in polygon) > MOST_POINTS:
        drawn = [[_thinned(ring) for ring in polygon] for polygon in drawn]
    return {"type": "MultiPolygon", "coordinates": drawn} if drawn else None


def _ring(points) -> list[list[float]]:
    try:
        ring = [[float(longitude), float(latitude)] for longitude, latitude, *_height in points]
    except (TypeError, ValueError, OverflowError):
        return []
    if len(ring) < 4 or not all(isfinite(number) for point in ring for number in point):
        return []
    for across, up in ring:
        if abs(across) > 180 or abs(up) > 90:
            is_lambert = 0 < across < 1_400_000 and 5_900_000 < up < 7_300_000
            raise OutlinesRefused(LAMBERT if is_lambert else METRES)
    ring = [[round(longitude, DECIMALS), round(latitude, DECIMALS)] for longitude, latitude in ring]
    return ring if ring[0] == ring[-1] else [*ring, ring[0]]


def _thinned(ring: list[list[float]]) -> list[list[float]]:
    # Of hundreds of thousands of points every so many will do before they are looked at: simplifying takes the square of them.
    points = [tuple(point) for point in ring[:: len(ring) // (2 * MOST_POINTS) + 1]] + [tuple(ring[-1])]
    half = len(points) // 2  # a ring ends where it begins: its two halves are simplified apart
    return [list(point) for point in simplified(points[: half + 1]) + simplified(points[half:])[1:]]


def _centre(geometry: dict) -> tuple[float, float]:
    """(longitude, latitude) of the middle of the largest polygon, weighed by area; of its frame where that lies outside it, as a
    ring that crosses itself may have it."""
    ring = max((polygon[0] for polygon in geometry["coordinates"]), key=lambda points: abs(_area(points)))
    across, up = [point[0] for point in ring], [point[1] for point in ring]
    west, south, east, north = min(across), min(up), max(across), max(up)
    area = _area(ring)
    if abs(area) > 1e-12:
        longitude = latitude = 0.0
        for (x1, y1), (x2, y2) in zip(ring, ring[1:], strict=False):
            cross = (x1 - west) * (y2 - south) - (x2 - west) * (y1 - south)
            longitude += (x1 + x2 - 2 * west) * cross
            latitude += (y1 + y2 - 2 * south) * cross
        longitude, latitude = west + longitude / (6 * area), south + latitude / (6 * area)
        if west <= longitude <= east and south <= latitude <= north:
            return round(longitude, DECIMALS), round(latitude, DECIMALS)
    return round((west + east) / 2, DECIMALS), round((south + north) / 2, DECIMALS)


def _area(ring: list[list[float]]) -> float:
    west, south = ring[0]
    pairs = zip(ring, ring[1:], strict=False)
    return sum((x1 - west) * (y2 - south) - (x2 - west) * (y1 - south) for (x1, y1), (x2, y2) in pairs) / 2
