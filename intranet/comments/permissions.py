"""Who may write, change, flag and moderate comments. Who may read one: `common.access`, which asks its thing."""

from django.http import Http404

from common.access import exists_for
from common.models.scans import REFUSED
from intranet.comments.models import CommentFile, MemberComment
from intranet.comments.registry import Commentable, commentable_called, commentable_of

MODERATE = "django_comments.can_moderate"


def may_moderate(user) -> bool:
    return user.is_authenticated and user.has_perm(MODERATE)


moderators_only = exists_for(may_moderate)


def may_comment(user, thing) -> bool:
    """Whether this reader of the thing may write under it, while it takes comments."""
    kind = commentable_of(thing)
    return bool(kind) and user.is_authenticated and user.is_active and kind.may_comment(user, thing)


def may_change(user, comment: MemberComment) -> bool:
    """One's own, and only while it is shown."""
    return user.is_authenticated and comment.user_id == user.pk and not comment.is_removed


def thing_or_404(user, code: str, pk: int) -> tuple[Commentable, object]:
    """The kind and the thing, if this person may see it."""
    kind = commentable_called(code)
    thing = kind and kind.visible_to(user).filter(pk=pk).first()
    if not thing:
        raise Http404
    return kind, thing


def comment_or_404(user, pk: int, shown: bool = True) -> MemberComment:
    """The comment, if this person may see its thing, with the thing read as its kind reads it; with `shown`, only one that is
    neither deleted nor hidden."""
    comment = MemberComment.objects.filter(pk=pk).first()
    kind = comment and comment.thing and commentable_of(comment.thing)
    if not kind or not kind.visible_to(user).filter(pk=comment.object_pk).exists():
        raise Http404
    if shown and comment.is_removed:
        raise Http404
    return comment


def held_files_of(user):
    """The files on this person's comments that the virus scanner holds."""
    return _held_files(MemberComment.objects.shown().filter(user=user))


def held_files_for(user):
    """For a moderator: those on the comments of others that they may read."""
    return _held_files(MemberComment.objects.shown().visible_to(user).exclude(user=user))


def _held_files(comments):
    held = CommentFile.objects.filter(scan_state__in=REFUSED, comment__in=comments.order_by().values("pk"))
    return held.select_related("comment").order_by("-pk")


def flagged_for(user):
    """The comments that wait for this moderator's look, among those that they may read. What is said among others is theirs: an
    administrator, who may see everything, looks after it."""
    return MemberComment.objects.flagged().visible_to(user)
