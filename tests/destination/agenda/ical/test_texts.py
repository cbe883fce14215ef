import pytest

from destination.agenda.ical.texts import plain_text, web_address
from tests.destination.agenda.ical.files import PARIS, only, wrapped


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Fête de l&#8217;olive &amp; du vin", "Fête de l’olive & du vin"),
        ("Go&ucirc;ter &#x2014; entr&eacute;e libre", "Goûter — entrée libre"),
        ("<p>Go&ucirc;ter &amp; musique</p>", "Goûter & musique"),
        ("&lt;p&gt;L&rsquo;olive&lt;/p&gt;", "L’olive"),  # a page escaped as a whole
        ("&amp;eacute;", "&eacute;"),  # undone once
        ("AT&T", "AT&T"),
        ("R&D; Q&A", "R&D; Q&A"),
        ("&copie", "&copie"),
        ("L&#8217été, Q&#1 et &#12", "L’été, Q&#1 et &#12"),
        ("&laquo;&nbsp;Bal&nbsp;&raquo; &agrave; 10&euro;", "«\u00a0Bal\u00a0» à 10€"),
        ("&#039;Olé&#39; &quot;2&quot; &#128512;", "'Olé' \"2\" \U0001f600"),
        ("la &copie; du jour", "la &copie; du jour"),
        ("<b>AT&T</b> et le &copyright", "AT&T et le &copyright"),
        ("Tom & Jerry <3", "Tom & Jerry <3"),
        ("un<br>deux<script>x</script>", "un\ndeux"),
    ],
)
def test_tags_and_entities_are_undone_once(written, plain):
    assert plain_text(written) == plain


def test_entities_are_undone_in_every_property():
    lines = ("LOCATION:Salle de l&rsquo;Étoile", "DESCRIPTION:Go&ucirc;ter", "CATEGORIES:Fête &amp; bal",
             'ORGANIZER;CN="L&rsquo;Amicale":mailto:a@a.example', "URL:https://a.example/?a=1&#038;b=2")  # fmt: skip
    event, problems = only(wrapped(*PARIS, *lines).replace("SUMMARY:Marché", "SUMMARY:L&rsquo;olive"))
    assert (event.title, event.location_text, event.description) == ("L’olive", "Salle de l’Étoile", "Goûter")
    assert (event.categories, event.organizer_name) == (("Fête & bal",), "L’Amicale")
    assert (event.url, problems) == ("https://a.example/?a=1&b=2", [])


@pytest.mark.parametrize(
    ("written", "address", "told"),
    [
        ("www.a.example/bal", "https://www.a.example/bal", 0),
        ("HTTPS://a.example/bal", "HTTPS://a.example/bal", 0),
        ("le site de la mairie", "", 1),
        ("mailto:a@a.example", "", 0),
    ],
)
def test_address_that_is_no_page_is_told(written, address, told):
    event, problems = only(wrapped(*PARIS, f"URL:{written}"))
    assert (event.url, len(problems)) == (address, told)


@pytest.mark.parametrize("text", ["javascript:x", "https://a b", "https://" + "a" * 2000, ""])
def test_what_is_no_address_of_the_web_is_left_out(text):
    assert web_address(text) == ""
