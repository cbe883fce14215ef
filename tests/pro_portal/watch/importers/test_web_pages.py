"""Links of pasted letters and feeds of web pages: tables of inputs."""

import pytest

from pro_portal.watch.importers.web_pages import feed_links, newsletter_links, page_text

pytestmark = pytest.mark.django_db


LETTER = """<h1>La lettre</h1><p><a href="https://carnet.example/un?utm_source=lettre">Un <b>titre</b></a>
<a href="https://carnet.example/un"><img src="x"></a><a href="https://carnet.example/deux">Deux</a>
<a href="https://envoi.example/u/1">Se désabonner</a><a href="javascript:alert(1)">Trois</a><a href="mailto:a@b.example">Écrire</a>"""


def test_links_of_a_newsletter():
    assert newsletter_links(LETTER) == [
        ("https://carnet.example/un?utm_source=lettre", "Un titre"),
        ("https://carnet.example/deux", "Deux"),
    ]
    text = "Un titre\nhttps://carnet.example/un\n\n- Deux : https://carnet.example/deux.\nSe désabonner https://envoi.example/u"
    assert newsletter_links(text) == [("https://carnet.example/un", "Un titre"), ("https://carnet.example/deux", "Deux")]


@pytest.mark.parametrize(
    "bomb",
    [
        "<a " * 600_000,
        "<a href='https://a.example/'>" * 60_000,
        "<" * 1_900_000,
        "https://" * 200_000,
        "<a href=" + "x" * 1_900_000,
    ],
)
def test_newsletter_bombs_end(bomb):
    assert len(newsletter_links(bomb)) <= 100


def link(words: str, address="https://carnet.example/1", more="") -> str:
    return f'<p><a href="{address}"{more}>{words}</a></p>'


#: a pasted letter, and the (address, title) of its links.
LETTERS = {
    "a picture": (link('<img src="a.jpg" alt="La saison">'), [("https://carnet.example/1", "La saison")]),
    "a picture and words": (link('<img alt="Photo"> Lire la suite'), [("https://carnet.example/1", "Lire la suite")]),
    "a picture, then words elsewhere": (
        link('<img src="a.jpg" alt="Une">') + link("Le titre de la une"),
        [("https://carnet.example/1", "Le titre de la une")],
    ),
    "a title of the link": (link('<img src="a.jpg">', more=' title="Le guide"'), [("https://carnet.example/1", "Le guide")]),
    "preferences of visitors": (
        link("Les préférences des visiteurs en 2027"),
        [("https://carnet.example/1", "Les préférences des visiteurs en 2027")],
    ),
    "an article on privacy": (
        link("Confidentialité : ce qui change pour les hébergeurs"),
        [("https://carnet.example/1", "Confidentialité : ce qui change pour les hébergeurs")],
    ),
    "an article on browsers": (
        link("La réservation dans le navigateur progresse"),
        [("https://carnet.example/1", "La réservation dans le navigateur progresse")],
    ),
    "an address with such a word": (
        link("Une étude", "https://carnet.example/etude-preferences-des-visiteurs/"),
        [("https://carnet.example/etude-preferences-des-visiteurs/", "Une étude")],
    ),
    "my preferences": (link("Gérer mes préférences"), []),
    "to leave": (link("Cliquez ici pour vous désinscrire de cette lettre"), []),
    "to leave, in English": (link("Unsubscribe from this list"), []),
    "to leave, in Catalan": (link("Donar-me de baixa"), []),
    "in a browser": (link("Voir ce message dans votre navigateur"), []),
    "legal notice": (link("Mentions légales"), []),
    "to leave, by its address": (link("Ici", "https://envoi.example/unsubscribe?u=1"), []),
    "an address with spaces": (link("Le plan", " https://carnet.example/le plan.pdf "), [("https://carnet.example/le%20plan.pdf", "Le plan")]),
    "no scheme": (link("Le guide", "//carnet.example/guide"), [("https://carnet.example/guide", "Le guide")]),
    "brackets": ("Le relief https://fr.example/wiki/Col_(relief) à lire", [("https://fr.example/wiki/Col_(relief)", "Le relief  à lire")]),
    "in brackets": ("Le relief (https://fr.example/wiki/Col_(relief)).", [("https://fr.example/wiki/Col_(relief)", "Le relief ().")]),
    "square brackets": ("[Le col](https://a.example/col[1]), voilà", [("https://a.example/col[1]", "Le col](), voilà")]),
    "an apostrophe": ("Voir https://a.example/l'ete", [("https://a.example/l'ete", "Voir")]),
    "the end of a sentence": ("Voir « https://a.example/un ». Ou https://a.example/deux ?", [("https://a.example/un", "Voir «"), ("https://a.example/deux", "Voir «")]),
}  # fmt: skip


