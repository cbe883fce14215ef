"""Names as addresses write them."""

import pytest

from common.slugs import slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Chœur de chambre", "choeur-de-chambre"), ("Œuvres et æpyornis", "oeuvres-et-aepyornis"), ("Fête", "fete")],
)
def test_slug_keeps_the_letters_of_ligatures(name, slug):
    assert slug_of(name, "lieu") == slug


def test_slug_of_a_name_without_latin_letters_is_the_default():
    assert slug_of("東京", "lieu") == "lieu"
