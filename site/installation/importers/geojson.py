"""The features of a GeoJSON file (RFC 7946), one after the other: a file of sixty megabytes takes the memory of one of them."""

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from installation.limits import LARGEST_FEATURE

CHUNK = 1_000_000  # bytes read at a time
#: Where the list of features begins; before it stand a name and a projection.
BEGINNING = re.compile(r'"features"\s*:\s*\[')
PROJECTION = re.compile(r"EPSG:+(?:[\d.]*:)?(\d{4,6})")
DEGREES = ("4326", "4258", "4171")  # WGS 84, ETRS89, RGF93: the same to a metre, in degrees
LAMBERT_93 = "2154"
#: The first bytes of what people drop instead.
OTHER_KINDS = {
    b"PK": _("C’est une archive (ZIP) : ouvrez-la, et déposez le fichier GeoJSON qu’elle contient."),
    b"\x1f\x8b": _("C’est un fichier compressé (GZ) : décompressez-le, et déposez le fichier GeoJSON qu’il contient."),
    b"<": _("C’est un fichier KML, GML ou une page web : il faut le même au format GeoJSON."),
    b"\x00\x00\x27\x0a": _("C’est un fichier Shapefile : il faut le même au format GeoJSON."),
}
NOT_GEOJSON = _("Ce n’est pas un fichier GeoJSON : il doit contenir une liste de communes, chacune avec son nom et son contour.")
LAMBERT = _(
    "Ce fichier est en mètres (Lambert-93) et non en degrés : enregistrez-le en WGS 84 (EPSG:4326), par exemple avec QGIS, ou "
    "prenez la version en degrés que publie l’État."
)
METRES = _("Ce fichier n’est pas en degrés : enregistrez-le en WGS 84 (EPSG:4326), par exemple avec QGIS.")


class OutlinesRefused(ValidationError):
    """A file from which no commune can be taken; `message` says why and what to do."""


def _refuse_constant(word: str):
    raise ValueError(word)  # NaN and Infinity are no JSON


DECODER = json.JSONDecoder(parse_constant=_refuse_constant)


def features(file: BinaryIO) -> Iterator[dict]:
    """Each feature as the file has it. Raises `OutlinesRefused`, after the features that could be read."""
    file.seek(0)
    _refuse_other_kinds(file.read(4))
    file.seek(0)
    yield from _decode(_text(file))


def _refuse_other_kinds(beginning: bytes) -> None:
    if not beginning.strip():
        raise OutlinesRefused(_("Ce fichier est vide."))
    for first, sentence in OTHER_KINDS.items():
        if beginning.startswith(first):
            raise OutlinesRefused(sentence)


def _text(file: BinaryIO) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    try:
        while chunk := file.read(CHUNK):
            yield decoder.decode(chunk)
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise OutlinesRefused(
            _("Ce fichier n’est pas enregistré en UTF-8 : enregistrez-le ainsi, ses accents se perdraient.")
        ) from error


def _decode(chunks: Iterator[str]) -> Iterator[dict]:
    text, number = _after_beginning(chunks), 0
    while True:
        text = text.lstrip(" \t\r\n,")
        if text.startswith("]"):
            return
        end = 0
        while text[end : end + 1] not in ("]", ""):
            try:
                feature, end = DECODER.raw_decode(text, end)
            except RecursionError as error:
                raise OutlinesRefused(NOT_GEOJSON) from error
            except ValueError:
                break  # not whole yet, or damaged
            yield feature
            number += 1
            while text[end : end + 1] in (" ", "\t", "\r", "\n", ",") and end < len(text):
                end += 1
        text = text[end:]
        if text.startswith("]"):
            return
        if len(text) > LARGEST_FEATURE:
            sentence = _("Ce fichier est abîmé, ou l’un de ses contours est trop grand, après %(number)s communes.")
            raise OutlinesRefused(sentence % {"number": number})
        more = next(chunks, "")
        if not more:
            sentence = _("Ce fichier est abîmé ou incomplet : il s’arrête après %(number)s communes. Téléchargez-le de nouveau.")
            raise OutlinesRefused(sentence % {"number": number})
        text += more


def _after_beginning(chunks: Iterator[str]) -> str:
    """The text after the bracket that opens the list of features."""
    text = ""
    for chunk in chunks:
        text += chunk
        if match := BEGINNING.search(text):
            _check_projection(text[: match.start()])
            return text[match.end() :]
        if len(text) > LARGEST_FEATURE:
            break
    raise OutlinesRefused(_what_it_is(text))


def _check_projection(head: str) -> None:
    for code in PROJECTION.findall(head):
        if code == LAMBERT_93:
            raise OutlinesRefused(LAMBERT)
        if code not in DEGREES:
            raise OutlinesRefused(METRES)


def _what_it_is(text: str):
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return NOT_GEOJSON
    kind = content.get("type") if isinstance(content, dict) else None
    if kind == "Topology":
        return _("C’est un fichier TopoJSON : il faut le même au format GeoJSON.")
    if kind == "Feature":
        return _("Ce fichier ne contient qu’un seul contour : il en faut un par commune.")
    return NOT_GEOJSON
