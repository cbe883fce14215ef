"""Cutting by a worker: neither the web nor the clock waits for it."""

from django_tasks import task

from destination.base_map.actions import cut_stored_file


@task(priority=-80)  # it takes minutes: whatever else waits goes first
def cut_base_map(pk: int) -> None:
    cut_stored_file(pk)
