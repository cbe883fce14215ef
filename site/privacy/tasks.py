"""Work that may wait."""

from django_tasks import task

from privacy.actions.exports import fill_export


@task()
def make_export(pk: str) -> None:
    """Gather everything held about a person into one zip."""
    fill_export(pk)
