"""When somebody leaves, a colleague looks after their articles (`common.responsibility.give_to_keeper`) and follows up the
readings they asked for. What they wrote stays under their name."""

from common.access import can_see


def give_must_reads(must_reads, colleague) -> int:
    """Let `colleague` follow up those of these must-reads whose article they may see; gives how many."""
    given = 0
    for must_read in must_reads.select_related("article"):
        if can_see(colleague, must_read.article):
            must_read.keeper = None if must_read.set_by_id == colleague.pk else colleague
            must_read.save(update_fields=["keeper"])
            given += 1
    return given
