"""What comments ask of the moderators, and what was said since the last visit, on the members' first page."""

from django.utils.translation import ngettext_lazy

from common import changes, waiting
from intranet.comments.permissions import flagged_for, may_moderate
from intranet.comments.presenters import comments_to_read, latest_for

waiting.register(
    waiting.Waiting(
        "flagged_comments",
        ngettext_lazy("%(count)d commentaire signalé", "%(count)d commentaires signalés", "count"),
        icon="comment", url_name="intranet_comments:flagged", order=215, allowed=may_moderate, rows=flagged_for,
    )
)  # fmt: skip


def said_since(user, since):
    """By others, under what this person may see."""
    return comments_to_read(latest_for(user)).filter(submit_date__gt=since).exclude(user=user)


changes.register(
    changes.Change(
        "comments",
        ngettext_lazy("%(count)d nouveau commentaire", "%(count)d nouveaux commentaires", "count"),
        icon="comment", url_name="intranet_comments:latest", order=30,
        rows=lambda user, since: said_since(user, since),
    )
)  # fmt: skip
