"""The work of the members' documents that may wait."""

from django_tasks import task

from common.scanning import scan_stored_files
from intranet.documents.actions.archives import fill_archive
from intranet.documents.actions.content import read_current_version
from intranet.documents.actions.ingest import take_in
from intranet.documents.actions.previews import draw_pages


@task()
def read_upload(pk: str) -> None:
    take_in(pk)


@task()
def read_content(pk: int) -> None:
    """Of a document whose file was put by hand: an earlier version that is current again."""
    read_current_version(pk)


@task()
def draw_document_pages(pk: int, version: int, first: int, count: int) -> None:
    draw_pages(pk, version, first, count)


@task()
def make_archive(pk: str) -> None:
    fill_archive(pk)


@task()
def scan_older_files() -> None:
    scan_stored_files()
