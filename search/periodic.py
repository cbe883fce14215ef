"""What the clock does for the search."""

import logging

from common.clock import daily, every
from common.measures import Measure
from search import actions, tasks
from search.engines import EngineUnreachable
from search.models import LastTurn

logger = logging.getLogger("escale.search")

#: The measure of what the last night found: the number of things for each kind.
DIFFERENCES = "search.differences"


@every(minutes=1)
def send_again():
    """Tell a separate engine what it could not hear while it was away."""
    while actions.send_unsent() == actions.MOST_SENT:
        pass


@every(minutes=1)
def look_after_index():
    """Have the index of a separate engine filled where it is missing, and what a killed rebuild left taken away."""
    try:
        if actions.engine_lacks_index():
            tasks.fill_missing_index.enqueue()
    except EngineUnreachable as problem:
        logger.warning("The search engine does not answer: %s", problem)


@every(minutes=1)
def look_after_words():
    """After an upgrade that makes words otherwise, write the entries anew."""
    if LastTurn.are_words_old():
        tasks.rewrite_old_words.enqueue()


@daily(at="03:00")
def mend_entries():
    """What is published and what is found are the same again each morning, whatever was lost."""
    mended = actions.mend()
    Measure.store(DIFFERENCES, mended)
    if mended:
        things = ", ".join(f"{count} {kind}" for kind, count in mended.items())
        logger.warning("The search did not know these things as they are, and was mended: %s", things)
