"""JSON Feed (jsonfeed.org, versions 1 and 1.1) under the names that feedparser gives to RSS and Atom, so that one rule maps them
all to entries."""

import json
from datetime import UTC, datetime
from html import escape

import feedparser

from pro_portal.watch.importers.decoding import FORBIDDEN

VERSION = "jsonfeed.org/version/"
# What a parser must hold at once: no feed that a person reads comes near.
MOST_BRACKETS = 200_000


def parsed_json(text: str) -> feedparser.FeedParserDict:
    """The feed that is written in `text`, without version and entries where that is other JSON. Raises ValueError for a feed that
    is not well-formed, or made to exhaust its parser."""
    if text.count("[") + text.count("{") > MOST_BRACKETS:
        raise ValueError("Too many lists and objects.")
    try:
        document = json.loads(text, strict=False)
    except (ValueError, RecursionError) as problem:
        if VERSION not in text:
            return feedparser.FeedParserDict(entries=[], feed={})
        raise ValueError(str(problem)) from problem
    if not isinstance(document, dict) or VERSION not in _text(document, "version"):
        return feedparser.FeedParserDict(entries=[], feed={})
    items = document.get("items")
    if not isinstance(items, list):
        raise ValueError("A feed without a list of items.")
    feed = {
        "title": escape(_text(document, "title"), quote=False),
        "link": _text(document, "home_page_url"),
        "language": _text(document, "language"),
    }
    return feedparser.FeedParserDict(version="json", feed=feed, entries=[_entry(item) for item in items])


def _entry(item) -> dict:
    """What is no object has nothing to show, and is told as left out."""
    if not isinstance(item, dict):
        return {}
    attachments = item.get("attachments")
    attachments = [each for each in attachments if isinstance(each, dict)] if isinstance(attachments, list) else []
    return {
        "id": _identity(item),
        "link": _text(item, "url") or _text(item, "external_url"),
        # What is plain text by the format may speak of a tag.
        "title": escape(_text(item, "title"), quote=False),
        "summary": escape(_text(item, "summary"), quote=False),
        "content": [{"value": _text(item, "content_html") or escape(_text(item, "content_text"), quote=False)}],
        "language": _text(item, "language"),
        "published_parsed": _moment(_text(item, "date_published")),
        "updated_parsed": _moment(_text(item, "date_modified")),
        "enclosures": [{"href": _text(each, "url"), "title": _text(each, "title")} for each in attachments],
    }


def _identity(item: dict) -> str:
    """By the format a string; a number stands for its digits."""
    value = item.get("id")
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number else _text(item, "id")


def _text(values: dict, name: str) -> str:
    """Without half a character, and without those that a database refuses."""
    value = values.get(name)
    if not isinstance(value, str):
        return ""
    return FORBIDDEN.sub(" ", value.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def _moment(text: str):
    """A date of RFC 3339 as feedparser gives dates: in UTC, where it names no zone too."""
    try:
        moment = datetime.fromisoformat(text.strip())
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).utctimetuple()
    except (ValueError, OverflowError):
        return None
