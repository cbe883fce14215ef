"""Mail through a real SMTP server: what leaves, what is tried again, and never twice."""

import email
import email.policy
import smtplib
from datetime import timedelta
from email.header import decode_header, make_header
from email.utils import formataddr, parseaddr

import pytest
import time_machine
from django.core.mail import get_connection
from django.utils import timezone
from wagtail.models import Site

from common.mail import send_mail_message
from common.outbox import RETRY_DELAYS, OutgoingMail, claim_due_mails, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
States = OutgoingMail.State


def write(key="essai", **fields) -> OutgoingMail:
    fields = {"to": "membre@aurelle.example", "subject": "Été à l’Aurelle", "key": key} | fields
    return send_mail_message(template="accounts/mail/password_reset", context={"link": "/compte/", "person": None}, **fields)


def test_mail_leaves_with_both_parts_and_its_headers(letterbox, settings):
    mail = write(
        headers={"List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}, language="fr", reply_to="reponse@aurelle.example"
    )

    assert deliver(mail.pk)

    [content] = letterbox.received
    letter = email.message_from_bytes(content, policy=email.policy.default)
    assert letter["Subject"] == "Été à l’Aurelle"
    assert letter["From"].addresses[0].display_name == "Escale"
    assert letter["From"].addresses[0].addr_spec == "bonjour@aurelle.example"
    assert (letter["To"], letter["Reply-To"]) == ("membre@aurelle.example", "reponse@aurelle.example")
    assert letter["Message-ID"] == mail.message_id
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Content-Language"] == "fr"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    plain, html = (letter.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert "http://127.0.0.1:8000/compte/" in plain and "<" not in plain
    assert html.lstrip().startswith("<!doctype html>")


def test_a_sent_mail_keeps_no_words(letterbox):
    mail = write()
    deliver(mail.pk)

    mail.refresh_from_db()
    assert (mail.state, mail.text, mail.html) == (States.SENT, "", "")


def test_the_same_key_is_written_and_sent_once(letterbox):
    mail = write()

    assert write() is None
    assert [deliver(mail.pk), deliver(mail.pk)] == [True, False]
    assert len(letterbox.received) == 1


def test_a_passing_refusal_is_tried_again_further_apart(letterbox):
    mail = write()
    letterbox.answers = ["451 later"] * len(RETRY_DELAYS)
    moment = timezone.now()
    for number, wait in enumerate(RETRY_DELAYS):
        with time_machine.travel(moment, tick=False):
            assert not deliver(mail.pk)
            mail.refresh_from_db()
            assert (mail.state, mail.attempts, mail.not_before) == (States.WAITING, number + 1, moment + wait)
            assert claim_due_mails() == []
        moment += wait
    with time_machine.travel(moment + timedelta(seconds=1)):
        assert claim_due_mails() == [mail.pk]
        assert claim_due_mails() == []  # its task waits: not one more each minute
        assert deliver(mail.pk)

    assert len(letterbox.received) == 1


def test_tries_come_to_an_end(letterbox, caplog):
    mail = write()
    letterbox.answers = ["451 later"] * 10
    for _try in range(len(RETRY_DELAYS) + 1):
        deliver(mail.pk)

    mail.refresh_from_db()
    assert mail.state == States.FAILED
    assert "451" in mail.last_error


@pytest.mark.parametrize("code", ["550 unknown", "554 no"])
def test_a_final_refusal_is_not_tried_again(letterbox, code):
    letterbox.recipient_answer = code
    mail = write()

    assert not deliver(mail.pk)

    mail.refresh_from_db()
    assert mail.state == States.FAILED


def test_no_server_at_all_is_tried_again(settings, free_port):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port
    mail = write()

    assert not deliver(mail.pk)

    mail.refresh_from_db()
    assert (mail.state, mail.attempts) == (States.WAITING, 1)


def test_a_mail_handed_over_without_answer_is_in_doubt_and_not_sent_again(letterbox):
    letterbox.answers = ["hang up"]
    mail = write()

    assert not deliver(mail.pk)

    mail.refresh_from_db()
    assert mail.state == States.HANDING_OVER
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert claim_due_mails() == []
        assert not deliver(mail.pk)
    assert len(letterbox.received) == 1


def test_the_claim_of_a_dead_worker_is_freed(letterbox):
    mail = write()
    mail.claim()
    assert not deliver(mail.pk)

    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        assert claim_due_mails() == [mail.pk]
        assert deliver(mail.pk)
    assert len(letterbox.received) == 1


def test_a_claim_of_before_the_clock_was_set_back_is_freed(letterbox):
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        claimed = write()
        claimed.claim()
    OutgoingMail.objects.update(not_before=timezone.now())
    assert claim_due_mails() == [claimed.pk]


def test_an_impossible_address_is_given_up(letterbox):
    mail = write(to="a\r\nb@aurelle.example")

    assert not deliver(mail.pk)
    mail.refresh_from_db()
    assert mail.state == States.FAILED


def test_backend_is_the_real_one(letterbox):
    with get_connection() as connection:
        assert isinstance(connection.connection, smtplib.SMTP)


def test_mails_of_any_words_and_addresses_leave_whole(letterbox):
    """What is written (to, subject), and what arrives."""
    office = 'L’office « du Cap », dit "Le Cap" ; & fils'
    Site.objects.filter(is_default_site=True).update(site_name=office)
    mails = {
        "an emoji": (("membre@aurelle.example", "Fête 🎉 demain"), ("membre@aurelle.example", "Fête 🎉 demain")),
        "a family": (("membre@aurelle.example", "👨‍👩‍👧 et 🏳️‍🌈"), ("membre@aurelle.example", "👨‍👩‍👧 et 🏳️‍🌈")),
        "an address with a plus": (("lea+essai@aurelle.example", "Bonjour"), ("lea+essai@aurelle.example", "Bonjour")),
        "a domain with accents": (("lea@été.example", "Bonjour"), ("lea@xn--t-9fab.example", "Bonjour")),
        "a line end": (("membre@aurelle.example", "Un\r\nBcc: autre@b.example"), ("membre@aurelle.example", "Un Bcc: autre@b.example")),
        "a line end and accents": (("membre@aurelle.example", "Été\u2028Cc: a@b.example"), ("membre@aurelle.example", "Été Cc: a@b.example")),
        "quotes": (("membre@aurelle.example", 'Le "bal", l’été ; suite'), ("membre@aurelle.example", 'Le "bal", l’été ; suite')),
        "3000 letters": (("membre@aurelle.example", "é" * 3000), ("membre@aurelle.example", "é" * 200)),
    }  # fmt: skip
    for name, ((to, subject), _arrived) in mails.items():
        assert deliver(write(name, to=to, subject=subject).pk), name
    letters = [email.message_from_bytes(content, policy=email.policy.default) for content in letterbox.received]
    assert {name: (letter["To"], letter["Subject"]) for name, letter in zip(mails, letters, strict=True)} == {
        name: arrived for name, (_written, arrived) in mails.items()
    }
    senders = [parseaddr(email.message_from_bytes(content)["From"])[0] for content in letterbox.received]
    assert {str(make_header(decode_header(sender))) for sender in senders} == {office}
    assert not any("Bcc" in letter or "Cc" in letter for letter in letters)


def test_long_text_with_accents_arrives_whole(letterbox):
    mail = write()
    OutgoingMail.objects.filter(pk=mail.pk).update(text="é" * 3000 + "\n")
    deliver(mail.pk)
    [content] = letterbox.received
    assert max(map(len, content.splitlines())) <= 998  # RFC 5321 §4.5.3.1.6
    letter = email.message_from_bytes(content, policy=email.policy.default)
    assert letter.get_body(("plain",)).get_content().strip() == "é" * 3000


NAMES = [
    "Office de tourisme intercommunal du Pays d’Aurelle et des Vallées de l’Été",
    "Œuvres & fêtes — l’été à Castelnou d’Aurelle, « de la mer au sommet », toute l’année durant",
    "ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé",
    "Fête 🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉",
]


@pytest.mark.parametrize("name", NAMES)
def test_names_in_headers_stand_in_parts_of_75(name):
    """RFC 2047 §2: an encoded word has 75 characters at most, a line with one 76."""
    mail = OutgoingMail(to="a@b.example", sender=formataddr((name, "nous@aurelle.example")), subject=name, text="Bonjour.")
    mail.pk, mail.created_at = 1, timezone.now()
    raw = mail.message(get_connection()).message().as_bytes()
    lines = raw.split(b"\n\n")[0].decode("ascii").splitlines()
    assert max(len(line) for line in lines if "=?" in line) <= 76
    assert max(len(word) for line in lines for word in line.split() if word.startswith("=?")) <= 75
    headers = email.message_from_bytes(raw)
    sender, address = parseaddr(headers["From"])
    assert (str(make_header(decode_header(sender))), address) == (name, "nous@aurelle.example")
    assert str(make_header(decode_header(headers["Subject"]))) == name
