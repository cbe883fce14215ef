"""Members on a phone: a word without a break widens no page, nothing that has the focus stands behind the bar at the bottom."""

from django.urls import reverse

from intranet.submissions.actions import decisions
from notifications.models import Notice
from tests.factories.articles import make_article
from tests.factories.shared_documents import make_folder, make_shared_document
from tests.factories.submissions import make_change, make_proposal
from tests.journeys.test_photos_on_a_phone import PHONE

# As file names are given to titles: 78 letters without a place to break.
WORD = "compte_rendu_de_la_reunion_des_offices_version_definitive_relue_par_tous.final"
WIDER = "() => document.documentElement.scrollWidth - window.innerWidth"
BEHIND = """() => {
  const bar = document.querySelector(".rail").getBoundingClientRect();
  const focus = document.activeElement, box = focus.getBoundingClientRect();
  return focus.closest(".rail") === null && box.top >= bar.top && box.top < window.innerHeight ? focus.textContent.trim() : "";
}"""


def test_long_word_widens_no_page(signed_in_page, member, moderator):
    event = make_proposal(member, WORD)
    decisions.send_back(event, moderator, WORD)
    make_article(moderator, WORD)
    folder = make_folder(member, WORD)
    document = make_shared_document(member, WORD, folder=folder, what_changed=WORD)
    assert Notice.objects.filter(person=member).exists()
    page = signed_in_page(member, **PHONE)
    addresses = [
        reverse("intranet_home:home"),
        reverse("submissions:mine"),
        reverse("submissions:history", args=[event.pk]),
        reverse("notifications:list"),
        reverse("documents:list"),
        folder.get_absolute_url(),
        reverse("documents:print"),
        reverse("documents:versions", args=[document.pk]),
        reverse("documents:edit", args=[document.pk]),
    ]
    wide = {}
    for address in addresses:
        page.goto(address)
        if more := page.evaluate(WIDER):
            wide[address] = more
    assert wide == {}


def test_focus_stays_above_the_bar(signed_in_page, member):
    for number in range(12):
        make_shared_document(member, f"Relevé {number}", kind="pdf")
    page = signed_in_page(member, **PHONE)
    page.goto(reverse("documents:list"))
    behind = []
    for _ in range(45):
        page.keyboard.press("Tab")
        behind.append(page.evaluate(BEHIND))
    assert not [words for words in behind if words]


def test_actions_of_an_event_stand_in_one_row(signed_in_page, member):
    make_change(member)
    page = signed_in_page(member, **PHONE)
    page.goto(reverse("submissions:mine"))
    change, more = page.get_by_role("link", name="Modifier"), page.get_by_text("Autres actions").locator("..")
    assert change.bounding_box()["y"] == more.bounding_box()["y"]
    more.click()
    panel = page.get_by_role("link", name="Historique").locator("..").bounding_box()
    assert panel["x"] >= 0 and panel["x"] + panel["width"] <= PHONE["width"]
