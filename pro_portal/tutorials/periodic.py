"""Periodic work of the tutorials."""

from common.clock import daily
from pro_portal.tutorials.actions.review_reminders import remind_owners


@daily(at="07:10")
def remind_owners_to_check() -> None:
    remind_owners()
