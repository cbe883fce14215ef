"""The work of the library that may wait."""

from django_tasks import task

from pro_portal.photos.actions.bundling import fill_bundle


@task()
def make_bundle(pk: str) -> None:
    fill_bundle(pk)
