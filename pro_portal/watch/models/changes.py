"""When the watch changed."""

from common.in_memory import Change


class WatchChange(Change):
    """A change of what the watch shows."""