def test_links_of_many_letters():
    links = {name: newsletter_links(letter) for name, (letter, _links) in LETTERS.items()}
    titled = {"brackets", "in brackets", "square brackets", "the end of a sentence"}  # the words around are what they are
    assert {name: [each[0] for each in links[name]] if name in titled else links[name] for name in LETTERS} == {
        name: [each[0] for each in wanted] if name in titled else wanted for name, (_letter, wanted) in LETTERS.items()
    }


def test_letter_of_the_trial(shared_data):
    assert [title for _address, title in newsletter_links((shared_data / "cases/case-115-letter.html").read_text())] == [
        "Lire l’article", "La saison s’annonce belle", "Majuscules", "Avec espaces", "Sans schéma", "Les préférences des visiteurs en 2027",
    ]  # fmt: skip


HEAD = '<link rel="alternate" type="application/{kind}+xml" title="{title}" href="{address}">'


def head(address: str, title="Fil", kind="rss") -> str:
    return HEAD.format(address=address, title=title, kind=kind)


#: a web page, and the (address, title) of its feeds.
PAGES = {
    "one": (head("https://carnet.example/feed/"), [("https://carnet.example/feed/", "Fil")]),
    "relative": (head("fil.atom", kind="atom"), [("https://carnet.example/actus/fil.atom", "Fil")]),
    "from its root": (head("/fil?a=1&amp;b=2"), [("https://carnet.example/fil?a=1&b=2", "Fil")]),
    "by the base of the page": ('<base href="https://b.example/x/">' + head("fil"), [("https://b.example/x/fil", "Fil")]),
    "in capitals": ('<LINK REL="Alternate" TYPE="Application/RSS+XML" HREF="/f">', [("https://carnet.example/f", "")]),
    "the comments last": (
        head("/comments/feed/", "Commentaires") + head("/feed/", "Articles"),
        [("https://carnet.example/feed/", "Articles"), ("https://carnet.example/comments/feed/", "Commentaires")],
    ),
    "the same twice": (head("/feed/") + head("/feed", "Autre"), [("https://carnet.example/feed/", "Fil")]),
    "without its type": ('<link rel="alternate" href="/feed.xml"><link rel="alternate" href="/en/">', [("https://carnet.example/feed.xml", "")]),
    "of plain XML": (head("/?feed=rss2").replace("application/rss+xml", "text/xml"), [("https://carnet.example/?feed=rss2", "Fil")]),
    "of another kind": ('<link rel="alternate" hreflang="en" href="/en/"><link rel="stylesheet" href="/rss.css">', []),
    "of a scheme of its own": (head("feed://carnet.example/fil"), [("http://carnet.example/fil", "Fil")]),
    "of no scheme to read": (head("javascript:alert(1)") + head("data:text/xml,x"), []),
    "in the text": ('<a href="/rss.xml">Notre fil</a><a href="/contact">Écrire</a>', [("https://carnet.example/rss.xml", "Notre fil")]),
    "announced and in the text": (head("/feed/") + '<a href="/rss.xml">Notre fil</a>', [("https://carnet.example/feed/", "Fil")]),
    "JSON Feed": (head("/feed.json", kind="feed").replace("feed+xml", "feed+json"), [("https://carnet.example/feed.json", "Fil")]),
    "JSON Feed beside RSS": (head("/feed.json").replace("rss+xml", "feed+json") + head("/feed/"), [("https://carnet.example/feed/", "Fil")]),
    "JSON of programs": (head("/wp-json/wp/v2/posts/1").replace("rss+xml", "json"), []),
    "JSON Feed in the text": ('<a href="/feed.json">JSON</a>', [("https://carnet.example/feed.json", "JSON")]),
    "none": ("<h1>Bonjour</h1>", []),
}  # fmt: skip


def test_feeds_of_web_pages():
    found = {name: feed_links(page.encode(), "https://carnet.example/actus/") for name, (page, _links) in PAGES.items()}
    assert found == {name: links for name, (_page, links) in PAGES.items()}


@pytest.mark.parametrize("bomb", ["<link " * 300_000, head("/f{}") * 20_000, "<a href='/rss'>" * 100_000])
def test_page_bombs_end(bomb):
    assert len(feed_links(bomb.encode(), "https://carnet.example/")) <= 12


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        ("Été".encode(), "text/html; charset=utf-8"),
        ("Été".encode("cp1252"), "text/html; charset=iso-8859-1"),
        ('<meta charset="windows-1252">Été'.encode("cp1252"), "text/html"),
        ("Été et été, déjà".encode() + b"\xff", "text/html"),
    ],
)
def test_charsets_of_pages(content, content_type):
    assert "Été" in page_text(content, content_type)
