"""What comments ask of the moderators, and what was said since the last visit, on the members' first page."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from django.utils.translation import ngettext_lazy

from common import changes, waiting
from intranet.comments.models import MemberComment
from intranet.comments.permissions import flagged_for, may_moderate
from intranet.comments.registry import commentables

waiting.register(
    waiting.Waiting(
        "flagged_comments",
        ngettext_lazy("%(count)d commentaire signalé", "%(count)d commentaires signalés", "count"),
        icon="comment", url_name="intranet_comments:flagged", order=215, allowed=may_moderate, rows=flagged_for,
    )
)  # fmt: skip


def number_of_new(user, since) -> int:
    """How many comments of others were written since then under what this person may see."""
    comments = MemberComment.objects.shown().filter(submit_date__gt=since).exclude(user=user).order_by()
    numbers: dict[int, dict[int, int]] = {}
    things = comments.values_list("content_type_id", "object_pk").annotate(number=Count("pk"))
    for content_type, key, number in things:
        numbers.setdefault(content_type, {})[int(key)] = number
    return sum(
        of_kind[pk]
        for kind in commentables()
        if (of_kind := numbers.get(ContentType.objects.get_for_model(kind.model).pk))
        for pk in kind.ids_visible_to(user, of_kind)
    )


changes.register(
    changes.Change(
        "comments",
        ngettext_lazy("%(count)d nouveau commentaire", "%(count)d nouveaux commentaires", "count"),
        icon="comment", url_name="intranet_comments:latest", order=30,
        number=number_of_new,
    )
)  # fmt: skip
