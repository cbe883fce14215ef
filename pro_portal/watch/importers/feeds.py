"""Parsing RSS, Atom and JSON Feed: bytes in, entries out. No network, no database."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import unquote, urljoin, urlsplit
from xml.sax import SAXParseException

import feedparser
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pro_portal.watch.importers.decoding import decoded_xml
from pro_portal.watch.importers.json_feeds import parsed_json
from pro_portal.watch.normalisation import (
    LONGEST_SUMMARY,
    LONGEST_TITLE,
    MAX_TEXT,
    address_key,
    is_link,
    plain_text,
    tidy_address,
    title_key,
)

MAX_BYTES = 5_000_000
MOST_ENTRIES = 100  # a feed gives ten to fifty; an archive of thousands would bury the inbox
ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json;q=0.9, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.5"
)
# Markup inside markup: what a parser must hold at once. No feed that a person reads comes near.
MAX_DEPTH = 200
# Those of HTML that have no end tag; `link` is left out, since a link of RSS has one.
VOID_ELEMENTS = {"area", "base", "br", "col", "embed", "hr", "img", "input", "meta", "source", "track", "wbr"}
LONGEST_BORROWED_TITLE = 120  # of an entry that has none: the beginning of its text
LONGEST_GUID = 2000
MALFORMED = gettext_lazy("Ce fil est mal formé : rien n’a pu y être lu. Prévenez le site qui le publie.")


class InvalidFeed(Exception):
    """The content is no feed, or one we refuse; the text is a sentence for the watcher."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    address: str
    title: str
    summary: str
    dated_at: datetime | None
    language: str
    # What names the entry for its feed (`guid` of RSS, `id` of Atom), whatever becomes of its address; empty where there is none.
    guid: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """`left_out`: how many of the entries had nothing to show or led nowhere; `is_malformed`: the XML is not well-formed, so that
    the rest may be missing."""

    title: str
    entries: list[FeedEntry]
    left_out: int = 0
    is_malformed: bool = False

    @property
    def remark(self) -> str:
        """What a watcher should know of a feed that is read and not whole, as sentences; empty for most."""
        sentences = []
        if self.is_malformed:
            sentences.append(_("Ce fil est mal formé : ce qui a pu être lu est pris, le reste peut manquer."))
        if self.left_out:
            sentence = ngettext(
                "%(count)d élément sans adresse ou sans texte est laissé de côté.",
                "%(count)d éléments sans adresse ou sans texte sont laissés de côté.",
                self.left_out,
            )
            sentences.append(sentence % {"count": self.left_out})
        return " ".join(sentences)


def parse_feed(content: bytes, address: str, content_type: str = "") -> Feed:
    """The feed's title and its newest entries, newest first, in plain text; `content_type` is what HTTP says of it.

    Raises `InvalidFeed` where `content` is no feed, or one made to exhaust its parser.
    """
    text = decoded_xml(content, content_type)
    parsed = _parsed_json(text) if text.startswith("{") else _parsed_xml(text)
    is_malformed = _is_malformed(parsed)
    if not parsed.entries and is_malformed and parsed.get("version"):
        raise InvalidFeed(MALFORMED)
    if not parsed.get("version") and not parsed.entries:
        raise InvalidFeed(_("Cette adresse ne donne pas de fil RSS, Atom ou JSON Feed."))
    language, site = _language(parsed.feed), _link(address, _text(parsed.feed, "link"))
    site = "" if _is_feed(site, address) else site
    newest = _newest_first(parsed.entries)[:MOST_ENTRIES]
    entries = [entry for parsed_entry in newest if (entry := _entry(parsed_entry, address, language, site))]
    title = plain_text(_text(parsed.feed, "title"), 160)
    return Feed(title, _told_apart(entries), len(newest) - len(entries), is_malformed)


def _language(parsed) -> str:
    """The two letters of a language; empty where none is named."""
    language = _text(parsed, "language")[:2].lower()
    return language if language.isalpha() else ""


def _parsed_json(text: str) -> feedparser.FeedParserDict:
    try:
        return parsed_json(text)
    except ValueError:
        raise InvalidFeed(MALFORMED) from None


def _parsed_xml(text: str) -> feedparser.FeedParserDict:
    if re.search(r"<!ENTITY", text, re.I) and re.search(r"<!DOCTYPE", text, re.I):
        raise InvalidFeed(_("Ce fil contient des définitions inhabituelles (entités) : il n’est pas lu."))
    if _depth(_without_quotes(text)) > MAX_DEPTH:
        raise InvalidFeed(_("Ce fil est fait d’une façon inhabituelle (trop d’éléments imbriqués) : il n’est pas lu."))
    return _parsed(text)


def _parsed(text: str) -> feedparser.FeedParserDict:
    try:
        # The texts are cleaned below, with one rule for feeds, pages and pasted letters.
        return feedparser.parse(
            text.encode("utf-8", "replace"),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError):
        # The parser is made for the disorder of real feeds, yet some bytes find a way through it.
        return feedparser.FeedParserDict(entries=[], feed={})


def _is_malformed(parsed) -> bool:
    error = parsed.get("bozo_exception")
    # An entity of HTML (`&nbsp;`) that XML does not know spoils nothing.
    return isinstance(error, SAXParseException) and "undefined entity" not in error.getMessage()


def _depth(markup: str) -> int:
    """How deep the elements of the document stand in one another, as far as a glance tells.

    What CDATA holds is text for the parser. A tag that nobody closes ends with the element around it; `<br>` ends at once.
    """
    deepest = 0
    open_elements: list[str] = []
    counts: Counter[str] = Counter()  # of the open elements, so that a stray end tag costs no walk through them
    for tag in re.finditer(r"<(/?)([A-Za-z][^\s<>/]{0,100})[^<>]{0,2000}?(/?)>", markup):
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


