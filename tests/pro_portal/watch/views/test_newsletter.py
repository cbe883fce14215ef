import pytest
from django.core import mail

from pro_portal.watch.actions import newsletter
from pro_portal.watch.models import WatchItem, WatchLetter
from tests.factories.watch import make_item, make_letter, make_subscription, make_theme
from tests.html import read

pytestmark = pytest.mark.django_db
LETTERS = "/fr/portail/veille/lettres/"


@pytest.fixture
def browser(client, watcher):
    client.force_login(watcher)
    return client


def test_nothing_waits_no_letter(browser):
    assert newsletter.prepare() is None
    assert "Rien n’attend" in read(browser.post(f"{LETTERS}preparer/", follow=True)).text
    assert not WatchLetter.objects.exists()


def test_empty_letter_does_not_leave(browser, watcher, professional):
    make_subscription(professional, [make_theme()])
    letter = make_letter("Vide", [])
    page = read(browser.post(f"{LETTERS}{letter.pk}/modifier/", {"title": "Vide", "action": "send"}, follow=True))
    assert "elle n’est pas partie" in page.text
    assert WatchLetter.objects.get().is_draft and mail.outbox == []


def test_double_click_sends_once(browser, professional, minute_over):
    theme = make_theme()
    make_subscription(professional, [theme])
    letter = make_letter("Juillet", [make_item("Un", [theme], audience="public")])
    for _click in range(2):
        browser.post(f"{LETTERS}{letter.pk}/modifier/", {"title": "Juillet", "action": "send"})
    for _minute in range(2):
        minute_over()
    assert [message.to for message in mail.outbox] == [[professional.email]]
    assert newsletter.write_mails(WatchLetter.objects.get()) == 0


def test_sending_is_undone_within_a_minute_and_not_after(browser, professional, minute_over):
    theme = make_theme()
    make_subscription(professional, [theme])
    letter = make_letter("Juillet", [make_item("Un", [theme], audience="public")])
    edit, undo = f"{LETTERS}{letter.pk}/modifier/", f"{LETTERS}{letter.pk}/annuler/"
    page = read(browser.post(edit, {"title": "Juillet", "action": "send"}, follow=True))
    assert "« Juillet » part à 1 abonné à" in page.text.replace("\xa0", " ") and page.all_by_hook("action", undo)
    make_item("Deux", [theme], in_next_letter=True)
    assert letter.items.count() == 1
    assert "part dans un instant" in read(browser.post(edit, {"title": "Changée"}, follow=True)).text
    assert "de nouveau un brouillon" in read(browser.post(undo, follow=True)).text
    minute_over()
    letter.refresh_from_db()
    assert (letter.is_draft, letter.title, letter.sent_by) == (True, "Juillet", None) and mail.outbox == []
    browser.post(edit, {"title": "Juillet", "action": "send"})
    minute_over()
    assert "Il est trop tard" in read(browser.post(undo, follow=True)).text
    assert len(mail.outbox) == 1 and not WatchLetter.objects.get().is_draft


def test_trial_goes_to_oneself_alone(browser, watcher, professional, django_capture_on_commit_callbacks):
    theme = make_theme()
    make_subscription(professional, [theme])
    letter = make_letter("Juillet", [make_item("Un", [theme])])
    with django_capture_on_commit_callbacks(execute=True):
        browser.post(f"{LETTERS}{letter.pk}/modifier/", {"title": "Juillet", "action": "trial"})
    assert [(message.to, message.subject.replace("\xa0", " ")) for message in mail.outbox] == [
        ([watcher.email], "Essai : Juillet")
    ]
    assert WatchLetter.objects.get().is_draft


def test_draft_is_edited(browser):
    theme = make_theme()
    first, second, third = (make_item(title, [theme], in_next_letter=True) for title in ("Un", "Deux", "Trois"))
    letter = make_letter("Juillet", [first, second, third])
    address = f"{LETTERS}{letter.pk}/modifier/"
    browser.post(address, {"title": "Juillet, enfin", "introduction": "Bonjour", "down": first.pk})
    browser.post(address, {"title": "Juillet, enfin", "introduction": "Bonjour", "up": third.pk})
    browser.post(address, {"title": "Juillet, enfin", "introduction": "Bonjour", "remove": second.pk})
    letter.refresh_from_db()
    assert (letter.title, letter.introduction) == ("Juillet, enfin", "Bonjour")
    assert list(letter.items_in_order()) == [third, first]
    assert not WatchItem.objects.get(pk=second.pk).in_next_letter


def test_archive_shows_what_the_reader_may_see(client, professional):
    theme = make_theme()
    letter = make_letter(
        "Juillet",
        [make_item("Ouvert", [theme], audience="public"), make_item("Réservé", [theme], audience="professionals")],
        is_sent=True,
    )
    closed = make_letter("Fermée", [make_item("Réservé aussi", [theme], audience="members")], is_sent=True)
    page = client.get(f"{LETTERS}{letter.pk}/").content.decode()
    assert "Ouvert" in page and "Réservé" not in page.replace("Réservés", "")
    assert "Fermée" not in client.get(LETTERS).content.decode()
    assert client.get(f"{LETTERS}{closed.pk}/")["Location"].startswith("/compte/connexion/")
    client.force_login(professional)
    assert client.get(f"{LETTERS}{closed.pk}/").status_code == 404


def test_draft_is_no_page(client, professional):
    letter = make_letter("Juillet", [make_item("Un", audience="public")])
    client.force_login(professional)
    assert client.get(f"{LETTERS}{letter.pk}/").status_code == 404
