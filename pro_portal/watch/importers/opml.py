"""Lists of feeds as feed readers exchange them (OPML 2.0, opml.org/spec2.opml)."""

from xml.etree.ElementTree import Element, ParseError, SubElement, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _

from pro_portal.watch.models import WatchSource, WatchTheme
from pro_portal.watch.normalisation import is_link, plain_text

MAX_BYTES = 1_000_000
MOST_SOURCES = 200


class InvalidOpml(Exception):
    """The content is no OPML; the text is a sentence for the watcher."""


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


def import_sources(content: bytes) -> tuple[int, int]:
    """Add the feeds of an OPML file; (added, known already). A folder with the name of a theme gives it.
    Raises `InvalidOpml`."""
    if len(content) > MAX_BYTES:
        raise InvalidOpml(_("Ce fichier est trop gros : 1 Mo au plus."))
    try:
        root = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError):
        raise InvalidOpml(_("Ce fichier n’est pas un fichier OPML.")) from None
    if root.tag != "opml":
        raise InvalidOpml(_("Ce fichier n’est pas un fichier OPML."))
    themes = {name.casefold(): theme for theme in WatchTheme.objects.all() for name in (theme.slug, *theme.names.values())}
    known_addresses = set(WatchSource.objects.values_list("address", flat=True))
    added = repeated = 0
    for name, address, folder in _feeds(root)[:MOST_SOURCES]:
        if address in known_addresses:
            repeated += 1
            continue
        source = WatchSource.objects.create(name=name, address=address)
        source.themes.set([theme] if (theme := themes.get(folder.casefold())) else [])
        known_addresses.add(address)
        added += 1
    return added, repeated


def _feeds(root) -> list[tuple[str, str, str]]:
    """(name, address, name of its folder) of each feed."""
    folder_of = {child: parent.get("category") or parent.get("text") or "" for parent in root.iter("outline") for child in parent}
    feeds = []
    for outline in root.iter("outline"):
        address = (outline.get("xmlUrl") or "").strip()
        if is_link(address) and len(address) <= 1000:
            name = plain_text(outline.get("title") or outline.get("text") or "", 160) or address.split("/")[2]
            feeds.append((name, address, folder_of.get(outline, "")))
    return feeds
