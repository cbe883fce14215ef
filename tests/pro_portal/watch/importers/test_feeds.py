import time
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

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


def rss(*items: str, head: str = "", encoding: str = "") -> str:
    declared = f' encoding="{encoding}"' if encoding else ""
    return f'<?xml version="1.0"{declared}?><rss version="2.0"><channel><title>Fil</title>{head}{"".join(items)}</channel></rss>'


def item(title="", link="", **more) -> str:
    parts = {"title": title, "link": link} | more
    return "<item>" + "".join(f"<{name}>{text}</{name}>" for name, text in parts.items() if text) + "</item>"


def atom(*entries: str) -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Fil</title>{"".join(f"<entry>{entry}</entry>" for entry in entries)}</feed>'


SITE = "<link>https://carnet.example/</link>"
SOUND = '<enclosure url="https://carnet.example/son/les-bergers_d-ete.mp3" type="audio/mpeg" length="1"/>'
#: what a feed holds, and the (address, title) of its entries.
ENTRIES = {
    # without a title
    "a post of a few words": (
        rss(item(link="https://a.example/1", description="&lt;p&gt;Le col est ouvert&lt;/p&gt;")),
        [("https://a.example/1", "Le col est ouvert")],
    ),
    "a post that is long": (
        rss(item(link="https://a.example/1", description="mot " * 80)),
        [("https://a.example/1", ("mot " * 80)[:119].rsplit(" ", 1)[0] + "…")],
    ),
    "a post of a picture": (
        rss(item(link="https://a.example/1", description="&lt;img alt='Le port au matin' src='a.jpg'&gt;")),
        [("https://a.example/1", "Le port au matin")],
    ),
    "an Atom post with an empty title": (
        atom('<id>urn:1</id><title/><link href="/1"/><content type="html">&lt;b&gt;Ouvert&lt;/b&gt; demain</content>'),
        [("https://carnet.example/1", "Ouvert demain")],
    ),
    "a title that is markup alone": (
        rss(item("&lt;b&gt;&lt;/b&gt;", "https://a.example/1", description="Le texte")),
        [("https://a.example/1", "Le texte")],
    ),
    # without a page of its own
    "a sound": (rss(f"<item><title>Épisode 4</title>{SOUND}</item>", head=SITE), [("https://carnet.example/son/les-bergers_d-ete.mp3", "Épisode 4")]),
    "a sound without a title": (rss(f"<item>{SOUND}</item>"), [("https://carnet.example/son/les-bergers_d-ete.mp3", "les bergers d ete")]),
    "a film of media RSS": (
        '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>F</title><item><title>Vu du ciel</title>'
        '<media:content url="https://a.example/v.mp4"/></item></channel></rss>',
        [("https://a.example/v.mp4", "Vu du ciel")],
    ),
    "an Atom enclosure": (
        atom('<id>urn:1</id><title>Deux</title><link rel="enclosure" href="https://a.example/2.ogg"/>'),
        [("https://a.example/2.ogg", "Deux")],
    ),
    "a guid that is the page": (rss(item("Un", guid="https://a.example/1")), [("https://a.example/1", "Un")]),
    "an empty link": (rss(item("Un", "  ", guid="n1") , item("Deux", guid="n2"), head=SITE), [("https://carnet.example/", "Un"), ("https://carnet.example/", "Deux")]),
    "a link to the feed itself": (rss(item("Un", "#", guid="n1"), item("Deux", ADDRESS, guid="n2"), head=SITE), [("https://carnet.example/", "Un"), ("https://carnet.example/", "Deux")]),
    "a link to the feed, and a sound": (rss(f"<item><title>Un</title><link>#</link>{SOUND}</item>", head=SITE), [("https://carnet.example/son/les-bergers_d-ete.mp3", "Un")]),
    "a site that is the feed": (rss(item("Un", guid="n1"), head=f"<link>{ADDRESS}</link>"), []),
    "no page, no site": (rss(item("Un", guid="n1")), []),
    # addresses as people and programs write them
    "a link with spaces": (rss(item("Un", " https://a.example/le plan 2027.pdf ")), [("https://a.example/le%20plan%202027.pdf", "Un")]),
    "a relative link with spaces": (rss(item("Un", "docs/le plan.pdf")), [("https://carnet.example/docs/le%20plan.pdf", "Un")]),
    "a link in two lines": (rss(item("Un", "https://a.example/un\n  /deux")), [("https://a.example/un%20%20/deux", "Un")]),
    "a link with angles": (rss(item("Un", "https://a.example/?q=&lt;un&gt;")), [("https://a.example/?q=%3Cun%3E", "Un")]),
    "a link without its scheme": (rss(item("Un", "www.a.example/1")), [("https://www.a.example/1", "Un")]),
    "a link of another scheme": (rss(item("Un", "feed:https://a.example/1")), [("https://a.example/1", "Un")]),
    "a base in steps": (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/"><title>F</title><entry xml:base="blog/"><title>Un</title>'
        '<link href="un.html"/></entry><entry xml:base="/autre/"><title>Deux</title><link href="deux.html"/></entry></feed>',
        [("https://b.example/blog/un.html", "Un"), ("https://b.example/autre/deux.html", "Deux")],
    ),
    "a base in RSS": (
        '<rss version="2.0" xml:base="https://b.example/actus/"><channel><title>F</title><item><title>Un</title><link>un</link></item></channel></rss>',
        [("https://b.example/actus/un", "Un")],
    ),
    "several links": (
        atom('<title>Un</title><link rel="self" href="/1.atom"/><link rel="replies" href="/1/r"/><link rel="alternate" href="/1"/>'),
        [("https://carnet.example/1", "Un")],
    ),
    "a page and a sound": (rss(f"<item><title>Un</title><link>/1</link>{SOUND}</item>"), [("https://carnet.example/1", "Un")]),
    "RSS 1.0": (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>F</title></channel>'
        '<item rdf:about="https://a.example/1"><title>Un</title><link>https://a.example/1</link></item></rdf:RDF>',
        [("https://a.example/1", "Un")],
    ),
    # disorder
    "lines before the declaration": ("\n\n " + rss(item("Un", "https://a.example/1")), [("https://a.example/1", "Un")]),
    "a bare ampersand": (rss(item("Vins & terroirs", "https://a.example/?a=1&b=2")), [("https://a.example/?a=1&b=2", "Vins & terroirs")]),
    "entities of HTML": (rss(item("10&nbsp;&euro; l&rsquo;entr&eacute;e", "https://a.example/1")), [("https://a.example/1", "10 € l’entrée")]),
    "a control character": (rss(item("Un\x0b titre\x00", "https://a.example/1")), [("https://a.example/1", "Un titre")]),
    "a reference to one": (rss(item("Un&#11; titre&#x1F;", "https://a.example/1")), [("https://a.example/1", "Un titre")]),
    "a title escaped twice": (rss(item("L&amp;rsquo;été &amp;amp; l’hiver", "https://a.example/1")), [("https://a.example/1", "L’été & l’hiver")]),
    "entities in an article": (
        rss(item("Un", "https://a.example/1", description="<![CDATA[<!ENTITY a 'b'>]]>")),
        [("https://a.example/1", "Un")],
    ),
}  # fmt: skip


