import time
from datetime import UTC, datetime

import pytest

from pro_portal.watch.importers.feeds import MAX_BYTES, MOST_ENTRIES, InvalidFeed, parse_feed
from tests.factories.watch import make_rss

ADDRESS = "https://carnet.example/fil.xml"


def test_rss_gives_title_entries_and_language():
    feed = parse_feed(
        make_rss(("https://carnet.example/un", "Un &amp; deux", "&lt;p&gt;Le &lt;b&gt;texte&lt;/b&gt;&lt;/p&gt;")), ADDRESS
    )
    [entry] = feed.entries
    assert feed.title == "Le Carnet"
    assert (entry.address, entry.title, entry.summary, entry.language) == (
        "https://carnet.example/un",
        "Un & deux",
        "Le texte",
        "fr",
    )
    assert entry.dated_at == datetime(2026, 6, 1, 6, 0, tzinfo=UTC)


def test_atom_with_relative_links_is_read():
    atom = (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><title type="html">Un &lt;em&gt;titre&lt;/em&gt;</title>'
        b'<link href="/un"/><id>1</id><updated>2999-01-01T00:00:00Z</updated><content type="html">Tout</content></entry></feed>'
    )
    [entry] = parse_feed(atom, ADDRESS).entries
    assert (entry.address, entry.title, entry.summary) == ("https://carnet.example/un", "Un titre", "Tout")
    assert entry.dated_at <= datetime.now(UTC)


@pytest.mark.parametrize(
    "item",
    [
        ("javascript:alert(1)", "Un", ""),
        ("data:text/html,x", "Un", ""),
        ("https://carnet.example/" + "a" * 3000, "Un", ""),
        ("https://carnet.example/un", "", ""),
        ("https://carnet.example/un", "&lt;script&gt;alert(1)&lt;/script&gt;", ""),
    ],
)
def test_entries_that_lead_nowhere_are_left_out(item):
    assert parse_feed(make_rss(item), ADDRESS).entries == []


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
def test_encodings_are_read(encoding):
    content = make_rss(("https://carnet.example/un", "Été à la mer", "")).decode().replace("?xml version", "?xml version")
    declared = content.replace('version="1.0"', f'version="1.0" encoding="{encoding}"', 1)
    assert [entry.title for entry in parse_feed(declared.encode(encoding), ADDRESS).entries] == ["Été à la mer"]


def test_a_feed_that_is_cut_gives_what_came():
    whole = make_rss(("https://carnet.example/un", "Un", ""), ("https://carnet.example/deux", "Deux", ""))
    entries = parse_feed(whole[: whole.index(b"Deux")], ADDRESS).entries
    assert entries[0].title == "Un"


@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 1000, b"<html><body>Une page</body></html>", b'{"a": 1}', b"%PDF-1.4", bytes(range(256)) * 50]
)
def test_what_is_no_feed_says_so(content):
    with pytest.raises(InvalidFeed, match="ne donne pas de fil"):
        parse_feed(content, ADDRESS)


LAUGHS = '<!DOCTYPE lolz [<!ENTITY a "ha">' + "".join(f'<!ENTITY a{n} "{"&a;" * 10}">' for n in range(10)) + "]>"
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("more", [LAUGHS, OUTSIDE, LAUGHS.lower()])
def test_entity_bombs_are_refused(more):
    with pytest.raises(InvalidFeed, match="entités"):
        parse_feed(make_rss(("https://carnet.example/un", "&a9;", ""), more=more), ADDRESS)


@pytest.mark.parametrize(
    "article",
    [
        "<![CDATA[" + '<p>Une ligne<br>une autre<img src="a.jpg"><hr>' * 300 + "]]>",
        "<br>" * 300,
        "<li>un" * 40 + "</x>" * 40,
        "&lt;p&gt;" * 300,
    ],
)
def test_articles_full_of_line_ends_are_read(article):
    items = [(f"https://carnet.example/{number}", f"Article {number}", article) for number in range(40)]
    assert len(parse_feed(make_rss(*items), ADDRESS).entries) == 40


def test_feed_of_open_tags_in_cdata_is_read(shared_data):
    """After a public report (case 40)."""
    content = (shared_data / "cases/case-40-open-tags-in-cdata.xml").read_bytes()
    assert len(parse_feed(content, ADDRESS).entries) == 40


def filled(text: str) -> bytes:
    return make_rss(("https://carnet.example/un", "Un", text))[:MAX_BYTES]


# A fifth of what a feed may weigh, in a fifth of its time.
BOMBS = {
    "nested elements": filled("<div>" * 180_000),
    "nested in a page": filled("&lt;div&gt;" * 80_000),
    "in a block": filled("<![CDATA[" + "<div><table><b>" * 60_000 + "]]>"),
    "attributes": filled("&lt;a " + 'b="c" ' * 140_000 + "&gt;"),
    "open angles": filled("<" * 980_000),
    "open comments": filled("<!--" * 240_000),
    "ampersands": filled("&" * 980_000),
    "many entries": make_rss(*(((f"https://carnet.example/{n}"), f"Article {n}", "texte") for n in range(5_000)))[:MAX_BYTES],
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_end_soon(name):
    began = time.process_time()
    try:
        feed = parse_feed(BOMBS[name], ADDRESS)
    except InvalidFeed:
        return
    finally:
        assert time.process_time() - began < 30  # a second or two; a bomb that goes off takes minutes
    assert len(feed.entries) <= MOST_ENTRIES
    assert all(len(entry.summary) <= 1200 for entry in feed.entries)
