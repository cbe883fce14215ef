"""A provider without an account reaches a photo they may use and leaves with it, credited inside and outside the file."""

import re
import zipfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect
from wagtail.models import Collection

from common.choices import Licence
from pro_portal.photos.models import Photo, Taking
from pro_portal.photos.rights.choices import Use
from tests.factories import image_file, make_picture

MOST_CLICKS = 6


def make_photo(title, **facts) -> Photo:
    facts = {"credit": "Emma Virelune", "licence": Licence.CC_BY, "uses": [use.value for use in Use]} | facts
    if Collection.get_first_root_node() is None:  # emptied with the tables after a journey
        Collection.add_root(name="Root")
    picture = make_picture(title, file=image_file(size=(2400, 1600)), third_parties_allowed=True, **facts)
    return Photo.objects.create(picture=picture, state=Photo.State.ACCEPTED, orientation="landscape", theme="feast")


class Hand:
    """Counts what a person clicks."""

    def __init__(self):
        self.clicks = 0

    def click(self, target):
        self.clicks += 1
        target.click()


def accept_conditions(page, hand):
    page.get_by_label("Votre établissement").fill("Gîte des Combes")
    hand.click(page.get_by_role("checkbox"))
    hand.click(page.get_by_role("button", name=re.compile("Accepter|continuer", re.I)))


def test_provider_takes_a_photo_in_the_right_size_in_six_clicks(page):
    photo, hand = make_photo("Plage du Cap"), Hand()
    page.goto("/fr/portail/")
    hand.click(page.get_by_role("link", name="Voir la photothèque"))
    hand.click(page.get_by_role("link", name=re.compile("^Plage du Cap")))
    hand.click(page.get_by_role("button", name=re.compile("^Site internet")))
    accept_conditions(page, hand)
    button = page.get_by_role("button", name=re.compile("Télécharger|Site internet|Prendre")).first
    with page.expect_download() as download:
        hand.click(button)
        for _second in range(20):  # a busy machine draws the file first, and says so
            page.wait_for_timeout(1000)
            if download.is_done():
                break
            if page.get_by_text("Le fichier se prépare").is_visible():
                button.click()
    assert hand.clicks <= MOST_CLICKS
    assert download.value.suggested_filename == "plage-du-cap_(c)-emma-virelune_web.jpg"
    file = Path(download.value.path())
    with Image.open(file) as taken:
        assert taken.size == (1600, 1067)
        assert b"Emma Virelune" in taken.info["xmp"] and b"creativecommons.org/licenses/by/4.0/" in taken.info["xmp"]
    [taking] = Taking.objects.all()
    assert (taking.picture, taking.name, taking.size) == (photo.picture, "Gîte des Combes", "web")


def test_provider_fills_a_basket_from_the_grid_and_takes_a_zip(page):
    hand = Hand()
    for title in ("Plage du Cap", "Le phare"):
        make_photo(title)
    page.goto("/fr/portail/phototheque/")
    for number, title in enumerate(("Plage du Cap", "Le phare"), start=1):
        hand.click(page.get_by_role("button", name=f"Mettre « {title} » dans le panier"))
        expect(page.get_by_role("link", name=f"Panier {number}").first).to_be_visible()
    hand.click(page.get_by_role("link", name=re.compile("^Panier")))
    hand.click(page.get_by_role("button", name="Préparer le zip"))
    accept_conditions(page, hand)
    expect(page.get_by_role("heading", name="Le zip est prêt")).to_be_visible()
    with page.expect_download() as download:
        hand.click(page.get_by_role("link", name=re.compile("^Télécharger le zip")))
    with zipfile.ZipFile(download.value.path()) as archive:
        names = set(archive.namelist())
    assert names == {
        "plage-du-cap_(c)-emma-virelune_web.jpg", "le-phare_(c)-emma-virelune_web.jpg", "conditions.pdf",
    }  # fmt: skip


def test_arrows_walk_the_grid_and_enter_opens_a_photo(page):
    for title in ("Trois", "Deux", "Un"):
        make_photo(title)
    page.goto("/fr/portail/phototheque/")
    links = page.get_by_role("link", name=re.compile("^(Un|Deux|Trois)"))
    links.first.focus()
    page.keyboard.press("ArrowRight")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(links.nth(2)).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Deux")).to_be_visible()


def test_arrows_go_up_and_down_to_the_nearest_photo(page):
    for number in range(12):
        make_photo(f"Photo {number}")
    page.goto("/fr/portail/phototheque/")
    links = page.get_by_role("link", name=re.compile(r"^Photo \d"))
    links.first.focus()
    page.keyboard.press("ArrowDown")
    below = page.evaluate("document.activeElement.getBoundingClientRect().top")
    assert below > links.first.bounding_box()["y"] + 50
    page.keyboard.press("ArrowUp")
    expect(links.first).to_be_focused()
