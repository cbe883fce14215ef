"""Periodic work of notifications."""

from datetime import timedelta

from django.utils import timezone

from common.clock import daily, every, weekly
from notifications.actions.mail import mail_digests, mail_waiting
from notifications.models import Notice, Rhythm

MONDAY = 0


@every(minutes=1)
def mail_held_notices() -> None:
    """Notices of what could be undone, once it no longer is, and of what one person added within a while."""
    mail_waiting(Notice.objects.to_mail([Rhythm.AT_ONCE]).exclude(not_before=None, mail_not_before=None))


@every(minutes=5)
def queue_lost_mails() -> None:
    """Notices to be mailed at once whose task was lost with its worker, or whose person no longer wants digests."""
    mail_waiting(Notice.objects.to_mail([Rhythm.AT_ONCE]).filter(created_at__lt=timezone.now() - timedelta(minutes=5)))


@daily(at="07:30")
def daily_digests() -> None:
    mail_digests([Rhythm.DAILY])


@weekly(on=MONDAY, at="07:30")
def weekly_digests() -> None:
    mail_digests([Rhythm.WEEKLY])
