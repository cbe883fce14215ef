"""Writing, changing, deleting one's own comment."""

from collections.abc import Callable, Iterable
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from common.personal_data import delete_with_files
from intranet.comments.actions.talks import changed, follow_unless_refused, followers
from intranet.comments.models import CommentFile, MemberComment
from intranet.comments.notifications import CommentAnswered, CommentFlagged, CommentWritten
from intranet.comments.permissions import may_change, may_comment
from intranet.comments.registry import commentable_of
from intranet.comments.uploads import ReadFile
from intranet.mentions.actions import forget_mentions, note_mentions
from notifications.actions import notify, withdraw


class NotAllowed(ValueError):
    """This person may not do that with this thing or comment."""


class TalkClosed(ValueError):
    """The thing takes no comments any more."""


class OtherThing(ValueError):
    """The comment that is answered stands under another thing, or is no longer shown."""


@transaction.atomic
def write_comment(
    thing, author, text: str, answers_to: MemberComment | None = None, files: Iterable[ReadFile] = (), once: UUID | None = None
) -> MemberComment:
    """Publish a comment under `thing`, which the author may see, or an answer to one. A second sending of the same form (`once`)
    gives the first's comment. Raises `NotAllowed`, `TalkClosed`, `OtherThing`.

    Atomic all through: the library inserts a row before it looks where it stands.
    """
    kind = commentable_of(thing)
    if once and (first := MemberComment.objects.filter(once=once, user=author).first()):
        return first
    if not may_comment(author, thing):
        raise NotAllowed
    if not kind.takes_comments(thing):
        raise TalkClosed
    if answers_to is not None and (answers_to.is_removed or answers_to.thing != thing):
        raise OtherThing
    comment = MemberComment(
        content_object=thing, site_id=settings.SITE_ID, user=author, comment=text,
        addressed_to=answers_to.user if answers_to else None, **({"once": once} if once else {}),
    )  # fmt: skip
    if answers_to is not None:
        # Beyond the last level an answer stands beside the comment that it answers, and says to whom it speaks.
        comment.parent_id = answers_to.pk if answers_to.allow_thread() else answers_to.parent_id
        # Two answers at the same moment: the order of a thread is written by one after the other.
        MemberComment.objects.select_related(None).select_for_update(of=("self",)).filter(pk=answers_to.thread_id).first()
    comment.save()
    _store(comment, files)
    follow_unless_refused(author, thing)
    tell(comment, thing)
    changed(thing)
    return comment


def tell(comment: MemberComment, thing) -> None:
    """Each person hears of a comment once: because they are named, else because they are answered, else because they follow. Who
    switched one kind off is told by the next that concerns them."""
    title = str(commentable_of(thing).title(thing))
    recipients = note_mentions(comment, comment.comment, comment.user)
    for kind, people in (
        (CommentAnswered, [comment.addressed_to] if comment.addressed_to_id else []),
        (CommentWritten, followers(thing)),
    ):
        notices = notify(kind(comment, actor=comment.user, people=people, without=recipients, thing=title))
        recipients |= {notice.person_id for notice in notices}


@transaction.atomic
def edit_comment(
    comment: MemberComment, author, text: str, files: Iterable[ReadFile] = (), without_files: Iterable[int] = ()
) -> None:
    """Change one's own words. Who is named for the first time is told; nobody is told of the rest. By an update: the library's
    `save` counts a thread anew."""
    if not may_change(author, comment):
        raise NotAllowed
    if text != comment.comment or files or without_files:
        MemberComment.objects.filter(pk=comment.pk).update(comment=text, edited_at=timezone.now())
    comment.comment = text
    delete_with_files(comment.files.filter(pk__in=list(without_files)), ("file",))
    _store(comment, files)
    note_mentions(comment, text, author)
    changed(comment.thing)


@transaction.atomic
def delete_comment(comment: MemberComment, author) -> None:
    """Take one's own words away: their place stays where others answered. It can be undone until the bin is emptied; who was
    not told yet is not told any more."""
    if not may_change(author, comment):
        raise NotAllowed
    MemberComment.objects.filter(pk=comment.pk).update(is_removed=True, deleted_at=timezone.now(), deleted_by=author)
    for kind in (CommentAnswered, CommentWritten, CommentFlagged):
        withdraw(kind(comment))
    changed(comment.thing)


@transaction.atomic
def restore_comment(comment: MemberComment, author) -> None:
    """Undo `delete_comment`."""
    if comment.user_id != author.pk or comment.deleted_at is None:
        raise NotAllowed
    MemberComment.objects.filter(pk=comment.pk).update(is_removed=comment.hidden_at is not None, deleted_at=None, deleted_by=None)
    changed(comment.thing)


def comments_thrown_by(person):
    """Those that this person deleted and may take back, for the bin."""
    return MemberComment.objects.filter(user=person, deleted_at__isnull=False)


@transaction.atomic
def destroy_comment(comment: MemberComment) -> None:
    """What is in the bin for good: the words and files go; an empty place stays where there are answers."""
    delete_with_files(CommentFile.objects.filter(comment=comment), ("file",))
    forget_mentions(comment)
    if MemberComment.objects.filter(parent_id=comment.pk).exclude(pk=comment.pk).exists():
        MemberComment.objects.filter(pk=comment.pk).update(comment="", deleted_at=None, deleted_by=None)
    else:
        comment.delete()


def rewrite_comment(comment: MemberComment, change: Callable[[str], str]) -> None:
    """Store other words without saying that they were edited: a name is taken out."""
    MemberComment.objects.filter(pk=comment.pk).update(comment=change(comment.comment))


def _store(comment: MemberComment, files: Iterable[ReadFile]) -> None:
    for read in files:
        CommentFile.objects.create(
            comment=comment, file=read.content, name=read.name, size=read.content.size, width=read.width, height=read.height
        )
