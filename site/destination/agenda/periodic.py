"""Periodic work about the agenda."""

from common.clock import daily
from destination.agenda.actions import extend_horizon


@daily(at="02:30")
def extend_occurrences() -> None:
    """Repeated events get their dates up to the new horizon."""
    extend_horizon()
