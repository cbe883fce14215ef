"""What the photo library does by the clock."""

from common.clock import daily, every
from pro_portal.photos.actions import clearing, reminding


@daily(at="06:10")
def remind_of_ends() -> None:
    reminding.remind_keepers()
    reminding.tell_takers()


@daily(at="03:20")
def clear_bundles_and_uploads() -> None:
    clearing.clear_bundles()
    clearing.clear_uploads()


@every(minutes=10)
def read_lost_files() -> None:
    clearing.read_lost_files()
