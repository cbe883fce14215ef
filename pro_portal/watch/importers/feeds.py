"""Parsing RSS and Atom: bytes in, entries out. No network, no database."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin

import feedparser
from django.utils import timezone
from django.utils.translation import gettext as _

from pro_portal.watch.normalisation import LONGEST_SUMMARY, LONGEST_TITLE, is_link, plain_text

MAX_BYTES = 5_000_000
MOST_ENTRIES = 100  # a feed gives ten to fifty; an archive of thousands would bury the inbox
ACCEPT = "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.5"
# Markup inside markup: what a parser must hold at once. No feed that a person reads comes near.
MAX_DEPTH = 200
# Those of HTML that have no end tag; `link` is left out, since a link of RSS has one.
VOID_ELEMENTS = {b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"meta", b"source", b"track", b"wbr"}


class InvalidFeed(Exception):
    """The content is no feed, or one we refuse; the text is a sentence for the watcher."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    address: str
    title: str
    summary: str
    dated_at: datetime | None
    language: str


@dataclass(frozen=True, slots=True)
class Feed:
    title: str
    entries: list[FeedEntry]


def parse_feed(content: bytes, address: str) -> Feed:
    """The feed's title and its newest entries, in plain text; those without an address or a title are left out.

    Raises `InvalidFeed` where `content` is no feed, or one made to exhaust its parser.
    """
    if re.search(rb"<!ENTITY", content[:100_000], re.I):
        raise InvalidFeed(_("Ce fil contient des définitions inhabituelles (entités) : il n’est pas lu."))
    if _depth(content) > MAX_DEPTH:
        raise InvalidFeed(_("Ce fil est fait d’une façon inhabituelle (trop d’éléments imbriqués) : il n’est pas lu."))
    # The texts are cleaned below, with one rule for feeds, pages and pasted letters.
    try:
        parsed = feedparser.parse(content, sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError):
        # The parser is made for the disorder of real feeds, yet some bytes find a way through it.
        parsed = feedparser.FeedParserDict(entries=[], feed={})
    if not parsed.get("version") and not parsed.entries:
        raise InvalidFeed(_("Cette adresse ne donne pas de fil RSS ou Atom."))
    language = _text(parsed.feed, "language")[:2].lower()
    entries = [
        entry
        for parsed_entry in parsed.entries[:MOST_ENTRIES]
        if (entry := _entry(parsed_entry, address, language if language.isalpha() else ""))
    ]
    return Feed(plain_text(parsed.feed.get("title", ""), 160), entries)


def _depth(content: bytes) -> int:
    """How deep the elements of the document stand in one another, as far as a glance tells.

    What CDATA holds is text for the parser. A tag that nobody closes ends with the element around it; `<br>` ends at once.
    """
    deepest = 0
    open_elements: list[bytes] = []
    counts: Counter[bytes] = Counter()  # of the open elements, so that a stray end tag costs no walk through them
    for tag in re.finditer(rb"<(/?)([A-Za-z][^\s<>/]{0,100})[^<>]{0,2000}?(/?)>", _without_cdata(content)):
        name = tag[2].lower()
        if tag[1]:
            while counts[name]:
                counts[last := open_elements.pop()] -= 1
                if last == name:
                    break
        elif not tag[3] and name not in VOID_ELEMENTS:
            open_elements.append(name)
            counts[name] += 1
            deepest = max(deepest, len(open_elements))
    return deepest


def _without_cdata(content: bytes) -> bytes:
    parts, position = [], 0
    while (start := content.find(b"<![CDATA[", position)) >= 0:
        parts.append(content[position:start])
        end = content.find(b"]]>", start)
        position = end + 3 if end >= 0 else len(content)
    return b"".join([*parts, content[position:]])


def _entry(entry, address: str, language: str) -> FeedEntry | None:
    title = plain_text(_text(entry, "title"), LONGEST_TITLE)
    try:
        link = urljoin(address, _text(entry, "link").strip())
    except ValueError:
        return None
    if not title or len(link) > 2000 or not is_link(link):
        return None
    content = entry.get("content") or [{}]
    summary = _text(entry, "summary") or str(content[0].get("value") or "")
    return FeedEntry(link, title, plain_text(summary, LONGEST_SUMMARY), _published_at(entry), language)


def _text(entry, name: str) -> str:
    value = entry.get(name)
    return value if isinstance(value, str) else ""


def _published_at(entry) -> datetime | None:
    """When it appeared, never in the future: a clock that is wrong must not keep an item on top."""
    parts = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        moment = datetime(*parts[:6], tzinfo=UTC) if parts else None
    except (ValueError, TypeError, OverflowError):
        return None
    return min(moment, timezone.now()) if moment and moment.year > 1990 else None
