"""What an eye saw wrong on a phone: a picture below the words that describe it, a tab behind the edge, words in a column of their own."""

from playwright.sync_api import expect

from pro_portal.photos.models import Contribution
from tests.factories.photos import jpeg, make_contribution, make_photo
from tests.journeys.test_contributor_gives import GIVE, image_upload

PHONE = {"width": 360, "height": 760}
LIBRARY = "/fr/portail/phototheque/"


def test_keeper_sees_a_picture_above_its_words_and_what_unfolds(signed_in_page, editor):
    photo = make_photo()
    page = signed_in_page(editor, **PHONE)
    page.goto(f"{LIBRARY}droits/{photo.pk}/")
    assert page.locator(".rights-sheet__picture").bounding_box()["y"] < page.get_by_label("Titre").first.bounding_box()["y"]
    marks = "(element) => getComputedStyle(element, '::after').content"
    assert page.get_by_text("Remplacer le fichier").evaluate(marks) == '""'
    expect(page.get_by_label("Commune").locator("option").first).to_have_text("Aucune")
    account = page.locator("details.menu summary").first
    assert account.evaluate(marks) == "none"


def test_no_tab_stands_behind_the_edge(signed_in_page, editor):
    page = signed_in_page(editor, **PHONE)
    page.goto(f"{LIBRARY}droits/accords/")
    tabs = page.locator(".tab")
    expect(tabs).to_have_count(4)
    assert all(box["x"] + box["width"] <= PHONE["width"] for tab in tabs.all() if (box := tab.bounding_box()))


def test_words_about_a_file_have_the_width_of_a_phone(signed_in_page, professional):
    page = signed_in_page(professional, **PHONE)
    page.goto(GIVE)
    page.get_by_label("Choisissez vos photos").set_input_files([image_upload("landscape_1.jpg", jpeg(1))])
    expect(page.locator("photo-drop img")).to_have_count(1)
    assert page.locator(".upload__words").bounding_box()["width"] > 170
    expect(page.get_by_role("button", name="Retirer landscape_1.jpg")).to_be_visible()


def test_link_of_a_notice_stands_in_its_sentence(signed_in_page, professional):
    lot = make_contribution(professional, 1, state=Contribution.State.GIVEN)
    lot.photos.get().picture.__class__.objects.filter(photo__contribution=lot).update(description="", alternatives={})
    page = signed_in_page(professional, **PHONE)
    page.goto(f"{LIBRARY}mes-dons/{lot.pk}/")
    link = page.get_by_role("link", name="Décrire mes photos")
    assert link.bounding_box()["height"] < 50  # on one line, not in a column beside
