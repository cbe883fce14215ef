"""Distances in words."""

import pytest
from django.utils import translation

from common.filters import Near
from destination.places.filters import PlaceFilters
from destination.places.presenters.distances import away_in_words, nearness
from tests.factories import make_territory


@pytest.mark.parametrize(("distance", "language", "words"), [
    (0.0, "fr", "à 100 m"),
    (0.049, "fr", "à 100 m"),
    (0.87, "fr", "à 900 m"),
    (0.97, "fr", "à 1 km"),
    (2.34, "fr", "à 2,3 km"),
    (2.34, "en", "2.3 km away"),
    (2.34, "ca", "a 2,3 km"),
    (9.96, "fr", "à 10 km"),
    (14.4, "fr", "à 14 km"),
])  # fmt: skip
def test_distance_is_said_as_people_do(distance, language, words):
    with translation.override(language):
        assert away_in_words(distance).replace("\u00a0", " ") == words


def test_radius_and_commune_are_chosen(db):
    port = make_territory("Port-Aurelle", latitude=42.44, longitude=3.23)
    make_territory("Sans position", latitude=None, longitude=None)
    filters = PlaceFilters(near=Near(radius=5, commune=port.slug), family=True)
    with translation.override("fr"):
        shown = nearness(filters, "/fr/lieux/", [port])
    assert [(each["label"].replace("\u00a0", " "), each["is_on"]) for each in shown["radii"]] == [
        ("2 km", False), ("5 km", True), ("10 km", False), ("20 km", False), ("50 km", False),
    ]  # fmt: skip
    assert shown["radii"][0]["url"] == f"/fr/lieux/?family=1&near=commune%3A{port.slug}%2C2"
    assert shown["communes"] == [{"value": f"commune:{port.slug}", "name": "Port-Aurelle", "is_chosen": True}]
    assert (shown["hidden_fields"], shown["from_words"]) == ([("family", "1")], "depuis le centre de Port-Aurelle")
