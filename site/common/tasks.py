"""Work that may wait."""

from django_tasks import task

from common.outbox import deliver


@task(queue_name="mail")
def deliver_mail(mail_id: int) -> None:
    """Send one mail of the outbox."""
    deliver(mail_id)
