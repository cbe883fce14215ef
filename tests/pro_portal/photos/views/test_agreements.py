"""Signed agreements that a contributor attaches: with the form, later, and who may open them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from notifications.models import Notice
from pro_portal.photos.actions.cleanup import LOT_LIFETIME, delete_abandoned_uploads
from pro_portal.photos.models import AttachedAgreement, Consent, Contribution
from pro_portal.photos.rights.documents import LARGEST_DOCUMENT
from tests.factories import make_user
from tests.factories.photos import FORM_VALUES, jpeg, make_contribution
from tests.html import read

pytestmark = pytest.mark.django_db
GIVE, SIGN = "/fr/portail/phototheque/donner/", "/fr/portail/phototheque/donner/signer/"
GIFTS, CONSENTS = "/fr/portail/phototheque/mes-dons/", "/fr/portail/phototheque/droits/accords/"
PEOPLE = {"people": "yes", "consents_held": "on"}


def document(name="accord.pdf", content=b"%PDF-1.4 accord") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def names(lot) -> list[str]:
    return [agreement.name for agreement in lot.agreements.all()]


def test_signed_agreements_are_given_with_the_photos(client, giver, give_file):
    give_file(jpeg(1))
    files = [document(), document("feuille.jpg", jpeg(2))]
    assert client.post(GIVE, {**FORM_VALUES, **PEOPLE, "action": "give", "agreements": files}).url == SIGN
    assert "2 accords signés sont joints." in read(client.get(SIGN)).text
    client.post(SIGN, {"name": "Paule Duphare"})
    lot = Contribution.objects.get()
    assert names(lot) == ["accord.pdf", "feuille.jpg"]
    page = read(client.get(f"{GIFTS}{lot.pk}/"))
    assert "L’office lit les accords joints" in page.text and "feuille.jpg" in page.text


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (document("accord.pdf", b"MZ"), "n’est ni un PDF ni une photo"),
        (document("accord.html", b"<script>"), "n’est ni un PDF ni une photo"),
        (document("accord.pdf", b"%PDF-" + b"x" * LARGEST_DOCUMENT), "pèse plus de 20 Mo"),
    ],
    ids=["other content", "page", "weight"],
)
def test_wrong_document_is_said_and_the_right_ones_are_kept(client, giver, wrong, words):
    wrong.seek(0)
    response = client.post(GIVE, {**FORM_VALUES, **PEOPLE, "action": "give", "agreements": [wrong, document("bon.pdf")]})
    assert response.status_code == 422 and words in read(response).text
    assert names(Contribution.objects.get()) == ["bon.pdf"]


def test_document_is_removed_before_signing_and_not_after(client, giver):
    client.post(GIVE, {**FORM_VALUES, "action": "files", "agreements": document()})
    agreement = AttachedAgreement.objects.get()
    storage, name = agreement.file.storage, agreement.file.name
    client.post(f"{GIFTS}accords/{agreement.pk}/retirer/")
    assert not AttachedAgreement.objects.exists() and not storage.exists(name)
    lot = make_contribution(giver)
    client.post(f"{GIFTS}{lot.pk}/accords/", {"agreements": document()})
    assert client.post(f"{GIFTS}accords/{lot.agreements.get().pk}/retirer/").status_code == 404


def test_document_attached_later_is_told_to_who_decides(client, giver, editor):
    lot = make_contribution(giver, facts={"people": "yes"})
    assert client.post(f"{GIFTS}{lot.pk}/accords/", {"agreements": document()}).url == f"{GIFTS}{lot.pk}/"
    assert [(notice.person, notice.code) for notice in Notice.objects.all()] == [(editor, "photos_agreements_attached")]
    client.post(f"{GIFTS}{lot.pk}/accords/")
    assert "Choisissez d’abord des fichiers." in read(client.get(f"{GIFTS}{lot.pk}/")).text


@pytest.mark.parametrize("state", ["open", "given"])
def test_document_opens_to_its_contributor_and_to_who_decides(client, professional, editor, member, state):
    lot = make_contribution(professional, state=state)
    agreement = AttachedAgreement(contribution=lot, name="accord.pdf")
    agreement.file.save("accord.pdf", document())
    address = f"{GIFTS}accords/{agreement.pk}/"
    readers = {professional: 200, editor: 200 if state == "given" else 404, member: 404, make_user(): 404}
    for person, status in readers.items():
        client.force_login(person)
        assert client.get(address).status_code == status
    assert Client().get(address).status_code == 302
    client.force_login(professional)
    response = client.get(address)
    assert b"".join(response.streaming_content) == b"%PDF-1.4 accord"
    assert response["Content-Disposition"].startswith("attachment") and response["Content-Type"] == "application/octet-stream"


def test_agreement_is_recorded_from_the_document_that_is_attached(client, editor, professional):
    lot = make_contribution(professional, 2, facts={"people": "yes"})
    agreement = AttachedAgreement(contribution=lot, name="accord.pdf")
    agreement.file.save("accord.pdf", document())
    client.force_login(editor)
    page = read(client.get(f"/fr/portail/phototheque/a-accepter/{lot.pk}/"))
    assert f"{CONSENTS}nouveau/?document={agreement.pk}" in [link["href"] for link in page.all_by_role("link")]
    form = read(client.get(f"{CONSENTS}nouveau/?document={agreement.pk}"))
    assert [box.checked for box in form.all_by_role("checkbox")] == [True, True]
    answers = {"kind": "person", "name": "Lison Varquès", "signed_on": "2026-01-15", "photos": [p.pk for p in lot.photos.all()]}
    response = client.post(f"{CONSENTS}nouveau/?document={agreement.pk}", answers)
    assert response.url == f"/fr/portail/phototheque/a-accepter/{lot.pk}/"
    consent = Consent.objects.get()
    assert (consent.attachment, consent.photos.count(), consent.file.read()) == (agreement, 2, b"%PDF-1.4 accord")
    assert consent.file.name != agreement.file.name
    assert "Lison Varquès" in read(client.get(response.url)).text


def test_documents_of_a_lot_nobody_signed_go_with_it(client, giver):
    client.post(GIVE, {**FORM_VALUES, "action": "files", "agreements": document()})
    agreement = AttachedAgreement.objects.get()
    Contribution.objects.update(begun_at=agreement.added_at - LOT_LIFETIME * 2)
    delete_abandoned_uploads()
    assert not Contribution.objects.exists() and not agreement.file.storage.exists(agreement.file.name)
