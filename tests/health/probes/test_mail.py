"""Mail: whether it leaves, and what the server said of that which did not."""

from datetime import timedelta

import pytest
from django.utils import timezone

from common.health import State
from common.models import OutgoingMail
from health.probes.mail import mail, measure_mail_server

pytestmark = pytest.mark.django_db
States = OutgoingMail.State


def make_mail(minutes=0, **fields) -> OutgoingMail:
    """One written so many minutes ago."""
    number = OutgoingMail.objects.count()
    fields = {"key": f"mail:{number}", "to": f"p{number}@aurelle.example", "sender": "bonjour@aurelle.example"} | fields
    one = OutgoingMail.objects.create(subject="Bonjour", text="Bonjour", **fields)
    OutgoingMail.objects.filter(pk=one.pk).update(created_at=timezone.now() - timedelta(minutes=minutes))
    return one


def make_sent(minutes):
    return make_mail(minutes, state=States.SENT, sent_at=timezone.now() - timedelta(minutes=minutes))


def states() -> list[str]:
    return [finding.state for finding in mail()]


def test_mail_that_leaves_is_well():
    make_sent(3)
    make_mail(1)
    assert states() == [State.OK, State.OK]
    assert [finding.sentence.replace("\xa0", " ") for finding in mail()] == [
        "Le dernier est parti il y a 3 minutes.", "1 courriel attend, le plus ancien depuis 1 minute.",
    ]  # fmt: skip


def test_mail_of_which_none_leaves_is_red_with_the_words_of_the_server():
    make_sent(60)
    make_mail(20, last_error="535 5.7.8 Bad password", claimed_at=timezone.now())
    assert states() == [State.OK, State.FAILURE]
    assert mail()[1].sentence.endswith("Le serveur a répondu : 535 5.7.8 Bad password")


def test_mail_that_waits_while_others_leave_is_no_alarm():
    make_mail(20, last_error="450 Try again later", claimed_at=timezone.now())
    make_sent(5)
    assert states() == [State.OK, State.WARNING]


def test_address_that_is_refused_is_no_alarm_and_three_in_a_row_are():
    make_sent(60)
    for number in range(3):
        make_mail(10, state=States.FAILED, last_error=f"550 No such person {number}")
        assert states() == [State.OK, State.FAILURE if number == 2 else State.WARNING]
    assert "550 No such person" in mail()[1].sentence
    make_sent(5)
    assert states() == [State.OK, State.WARNING]


def test_mail_in_doubt_is_said():
    make_sent(1)
    make_mail(10, state=States.HANDING_OVER, claimed_at=timezone.now() - timedelta(minutes=10))
    make_mail(0, state=States.HANDING_OVER, claimed_at=timezone.now())
    assert states() == [State.OK, State.WARNING] and mail()[1].sentence.startswith("1 courriel a été remis sans réponse")


def test_server_that_lets_nobody_in_is_red_until_a_mail_leaves(settings, letterbox):
    measure_mail_server()
    assert states() == [State.OK]
    settings.EMAIL_PORT = 1
    measure_mail_server()
    assert states() == [State.FAILURE, State.OK] and "refused" in mail()[0].sentence
    make_sent(-1)
    assert states() == [State.OK]


def test_mail_written_to_files_is_said(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    assert states() == [State.WARNING, State.OK]
