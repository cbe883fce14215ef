"""Periodic work of the watch."""

from datetime import timedelta

from django.utils import timezone

from common.clock import daily, every
from common.models import Picture
from pro_portal.watch.actions.newsletter import close, letters_to_leave, prepare_if_due
from pro_portal.watch.actions.sources import claim_due_sources, notify_failing_sources
from pro_portal.watch.models import WatchItem, WatchLetter
from pro_portal.watch.tasks import read_one_source, write_letter_mails


@every(minutes=5)
def read_sources() -> None:
    for source_id in claim_due_sources():
        read_one_source.enqueue(source_id)


@every(minutes=1)
def send_letters() -> None:
    """The newsletters whose minute to undo is over leave."""
    for letter in letters_to_leave():
        if close(letter):  # here, so that a worker that is away is not given the letter again each minute
            write_letter_mails.enqueue(letter.pk)


@every(minutes=5)
def requeue_letter_mails() -> None:
    """Queue again the mails of a newsletter whose task was lost with its worker."""
    late = WatchLetter.objects.filter(
        state=WatchLetter.State.SENT, mailed_at=None, sent_at__lt=timezone.now() - timedelta(minutes=10)
    )
    for letter in late:
        write_letter_mails.enqueue(letter.pk)


@daily(at="07:00")
def prepare_letter() -> None:
    prepare_if_due()


@daily(at="07:10")
def notify_source_failures() -> None:
    notify_failing_sources()


@daily(at="04:10")
def delete_old_set_aside_items() -> None:
    """After a year no feed repeats it any more."""
    old = WatchItem.objects.set_aside().filter(decided_at__lt=timezone.now() - timedelta(days=365))
    Picture.objects.filter(pk__in=old.exclude(picture=None).values("picture")).delete()
    old.delete()
