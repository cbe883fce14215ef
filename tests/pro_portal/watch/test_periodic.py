"""Letters that the clock prepares."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from notifications.models import Notice
from pro_portal.watch.models import WatchLetter, WatchSettings
from pro_portal.watch.periodic import prepare_letter, requeue_letter_mails
from tests.factories.watch import make_item, make_letter, make_subscription, make_theme

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


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
