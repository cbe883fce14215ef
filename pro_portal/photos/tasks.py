"""The work of the library that may wait."""

from collections.abc import Iterable

from django_tasks import task

from pro_portal.photos.actions.bundling import fill_bundle
from pro_portal.photos.actions.reading import read_upload
from pro_portal.photos.actions.rendering import render_in_advance


@task()
def make_bundle(pk: str) -> None:
    fill_bundle(pk)


@task()
def read_file(pk: str) -> None:
    read_upload(pk)


@task(priority=-50)  # whatever else waits goes first, and never longer than for one picture
def render_picture(pk: int) -> None:
    render_in_advance(pk)


def render_each(pks: Iterable[int]) -> None:
    for pk in pks:
        render_picture.enqueue(pk)
