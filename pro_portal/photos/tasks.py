"""The work of the library that may wait."""

from django_tasks import task

from pro_portal.photos.actions.archives import fill_bundle
from pro_portal.photos.actions.ingest import read_upload


@task()
def make_bundle(pk: str) -> None:
    fill_bundle(pk)


@task()
def read_file(pk: str) -> None:
    read_upload(pk)
