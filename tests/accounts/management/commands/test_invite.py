"""`manage.py invite`: the link in any case, and a sentence where its mail did not leave."""

from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from common.outbox import OutgoingMail
from tests.common.conftest import free_port, letterbox  # noqa: F401  fixtures: a real mail server
from tests.html import read

pytestmark = pytest.mark.django_db
ADDRESS = "nouvelle@aurelle.example"


def invite() -> str:
    """What it says beside the link."""
    link, warning = StringIO(), StringIO()
    call_command("invite", ADDRESS, stdout=link, stderr=warning)
    path = link.getvalue().strip().removeprefix("http://127.0.0.1:8000")
    assert ADDRESS in read(Client().get(path)).text  # the token holds the second in which it was signed
    return warning.getvalue().strip()


def test_mail_that_left_needs_no_word():
    assert invite() == ""
    assert [message.to for message in mail.outbox] == [[ADDRESS]]


def test_refused_mail_is_said_with_the_words_of_the_server(letterbox, client, administrator):  # noqa: F811
    letterbox.recipient_answer = "550 5.1.1 No such person"
    assert invite() == f"The mail to {ADDRESS} has not left: 550 5.1.1 No such person. Send the link above yourself."
    client.force_login(administrator)
    assert "courriel non parti 550 5.1.1 No such person" in read(client.get(reverse("team:list"))).text


def test_mail_server_that_is_away_is_said_and_the_mail_tried_again(settings, free_port):  # noqa: F811
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port
    sentence = invite()
    assert "Connection refused. It is tried again; manage.py doctor says more." in sentence
    assert OutgoingMail.objects.get().state == OutgoingMail.State.WAITING


def test_mail_without_an_answer_is_in_doubt(letterbox):  # noqa: F811
    letterbox.answers = ["hang up"]
    assert "It may have arrived all the same. Send the link above yourself." in invite()


def test_mail_that_a_worker_holds_is_waited_for(settings, monkeypatch):
    """The worker took it first, and says nothing."""
    settings.EMAIL_TIMEOUT = 0.1
    monkeypatch.setattr("accounts.management.commands.invite.deliver", lambda pk: OutgoingMail.objects.get(pk=pk).claim())
    assert "the server has not answered" in invite()
