"""The sheet of conditions that travels with a zip."""

from io import BytesIO

import pypdfium2
import pytest

from pro_portal.photos.actions.licence_sheet import licence_sheet
from pro_portal.photos.models import Bundle, LicenceText
from pro_portal.photos.rights.sizes import BY_CODE

pytestmark = pytest.mark.django_db


def pages_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    return [document[number].get_textpage().get_text_range() for number in range(len(document))]


def test_signature_stands_on_no_page_alone(make_photo):
    LicenceText.objects.create(version=9, words={"fr": "Chacune se prend pour les usages écrits.\n\nUn.\nDeux.\nTrois.\nQuatre."})
    photos = [make_photo(f"Photo {number}") for number in range(14)]
    lengths = set()
    for count in range(1, 15):
        pages = pages_of(licence_sheet(photos[:count], BY_CODE["web"], Bundle(name="Gîte des Combes")))
        lengths.add(len(pages))
        assert "Lu et accepté par" in pages[-1], count
        assert "Trois." in pages[-1] and "Quatre." in pages[-1], count
    assert lengths == {1, 2}


@pytest.mark.parametrize("text", ["Une seule ligne.", "", "Un\nDeux\nTrois"])
def test_conditions_of_any_length_are_typeset_whole(make_photo, text):
    LicenceText.objects.create(version=9, words={"fr": text})
    words = "".join(pages_of(licence_sheet([make_photo()], BY_CODE["web"], Bundle(name="Gîte"))))
    assert all(line in words for line in text.split()) and "Lu et accepté par" in words
