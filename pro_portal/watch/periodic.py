"""Periodic work of the watch."""

from datetime import timedelta

from django.utils import timezone

from common.clock import daily, every
from common.models import Picture
from pro_portal.watch.actions.newsletter import prepare_if_due
from pro_portal.watch.actions.sources import due_sources, tell_of_failing_sources
from pro_portal.watch.models import WatchItem, WatchLetter
from pro_portal.watch.tasks import read_one_source, write_letter_mails


@every(minutes=5)
def read_sources() -> None:
    for source_id in due_sources():
        read_one_source.enqueue(source_id)


@every(minutes=5)
def write_mails_left_behind() -> None:
    """The mails of a letter whose task was lost with its worker."""
    late = WatchLetter.objects.filter(
        state=WatchLetter.State.SENT, mailed_at=None, sent_at__lt=timezone.now() - timedelta(minutes=10)
    )
    for letter in late:
        write_letter_mails.enqueue(letter.pk)


@daily(at="07:00")
def prepare_letter() -> None:
    prepare_if_due()


@daily(at="07:10")
def tell_of_failures() -> None:
    tell_of_failing_sources()


@daily(at="04:10")
def forget_what_was_set_aside() -> None:
    """After a year no feed repeats it any more."""
    old = WatchItem.objects.set_aside().filter(decided_at__lt=timezone.now() - timedelta(days=365))
    Picture.objects.filter(pk__in=old.exclude(picture=None).values("picture")).delete()
    old.delete()
