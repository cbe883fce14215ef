"""What comments ask of the moderators, and what was said since the last visit, on the members' first page."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from django.utils.translation import ngettext_lazy, pgettext

from common import changes, waiting
from common.documents import virus_scanner
from intranet.comments.models import CommentFile, MemberComment
from intranet.comments.permissions import flagged_for, held_files_for, held_files_of, may_moderate
from intranet.comments.registry import commentables

waiting.register(
    waiting.Waiting(
        "flagged_comments",
        ngettext_lazy("%(count)d commentaire signalé", "%(count)d commentaires signalés", "count"),
        icon="comment", url_name="intranet_comments:flagged", order=215, allowed=may_moderate, rows=flagged_for,
    )
)  # fmt: skip


def _line_of_file(file: CommentFile) -> waiting.Line:
    return waiting.Line(file.name, file.comment.get_absolute_url(), pgettext("document", "Retenu"), "refusal")


HELD_FILES = ngettext_lazy(
    "%(count)d fichier d’un commentaire retenu par l’antivirus",
    "%(count)d fichiers de commentaires retenus par l’antivirus",
    "count",
)
waiting.register(
    waiting.Waiting(
        "own_comment_files_held", HELD_FILES,
        icon="warning", url_name="intranet_comments:latest", order=7, rows=held_files_of, line=_line_of_file,
        allowed=lambda user: user.is_member and virus_scanner.is_on(),
    )
)  # fmt: skip
waiting.register(
    waiting.Waiting(
        "comment_files_held", HELD_FILES,
        icon="warning", url_name="intranet_comments:latest", order=216, rows=held_files_for, line=_line_of_file,
        allowed=lambda user: may_moderate(user) and virus_scanner.is_on(),
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
