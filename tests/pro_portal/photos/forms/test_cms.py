"""The library in the CMS: words of a picture in three languages, and the facets of the chooser."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from common.choices import Licence
from common.models import Picture
from pro_portal.photos.models import Photo
from tests.factories import make_picture, make_place, make_territory
from tests.html import read
from tests.moment import in_days

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail_indexes]


@pytest.fixture
def _editor(client, administrator):
    client.force_login(administrator)


@pytest.mark.usefixtures("_editor")
def test_picture_has_its_words_in_three_languages(client, make_photo):
    photo, place = make_photo("Le phare", audience="professionals"), make_place("Phare du Cap")
    address = f"/admin/images/{photo.pk}/"
    values = read(client.get(address)).form_values()
    refused = client.post(address, values | {"audience": "public", "alternative_fr": ""})
    assert "Écrivez ce que la photo montre" in read(refused).text
    words = {
        "alternative_fr": "Un phare au soir",
        "alternative_en": "A lighthouse",
        "alternative_ca": "Un far",
        "title_en": "The lighthouse",
    }
    assert (
        client.post(address, values | {"audience": "public", "tags": "mer, soir", "place": place.pk} | words).status_code == 302
    )
    photo.refresh_from_db()
    picture = Picture.objects.get(pk=photo.pk)
    assert picture.alternatives == {"fr": "Un phare au soir", "en": "A lighthouse", "ca": "Un far"}
    assert (photo.titles, photo.place, picture.audience) == ({"en": "The lighthouse"}, place, "public")
    assert sorted(tag.name for tag in picture.tags.all()) == ["mer", "soir"]


@pytest.mark.usefixtures("_editor")
def test_picture_with_another_file_looks_like_it(client, make_photo):
    photo = make_photo("Le phare", likeness="0" * 16)
    Photo.objects.update(colour="green")
    photo.picture.given.save("phare.tif", ContentFile(b"given"))
    address = f"/admin/images/{photo.pk}/"
    values = read(client.get(address)).form_values()
    assert client.post(address, values | {"alternative_fr": "Un phare"}).status_code == 302
    photo.refresh_from_db()
    assert (photo.likeness, photo.colour) == ("0" * 16, "green")  # the file stays
    other = BytesIO()
    red = Image.new("RGB", (90, 150), "#c00000")
    red.paste("#600000", (50, 0, 90, 150))
    red.save(other, "JPEG")
    file = SimpleUploadedFile("rouge.jpg", other.getvalue(), "image/jpeg")
    assert client.post(address, values | {"alternative_fr": "Un phare", "file": file}).status_code == 302
    photo.refresh_from_db()
    assert (photo.colour, photo.orientation, photo.likeness == "0" * 16) == ("red", "portrait", False)
    assert Picture.objects.get(pk=photo.pk).given == ""  # what was given was another picture


@pytest.mark.usefixtures("_editor")
def test_picture_outside_the_library_has_no_place(client):
    picture = make_picture("Logo", audience="public")
    page = read(client.get(f"/admin/images/{picture.pk}/")).form_values()
    assert "alternative_en" in page and not {"title_en", "place"} & set(page)


@pytest.mark.usefixtures("_editor")
def test_chooser_finds_by_what_the_library_knows(client, make_photo):
    estany, place = make_territory("Estany"), make_place("Phare du Cap")
    make_photo("Plage", theme="beach", commune=estany, taken_on="2024-07-14", credit="Anne Roux")
    make_photo("Marché", theme="food", place=place, taken_on="2025-01-02", creator="Jean Dupont", valid_until=in_days(9))
    make_photo("Col", theme="walk", licence=Licence.CC_BY_ND)
    make_photo("Foire", uses=["print"])
    everything = {"Plage", "Marché", "Col", "Foire"}

    def titles(**filters):
        text = read(client.get("/admin/images/chooser/results/", filters)).text
        return {title for title in everything if title in text}

    found = {
        name: titles(**filters)
        for name, filters in {
            "nothing": {}, "theme": {"theme": "beach"}, "commune": {"place": f"commune-{estany.pk}"},
            "place": {"place": f"place-{place.pk}"}, "year": {"year": "2025"}, "credit": {"credit": "roux"},
            "creator": {"credit": "dupont"}, "green": {"light": "green"}, "amber": {"light": "amber"}, "red": {"light": "red"},
            "whole": {"light": "whole"}, "two": {"theme": "food", "year": "2024"}, "words": {"q": "Plage", "light": "green"},
        }.items()
    }  # fmt: skip
    assert found == {
        "nothing": everything, "theme": {"Plage"}, "commune": {"Plage"}, "place": {"Marché"}, "year": {"Marché"}, "credit": {"Plage"},
        "creator": {"Marché"}, "green": {"Plage", "Col"}, "amber": {"Marché"}, "red": {"Foire"}, "whole": {"Plage"}, "two": set(),
        "words": {"Plage"},
    }  # fmt: skip
    assert "toujours montrée entière" in read(client.get("/admin/images/chooser/results/", {"theme": "walk"})).text