def addressed(feed) -> list[tuple[str, str]]:
    return [(entry.address, entry.title) for entry in feed.entries]


def test_entries_of_disorderly_feeds():
    assert {name: addressed(parse_feed(text.encode(), ADDRESS)) for name, (text, _entries) in ENTRIES.items()} == {
        name: entries for name, (_text, entries) in ENTRIES.items()
    }


WORD = "Fête d’été à Céret"
#: bytes, what HTTP says, and the title that is read.
CHARSETS = {
    "one bad byte": (rss(item(WORD + " |", "/1"), encoding="utf-8").encode().replace(b"|", b"\xff"), "", WORD + " \ufffd"),
    "one bad byte, undeclared": (rss(item(WORD + " |", "/1")).encode().replace(b"|", b"\xe9"), "", WORD + " \ufffd"),
    "a letter cut in two": (rss(item(WORD + " |", "/1")).encode().replace(b"|", b"\xe2\x80"), "", WORD + " \ufffd"),
    "a sign in two halves": (rss(item(WORD + " |", "/1"), encoding="utf-8").encode().replace(b"|", b"\xed\xa0\xbd\xed\xb8\x80"), "", WORD + " \U0001f600"),
    "signs in two halves alone": (rss(item("Soleil |", "/1")).encode().replace(b"|", b"\xed\xa0\xbc\xed\xbc\x9e"), "", "Soleil \U0001f31e"),
    "an older page inside": (rss(item(WORD * 3 + " |", "/1")).encode().replace(b"|", b"\xe0 l\xe0"), "", WORD * 3 + " \ufffd l\ufffd"),
    "UTF-8 that is Latin-1": (rss(item(WORD, "/1"), encoding="utf-8").encode("cp1252"), "", WORD),
    "Latin-1 of HTTP": (rss(item(WORD, "/1")).encode("cp1252"), "text/xml; charset=ISO-8859-1", WORD),
    "Latin-1 that is UTF-8": (rss(item(WORD, "/1"), encoding="iso-8859-1").encode(), "text/xml; charset=iso-8859-1", WORD),
    "Latin-1 with quotes of Windows": (rss(item(WORD, "/1"), encoding="iso-8859-1").encode("cp1252"), "", WORD),
    "Cyrillic of HTTP": (rss(item("Праздник", "/1")).encode("cp1251"), "application/rss+xml;charset=windows-1251", "Праздник"),
    "Cyrillic of HTTP, quoted": (rss(item("Праздник", "/1")).encode("koi8-r"), 'text/xml; Charset="KOI8-R"', "Праздник"),
    "HTTP before the declaration": (rss(item("Праздник", "/1"), encoding="iso-8859-1").encode("cp1251"), "text/xml; charset=cp1251", "Праздник"),
    "Japanese in seven bits": (rss(item("春の祭", "/1"), encoding="iso-2022-jp").encode("iso-2022-jp"), "", "春の祭"),
    "an unknown charset": (rss(item(WORD, "/1"), encoding="martian").encode(), "text/xml; charset=none", WORD),
    "a charset that is none": (rss(item(WORD, "/1"), encoding="utf-16").encode(), "text/xml; charset=zip", WORD),
    "a mark": (b"\xef\xbb\xbf" + rss(item(WORD, "/1"), encoding="iso-8859-1").encode(), "text/xml; charset=cp1251", WORD),
    "two bytes without a mark": (rss(item(WORD, "/1")).encode("utf-16-le"), "", WORD),
    "two bytes with one": (rss(item(WORD, "/1")).encode("utf-16"), "", WORD),
}  # fmt: skip


