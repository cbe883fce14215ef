"""Mail of notifications, written outside the request that caused them."""

from django_tasks import task

from notifications.actions.mail import mail_waiting
from notifications.models import Notice, Rhythm


@task(queue_name="mail")
def mail_notices(notice_ids: list[int]) -> None:
    mail_waiting(Notice.objects.to_mail([Rhythm.AT_ONCE]).filter(pk__in=notice_ids))
