"""Mail of notifications, written outside the request that caused them."""

from django_tasks import task

from notifications.actions.mail import mail_notice


@task(queue_name="mail")
def mail_notices(notice_ids: list[int]) -> None:
    for notice_id in notice_ids:
        mail_notice(notice_id)