def _without_quotes(text: str) -> str:
    """The text without what stands in comments and in CDATA."""
    parts, position, end_mark = [], 0, ""
    for mark in re.finditer(r"<!--|<!\[CDATA\[|-->|\]\]>", text):
        if not end_mark and mark[0].startswith("<"):
            parts.append(text[position : mark.start()])
            position, end_mark = mark.start(), "-->" if mark[0] == "<!--" else "]]>"
        elif mark[0] == end_mark:
            position, end_mark = mark.end(), ""
    return "".join(parts) if end_mark == "]]>" else "".join([*parts, text[position:]])


def _newest_first(entries: list) -> list:
    """The entries of a feed in whatever order it has; one without a date stands beside the one before it."""
    now = timezone.now()
    dates = [_published_at(entry, now) for entry in entries]
    last = next(filter(None, dates), None)
    if last is None:
        return entries
    dated = []
    for entry, date in zip(entries, dates, strict=True):
        last = date or last
        dated.append((last, entry))
    return [entry for _date, entry in sorted(dated, key=lambda pair: pair[0], reverse=True)]


# ---- one entry --------------------------------------------------------------------------------------------------------
def _entry(entry, address: str, language: str, site: str) -> FeedEntry | None:
    """None for what leads nowhere, or has no word to show. What has no page of its own leads to the feed's `site`."""
    links = [link for text in _addresses_of(entry) if text and not _is_feed(link := _link(address, text), address)]
    link = next(filter(None, links), "")
    if links and not link:
        return None
    guid = _text(entry, "id").strip()[:LONGEST_GUID]
    body = _text(entry, "summary") or _content_of(entry)
    summary = plain_text(body, LONGEST_SUMMARY)
    title = plain_text(_text(entry, "title"), LONGEST_TITLE) or _borrowed_title(entry, body)
    if not title or not (link or site):
        return None
    dated_at = _published_at(entry, timezone.now())
    if not link:
        guid = guid or f"{title_key(title)} {dated_at or ''}"
    return FeedEntry(link or site, title, summary if summary != title else "", dated_at, _language(entry) or language, guid)


def _addresses_of(entry) -> Iterator[str]:
    """Where a reader may be sent: the page, else what the guid names, else the sound or the film itself."""
    guid = _text(entry, "id").strip()
    names_page = guid.startswith("/") or is_link(tidy_address(guid))
    if not entry.get("guidislink") or names_page:  # by RSS any guid is the page, unless it says that it is none
        yield _text(entry, "link").strip()
    yield from (_text(link, "href") for link in entry.get("links", ()) if link.get("rel") == "alternate")
    yield guid if names_page else ""
    files = (*entry.get("enclosures", ()), *entry.get("media_content", ()))
    yield from (_text(file, "href") or _text(file, "url") for file in files)


def _link(base: str, text: str) -> str:
    """A whole address that a reader may open; empty for anything else."""
    text = tidy_address(text)
    try:
        link = tidy_address(urljoin(base, text)) if text else ""
    except ValueError:
        return ""
    return link if len(link) <= 2000 and is_link(link) else ""


def _is_feed(link: str, address: str) -> bool:
    """Whether a link leads to the feed itself: « # », or nothing resolved against its address. No reader wants to see XML."""
    return bool(link) and address_key(link) == address_key(address)


def _content_of(entry) -> str:
    contents = entry.get("content") or [{}]
    return str(contents[0].get("value") or "") or _text(entry, "media_description")


def _borrowed_title(entry, body: str) -> str:
    """For an entry without a title: the beginning of its text, else the words of its picture, else the name of its file."""
    if text := plain_text(body, LONGEST_BORROWED_TITLE):
        return text
    pictures = re.findall(r"<img\b[^<>]{0,2000}?\balt\s*=\s*(?:\"([^\"]{1,600})\"|'([^']{1,600})')", body[:MAX_TEXT], re.I)
    words = [first or second for first, second in pictures]
    words += [_text(file, "title") for file in entry.get("media_content", ())]
    words += [_name_of_file(_text(file, "href")) for file in entry.get("enclosures", ())]
    return next(filter(None, (plain_text(text, LONGEST_BORROWED_TITLE) for text in words)), "")


def _name_of_file(address: str) -> str:
    try:
        return re.sub(r"[_+-]+", " ", unquote(urlsplit(address).path).rsplit("/", 1)[-1].rsplit(".", 1)[0])
    except ValueError:
        return ""


def _told_apart(entries: list[FeedEntry]) -> list[FeedEntry]:
    """The entries with a guid that names one alone. One that stands on different entries names nothing; several titles at one
    address that nothing else names are told apart by them."""
    named, titles = defaultdict(set), defaultdict(set)
    keys = [(address_key(entry.address), title_key(entry.title)) for entry in entries]
    for entry, key in zip(entries, keys, strict=True):
        named[entry.guid].add(key)
    guids = [entry.guid if len(named[entry.guid]) == 1 else "" for entry in entries]
    for guid, (address, title) in zip(guids, keys, strict=True):
        if not guid:
            titles[address].add(title)
    return [
        replace(entry, guid=guid or (title if len(titles[address]) > 1 else ""))
        for entry, guid, (address, title) in zip(entries, guids, keys, strict=True)
    ]


def _text(entry, name: str) -> str:
    value = entry.get(name)
    return value if isinstance(value, str) else ""


def _published_at(entry, now: datetime) -> datetime | None:
    """When it appeared, never in the future: a clock that is wrong must not keep an item on top."""
    parts = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        moment = datetime(*parts[:6], tzinfo=UTC) if parts else None
    except (ValueError, TypeError, OverflowError):
        return None
    return min(moment, now) if moment and moment.year > 1990 else None