@pytest.mark.parametrize("date", ["2999-01-01T00:00:00Z", "2027-03-01", "2030-12-31T23:59:59+14:00"])
def test_nothing_appeared_in_the_future(date):
    with time_machine.travel("2026-11-29T12:00:00Z"):
        [entry] = parse_feed(atom(f'<title>Un</title><link href="/1"/><updated>{date}</updated>').encode(), ADDRESS).entries
        assert entry.dated_at <= datetime.now(UTC)


def test_charsets():
    assert {name: parse_feed(content, ADDRESS, http).entries[0].title for name, (content, http, _title) in CHARSETS.items()} == {
        name: title for name, (_content, _http, title) in CHARSETS.items()
    }


DAYS = [f"{day:%a, %d %b %Y} 08:00:00 +0000" for day in (datetime(2026, 1, 1) + timedelta(days=n) for n in range(150))]
DATED = [item(f"Numéro {n}", f"/{n}", pubDate=day) for n, day in enumerate(DAYS)]
UNDATED = [item(f"Sans date {n}", f"/{n}") for n in range(150)]


@pytest.mark.parametrize(
    ("items", "first", "last"),
    [
        (DATED, "Numéro 149", "Numéro 50"),
        (DATED[::-1], "Numéro 149", "Numéro 50"),
        (DATED[75:] + DATED[:75], "Numéro 149", "Numéro 50"),
        (UNDATED, "Sans date 0", "Sans date 99"),
        ([part for pair in zip(DATED[:75], UNDATED, strict=False) for part in pair], "Numéro 74", "Sans date 25"),
    ],
)
def test_the_newest_of_a_long_feed_are_read(items, first, last):
    titles = [entry.title for entry in parse_feed(rss(*items).encode(), ADDRESS).entries]
    assert (len(titles), titles[0], titles[-1]) == (MOST_ENTRIES, first, last)


