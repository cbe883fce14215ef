"""What a place costs and how it is classed, in words."""

from decimal import Decimal

import pytest
from django.utils import translation

from destination.places.models import Place
from destination.places.presenters.prices import price_in_words, stars_in_words


@pytest.mark.parametrize(("facts", "words"), [
    ({}, ("", "", "")),
    ({"free": True}, ("Gratuit", "Free", "Gratuït")),
    ({"price_from": Decimal("92.00"), "price_unit": "night"},
     ("à partir de 92\xa0€ la nuit", "from €92 a night", "des de 92\xa0€ la nit")),
    ({"price_from": Decimal("7.50")}, ("à partir de 7,50\xa0€", "from €7.50", "des de 7,50\xa0€")),
    ({"price_from": Decimal("4"), "price_unit": "of another time"}, ("à partir de 4\xa0€", "from €4", "des de 4\xa0€")),
])  # fmt: skip
def test_price_is_said_in_each_language_where_it_is_known(facts, words):
    sentences = []
    for language in ("fr", "en", "ca"):
        with translation.override(language):
            sentences.append(price_in_words(Place(kind="museum", **facts)))
    assert tuple(sentences) == words


@pytest.mark.parametrize(("kind", "stars", "words"), [
    ("accommodation", 3, "3 étoiles"), ("accommodation", 1, "1 étoile"), ("accommodation", None, ""), ("beach", 3, ""),
])  # fmt: skip
def test_only_a_lodging_has_stars(kind, stars, words):
    assert stars_in_words(Place(kind=kind, stars=stars)) == words
