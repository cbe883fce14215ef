"""The reader of pages that the tests use."""

import pytest

from tests.html import read

PAGE = """<!doctype html><html lang="ca"><head><title>Un  titre</title><link rel="canonical" href="https://x.example/fr/">
<link rel="alternate" hreflang="fr" href="https://x.example/fr/"><meta name="robots" content="noindex">
<meta property="og:image" content="https://x.example/i.jpg">
<script type="application/ld+json">{"@type": "Event"}</script></head><body>
<nav aria-label="Menu"><a href="/a/">Agenda <span>12</span></a> <a href="/b/" aria-label="Lieux du pays">Lieux</a><a>Sans adresse</a></nav>
<main><h1 id="t">Le&nbsp;port<!-- rien --></h1><section aria-labelledby="t"><h2>Une <b>s</b>uite</h2><p>Premier</p><p>Second</p></section>
<a href="/c/"><svg aria-hidden="true"><title>dessin</title></svg><img src="p.jpg" alt="Le phare"></a><img src="q.jpg" alt="">
<div hidden><a href="/d/">Caché</a></div><p aria-hidden="true">Muet</p>
<form aria-label="Proposer"><label for="n">Titre <span>(obligatoire)</span></label>
<input id="n" name="title" value="Bal" aria-invalid="true" aria-describedby="h e"><p id="h">Court.</p><p id="e">Trop long.</p>
<label><input type="checkbox" name="tag" value="a" checked> Musique</label><label><input type="checkbox" name="tag" value="b" checked> Bal</label>
<label><input type="checkbox" name="free"> Gratuit</label>
<fieldset><legend>Public</legend><input type="radio" id="r" name="who" value="all"><label for="r">Tous</label></fieldset>
<select aria-label="Commune" name="commune"><option value="1">Une</option><option value="2" selected>Deux</option></select>
<textarea aria-label="Texte" name="text">
Bonjour</textarea><input type="hidden" name="next" value="/fr/"><input type="submit" value="Envoyer"><button>Voir</button><button>Voir</button></form>
<table><caption>Tarifs</caption><tr><th>Âge</th><th>Prix</th></tr><tr><td>Adulte</td><td>3&nbsp;€</td></tr></table>
<li data-state="read">Lu</li><li data-state="new">Neuf</li></main></body></html>"""


@pytest.fixture(scope="module")
def page():
    return read(PAGE)


def test_parts_are_found_by_role_and_whole_name(page):
    assert page.get_by_role("link", name="Agenda 12")["href"] == "/a/"
    assert page.texts("link") == ["Agenda 12", "Lieux du pays", "Le phare"]
    assert page.texts("heading") == ["Le port", "Une suite"]
    assert page.has("button", "Envoyer") and not page.has("link", "Lieux")


def test_region_is_read_alone(page):
    assert page.region("Menu").texts("link") == ["Agenda 12", "Lieux du pays"]
    assert page.region("Le port").text == "Une suite Premier Second"
    assert page.region("Public").texts("radio") == ["Tous"]
    assert page.region("Tarifs").rows() == [("Âge", "Prix"), ("Adulte", "3 €")]


def test_what_is_hidden_is_not_read(page):
    assert not any(word in page.text for word in ("Caché", "Muet", "dessin", "rien", "Event"))
    assert page.texts("img") == ["Le phare"]


def test_field_is_found_by_its_label(page):
    title = page.field("Titre")
    assert (title.value, title.description, title.is_invalid) == ("Bal", "Court. Trop long.", True)
    assert page.field("Musique").checked and not page.field("Gratuit").checked
    assert (page.field("Commune").value, page.field("Texte").value, page.field("Tous").value) == ("2", "Bonjour", "all")


def test_form_values_are_what_a_browser_sends(page):
    values = {"title": "Bal", "tag": ["a", "b"], "commune": "2", "text": "Bonjour", "next": "/fr/"}
    assert page.region("Proposer").form_values() == values


def test_head_is_read(page):
    assert (page.language, page.title, page.canonical) == ("ca", "Un titre", "https://x.example/fr/")
    assert page.alternates == {"fr": "https://x.example/fr/"}
    assert (page.meta("robots"), page.meta("og:image"), page.meta("author")) == ("noindex", "https://x.example/i.jpg", None)
    assert page.structured_data == [{"@type": "Event"}]


def test_hook_finds_what_carries_it(page):
    assert [part.text for part in page.all_by_hook("data-state", "read")] == ["Lu"]
    assert len(page.all_by_hook("data-state")) == 2


@pytest.mark.parametrize("name", ["Voir", "Rien"])
def test_part_that_is_absent_or_there_twice_says_what_is_on_the_page(page, name):
    with pytest.raises(LookupError, match="Envoyer"):
        page.get_by_role("button", name=name)
