"""What the clock does for the search."""

from common.clock import every
from search import actions


@every(minutes=1)
def send_again():
    """Tell a separate engine what it could not hear while it was away."""
    actions.send_unsent()
