"""What the photo library does by the clock."""

from common.clock import daily, every
from pro_portal.photos.actions import cleanup, reminders


@daily(at="06:10")
def remind_of_ends() -> None:
    reminders.remind_keepers()
    reminders.tell_takers()


@daily(at="03:20")
def clear_bundles_and_uploads() -> None:
    cleanup.clear_bundles()
    cleanup.clear_uploads()


@every(minutes=10)
def read_lost_files() -> None:
    cleanup.read_lost_files()
