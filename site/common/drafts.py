"""What a person is typing in a long form, stored as typed until it becomes a thing: saved again and again, never overwritten
silently, thrown away with a way back.

A room gives its model `FormDraft` and a subclass of `FormToken` with a salt of its own; `common.views.drafts` holds the screens.
"""

import uuid
from dataclasses import dataclass
from typing import ClassVar, Self

from django.core import signing
from django.db import models, transaction
from django.http import QueryDict
from django.utils import timezone

from common.interrupted_forms import OWN_FIELDS
from common.recycle_bin import KEEP_FOR

Fields = dict[str, list[str]]
# What the form carries for itself and not for the thing that is typed.
NOT_TYPED = OWN_FIELDS | {"ticket", "version", "tab", "action", "picture_file", "document_file", "document_words"}
# A form left open in a tab over the holidays still finds its draft.
GOOD_FOR_SECONDS = 60 * 24 * 60 * 60


class FormDraftQuerySet(models.QuerySet):
    def in_progress_of(self, person):
        """Those that this person has begun, and neither sent nor thrown away."""
        return self.filter(author=person, sent_at=None, discarded_at=None)


class FormDraft(models.Model):
    """The form as last saved, valid or not. `fields` is what the browser sent: {name: [values]}. `version` grows at each
    save: a second tab that saves an older version gets a conflict. A room adds `author`, and the thing that is changed."""

    #: The attribute that holds the id of the thing that the draft changes.
    thing_attribute = ""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    fields = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)
    tab = models.CharField(max_length=40, blank=True, editable=False)  # the page that saved last: it may save again
    created_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(auto_now=True)
    sent_at = models.DateTimeField(null=True, blank=True)  # once a thing: a double click finds it and does nothing twice
    discarded_at = models.DateTimeField(null=True, blank=True)  # thrown away by its author, kept for the undo

    objects = FormDraftQuerySet.as_manager()

    class Meta:
        abstract = True

    def first(self, name: str) -> str:
        """The first value typed under a name, stripped."""
        return next(iter(self.fields.get(name, ())), "").strip()


@dataclass(frozen=True)
class FormToken:
    """The signed token of a form: which draft it writes, whose it is, and the thing that it changes.

    With it a form sent after the session has ended is kept for its author instead of lost; and as nobody else can make one, it
    protects the form against forged requests as a CSRF token does, without dying when the person signs in again.
    """

    SALT: ClassVar[str] = ""

    key: uuid.UUID
    person_id: int
    thing_id: int | None = None

    @classmethod
    def of(cls, draft: FormDraft) -> Self:
        return cls(draft.key, draft.author_id, getattr(draft, draft.thing_attribute))

    @classmethod
    def read(cls, text: str) -> Self:
        """The token that a form sent; raises `BadFormToken`."""
        try:
            key, person_id, thing_id = signing.loads(text, salt=cls.SALT, max_age=GOOD_FOR_SECONDS)
            return cls(uuid.UUID(key), person_id, thing_id)
        except (signing.BadSignature, ValueError, TypeError) as error:
            raise BadFormToken from error

    def __str__(self):
        return signing.dumps([str(self.key), self.person_id, self.thing_id], salt=self.SALT)


class BadFormToken(ValueError):
    """A token that is missing, forged, or too old."""


class Stale(Exception):
    """Another page saved this draft meanwhile; `draft` is as that page left it."""

    def __init__(self, draft: FormDraft):
        super().__init__(draft)
        self.draft = draft


class AlreadySent(Exception):
    """The draft has become a thing."""

    def __init__(self, draft: FormDraft):
        super().__init__(draft)
        self.draft = draft


def as_query(fields: Fields) -> QueryDict:
    """What the browser sent, from what the draft keeps."""
    query = QueryDict(mutable=True)
    for name, values in fields.items():
        query.setlist(name, [str(value) for value in values])
    return query


def typed_fields(post: QueryDict) -> Fields:
    """What a draft keeps of a request: everything typed. PostgreSQL cannot hold a NUL, which nobody types."""
    return {
        name.replace("\x00", ""): [value.replace("\x00", "") for value in values]
        for name, values in post.lists()
        if name not in NOT_TYPED
    }


@transaction.atomic
def save_draft(model: type[FormDraft], ticket: FormToken, fields: Fields, *, version: int, tab: str) -> FormDraft:
    """Keep what was typed. `version` is the one the page was made from, `tab` the mark of the page.

    Raises `Stale` when another page saved other words since, `AlreadySent` when the draft is a thing already.
    """
    owner = {"author_id": ticket.person_id, model.thing_attribute: ticket.thing_id}
    draft, _created = model.objects.select_for_update().get_or_create(key=ticket.key, defaults=owner)
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


def discard_draft(draft: FormDraft) -> None:
    """Throw a draft away; `restore_draft` brings it back within `KEEP_FOR`."""
    type(draft).objects.filter(pk=draft.pk, sent_at=None).update(discarded_at=timezone.now())


def restore_draft(draft: FormDraft) -> None:
    type(draft).objects.filter(pk=draft.pk).update(discarded_at=None)


def forget_discarded_drafts(model: type[FormDraft], now=None) -> int:
    """Delete for good the drafts thrown away longer than `KEEP_FOR` ago; returns how many."""
    limit = (now or timezone.now()) - KEEP_FOR
    return model.objects.filter(discarded_at__lt=limit).delete()[1].get(model._meta.label, 0)
