import pytest

from tests.factories import make_picture

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("licence", "words", "url"),
    [
        ("cc_by", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("all_rights", "Tous droits réservés, utilisation accordée à l’office", ""),
        ("unknown", "", ""),
    ],
)
def test_licence_beside_the_credit(licence, words, url):
    picture = make_picture(licence=licence)
    assert (picture.licence_words, picture.licence_url) == (words, url)
