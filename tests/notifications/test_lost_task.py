"""A task lost with its worker: the clock writes the mails that are missing, and no other."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from common.outbox import OutgoingMail
from notifications.actions import notify
from notifications.actions.mail import mail_notice
from notifications.models import Notice
from notifications.periodic import queue_lost_mails
from tests.factories import make_user
from tests.notifications.kinds import EventSeen

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def test_clock_writes_what_a_dead_worker_left(event):
    for _person in range(3):
        make_user()
    first, *_others = notify(EventSeen(event))  # its task is never run
    mail_notice(first.pk)

    queue_lost_mails()
    assert OutgoingMail.objects.count() == 1  # the task may still be on its way
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        queue_lost_mails()
        queue_lost_mails()

    assert set(OutgoingMail.objects.values_list("key", flat=True)) == {
        f"notice:{pk}" for pk in Notice.objects.values_list("pk", flat=True)
    }
    assert not Notice.objects.filter(mail_waiting=True).exists()


def test_a_task_run_twice_writes_one_mail(event, member):
    [notice] = notify(EventSeen(event))

    mail_notice(notice.pk)
    mail_notice(notice.pk)

    assert OutgoingMail.objects.count() == 1
