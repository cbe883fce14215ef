import json
import time
from datetime import UTC, datetime

import pytest

from pro_portal.watch.actions.sources import read_source
from pro_portal.watch.importers.feeds import MAX_BYTES, MOST_ENTRIES, InvalidFeed, parse_feed
from pro_portal.watch.models import WatchItem
from tests.factories.watch import make_source

ADDRESS = "https://carnet.example/feed.json"
VERSION = "https://jsonfeed.org/version/1.1"
PAGE = "https://carnet.example/un"
A_DAY = datetime(2026, 6, 1, 6, 0, tzinfo=UTC)


def written(*items, version=VERSION, **fields) -> bytes:
    feed = {"version": version, "title": "Le Carnet", "home_page_url": "https://carnet.example/", **fields}
    return json.dumps({**feed, "items": list(items)}, ensure_ascii=False).encode()


def test_json_feed_gives_title_entries_and_languages():
    first = {
        "id": "https://carnet.example/?p=1", "url": PAGE, "title": "Un & deux <3", "content_html": "<p>Le <b>texte</b></p>",
        "date_published": "2026-06-01T08:00:00+02:00", "tags": ["mer"], "authors": [{"name": "Anne"}],
    }  # fmt: skip
    second = {"id": 2, "external_url": "https://ailleurs.example/", "content_text": "Sans <titre>", "language": "ca-ES"}
    for version in (VERSION, "https://jsonfeed.org/version/1", "http://jsonfeed.org/version/1.1"):
        feed = parse_feed(written(first, second, version=version, language="fr-FR"), ADDRESS, "application/feed+json")
        assert (feed.title, feed.left_out, feed.is_malformed) == ("Le Carnet", 0, False)
        one, two = feed.entries
        assert (one.address, one.title, one.summary, one.language) == (PAGE, "Un & deux <3", "Le texte", "fr")
        assert (one.guid, one.dated_at) == ("https://carnet.example/?p=1", A_DAY)
        assert (two.address, two.title, two.language, two.guid) == ("https://ailleurs.example/", "Sans <titre>", "ca", "2")


#: an item, and (address, title) of its entry, None where it is left out.
ITEMS = {
    "relative": ({"id": "a", "url": "/un", "title": "Un"}, (PAGE, "Un")),
    "its page is its name": ({"id": PAGE, "title": "Un"}, (PAGE, "Un")),
    "a sound": ({"id": "a", "title": "Un", "attachments": [{"url": "/un.mp3", "mime_type": "audio/mpeg"}]}, ("https://carnet.example/un.mp3", "Un")),
    "no page": ({"id": "a", "title": "Un"}, ("https://carnet.example/", "Un")),
    "no title": ({"id": "a", "url": PAGE, "summary": "Le début"}, (PAGE, "Le début")),
    "no word": ({"id": "a", "url": PAGE}, None),
    "a script": ({"id": "a", "url": "javascript:alert(1)", "title": "Un"}, None),
    "not an object": (["a", PAGE], None),
    "nothing": (None, None),
    "of other types": ({"id": {"a": 1}, "url": 3, "title": ["Un"], "attachments": {"url": 1}, "content_html": True}, None),
    "half a character": ({"id": "a\ud800", "url": PAGE, "title": "Un \ud83c\udfd6 \udc00"}, (PAGE, "Un 🏖 �")),
    "what no database takes": ({"id": "a\u0000b", "url": PAGE, "title": "Un\u0000deux"}, (PAGE, "Un deux")),
    "a script as its title": ({"id": "a", "url": PAGE, "title": "<script>alert(1)</script>"}, (PAGE, "<script>alert(1)</script>")),
    "a script in its text": ({"id": "a", "url": PAGE, "content_html": "<script>alert(1)</script>Le texte"}, (PAGE, "Le texte")),
}  # fmt: skip


def test_items_of_disorderly_feeds():
    answers = {}
    for name, (item, _wanted) in ITEMS.items():
        feed = parse_feed(json.dumps({"version": VERSION, "home_page_url": "/", "items": [item]}).encode(), ADDRESS)
        assert feed.left_out + len(feed.entries) == 1, name
        assert not any("\0" in entry.guid for entry in feed.entries), name
        answers[name] = next(((entry.address, entry.title) for entry in feed.entries), None)
    assert answers == {name: wanted for name, (_item, wanted) in ITEMS.items()}


