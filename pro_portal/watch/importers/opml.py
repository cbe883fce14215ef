"""Lists of feeds as feed readers exchange them (OPML 2.0, opml.org/spec2.opml)."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, SubElement, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _

from pro_portal.watch.importers.decoding import decoded_xml
from pro_portal.watch.models import WatchSource, WatchTheme
from pro_portal.watch.normalisation import address_key, is_link, plain_text, tidy_address

MAX_BYTES = 1_000_000
MOST_SOURCES = 200
LONGEST_ADDRESS = 1000
# What many feed readers write as it was typed: « Vins & terroirs ».
BARE_AMPERSAND = re.compile(r"&(?!#\d{1,7};|#x[\da-f]{1,6};|\w{1,32};)", re.I)


class InvalidOpml(Exception):
    """The content is no OPML; the text is a sentence for the watcher."""


class Imported(NamedTuple):
    """How many lines of a list became sources, were sources already, had no address that can be read, came after the two
    hundred that are taken at once."""

    added: int
    repeated: int
    unreadable: int
    beyond: int


def build_opml(sources) -> bytes:
    """The OPML file of these sources, each under the first of its themes."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = _("Sources de veille")
    body, folders = SubElement(root, "body"), {}
    for source in sources:
        theme = next(iter(source.themes.all()), None)
        if theme and theme.pk not in folders:
            folders[theme.pk] = SubElement(body, "outline", text=str(theme), category=theme.slug)
        parent = folders[theme.pk] if theme else body
        SubElement(parent, "outline", type="rss", text=source.name, title=source.name, xmlUrl=source.address)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def import_sources(content: bytes) -> Imported:
    """Add the feeds of an OPML file. A folder with the name of a theme gives it. Raises `InvalidOpml`."""
    if len(content) > MAX_BYTES:
        raise InvalidOpml(_("Ce fichier est trop gros : 1 Mo au plus."))
    try:
        root = fromstring(BARE_AMPERSAND.sub("&amp;", decoded_xml(content)), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError):
        raise InvalidOpml(_("Ce fichier n’est pas un fichier OPML.")) from None
    if root.tag.lower() != "opml":
        raise InvalidOpml(_("Ce fichier n’est pas un fichier OPML."))
    themes = {name.casefold(): theme for theme in WatchTheme.objects.all() for name in (theme.slug, *theme.names.values())}
    known_keys = {address_key(address) for address in WatchSource.objects.values_list("address", flat=True)}
    added = repeated = unreadable = beyond = 0
    for name, address, folder in _lines(root):
        if not is_link(address) or len(address) > LONGEST_ADDRESS:
            unreadable += 1
        elif (key := address_key(address)) in known_keys:
            repeated += 1
        elif added == MOST_SOURCES:
            beyond += 1
        else:
            source = WatchSource.objects.create(name=name or address.split("/")[2], address=address)
            source.themes.set([theme] if (theme := themes.get(folder.casefold())) else [])
            known_keys.add(key)
            added += 1
    return Imported(added, repeated, unreadable, beyond)


def _lines(root) -> Iterator[tuple[str, str, str]]:
    """(name, address, name of its folder) of each line that is a feed or should be one; names of attributes are read in capitals
    and small letters, as programs write them."""
    folders: dict[Element, str] = {}
    for outline in root.iter():
        if outline.tag.lower() not in ("outline", "body"):
            continue
        values = {name.lower(): text for name, text in outline.attrib.items()}
        for child in outline:
            folders[child] = values.get("category") or values.get("text") or values.get("title") or ""
        address = tidy_address(values.get("xmlurl") or "")
        if address or values.get("type", "").lower() in ("rss", "atom", "feed"):
            yield plain_text(values.get("title") or values.get("text") or "", 160), address, folders.get(outline, "")
