"""What the photo library does by the clock."""

from common.clock import daily, every
from pro_portal.photos.actions import cleanup, reminders


@daily(at="06:10")
def remind_of_ends() -> None:
    reminders.remind_keepers()
    reminders.notify_downloaders()


@daily(at="03:20")
def clear_files_without_row() -> None:
    cleanup.delete_files_without_row()


@every(minutes=10)
def take_up_lost_files() -> None:
    cleanup.queue_lost_files()
    cleanup.queue_lost_bundles()