@pytest.mark.parametrize(
    ("fields", "moment"),
    [
        ({"date_published": "2026-06-01T06:00:00Z"}, A_DAY),
        ({"date_published": "2026-06-01T06:00:00.250Z", "date_modified": "2026-07-01T00:00:00Z"}, A_DAY),
        ({"date_modified": "2026-06-01T02:00:00-04:00"}, A_DAY),
        ({"date_published": "2026-06-01T06:00:00"}, A_DAY),
        ({"date_published": "le 1er juin"}, None),
        ({"date_published": 1780293600}, None),
        ({"date_published": "0001-01-01T00:00:00+14:00"}, None),
        ({}, None),
    ],
)
def test_dates(fields, moment):
    [entry] = parse_feed(written({"id": "1", "url": PAGE, "title": "Un", **fields}), ADDRESS).entries
    assert entry.dated_at == moment


def test_charsets_and_marks_are_read():
    content = written({"id": "1", "url": PAGE, "title": "Été à la mer"})
    mark = b"\xef\xbb\xbf"
    ways = [(content, ""), (mark + content, ""), (content, "application/json; charset=iso-8859-1"), (b"\n " + content, "")]
    ways.append((content.decode().encode("cp1252"), "application/json"))
    ways.append((content.decode().encode("utf-16"), ""))
    titles = [[entry.title for entry in parse_feed(body, ADDRESS, content_type).entries] for body, content_type in ways]
    assert titles == [["Été à la mer"]] * len(ways)


def test_the_newest_of_a_long_feed_are_read():
    items = [
        {"id": str(day), "url": f"{PAGE}/{day}", "title": f"Jour {day}", "date_published": f"20{day // 28:02}-01-{day % 28 + 1:02}T00:00:00Z"}
        for day in range(150)
    ]  # fmt: skip
    entries = parse_feed(written(*items), ADDRESS).entries
    assert len(entries) == MOST_ENTRIES and entries[0].title == "Jour 149"


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b'{"items": []}', "ne donne pas de fil"),
        (b'{"version": "https://jsonfeed.org/version/1.1"', "mal formé"),
        (b'{"version": 3', "ne donne pas de fil"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": {"a": 1}}', "mal formé"),
        (written({"id": "1", "url": PAGE, "title": "Un"})[:-20], "mal formé"),
    ],
)
def test_what_is_no_feed_is_told(content, refusal):
    with pytest.raises(InvalidFeed, match=refusal):
        parse_feed(content, ADDRESS)


def filled(value: str) -> bytes:
    return f'{{"version": "{VERSION}", "x": {value}, "items": []}}'.encode()[:MAX_BYTES]


#: What exhausts a parser, whole and cut.
BOMBS = {
    "lists": filled("[" * 90_000 + "]" * 90_000),
    "objects": filled('{"a":' * 90_000 + "1" + "}" * 90_000),
    "many lists": filled("[" + ",".join(["[]"] * 1_600_000) + "]"),
    "a number": filled("9" * 4_000_000),
    "open lists": b"{" + b"[" * (MAX_BYTES - 1),
    "open marks": b'{"' + b'\\"' * 2_000_000,
    "many items": written(*({"id": str(n), "url": f"{PAGE}/{n}", "title": f"Article {n}"} for n in range(20_000)))[:MAX_BYTES],
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_end_soon(name):
    began = time.process_time()
    try:
        feed = parse_feed(BOMBS[name], ADDRESS)
    except InvalidFeed:
        return
    finally:
        assert time.process_time() - began < 30  # a second at most
    assert len(feed.entries) <= MOST_ENTRIES


def test_feed_of_the_trial(shared_data):
    feed = parse_feed((shared_data / "cases" / "case-48-json-feed.json").read_bytes(), ADDRESS)
    assert feed.entries and not feed.left_out


@pytest.mark.django_db
def test_items_are_known_by_their_id(newspaper):
    item = {"id": "billet-1", "url": f"{newspaper.address}/un", "title": "Un"}
    kind = {"Content-Type": "application/feed+json"}
    source = make_source(address=f"{newspaper.address}/feed.json")
    newspaper.answers["/feed.json"] = (200, kind, written(item))
    assert read_source(source) == 1
    newspaper.answers["/feed.json"] = (200, kind, written(item | {"url": f"{newspaper.address}/deux", "title": "Un, corrigé"}))
    assert read_source(source) == 0
    assert WatchItem.objects.count() == 1
