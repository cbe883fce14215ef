"""Rights of many photos change at once, with a summary and a way back; a file is replaced under its address."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image

from common.models import Picture
from pro_portal.photos.models import Photo, RightsChange
from tests.factories import make_event
from tests.factories.photos import jpeg, make_consent
from tests.html import read
from tests.moment import in_days

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail_indexes]
RIGHTS = "/fr/portail/phototheque/droits/"


@pytest.fixture
def keeper(client, editor):
    client.force_login(editor)
    return editor


def change(client, *photos, **answers):
    return client.post(RIGHTS, {"photos": [photo.pk for photo in photos], **answers})


def test_many_rights_are_changed_with_a_summary_and_taken_back(client, keeper, make_photo):
    first, second, other = (
        make_photo(title, valid_until=in_days(day)) for title, day in (("Le phare", 9), ("Le quai", -2), ("La baie", 3))
    )
    make_consent(second, ends_on=in_days(30))
    answer = change(
        client,
        first,
        second,
        end="day",
        valid_until=in_days(400).isoformat(),
        changes_uses="on",
        uses=["web", "print"],
        credit="C. Exemple",
    )
    page = read(client.get(answer.url))
    assert page.get_by_role("heading", "Les droits de 2 photos")
    assert "Site internet, Imprimés" in page.text and "crédit : C. Exemple" in page.text.replace("\xa0", " ").replace(
        "Crédit", "crédit"
    )
    assert "le dernier jour d’un accord" in page.text
    rows = Picture.objects.order_by("pk").values_list("valid_until", "uses", "credit")
    assert list(rows[:2]) == [(in_days(400), ["web", "print"], "C. Exemple")] * 2
    assert rows[2][0] == in_days(3)
    assert Client().get(second.get_absolute_url()).status_code == 200

    Picture.objects.filter(pk=first.pk).update(credit="Corrigé depuis")
    client.post(f"{answer.url}annuler/")
    first.picture.refresh_from_db(), second.picture.refresh_from_db()
    assert (first.picture.valid_until, first.picture.credit) == (in_days(9), "Corrigé depuis")
    assert (second.picture.valid_until, second.picture.credit) == (in_days(-2), "Emma Virelune")
    assert "Annulé le" in read(client.get(answer.url)).text
    assert "changées depuis" in read(client.post(f"{answer.url}annuler/", follow=True)).text
    assert "annulé" in read(client.get(RIGHTS)).text


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({}, "Choisissez ce qui change"),
        ({"end": "day"}, "Dites jusqu’à quel jour"),
        ({"end": "none", "changes_uses": "on"}, "Cochez au moins un usage"),
        ({"end": "day", "valid_until": "31/02/2026"}, "date"),
        ({"end": "day", "valid_until": "2020-01-01"}, "la fin vient avant le début"),
    ],
)
def test_change_that_says_nothing_is_refused_beside_its_field(client, keeper, make_photo, answers, sentence):
    photo = make_photo("Le phare", valid_from=in_days(-9), valid_until=in_days(9))
    response = change(client, photo, **answers)
    assert response.status_code == 422 and sentence in read(response).text
    assert not RightsChange.objects.exists()


def test_change_asks_for_a_photo_and_reaches_those_that_are_kept_alone(client, keeper, make_photo, giver_lot):
    assert "Cochez au moins une photo" in read(change(client, end="none")).text
    waiting = giver_lot.photos.get()
    assert change(client, waiting, end="none").status_code == 422


@pytest.fixture
def giver_lot(professional):
    from tests.factories.photos import make_contribution

    return make_contribution(professional)


def test_every_photo_is_found_to_be_changed(client, keeper, make_photo):
    make_photo("Le phare"), make_photo("La plage")
    page = read(client.get(RIGHTS, {"etat": "toutes"}))
    assert "Le phare" in page.text and "La plage" in page.text and "sans fin" in page.text
    assert "Aucune photo ne répond" in read(client.get(RIGHTS, {"etat": "toutes", "q": "zzz"})).text


def replace(client, photo, content: bytes, name="phare.jpg"):
    return client.post(f"{RIGHTS}{photo.pk}/fichier/", {"file": ContentFile(content, name)}, follow=True)


def test_file_is_replaced_under_its_address(client, keeper, make_photo, django_capture_on_commit_callbacks):
    photo = make_photo("Le phare", valid_until=in_days(9), focal_point_x=450, focal_point_y=300)
    make_event("Foire du quai", picture=photo.picture)
    old = photo.picture.url_for(320, "jpeg"), photo.picture.file.name, photo.picture.file.storage
    assert client.get(old[0]).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        page = read(replace(client, photo, jpeg(7, (1800, 1200))))
    assert "montré dès maintenant sur" in page.text and "Foire du quai" in page.text
    photo = Photo.objects.select_related("picture").get(pk=photo.pk)
    picture = photo.picture
    assert (picture.width, picture.height, picture.credit, picture.valid_until) == (1800, 1200, "Emma Virelune", in_days(9))
    assert picture.focus == (900, 600)
    assert not old[2].exists(old[1]) and client.get(old[0]).status_code == 404
    shown = client.get(picture.url_for(320, "jpeg"))
    assert Image.open(BytesIO(b"".join(shown.streaming_content))).size == (320, 213)
    with django_capture_on_commit_callbacks(execute=True):
        replace(client, photo, jpeg(8, (600, 900)))
    photo.refresh_from_db()
    assert photo.orientation == "portrait" and Picture.objects.get(pk=photo.pk).focus is None


@pytest.mark.parametrize(("content", "sentence"), [(b"", "vide"), (b"<svg xmlns='a'/>", "SVG"), (jpeg()[:9000], "abîmée")])
def test_file_that_is_no_picture_changes_nothing(client, keeper, make_photo, content, sentence):
    photo = make_photo("Le phare")
    before = Picture.objects.values().get(pk=photo.pk)
    assert sentence in read(replace(client, photo, content)).text
    assert Picture.objects.values().get(pk=photo.pk) == before
    assert "Choisissez d’abord un fichier" in read(client.post(f"{RIGHTS}{photo.pk}/fichier/", follow=True)).text
