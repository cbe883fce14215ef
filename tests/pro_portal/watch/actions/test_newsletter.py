"""Who receives what of a letter."""

from datetime import date

import pytest
from django.core import mail

from pro_portal.watch.actions import newsletter
from tests.factories.watch import make_item, make_letter, make_subscription, make_theme

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


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


def test_sending_what_has_left_is_refused(watcher):
    letter = make_letter("Juillet", [make_item("Un")], is_sent=True)
    with pytest.raises(newsletter.AlreadySent):
        newsletter.send(letter, watcher)


def test_closed_account_gets_nothing(send, watcher, professional):
    theme = make_theme()
    make_subscription(professional, [theme])
    type(professional).objects.filter(pk=professional.pk).update(is_active=False)
    send(make_letter("Juillet", [make_item("Un", [theme], audience="public")]), watcher)
    assert mail.outbox == []
