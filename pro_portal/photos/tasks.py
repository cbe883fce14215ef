"""The work of the library that may wait."""

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


@task()
def render_pictures(pks: list[int]) -> None:
    render_in_advance(pks)
