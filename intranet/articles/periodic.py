"""Periodic work of the articles; those with a date are published by the pages' own (`publish_scheduled`)."""

from common.clock import daily
from intranet.articles.actions.still_true import remind_owners


@daily(at="07:12")
def ask_whether_still_true() -> None:
    remind_owners()
