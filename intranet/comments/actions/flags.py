"""Telling the moderators of a comment, and what they do about it. The flags are the library's."""

from django.db import transaction
from django.utils import timezone
from django_comments.models import CommentFlag

from intranet.comments.actions.talks import changed
from intranet.comments.actions.writing import NotAllowed
from intranet.comments.models import MemberComment
from intranet.comments.notifications import CommentAnswered, CommentFlagged, CommentWritten
from intranet.comments.permissions import may_moderate
from notifications.actions import close, notify, withdraw

SUGGESTION, APPROVAL, DELETION = CommentFlag.SUGGEST_REMOVAL, CommentFlag.MODERATOR_APPROVAL, CommentFlag.MODERATOR_DELETION


@transaction.atomic
def flag_comment(comment: MemberComment, person) -> None:
    """Ask the moderators to look at it: they are told at the first flag. What they chose to keep is not put before them again."""
    if comment.is_removed or comment.user_id == person.pk:
        raise NotAllowed
    if comment.flags.filter(flag=APPROVAL).exists():
        return
    is_first = not comment.flags.filter(flag=SUGGESTION).exists()
    CommentFlag.objects.get_or_create(user=person, comment=comment, flag=SUGGESTION)
    if is_first:
        notify(CommentFlagged(comment, actor=person))


@transaction.atomic
def unflag_comment(comment: MemberComment, person) -> None:
    comment.flags.filter(flag=SUGGESTION, user=person).delete()
    if not comment.flags.filter(flag=SUGGESTION).exists():
        withdraw(CommentFlagged(comment))


@transaction.atomic
def keep_comment(comment: MemberComment, moderator) -> None:
    """It may stay, whoever flags it again."""
    _only(moderator)
    close(comment, CommentFlagged)
    comment.flags.filter(flag=SUGGESTION).delete()
    CommentFlag.objects.get_or_create(user=moderator, comment=comment, flag=APPROVAL)


@transaction.atomic
def dismiss_flags(comment: MemberComment, moderator) -> None:
    """Nothing to do this time."""
    _only(moderator)
    close(comment, CommentFlagged)
    comment.flags.filter(flag=SUGGESTION).delete()


@transaction.atomic
def hide_comment(comment: MemberComment, moderator) -> None:
    """Nobody reads it any more; answers stay. Its flags stay too, so that showing it again brings it back to the queue."""
    _only(moderator)
    close(comment, CommentFlagged)
    MemberComment.objects.filter(pk=comment.pk).update(is_removed=True, hidden_at=timezone.now(), hidden_by=moderator)
    CommentFlag.objects.get_or_create(user=moderator, comment=comment, flag=DELETION)
    for kind in (CommentAnswered, CommentWritten):
        withdraw(kind(comment))
    changed(comment.thing)


@transaction.atomic
def show_comment(comment: MemberComment, moderator) -> None:
    """Undo `hide_comment`."""
    _only(moderator)
    MemberComment.objects.filter(pk=comment.pk).update(is_removed=comment.deleted_at is not None, hidden_at=None, hidden_by=None)
    comment.flags.filter(flag=DELETION).delete()
    changed(comment.thing)


def _only(moderator) -> None:
    if not may_moderate(moderator):
        raise NotAllowed
