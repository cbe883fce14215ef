"""Whom a picture names: its creator and its credit, each once."""

import pytest

from common.models import Picture

pytestmark = pytest.mark.django_db  # a picture asks for its collection


@pytest.mark.parametrize(
    ("creator", "credit", "names"),
    [
        ("Jean Dupont", "Clotilde Sarmentier", "Jean Dupont / Clotilde Sarmentier"),
        ("Émile Brossard", "© Emile BROSSARD 2024", "© Emile BROSSARD 2024"),
        ("Émile Brossard", "É. Brossard / Aurelle", "É. Brossard / Aurelle"),
        ("Jean Dupont, Anne Roux", "Jean Dupont", "Jean Dupont, Anne Roux"),
        ("Anne Roux", "Roux Anne, Agence du Cap", "Roux Anne, Agence du Cap"),
        ("", "Office de tourisme", "Office de tourisme"),
        ("Anne Roux", "", "Anne Roux"),
        ("Marie Dupont", "Jean Dupont", "Marie Dupont / Jean Dupont"),
        ("", "", ""),
    ],
)
def test_creator_and_credit_are_both_named(creator, credit, names):
    picture = Picture(creator=creator, credit=credit, title="Le port")
    assert picture.names == names
    assert picture.credits_inside()["rights"] == (f"© {names}" if names else "")
    assert picture.credits_inside()["creator"] == (creator or credit)


def test_what_it_shows_is_written_by_language():
    picture = Picture(title="Le port", description="Le port, légende du fichier", alternatives={"ca": "El port"})
    picture.describe({"en": "The harbour"})
    assert (picture.alternatives, picture.description) == ({"ca": "El port", "en": "The harbour"}, "Le port, légende du fichier")
    picture.describe({"fr": "Des barques à quai", "ca": ""})
    assert (picture.alternatives, picture.description) == (
        {"en": "The harbour", "fr": "Des barques à quai"}, "Des barques à quai",
    )  # fmt: skip
    assert [picture.alternative(code) for code in ("fr", "en", "ca")] == [
        "Des barques à quai", "The harbour", "Des barques à quai",
    ]  # fmt: skip
    picture.describe({"fr": "", "en": ""})
    assert not picture.is_described
