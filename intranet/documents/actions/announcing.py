"""Telling whoever a document is for that it is there, or that it changed: once, and a lot at a time."""

from itertools import groupby

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from common.models import SharedDocument
from intranet.documents.limits import LOT_TIME
from intranet.documents.notifications import DocumentAdded, DocumentInFolder, DocumentRenewed
from intranet.documents.querysets import senders_at_work, to_announce
from intranet.mentions.actions import tell_mentions
from intranet.mentions.models import Mention
from notifications.actions import notify


def announce_news() -> int:
    """Tell of all that is new since the last call; gives how many lots and changed documents that were. A lot waits until the
    worker has looked at all its files, `LOT_TIME` at most, so that sixty documents are one mail; and what was deleted within
    the minute is told to nobody."""
    documents = list(to_announce().prefetch_related("audience_groups"))
    at_work = senders_at_work(timezone.now() - LOT_TIME) if documents else set()
    new = [document for document in documents if document.announced_at is None and document.author_id not in at_work]
    lots = [list(lot) for _same, lot in groupby(sorted(new, key=_sameness), key=_sameness)]
    changed = [document for document in documents if document.announced_at is not None]
    return sum(map(_announce_lot, lots)) + sum(map(_announce_change, changed))


def _sameness(document: SharedDocument) -> tuple:
    """What the documents of one lot share: who gave them, where they are and who reads them."""
    groups = tuple(sorted(group.pk for group in document.audience_groups.all()))
    return document.author_id or 0, document.folder_id or 0, document.audience, document.organisation_id or 0, groups


def _claim(document: SharedDocument) -> bool:
    """Whether this process is the one to tell of it, as it is now."""
    unclaimed = SharedDocument.objects.filter(pk=document.pk, announced_at=document.announced_at, deleted_at=None)
    return bool(unclaimed.update(announced_at=F("changed_at")))


@transaction.atomic
def _announce_lot(documents: list[SharedDocument]) -> bool:
    documents = [document for document in documents if _claim(document)]
    if not documents:
        return False
    first, actor = documents[0], documents[0].author
    told = tell_mentions(first, actor, others=len(documents) - 1)
    # Their note is the same: who is named in it hears of that once.
    same = [mention.pk for mention in Mention.objects.of_all(documents[1:])]
    Mention.objects.filter(pk__in=same).update(told_at=timezone.now())
    followers = notify(DocumentInFolder(first, actor=actor, without=told, count=len(documents)))
    told |= {notice.person_id for notice in followers}
    notify(DocumentAdded(first, actor=actor, without=told, count=len(documents)))
    return True


@transaction.atomic
def _announce_change(document: SharedDocument) -> bool:
    if not _claim(document):
        return False
    told = tell_mentions(document, document.responsible)
    notify(DocumentRenewed(document, actor=document.uploaded_by_user, without=told))
    return True
