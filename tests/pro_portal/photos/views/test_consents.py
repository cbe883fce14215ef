"""Agreements: what they close, who writes them."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from common.models import Picture
from pro_portal.photos.models import Consent
from search import actions as search
from tests.factories import make_event, make_place
from tests.factories.photos import make_consent, make_contribution
from tests.html import read
from tests.moment import in_days

pytestmark = pytest.mark.django_db
RIGHTS, CONSENTS = "/fr/portail/phototheque/droits/", "/fr/portail/phototheque/droits/accords/"


@pytest.fixture
def keeper(client, editor):
    client.force_login(editor)
    return editor


OUTPUTS = {
    "library": lambda photo: "/fr/portail/phototheque/",
    "page": lambda photo: photo.get_absolute_url(),
    "search": lambda photo: "/fr/search/?q=phare&room=1",
    "file": lambda photo: photo.picture.url_for(320),
    "place": lambda photo: photo.picture.places.get().get_absolute_url(),
    "agenda": lambda photo: "/fr/agenda/",
}


def shown_in(photo) -> set[str]:
    found = set()
    for output, address in OUTPUTS.items():
        response = Client().get(address(photo))
        if response.status_code == 200 and (response.streaming or f"/images/{photo.pk}/" in response.content.decode()):
            found.add(output)
    return found


def test_withdrawing_an_agreement_closes_its_pictures_everywhere_at_once(client, keeper, make_photo):
    photo = make_photo("Le phare")
    place = make_place("Le quai", picture=photo.picture)
    make_event("Foire du quai", place=place, picture=photo.picture)
    consent = make_consent(photo, ends_on=in_days(90))
    search.rebuild()
    assert shown_in(photo) == set(OUTPUTS)
    withdrawn = client.post(f"{CONSENTS}{consent.pk}/retirer/")
    assert shown_in(photo) == set()
    assert client.get(photo.get_absolute_url()).status_code == 404  # to its keeper too
    page = read(client.get(withdrawn.url))
    assert "1 photo n’est plus montrée" in page.text
    client.post(f"{CONSENTS}{consent.pk}/retablir/")
    assert shown_in(photo) == set(OUTPUTS)


def test_agreement_holds_through_its_last_day(make_photo, time_machine):
    photo = make_photo("Le phare")
    make_consent(photo, ends_on=in_days(0))
    assert Picture.objects.get(pk=photo.pk).is_in_force
    time_machine.move_to(timezone.now() + timedelta(days=1))
    assert not Picture.objects.get(pk=photo.pk).is_in_force


def test_the_first_agreement_to_end_counts(make_photo):
    photo = make_photo("Le phare")
    make_consent(photo, ends_on=in_days(90))
    shorter = make_consent(photo, name="Oriol", ends_on=in_days(9))
    assert Picture.objects.get(pk=photo.pk).consented_until == in_days(9)
    shorter.delete()
    assert Picture.objects.get(pk=photo.pk).consented_until == in_days(90)
    photo.consents.clear()
    assert Picture.objects.get(pk=photo.pk).consented_until is None


def consent_form(photos, **more):
    pks = [photo.pk for photo in photos]
    return {"kind": "child", "name": "Lison Varquès", "signed_on": in_days(0).isoformat(), "photos": pks, **more}


def test_agreement_is_written_with_its_document_that_only_keepers_open(client, keeper, make_photo, professional, member):
    photo = make_photo("Le phare")
    document = SimpleUploadedFile("accord.pdf", b"%PDF-1.4 accord", "application/pdf")
    response = client.post(
        f"{CONSENTS}nouveau/?photo={photo.pk}", consent_form([photo], ends_on=in_days(30).isoformat(), file=document)
    )
    assert response.url == CONSENTS
    consent = Consent.objects.get()
    assert (consent.kind, list(consent.photos.all()), consent.ends_on) == ("child", [photo], in_days(30))
    assert Picture.objects.get(pk=photo.pk).consented_until == in_days(30)
    opened = client.get(f"{CONSENTS}{consent.pk}/fichier/")
    assert b"".join(opened.streaming_content) == b"%PDF-1.4 accord"
    assert opened["Content-Disposition"].startswith("attachment") and opened["Content-Type"] == "application/octet-stream"
    for person in (professional, member):
        client.force_login(person)
        assert client.get(f"{CONSENTS}{consent.pk}/fichier/").status_code == 404
        assert client.get(f"/media/{consent.file.name}").status_code in (403, 404)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"name": ""}, "Nom"),
        ({"signed_on": ""}, "Signé le"),
        ({"ends_on": "2020-02-29"}, "La fin vient avant la signature"),
        ({"file": SimpleUploadedFile("accord.exe", b"MZ")}, "exe"),
        ({"file": SimpleUploadedFile("accord.pdf", b"x" * (20 * 1024 * 1024 + 1))}, "plus de 20 Mo"),
        ({"photos": ["999999"]}, "Photos"),
        ({"photos": []}, "Photos"),
        ({"photos": ["9" * 40]}, "Photos"),
    ],
    ids=["name", "signed", "ends", "kind of file", "weight", "photo that is not", "no photo", "number too long"],
)
def test_wrong_agreement_is_said_and_kept_on_the_page(client, keeper, make_photo, more, words):
    photo = make_photo("Le phare")
    response = client.post(f"{CONSENTS}nouveau/?photo={photo.pk}", consent_form([photo], contact="lison@varques.example") | more)
    page = read(response)
    assert response.status_code == 422 and words in page.text
    assert "lison@varques.example" in [field.value for field in page.all_by_role("textbox")]
    assert not Consent.objects.exists()


def test_agreement_of_a_lot_proposes_its_pictures_as_they_look(client, keeper, professional, make_photo):
    lot = make_contribution(professional, 2, facts={"people": "yes", "consents_held": True})
    stranger = make_photo("Ailleurs")
    page = read(client.get(f"{CONSENTS}nouveau/?lot={lot.pk}"))
    shown = " ".join(image["src"] for image in page.all_by_hook("src"))
    assert all(f"/apercus/{photo.pk}/" in shown for photo in lot.photos.all())
    assert str(stranger.pk) not in [box.value for box in page.all_by_role("checkbox")]


def test_agreements_are_found_by_name(client, keeper, make_photo):
    make_consent(make_photo(), name="Lison Varquès"), make_consent(make_photo("Autre"), name="Oriol Falgueroles")
    page = client.get(CONSENTS, {"q": "oriol"}).content.decode()
    assert "Oriol Falgueroles" in page and "Lison Varquès" not in page
