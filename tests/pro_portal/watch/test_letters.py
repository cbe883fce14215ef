from datetime import date, timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from notifications.models import Notice
from pro_portal.watch.actions import newsletter
from pro_portal.watch.models import WatchItem, WatchLetter, WatchSettings, WatchSubscription
from pro_portal.watch.periodic import prepare_letter, requeue_letter_mails
from pro_portal.watch.signed_links import preferences_path, stop_path
from tests.pro_portal.watch.making import make_item, make_letter, make_subscription, make_theme

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
LETTERS = "/portail/veille/lettres/"


@pytest.fixture
def browser(client, watcher):
    client.force_login(watcher)
    return client


@pytest.fixture
def send(django_capture_on_commit_callbacks):
    def sent(letter, person):
        with django_capture_on_commit_callbacks(execute=True):
            newsletter.send(letter, person)

    return sent


def texts() -> dict[str, str]:
    return {message.to[0]: message.body for message in mail.outbox}


def test_draft_gathers_what_waits_and_follows(watcher):
    waiting = make_item("Un", in_next_letter=True)
    make_item("Deux")
    letter = newsletter.prepare(date(2026, 7, 1))
    assert letter.title == "La veille de juillet 2026"
    later = make_item("Trois", in_next_letter=True)
    newsletter.update_draft(later)
    assert list(letter.items_in_order()) == [waiting, later]
    assert newsletter.prepare() == letter


def test_nothing_waits_no_letter(browser):
    assert newsletter.prepare() is None
    assert "Rien n’attend" in browser.post(f"{LETTERS}preparer/", follow=True).content.decode()
    assert not WatchLetter.objects.exists()


@pytest.mark.parametrize(
    ("when", "day", "is_prepared"),
    [("monthly", 10, True), ("monthly", 20, False), ("number", 1, False), ("by_hand", 1, False)],
)
def test_clock_prepares_when_the_settings_say(watcher, when, day, is_prepared):
    WatchSettings.objects.create(pk=1, when=when, day=day, number=3)
    make_item("Un", in_next_letter=True)
    with time_machine.travel("2026-07-15T09:00:00+02:00"):
        prepare_letter()
        prepare_letter()
    assert WatchLetter.objects.count() == Notice.objects.filter(person=watcher).count() == int(is_prepared)


def test_clock_prepares_when_enough_wait(watcher):
    WatchSettings.objects.create(pk=1, when="number", number=2)
    for title in ("Un", "Deux"):
        make_item(title, in_next_letter=True)
    prepare_letter()
    assert WatchLetter.objects.get().items.count() == 2


def test_month_of_a_letter_has_no_second_one(watcher):
    make_letter("Celle de juillet", [make_item("Un")], is_sent=True)
    make_item("Deux", in_next_letter=True)
    prepare_letter()
    assert WatchLetter.objects.count() == 1


def test_each_subscriber_gets_their_themes_and_what_they_may_see(send, watcher, professional, member, group_member):
    digital, law = make_theme("numerique"), make_theme("reglementation")
    items = [
        make_item("Pour tous", [digital], audience="public", comment="Commentaire de tous"),
        make_item("Pour les pros", [law], audience="professionals"),
        make_item("Pour les membres", [digital], audience="members"),
        make_item("Chez nous", [digital], audience="private", organisation=member.organisation),
        make_item("Retiré", [digital], audience="public", state="set_aside"),
    ]
    letter = make_letter("La veille de juillet", items)
    make_subscription(professional, [digital, law])
    make_subscription(member, [digital])
    make_subscription(group_member, [digital], letter=False)
    send(letter, watcher)
    bodies = texts()
    seen = {to: {item.title for item in items if item.title in body} for to, body in bodies.items()}
    assert seen == {
        professional.email: {"Pour tous", "Pour les pros"},
        member.email: {"Pour tous", "Pour les membres", "Chez nous"},
    }
    message = mail.outbox[0]
    assert "Commentaire de tous" in message.body and "Bonne lecture." in message.alternatives[0][0]
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "/portail/veille/abonnement/arret/" in message.extra_headers["List-Unsubscribe"]


