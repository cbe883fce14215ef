"""Names of communes as links, their pictures and neighbours."""

import pytest
from django.utils import translation

from destination.places.presenters.communes import commune_cards, neighbours, with_links
from tests.factories import make_picture, make_place, make_territory


@pytest.fixture
def communes(db):
    with translation.override("fr"):
        yield {
            "port": make_territory("Port-Aurelle", slug="port", latitude=42.44, longitude=3.23),
            "castle": make_territory("Castelnou-d’Aurelle", slug="castle", latitude=42.46, longitude=3.2),
            "away": make_territory("Mont-Clar", slug="away", latitude=42.6, longitude=2.9),
        }


@pytest.mark.parametrize(("html", "linked"), [
    ("<p>De Port-Aurelle au Mont.</p>", '<p>De <a href="/fr/communes/port/">Port-Aurelle</a> au Mont.</p>'),
    ("<p>Castelnou-d&#x27;Aurelle</p>", '<p><a href="/fr/communes/castle/">Castelnou-d&#x27;Aurelle</a></p>'),
    ("Port-Aurelle, Port-Aurelle", '<a href="/fr/communes/port/">Port-Aurelle</a>, Port-Aurelle'),
    ("<a href='/x/'>à Port-Aurelle</a>", "<a href='/x/'>à Port-Aurelle</a>"),
    ("<h2>Port-Aurelle</h2>", "<h2>Port-Aurelle</h2>"),
    ("Port-Aurelle-Plage, un Mont-Clarais", "Port-Aurelle-Plage, un Mont-Clarais"),
    ('<img alt="Port-Aurelle">', '<img alt="Port-Aurelle">'),
])  # fmt: skip
def test_first_whole_name_leads_to_its_commune(communes, html, linked):
    assert with_links(html) == linked


def test_page_of_a_commune_does_not_link_to_itself(communes):
    assert with_links("Port-Aurelle", "port") == "Port-Aurelle"


def test_card_shows_its_own_picture_or_one_of_its_public_places(communes):
    own, of_place, hidden = make_picture("Le village"), make_picture("Le port"), make_picture("Réunion", audience="members")
    communes["castle"].picture = own
    communes["castle"].save()
    make_place("Port", communes["port"], picture=of_place)
    make_place("Refuge", communes["away"], picture=hidden)
    assert {card["title"]: card["image"] for card in commune_cards()} == {
        "Castelnou-d’Aurelle": own, "Mont-Clar": None, "Port-Aurelle": of_place,
    }  # fmt: skip


def test_neighbours_are_the_nearest_first(communes):
    assert [each["name"] for each in neighbours(communes["port"])] == ["Castelnou-d’Aurelle", "Mont-Clar"]
