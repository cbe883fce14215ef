"""What changed in a list that has a facet index: rows are only added, in the transaction of the change itself."""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from threading import local

from django.core.signals import request_finished, request_started
from django.db import connection, models, transaction
from django.dispatch import receiver
from django.utils import timezone

from common.statements import rows_for

# Where more rows of a list change at once, reading all of them again costs less than saying which.
MOST_IDS_NOTED = 500


class _RequestVersions(local):
    """The versions that this thread has read for the request it is answering; None between requests, and after a change."""

    versions: dict[str, tuple[int, str]] | None = None


_of_request = _RequestVersions()


@receiver(request_started, dispatch_uid="facets-begin-request")
def begin_request(**kwargs) -> None:
    _of_request.versions = {}


@receiver(request_finished, dispatch_uid="facets-end-request")
def end_request(**kwargs) -> None:
    _of_request.versions = None


NEVER_CHANGED = 0, ""


def new_token() -> str:
    return secrets.token_hex(8)


class FacetChange(models.Model):
    """One change of one row of a list, or of all of them where `object_id` is None.

    Two publications at once never wait for each other. The tokens say which changes a process has seen: a number could not, as
    a transaction that began earlier may be committed later, and as SQLite gives the number of a change that was rolled back to
    the next one.
    """

    list = models.CharField(max_length=20)
    object_id = models.BigIntegerField(null=True)
    at = models.DateTimeField(default=timezone.now)
    token = models.CharField(max_length=16, default=new_token)

    class Meta:
        indexes = [models.Index(fields=["list", "token"], name="common_facetchange_list")]

    def __str__(self):
        return f"{self.list} {self.object_id or ''} {self.at:%Y-%m-%d %H:%M}"

    @classmethod
    def version(cls, name: str) -> tuple[int, str]:
        """(number of changes, greatest token) of a list, in one query. Each change makes another version, and a version that
        comes back shows the same. Every list asks for it at every request: put together by the ORM, the question would cost ten
        times the answer. Within a request those of all lists are asked once, until something is noted there."""
        if _of_request.versions is None:
            return cls._versions().get(name, NEVER_CHANGED)
        if not _of_request.versions:
            _of_request.versions = cls._versions() or {name: NEVER_CHANGED}
        return _of_request.versions.get(name, NEVER_CHANGED)

    @staticmethod
    def _versions() -> dict[str, tuple[int, str]]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT list, COUNT(*), MAX(token) FROM common_facetchange GROUP BY list")
            return {name: (number, token) for name, number, token in cursor.fetchall()}

    @classmethod
    def version_with_time(cls, name: str) -> tuple[int, str, datetime | None]:
        """The same with the time of the last change."""
        return next(iter(rows_for(_versions_with_time, name)), (*NEVER_CHANGED, None))

    @classmethod
    def of_list(cls, name: str) -> dict[str, int | None]:
        """Every change of a list: its token and the id of the row that changed (None for all rows)."""
        return dict(cls.objects.filter(list=name).values_list("token", "object_id"))

    @classmethod
    def sweep(cls) -> None:
        """Every night: note a last change of each list and forget those before it, so that a version is read from few rows."""
        for name in list(cls.objects.order_by().values_list("list", flat=True).distinct()):
            cls.objects.filter(list=name, pk__lt=cls.objects.create(list=name).pk).delete()


def _versions_with_time(name: str) -> models.QuerySet:
    changes = FacetChange.objects.filter(list=name).values("list")
    return changes.values_list(models.Count("pk"), models.Max("token"), models.Max("at"))


def note_change(name: str, object_id: int | None = None) -> None:
    """A row of a list changed, appeared or left; without an id, any of them may have. To be called in the transaction of the
    change, after it."""
    _note([(name, object_id)])


def note_changes(name: str, object_ids: Iterable[int]) -> None:
    """These rows of a list changed."""
    object_ids = set(object_ids)
    _note([(name, None)] if len(object_ids) > MOST_IDS_NOTED else [(name, pk) for pk in sorted(object_ids)])


# What was noted inside the `noted_once` one is in; None outside. A dictionary keeps the order and holds each once.
_pending: ContextVar[dict[tuple[str, int | None], None] | None] = ContextVar("pending", default=None)


@contextmanager
def noted_once() -> Iterator[None]:
    """What is noted inside, however often, is one change of each row, written at the end of the same transaction."""
    if _pending.get() is not None:
        yield
        return
    pending: dict[tuple[str, int | None], None] = {}
    token = _pending.set(pending)
    try:
        with transaction.atomic():
            yield
            _write(pending)
    finally:
        _pending.reset(token)


def _note(changes: list[tuple[str, int | None]]) -> None:
    if (pending := _pending.get()) is None:
        _write(changes)
    else:
        pending.update(dict.fromkeys(changes))


def _write(changes: Iterable[tuple[str, int | None]]) -> None:
    _of_request.versions = None  # and asked each time from here on, since a transaction may take the change back
    FacetChange.objects.bulk_create(FacetChange(list=name, object_id=pk) for name, pk in changes)


def note_linked_changes(name: str, instance: models.Model, action: str, reverse: bool, pk_set: set[int] | None) -> None:
    """For `m2m_changed` of what decides over the rows of a list (themes, groups): the rows whose links change."""
    if not reverse:
        ids = [instance.pk] if action.startswith("post_") else []
    else:  # from the other side: cleared links no longer say afterwards whose they were
        ids = (pk_set or ()) if action.startswith("post_") else []
        if action == "pre_clear":
            note_change(name)
    note_changes(name, ids)
