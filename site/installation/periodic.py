"""Periodic work of the installation."""

from common.clock import daily
from installation.actions.communes import forget_old_outlines


@daily(at="04:20")
def forget_dropped_outlines() -> None:
    """Files of outlines from which nobody chose in the end."""
    forget_old_outlines()