def test_no_mail_for_who_has_nothing_to_read(send, watcher, professional):
    make_subscription(professional, [make_theme("photo-video")])
    send(make_letter("Juillet", [make_item("Un", [make_theme("numerique")], audience="public")]), watcher)
    assert mail.outbox == []


def test_empty_letter_does_not_leave(browser, watcher, professional):
    make_subscription(professional, [make_theme()])
    letter = make_letter("Vide", [])
    page = browser.post(f"{LETTERS}{letter.pk}/modifier/", {"title": "Vide", "action": "send"}, follow=True).content.decode()
    assert "elle n’est pas partie" in page
    assert WatchLetter.objects.get().is_draft and mail.outbox == []


def test_double_click_sends_once(browser, professional, django_capture_on_commit_callbacks):
    theme = make_theme()
    make_subscription(professional, [theme])
    letter = make_letter("Juillet", [make_item("Un", [theme], audience="public")])
    for _click in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            browser.post(f"{LETTERS}{letter.pk}/modifier/", {"title": "Juillet", "action": "send"})
    assert [message.to for message in mail.outbox] == [[professional.email]]
    assert newsletter.write_mails(WatchLetter.objects.get()) == 0


def test_sending_what_has_left_is_refused(watcher):
    letter = make_letter("Juillet", [make_item("Un")], is_sent=True)
    with pytest.raises(newsletter.AlreadySent):
        newsletter.send(letter, watcher)


def test_mails_of_a_lost_task_are_written_by_the_clock(professional, django_capture_on_commit_callbacks):
    theme = make_theme()
    make_subscription(professional, [theme])
    letter = make_letter("Juillet", [make_item("Un", [theme], audience="public")], is_sent=True)
    WatchLetter.objects.update(mailed_at=None, sent_at=timezone.now() - timedelta(minutes=20))
    for _minute in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            requeue_letter_mails()
    letter.refresh_from_db()
    assert len(mail.outbox) == 1 and letter.mailed_at


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


# ---- subscribing ------------------------------------------------------------------------------------------------------
def test_reader_subscribes(client, professional):
    theme = make_theme()
    client.force_login(professional)
    client.post("/portail/veille/abonnement/", {"letter": "on", "themes": [theme.pk]})
    subscription = WatchSubscription.objects.get(person=professional)
    assert (subscription.letter, subscription.notices, list(subscription.themes.all())) == (True, False, [theme])


def test_subscription_without_a_theme_is_said(client, professional):
    client.force_login(professional)
    response = client.post("/portail/veille/abonnement/", {"letter": "on"})
    assert response.status_code == 422 and "Choisissez au moins un thème." in response.content.decode()
    assert not WatchSubscription.objects.exists()


def test_letter_stops_by_post_only(client, professional):
    make_subscription(professional, [make_theme()], notices=True)
    address = stop_path(professional)
    assert client.get(address).status_code == 200
    assert WatchSubscription.objects.get().letter
    assert client.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    subscription = WatchSubscription.objects.get()
    assert (subscription.letter, subscription.notices) == (False, True)


def test_preferences_open_without_signing_in(client, professional):
    theme = make_theme()
    address = preferences_path(professional)
    client.post(address, {"letter": "on", "themes": [theme.pk]})
    assert WatchSubscription.objects.get().person == professional
    assert client.get(address + "x/").status_code == 404
    assert client.get(stop_path(professional).replace("arret", "p")).status_code == 404


def test_closed_account_gets_nothing(send, watcher, professional):
    theme = make_theme()
    make_subscription(professional, [theme])
    type(professional).objects.filter(pk=professional.pk).update(is_active=False)
    send(make_letter("Juillet", [make_item("Un", [theme], audience="public")]), watcher)
    assert mail.outbox == []