BRIEF = "https://a.example/breves"
#: what a feed holds, and the guids of its entries: what names each of them.
GUIDS = {
    "one link, three guids": ([item(f"Brève {n}", BRIEF, guid=f"b{n}") for n in range(3)], ["b0", "b1", "b2"]),
    "one link and title, three guids": ([item("Brève", BRIEF, guid=f"b{n}") for n in range(3)], ["b0", "b1", "b2"]),
    "one guid for all": ([item(f"Brève {n}", f"{BRIEF}/{n}", guid="b") for n in range(3)], ["", "", ""]),
    "one guid and link for all": ([item(f"Brève {n}", BRIEF, guid="b") for n in range(3)], ["breve 0", "breve 1", "breve 2"]),
    "one link, no guid": ([item(f"Brève {n}", f"{BRIEF}#{n}") for n in range(3)], ["breve 0", "breve 1", "breve 2"]),
    "links, no guid": ([item("Brève", f"{BRIEF}/{n}") for n in range(3)], ["", "", ""]),
    "the same twice": ([item("Brève", BRIEF, guid="b")] * 2, ["b", "b"]),
}


def test_what_names_an_entry():
    assert {
        name: [entry.guid for entry in parse_feed(rss(*items).encode(), ADDRESS).entries] for name, (items, _) in GUIDS.items()
    } == {name: guids for name, (_items, guids) in GUIDS.items()}


@pytest.mark.parametrize(
    ("text", "number", "remark"),
    [
        (rss(item("Un", "/1")), 1, ""),
        (rss(item("Un&nbsp;!", "/1")), 1, ""),
        (rss(item("Un", "/1")).replace("</channel></rss>", ""), 1, "mal formé"),
        (rss(item("Un", "/1"), "<item><link>/2</link><title>Deux <b></title>"), 2, "mal formé"),
        (rss(item("Un", "/1")) + "<b>Erreur du serveur", 1, "mal formé"),
        (rss(item("Un", "/1"), item(), item("", "/2"), item("Trois", "javascript:alert(1)")), 1, "3 éléments sans adresse ou sans texte"),
    ],
)  # fmt: skip
def test_what_may_be_missing_is_told(text, number, remark):
    feed = parse_feed(text.encode(), ADDRESS)
    assert len(feed.entries) == number
    assert remark in feed.remark if remark else not feed.remark


@pytest.mark.parametrize(
    "text", ["<rss version='2.0'><channel><title>Fil</title><item", "<rss version='2.0'>\n<channel>\n<b></channel>"]
)
def test_ill_formed_feed_without_an_entry_is_refused(text):
    with pytest.raises(InvalidFeed, match="mal formé"):
        parse_feed(text.encode(), ADDRESS)


