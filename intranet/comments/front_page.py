"""What flagged comments ask of the moderators, on the members' first page."""

from django.utils.translation import ngettext_lazy

from common.waiting import Waiting, register
from intranet.comments.permissions import flagged_for, may_moderate

register(
    Waiting(
        "flagged_comments",
        ngettext_lazy("%(count)d commentaire signalé", "%(count)d commentaires signalés", "count"),
        icon="comment", url_name="intranet_comments:flagged", order=215, allowed=may_moderate, rows=flagged_for,
    )
)  # fmt: skip
