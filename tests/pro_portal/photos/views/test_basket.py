"""The basket and its ZIP."""

import zipfile
from io import BytesIO

import pytest
from django.urls import reverse

from common.choices import Licence
from pro_portal.photos.models import Bundle, Taking
from tests.factories import make_organisation, make_user
from tests.html import read
from tests.moment import in_days

pytestmark = pytest.mark.django_db

LIST = "/fr/portail/phototheque/"


def accept_conditions(client, **said):
    return client.post(
        "/fr/portail/phototheque/conditions/", {"name": "Gîte des Combes", "email": "", "accepted": "on", "next": LIST} | said
    )


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def test_basket_follows_the_visitor_who_signs_in(client, make_photo):
    photo = make_photo("Le phare")
    client.post(reverse("photos:basket_change", args=[photo.pk]), {"keep": "1"})
    assert "Le phare" in read(client.get("/fr/portail/phototheque/panier/")).text
    provider = make_user(organisation=make_organisation("Hôtel", kind="provider"))
    client.force_login(provider)
    assert "Le phare" in read(client.get("/fr/portail/phototheque/panier/")).text
    client.post(reverse("photos:basket_change", args=[photo.pk]), {"keep": "0"})
    assert "Le phare" not in client.get("/fr/portail/phototheque/panier/").content.decode()


def test_zip_holds_the_pictures_and_their_conditions(client, make_photo, django_capture_on_commit_callbacks):
    first, second, closed = make_photo("Le phare"), make_photo("Le port"), make_photo("Le mas")
    accept_conditions(client)
    for photo in (first, second, closed):
        client.post(reverse("photos:basket_change", args=[photo.pk]), {"keep": "1"})
    closed.picture.valid_until = in_days(-1)
    closed.picture.save()
    with django_capture_on_commit_callbacks(execute=True):
        bundle_page = client.post("/fr/portail/phototheque/panier/zip/", {"size": "web"})
    assert "1 photo a été laissée" in read(client.get(bundle_page.url)).text
    archive = zipfile.ZipFile(BytesIO(body(client.get(f"{bundle_page.url}fichier/"))))
    assert sorted(archive.namelist()) == [
        "conditions.pdf",
        "le-phare_(c)-emma-virelune_web.jpg",
        "le-port_(c)-emma-virelune_web.jpg",
    ]
    assert archive.read("conditions.pdf").startswith(b"%PDF")
    assert Taking.objects.count() == 2


def test_zip_opens_to_who_asked_for_it_alone(client, make_photo, django_capture_on_commit_callbacks):
    accept_conditions(client)
    client.post(reverse("photos:basket_change", args=[make_photo().pk]), {"keep": "1"})
    with django_capture_on_commit_callbacks(execute=True):
        bundle_page = client.post("/fr/portail/phototheque/panier/zip/", {"size": "web"})
    assert client.get(f"{bundle_page.url}fichier/").status_code == 200
    other = type(client)()
    assert other.get(bundle_page.url).status_code == 404
    assert other.get(f"{bundle_page.url}fichier/").status_code == 404


@pytest.mark.parametrize(
    ("size", "change"),
    [
        ("web", lambda: {"valid_until": in_days(-1)}),
        ("web", lambda: {"uses": ["press"]}),
        ("square", lambda: {"changes_allowed": False}),
        ("web", lambda: {"third_parties_allowed": False}),
    ],
    ids=["right ended", "use taken away", "no cutting any more", "not offered any more"],
)
def test_zip_made_before_rights_changed_is_made_again_without_the_picture(
    client, make_photo, django_capture_on_commit_callbacks, size, change
):
    kept, ending = make_photo("Le phare"), make_photo("Le port")
    accept_conditions(client)
    for photo in (kept, ending):
        client.post(reverse("photos:basket_change", args=[photo.pk]), {"keep": "1"})
    with django_capture_on_commit_callbacks(execute=True):
        bundle_page = client.post("/fr/portail/phototheque/panier/zip/", {"size": size})
    assert len(zipfile.ZipFile(BytesIO(body(client.get(f"{bundle_page.url}fichier/")))).namelist()) == 3
    for name, value in change().items():
        setattr(ending.picture, name, value)
    ending.picture.save()
    assert client.get(f"{bundle_page.url}fichier/").status_code == 302
    assert Bundle.objects.get().left_out == 1
    names = zipfile.ZipFile(BytesIO(body(client.get(f"{bundle_page.url}fichier/")))).namelist()
    assert not any("le-port" in name for name in names)


