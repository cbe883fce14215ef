"""A provider drops several pictures, the line is cut and comes back, they sign; an editor accepts them in one go; a visitor sees
them; an agreement that is withdrawn takes its picture away."""

import base64
import os
import re

import pytest
from django.utils import timezone
from PIL import Image
from playwright.sync_api import expect

from pro_portal.photos.models import Contribution, Photo, Upload
from tests.factories.photos import encode_image, jpeg

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
GIVE, LIST = "/fr/portail/phototheque/donner/", "/fr/portail/phototheque/"
DROPPED = """(element, [name, content]) => {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], name, { type: "image/jpeg" }));
  element.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}"""


def image_upload(name: str, content: bytes) -> dict:
    return {"name": name, "mimeType": "image/jpeg", "buffer": content}


def noise() -> bytes:
    """Heavy enough to leave in several pieces."""
    return encode_image(Image.frombytes("RGB", (1200, 900), os.urandom(1200 * 900 * 3)), "JPEG", quality=92)


class Line:
    """Cuts the connection once, at the second piece of a file; notes where each piece began."""

    def __init__(self, page):
        self.page, self.offsets, self.is_cut = page, [], False
        page.expected += ["ERR_CONNECTION_RESET"]
        page.route("**/donner/envois/*/", self.pass_on)

    def pass_on(self, route):
        if route.request.method != "PATCH":
            return route.continue_()
        offset = int(route.request.headers["upload-offset"])
        if offset and not self.is_cut:
            self.is_cut = True
            return route.abort("connectionreset")
        self.offsets.append(offset)
        return route.continue_()


def describe_photos(page):
    """What is shown to everybody says what it shows."""
    for field in page.get_by_label("Ce que montre la photo", exact=True).all():
        field.fill("La mer devant le phare")


def test_provider_gives_editor_accepts_and_an_agreement_ends(signed_in_page, open_page, professional, editor):
    page = signed_in_page(professional)
    line = Line(page)
    page.goto(LIST)
    page.get_by_role("link", name="Donner des photos").click()
    heavy = noise()
    page.get_by_label("Choisissez vos photos").set_input_files(
        [image_upload("calanque.jpg", jpeg(1)), image_upload("grand large.jpg", heavy)]
    )
    expect(page.get_by_role("button", name=re.compile("^Retirer"))).to_have_count(2)  # the script hears a drop
    page.locator("photo-drop").evaluate(DROPPED, ["phare.jpg", base64.b64encode(jpeg(3)).decode()])
    expect(page.get_by_role("button", name=re.compile("^Retirer"))).to_have_count(3)
    expect(page.locator("photo-drop img")).to_have_count(3)
    expect(page.get_by_text("3 sur 3 arrivées")).to_be_visible()
    assert line.is_cut and line.offsets.count(1024 * 1024) == 1
    assert Upload.objects.get(name="grand large.jpg").picture.file.size == len(heavy)

    page.get_by_label("Crédit").fill("Paule Duphare")
    page.get_by_role("button", name="Continuer vers la signature").click()
    expect(page.get_by_role("heading", name="Signer le don de 3 photos")).to_be_visible()
    page.get_by_label("Votre nom et votre prénom").fill("Paule Duphare")
    page.get_by_role("button", name="Signer et donner").click()
    expect(page.get_by_text("L’office regarde vos photos")).to_be_visible()
    visitor = open_page()
    visitor.goto(LIST)
    expect(visitor.get_by_text("Les photos arrivent bientôt")).to_be_visible()

    office = signed_in_page(editor)
    office.goto(LIST)
    office.get_by_role("link", name="Photos à accepter").first.click()
    office.get_by_role("link", name="Paule Duphare").click()
    expect(office.get_by_text("3 choisies")).to_be_visible()
    describe_photos(office)
    office.get_by_role("button", name="Accepter les photos cochées").click()
    expect(office.get_by_text("3 photos acceptées.")).to_be_visible()
    visitor.reload()
    photos = visitor.get_by_role("link", name=re.compile("^(calanque|grand large|phare)"))
    expect(photos).to_have_count(3)
    photo = Photo.objects.get(picture__title="phare")
    visitor.goto(photo.get_absolute_url())
    expect(visitor.get_by_role("heading", name="phare")).to_be_visible()

    office.goto(photo.get_absolute_url())
    office.get_by_role("link", name="Ses droits").click()
    office.get_by_role("link", name="Noter un accord").click()
    office.get_by_label("Nom").fill("Lison Varquès")
    office.get_by_label("Signé le").fill(timezone.localdate().isoformat())
    office.get_by_role("button", name="Enregistrer").click()
    office.get_by_role("button", name="Retirer l’accord Lison Varquès").click()
    expect(office.get_by_text("1 photo n’est plus montrée")).to_be_visible()
    visitor.expected += ["404"]
    assert visitor.reload().status == 404
    visitor.goto(LIST)
    expect(photos).to_have_count(2)
    office.get_by_role("button", name="Annuler l’action").click()
    expect(office.get_by_text("L’accord vaut de nouveau")).to_be_visible()
    visitor.reload()
    expect(photos).to_have_count(3)