@pytest.mark.parametrize("hidden", ["<!-- <![CDATA[ -->", "<!--" + "x" * 150_000 + "-->", "<?php <![CDATA[ ?>"])
def test_entities_cannot_hide(hidden):
    with pytest.raises(InvalidFeed, match="entités"):
        parse_feed(make_rss(("https://carnet.example/un", "&a;", ""), more=f'<!DOCTYPE x [{hidden}<!ENTITY a "b">]>'), ADDRESS)
    wide = make_rss(("https://carnet.example/un", "&a;", ""), more='<!DOCTYPE x [<!ENTITY a "b">]>').decode().encode("utf-16")
    with pytest.raises(InvalidFeed, match="entités"):
        parse_feed(wide, ADDRESS)


#: files of the trial: what their entries should be, by a function of the feed.
TRIAL = {
    "case-40-open-tags-in-cdata.xml": (lambda feed: len(feed.entries), 40),
    "case-41-no-titles.xml": (
        lambda feed: [entry.title for entry in feed.entries],
        ["Message numéro 9 : le col est ouvert", "Message numéro 2 : le col est ouvert"],
    ),
    "case-42-same-link-other-guid.xml": (lambda feed: len({entry.guid for entry in feed.entries}), 3),
    "case-44-xml-base.xml": (lambda feed: feed.entries[0].address, "https://blog.essai.example/journal/2026/rentree.html"),
    "case-45-oldest-first.xml": (
        lambda feed: (feed.entries[0].title, len(feed.entries)),
        ("Communiqué numéro 149 de la station", 100),
    ),
    "case-46-latin1-header-only.xml": (lambda feed: feed.entries[0].title, "Fête de l'été à Céret"),
    "case-47-utf8-one-bad-byte.xml": (
        lambda feed: (feed.entries[0].title, feed.entries[0].summary.count("\ufffd")),
        ("Fête de l’été à Céret", 1),
    ),
    "case-49-leading-newline.xml": (lambda feed: feed.entries[0].title, "Après des lignes vides"),
    "case-50-unescaped-ampersand.xml": (lambda feed: feed.entries[0].title, "Hébergements & tables d'hôtes"),
    "case-51-nbsp-entity.xml": (lambda feed: (feed.entries[0].title, feed.remark), ("Prix : 10 € l’entrée", "")),
    "case-52-double-escaped-title.xml": (lambda feed: feed.entries[0].title, "L’été & l’hiver"),
    "case-53-podcast-enclosure-only.xml": (lambda feed: feed.entries[0].address, "https://essai.example/ep4.mp3"),
    "case-55-same-title-other-page.xml": (lambda feed: len({entry.address for entry in feed.entries}), 4),
    "case-56-atom-several-links.xml": (lambda feed: feed.entries[0].address, "https://essai.example/1.html"),
    "case-57-rdf-rss10.xml": (lambda feed: feed.entries[0].title, "Article RDF"),
    "case-60-updated-only-future.xml": (lambda feed: feed.entries[0].dated_at <= datetime.now(UTC), True),
    "case-61-content-in-media.xml": (lambda feed: feed.entries[0].summary, "Dix minutes au-dessus des crêtes."),
}


def test_feeds_of_the_trial(shared_data):
    """Each after a public report; what HTTP says of one alone tells its charset."""
    said = {"case-46-latin1-header-only.xml": "application/rss+xml; charset=ISO-8859-1"}
    feeds = {name: parse_feed((shared_data / "cases" / name).read_bytes(), ADDRESS, said.get(name, "")) for name in TRIAL}
    assert {name: ask(feeds[name]) for name, (ask, _answer) in TRIAL.items()} == {
        name: answer for name, (_ask, answer) in TRIAL.items()
    }


def test_what_the_trial_has_and_is_not_read(shared_data):
    with pytest.raises(InvalidFeed, match="entités"):
        parse_feed((shared_data / "cases" / "case-59-doctype-entity.xml").read_bytes(), ADDRESS)


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
