"""Periodic work about proposals."""

from common.clock import daily
from intranet.submissions.actions.drafts import forget_discarded_drafts as forget


@daily(at="03:35")
def forget_discarded_drafts() -> None:
    """What someone threw away can be taken back for thirty days, then it goes."""
    forget()