def test_file_cut_for_good_goes_on_when_it_is_chosen_again(signed_in_page, professional):
    page = signed_in_page(professional)
    page.expected += ["ERR_CONNECTION_RESET"]
    page.goto(GIVE)
    heavy = noise()

    def first_piece_only(route):
        is_later = route.request.method == "PATCH" and route.request.headers["upload-offset"] != "0"
        return route.abort("connectionreset") if is_later else route.continue_()

    page.route("**/donner/envois/*/", first_piece_only)
    page.get_by_label("Choisissez vos photos").set_input_files([image_upload("grand large.jpg", heavy)])
    expect(page.get_by_text("Connexion coupée")).to_be_visible()
    page.close(run_before_unload=False)
    page = signed_in_page(professional)
    line = Line(page)
    line.is_cut = True
    page.goto(GIVE)
    expect(page.get_by_text("Des envois ont été coupés")).to_be_visible()
    page.get_by_label("Choisissez vos photos").set_input_files([image_upload("grand large.jpg", heavy)])
    expect(page.locator("photo-drop img")).to_have_count(1)
    assert line.offsets[0] == 1024 * 1024
    assert Upload.objects.get().picture.file.size == len(heavy)


def test_giving_works_without_javascript_on_a_phone(signed_in_page, professional):
    page = signed_in_page(professional, javascript=False, width=360)
    page.expected.append("/images/")  # the thumbnail still being made of a picture that is taken out
    page.goto(GIVE)
    page.get_by_label("Choisissez vos photos").set_input_files(
        [image_upload("un.jpg", jpeg(1)), image_upload("deux.jpg", jpeg(2))]
    )
    page.get_by_role("button", name="Envoyer ces fichiers").click()
    expect(page.get_by_text("2 fichiers reçus.")).to_be_visible()
    page.get_by_role("button", name="Retirer un.jpg").click()
    page.get_by_role("button", name="Continuer vers la signature").click()
    page.get_by_label("Votre nom et votre prénom").fill("Paule Duphare")
    page.get_by_role("button", name="Signer et donner").click()
    expect(page.get_by_text("L’office regarde vos photos")).to_be_visible()
    assert Contribution.objects.get().photos.count() == 1


def test_agreement_given_from_a_phone_is_recorded_before_its_photo_opens(signed_in_page, open_page, professional, editor):
    phone = signed_in_page(professional, javascript=False, width=360)
    phone.goto(GIVE)
    phone.get_by_label("Choisissez vos photos").set_input_files([image_upload("marche.jpg", jpeg(11))])
    phone.get_by_label("Oui", exact=True).check()
    phone.get_by_label("J’ai l’accord écrit").check()
    document = {"name": "accord-lison.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 accord"}
    phone.get_by_label("Accords signés").set_input_files([document])
    phone.get_by_role("button", name="Continuer vers la signature").click()
    expect(phone.get_by_text("1 accord signé est joint.")).to_be_visible()
    phone.get_by_label("Votre nom et votre prénom").fill("Paule Duphare")
    phone.get_by_role("button", name="Signer et donner").click()
    expect(phone.get_by_role("link", name="accord-lison.pdf")).to_be_visible()

    desk = signed_in_page(editor)
    desk.goto(f"{LIST}a-accepter/{Contribution.objects.get().pk}/")
    describe_photos(desk)
    desk.get_by_role("button", name="Accepter les photos cochées").click()
    expect(desk.get_by_text("cette photo n’est pas publiée, elle attend.")).to_be_visible()
    desk.get_by_role("link", name="Noter l’accord accord-lison.pdf").click()
    desk.get_by_label("Nom", exact=False).first.fill("Lison Varquès")
    desk.get_by_label("Signé le").fill("2026-01-15")
    desk.get_by_role("button", name="Enregistrer").click()
    expect(desk.get_by_role("link", name="Lison Varquès")).to_be_visible()
    desk.get_by_role("button", name="Accepter les photos cochées").click()
    expect(desk.get_by_text("1 photo acceptée.")).to_be_visible()
    assert open_page().goto(Photo.objects.get().get_absolute_url()).status == 200


def test_file_read_late_is_shown_when_it_is_read_and_a_refusal_is_told_once(signed_in_page, professional):
    page = signed_in_page(professional)
    looks = []

    def worker_is_busy(route):
        """What the page is told while the worker has not come to the photo yet."""
        answer = route.fetch()
        files = answer.json()["files"]
        looks.append([file["state"] for file in files])
        if len(looks) < 4:
            files = [file | {"state": "arrived", "thumbnail": ""} if file["state"] == "read" else file for file in files]
        route.fulfill(response=answer, json={"files": files})

    page.route("**/donner/fichiers/", worker_is_busy)
    page.goto(GIVE)
    page.evaluate("""() => {
      window.told = [];
      new MutationObserver((changes) => {
        for (const change of changes) for (const node of change.addedNodes) window.told.push(node.textContent);
      }).observe(document.body, { childList: true, subtree: true });
    }""")
    page.get_by_label("Choisissez vos photos").set_input_files(
        [image_upload("petite.jpg", jpeg(1, (150, 100))), image_upload("calanque.jpg", jpeg(2))]
    )
    expect(page.locator("photo-drop img")).to_have_count(1)
    expect(page.get_by_text("1 sur 2 arrivées · refusées : 1")).to_be_visible()
    assert sorted(looks[-1]) == ["read", "refused"] and len(looks) >= 4  # they are sent side by side
    assert page.evaluate("window.told").count(page.locator(".upload__refused").inner_text()) == 1
