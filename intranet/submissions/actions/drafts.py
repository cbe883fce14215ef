"""Drafts: saved as typed, never overwritten silently, thrown away with a way back."""

from datetime import timedelta

from django.db import transaction
from django.http import QueryDict
from django.utils import timezone

from intranet.submissions.forms.section import Fields
from intranet.submissions.forms.tokens import FormToken
from intranet.submissions.models import Draft

# What the form carries for itself and not for the event.
NOT_TYPED = {"csrfmiddlewaretoken", "ticket", "version", "tab", "action", "picture_file"}
RESTORE_WITHIN = timedelta(days=30)


class Stale(Exception):
    """Another page saved this draft meanwhile; `draft` is as that page left it."""

    def __init__(self, draft: Draft):
        super().__init__(draft)
        self.draft = draft


class AlreadySent(Exception):
    """The draft has become a proposal; `draft.event` is the event."""

    def __init__(self, draft: Draft):
        super().__init__(draft)
        self.draft = draft


def typed_fields(post: QueryDict) -> Fields:
    """What a draft keeps of a request: everything typed. PostgreSQL cannot hold a NUL, which nobody types."""
    return {
        name.replace("\x00", ""): [value.replace("\x00", "") for value in values]
        for name, values in post.lists()
        if name not in NOT_TYPED
    }


@transaction.atomic
def save_draft(ticket: FormToken, fields: Fields, *, version: int, tab: str) -> Draft:
    """Keep what was typed. `version` is the one the page was made from, `tab` the mark of the page.

    Raises `Stale` when another page saved other words since, `AlreadySent` when the draft is a proposal already.
    """
    owner = {"author_id": ticket.person_id, "event_id": ticket.event_id}
    draft, _created = Draft.objects.select_for_update().get_or_create(key=ticket.key, defaults=owner)
    if draft.sent_at:
        raise AlreadySent(draft)
    if draft.fields == fields and draft.version:
        return draft
    if draft.version != version and draft.tab != tab:
        raise Stale(draft)
    draft.fields, draft.tab, draft.discarded_at = fields, tab[:40], None
    draft.version += 1
    draft.save()
    return draft


def discard_draft(draft: Draft) -> None:
    """Throw a draft away; `restore_draft` brings it back within `RESTORE_WITHIN`."""
    Draft.objects.filter(pk=draft.pk, sent_at=None).update(discarded_at=timezone.now())


def restore_draft(draft: Draft) -> None:
    Draft.objects.filter(pk=draft.pk).update(discarded_at=None)


def forget_discarded_drafts(now=None) -> int:
    """Delete for good the drafts thrown away longer than `RESTORE_WITHIN` ago; returns how many."""
    limit = (now or timezone.now()) - RESTORE_WITHIN
    return Draft.objects.filter(discarded_at__lt=limit).delete()[1].get(Draft._meta.label, 0)
