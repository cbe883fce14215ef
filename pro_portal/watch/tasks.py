"""Background tasks of the watch."""

from django_tasks import task


@task()
def read_one_source(source_id: int) -> None:
    from pro_portal.watch.actions.sources import read_source  # the actions enqueue these tasks
    from pro_portal.watch.models import WatchSource

    source = WatchSource.objects.filter(pk=source_id, active=True, kind=WatchSource.Kind.FEED).first()
    if source:
        read_source(source)


@task(queue_name="mail")
def write_letter_mails(letter_id: int) -> None:
    """The mails of a newsletter whose minute to undo is over."""
    from pro_portal.watch.actions.newsletter import close, write_mails
    from pro_portal.watch.models import WatchLetter

    letter = WatchLetter.objects.filter(pk=letter_id, mailed_at=None).first()
    if letter and (not letter.is_draft or close(letter)):
        write_mails(letter)
