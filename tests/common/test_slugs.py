"""Names as addresses write them."""

import pytest

from common.slugs import slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Chœur d’été à l’abbaye", "choeur-d-ete-a-l-abbaye"),
        ("L'été – l’hiver", "l-ete-l-hiver"),
        ("Lʼété", "l-ete"),
        ("Œuvres et æpyornis", "oeuvres-et-aepyornis"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Smørrebrød", "smorrebrod"),
        ("Col·lecció", "colleccio"),
        ("L´Île d`Or", "l-ile-d-or"),
        ("Aujourd‘hui, l'œuf", "aujourd-hui-l-oeuf"),
        ("Đurđa & Großmünster", "durda-grossmunster"),
        ("ﬁn de ½ journée", "fin-de-12-journee"),
        ("🎉", "lieu"),
    ],
)
def test_slug_keeps_letters_and_parts_words_at_elisions(name, slug):
    assert slug_of(name, "lieu") == slug


def test_titles_of_the_trial_data_have_slugs(shared_data):
    lines = (shared_data / "cases/case-111-titles-for-slugs.txt").read_text().splitlines()
    slugs = [slug_of(line, "lieu") for line in lines if line]
    assert slugs == ["choeur-d-ete-a-l-abbaye", "l-ete-l-hiver", "lodz", "lieu"]


def test_slug_of_a_name_without_latin_letters_is_the_default():
    assert slug_of("東京", "lieu") == "lieu"
