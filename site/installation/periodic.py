"""Periodic work of the installation."""

from common.clock import daily
from destination.base_map.actions import forget_silent_maps
from installation.actions.communes import forget_old_outlines


@daily(at="04:20")
def forget_dropped_outlines() -> None:
    """Files of outlines from which nobody chose in the end."""
    forget_old_outlines()


@daily(at="04:25")
def forget_interrupted_maps() -> None:
    """What a worker that was killed left of a base map."""
    forget_silent_maps()
