import pytest

from pro_portal.watch.importers.web_pages import newsletter_links

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