@pytest.mark.parametrize("wanted", ["zzz", "\0", "//ailleurs.example/", "https://ailleurs.example/", "\u202eمرحبا", "a b"])
def test_way_back_stays_here_and_breaks_nothing(client, make_photo, wanted):
    answers = [
        client.post(reverse("photos:basket_change", args=[make_photo().pk]), {"keep": "1", "next": wanted}),
        accept_conditions(client, next=wanted),
    ]
    for answer in answers:
        assert answer.status_code in (302, 422) and "ailleurs" not in answer.get("Location", "")


def test_zip_wants_to_know_what_for(client, make_photo):
    for photo in (make_photo("Le phare"), make_photo("Le concert d’hiver", licence=Licence.ALL_RIGHTS, uses=["web", "social"])):
        client.post(reverse("photos:basket_change", args=[photo.pk]), {"keep": "1"})
    zip_address, basket = reverse("photos:bundle_ask"), reverse("photos:basket")
    assert "Le concert d’hiver" in read(client.get(basket)).field("Pour quoi ?").description
    refused = client.post(zip_address, {"size": "social", "purpose": ""})
    assert refused.status_code == 422 and read(refused).field("Pour quoi ?").is_invalid
    assert not Bundle.objects.exists()
    accept_conditions(client)
    assert client.post(zip_address, {"size": "original", "purpose": ""}).status_code == 302  # the phare alone is in that size


def test_zip_is_made_as_it_was_asked_once_the_conditions_are_accepted(client, make_photo):
    photo = make_photo("Le concert d’hiver", licence=Licence.ALL_RIGHTS, uses=["web", "social"])
    client.post(reverse("photos:basket_change", args=[photo.pk]), {"keep": "1"})
    conditions = client.post(reverse("photos:bundle_ask"), {"size": "social", "purpose": "Flyer"}).url
    assert "conditions" in conditions and not Bundle.objects.exists()
    went_on = accept_conditions(client, next=reverse("photos:basket"))
    bundle = Bundle.objects.get()
    assert went_on.url == reverse("photos:bundle", args=[bundle.pk])
    assert (bundle.size, bundle.purpose, bundle.name, bundle.pictures) == ("social", "Flyer", "Gîte des Combes", [photo.pk])


def test_zip_that_can_no_longer_be_made_as_asked_leads_back_to_the_basket_with_the_choice(client, make_photo):
    photo = make_photo("Le concert d’hiver", licence=Licence.ALL_RIGHTS, uses=["web", "social"])
    basket = reverse("photos:basket")
    client.post(reverse("photos:basket_change", args=[photo.pk]), {"keep": "1"})
    client.post(reverse("photos:bundle_ask"), {"size": "social", "purpose": "Flyer"})
    photo.picture.uses = ["web"]
    photo.picture.save()
    assert accept_conditions(client, next=basket).url == basket and not Bundle.objects.exists()
    page = read(client.get(basket))
    assert page.field("Pour quoi ?").value == "Flyer"


def test_many_photos_that_want_to_know_are_named_as_some_of_others(client, make_photo):
    for number in range(5):
        photo = make_photo(f"Concert {number}", licence=Licence.ALL_RIGHTS, uses=["web"])
        client.post(reverse("photos:basket_change", args=[photo.pk]), {"keep": "1"})
    purpose = read(client.get(reverse("photos:basket"))).field("Pour quoi ?").description
    assert purpose == "À dire pour « Concert 0 », « Concert 1 », « Concert 2 » et d’autres."
