"""Work that may wait."""

from django_tasks import task

from common.outbox import deliver
from common.renditions import draw_usual_sizes


@task(queue_name="mail")
def deliver_mail(mail_id: int) -> None:
    """Send one mail of the outbox."""
    deliver(mail_id)


@task(priority=-50)  # whatever else waits goes first, and never longer than for one picture
def draw_picture(pk: int) -> None:
    """Draw the usual sizes of one picture."""
    draw_usual_sizes(pk)
