"""The watcher sorts from the keyboard and sends the letter; a reader finds it in the mail, on a phone, without JavaScript too."""

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from pro_portal.watch.models import WatchItem, WatchLetter
from pro_portal.watch.periodic import send_letters
from tests.factories.watch import make_item, make_subscription, make_theme
from tests.journeys.conftest import on_a_slow_line
from tests.personas import make_watcher

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
INBOX = "/fr/portail/veille/a-trier/"


def test_watcher_publishes_in_one_gesture_and_the_letter_leaves(signed_in_page, professional):
    theme, watcher = make_theme("numerique", fr="Numérique"), make_watcher()
    make_subscription(professional, [theme])
    facts = {"state": "inbox", "themes": [theme], "in_next_letter": True, "audience": "public"}
    make_item("Trois, à écarter", **facts)
    make_item("Deux, à publier", **facts)
    make_item("Un, à lire d’abord", **facts)
    page = signed_in_page(watcher)
    page.goto(INBOX)
    title = page.get_by_role("region", name="Article choisi").get_by_role("heading", level=2)
    expect(title).to_have_text("Un, à lire d’abord")
    page.keyboard.press("j")
    expect(title).to_have_text("Deux, à publier")
    page.keyboard.press("c")
    page.keyboard.type("jxp : ces lettres ne décident rien.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("« Deux, à publier » est publié.")).to_be_visible()
    expect(page.locator("#rail").get_by_role("link", name="À trier")).to_contain_text("2")
    expect(title).to_have_text("Trois, à écarter")
    page.keyboard.press("x")
    expect(page.get_by_text("« Trois, à écarter » est écarté.")).to_be_visible()
    page.get_by_role("button", name="Remettre à trier").click()
    expect(title).to_have_text("Trois, à écarter")
    item = WatchItem.objects.published().get()
    assert item.comment == "jxp : ces lettres ne décident rien."
    page.goto("/fr/portail/veille/lettres/")
    page.get_by_role("button", name="Préparer la lettre").click()
    page.get_by_label("Introduction").fill("Bonne lecture à tous.")
    page.get_by_role("button", name="Envoyer à 1 abonné").click()
    page.get_by_role("button", name="Annuler l’envoi").click()
    page.get_by_role("button", name="Envoyer à 1 abonné").click()
    expect(page.get_by_text("part à 1 abonné à")).to_be_visible()
    WatchLetter.objects.update(leaves_at=timezone.now())
    send_letters()
    [message] = mail.outbox
    assert message.to == [professional.email]
    assert "Deux, à publier" in message.body and "Bonne lecture à tous." in message.body


def test_sorting_works_without_javascript_on_a_phone(signed_in_page):
    watcher = make_watcher()
    make_item("Un", state="inbox")
    page = signed_in_page(watcher, javascript=False, width=360)
    page.goto(INBOX)
    page.get_by_role("link", name="Un", exact=True).click()
    page.get_by_label("Votre commentaire").fill("À lire.")
    page.get_by_role("button", name="Publier").click()
    expect(page.get_by_text("Tout est trié")).to_be_visible()
    assert WatchItem.objects.published().get().comment == "À lire."


def test_keys_sort_nothing_before_the_article_has_come(signed_in_page):
    first, second = make_item("Un", state="inbox"), make_item("Deux", state="inbox")
    page = signed_in_page(make_watcher())
    page.goto(f"{INBOX}?element={second.pk}")
    on_a_slow_line(page)
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="Un", exact=True)).to_have_attribute("aria-current", "true")
    page.keyboard.press("x")
    page.keyboard.press("p")
    expect(page.get_by_role("heading", name="Un", exact=True)).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert set(WatchItem.objects.values_list("state", flat=True)) == {"inbox"}
    page.keyboard.press("x")
    expect(page.get_by_text("« Un » est écarté.")).to_be_visible()
    assert WatchItem.objects.get(pk=first.pk).state == "set_aside"
