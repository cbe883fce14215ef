"""What changed in a list that has a facet index: rows are only added, in the transaction of the change itself."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.db import models
from django.utils import timezone

# Where more rows of a list change at once, reading all of them again costs less than saying which.
MOST_IDS_NOTED = 500


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
    def version(cls, name: str) -> tuple[int, str, datetime | None]:
        """(number of changes, greatest token, time of the last one) of a list, in one query. Each change makes another version,
        and a version that comes back shows the same."""
        last = cls.objects.filter(list=name).aggregate(number=models.Count("pk"), token=models.Max("token"), at=models.Max("at"))
        return last["number"], last["token"] or "", last["at"]

    @classmethod
    def of_list(cls, name: str) -> dict[str, int | None]:
        """Every change of a list: its token and the id of the row that changed (None for all rows)."""
        return dict(cls.objects.filter(list=name).values_list("token", "object_id"))

    @classmethod
    def sweep(cls) -> None:
        """Every night: note a last change of each list and forget those before it, so that a version is read from few rows."""
        for name in list(cls.objects.order_by().values_list("list", flat=True).distinct()):
            cls.objects.filter(list=name, pk__lt=note_change(name).pk).delete()


def note_change(name: str, object_id: int | None = None) -> FacetChange:
    """A row of a list changed, appeared or left; without an id, any of them may have. To be called in the transaction of the
    change, after it."""
    return FacetChange.objects.create(list=name, object_id=object_id)


def note_changes(name: str, object_ids: Iterable[int]) -> None:
    """These rows of a list changed."""
    object_ids = set(object_ids)
    if len(object_ids) > MOST_IDS_NOTED:
        note_change(name)
    else:
        FacetChange.objects.bulk_create(FacetChange(list=name, object_id=pk) for pk in sorted(object_ids))


def note_linked_changes(name: str, instance: models.Model, action: str, reverse: bool, pk_set: set[int] | None) -> None:
    """For `m2m_changed` of what decides over the rows of a list (themes, groups): the rows whose links change."""
    if not reverse:
        ids = [instance.pk] if action.startswith("post_") else []
    else:  # from the other side: cleared links no longer say afterwards whose they were
        ids = (pk_set or ()) if action.startswith("post_") else []
        if action == "pre_clear":
            note_change(name)
    note_changes(name, ids)
