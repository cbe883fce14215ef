"""The documents that members share as sets, so that a page of the list asks as little of thousands as of twenty (see
`common.facets`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Self

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from taggit.models import Tag

from accounts.models import Organisation
from common.access import Audience
from common.facets.index import FacetIndex
from common.facets.rows import FacetRows, Row, all_of, latest_first
from common.models import SharedDocument
from common.text import fold_accents
from intranet.documents.choices import family_of
from intranet.documents.filters import DocumentFilters, ReadingList, Sort
from intranet.documents.limits import NEW_FOR
from intranet.documents.models import DocumentReading

PINNED, REVIEW = "pinned", "review"
NO_FOLDER = 0
CONDITIONS = ("family", "office", "year", "tags", "folder")


class DocumentRows(FacetRows):
    """The rows are what members share, what was put or changed last first. `offices` and `tags` name each by its slug; `titles`
    (folded) and `sizes` (bytes) are what the list is put in order by."""

    def gather(self) -> None:
        self.offices: dict[str, str] = dict(Organisation.objects.values_list("slug", "name"))
        self.tags: dict[str, str] = {}

    def queryset(self) -> QuerySet:
        return SharedDocument.objects.shared()

    def read(self, ids: Collection[int] | None) -> Iterator[Row]:
        tags: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for pk, slug in self._tag_links(ids).values_list("object_id", "tag__slug"):
            tags[pk].append(("tags", slug))
        columns = (
            "pk", "shared_at", "changed_at", "folder_id", "kind", "file", "organisation__slug", "author_id", "keeper_id",
            "audience", "pinned_at", "review_on",
        )  # fmt: skip
        for pk, shared_at, changed_at, folder, kind, file, office, author, keeper, audience, pinned_at, review_on in (
            self.rows_of(ids).order_by().values_list(*columns)
        ):
            moment = changed_at or shared_at
            facets = [
                ("folder", folder or NO_FOLDER),
                ("family", family_of(kind, bool(file)).value),
                ("year", f"{timezone.localtime(moment):%Y}"),
                ("author", author),
                ("responsible", keeper or author),
                ("audience", audience),
                *tags.get(pk, []),
            ]
            if office:
                facets.append(("office", office))
            if pinned_at:
                facets.append((PINNED, True))
            if review_on:
                facets.append((REVIEW, review_on))
            yield Row(pk, facets, latest_first(moment, pk))

    def _tag_links(self, ids: Collection[int] | None) -> QuerySet:
        links = SharedDocument.tags.through.objects.filter(content_type__app_label="common", content_type__model="shareddocument")
        return links if ids is None else links.filter(object_id__in=ids)

    def follow(self, ids: Collection[int] | None, before: Self | None) -> None:
        self.titles, self.sizes = ({}, {}) if before is None else (dict(before.titles), dict(before.sizes))
        for pk, title, size in self.rows_of(ids).order_by().values_list("pk", "title", "file_size"):
            self.titles[pk], self.sizes[pk] = fold_accents(title), size or 0
        if missing := self.facets.get("tags", {}).keys() - self.tags.keys():
            names = Tag.objects.all() if before is None else Tag.objects.filter(slug__in=missing)
            self.tags = {**self.tags, **dict(names.values_list("slug", "name"))}

    # ---- a reader's list ---------------------------------------------------------------------------------------
    def read_by(self, reader, filters: DocumentFilters) -> int:
        """What this reader may see of the list that they chose (unread, seen lately, useful, their own), whatever else."""
        bits = self.visible_to(reader)
        match filters.reading:
            case ReadingList.UNREAD:
                return bits & self.unread_by(reader)
            case ReadingList.SEEN:
                return bits & self.of_ids(seen_lately(reader))
            case ReadingList.USEFUL:
                return bits & self.having(PINNED, True)
            case ReadingList.MINE:
                return bits & self.having("responsible", reader.pk)
        return bits

    def unread_by(self, reader) -> int:
        """What others put or changed of late and this reader has not opened since, among what they may see."""
        since = timezone.now() - NEW_FOR
        opened = DocumentReading.objects.filter(person=reader, opened_at__gte=since)
        opened = opened.filter(opened_at__gte=Coalesce(F("document__changed_at"), F("document__shared_at")))
        new = self.visible_to(reader) & self.later_than(since) & ~self.having("author", reader.pk)
        return new & ~self.of_ids(opened.values_list("document_id", flat=True)) if new else 0

    def conditions(self, filters: DocumentFilters) -> dict[str, int]:
        """The set of each filter that is on, by its name."""
        values = {
            "family": filters.family, "office": (filters.office,), "year": (filters.year,), "tags": filters.tags,
            "folder": (filters.folder,),
        }  # fmt: skip
        return {name: self.having(name, *chosen) for name, chosen in values.items() if any(chosen)}

    def sorted_page(self, bits: int, sort: str, first: int, last: int) -> list[int]:
        """The ids of a set from the `first` to the `last` (excluded) in this order."""
        if sort not in (Sort.TITLE, Sort.SIZE):
            return self.page_of(bits, first, last)
        ids = self.page_of(bits, 0, bits.bit_count())
        ids.sort(key=self.titles.__getitem__ if sort == Sort.TITLE else lambda pk: -self.sizes[pk])
        return ids[first:last]


def seen_lately(reader, most: int = 200) -> list[int]:
    """The documents that somebody opened, the last first."""
    return list(DocumentReading.objects.filter(person=reader).order_by("-opened_at").values_list("document_id", flat=True)[:most])


def read_page(ids: list[int], reader) -> list[SharedDocument]:
    """These documents in their order, as the reader may see them now."""
    documents = SharedDocument.objects.shared().visible_to(reader).with_short_line().in_bulk(ids) if ids else {}
    return [documents[pk] for pk in ids if pk in documents]


def latest_ids(reader, number: int, among: Collection[int] | None = None, **facets) -> list[int]:
    """The latest documents that this reader may see, of some of them or of all, which have these values (`author=12`)."""
    rows = index.current()
    bits = all_of(rows.visible_to(reader), {name: rows.having(name, value) for name, value in facets.items()})
    return rows.page_of(bits if among is None else bits & rows.of_ids(among), 0, number)


def ids_readable_here(reader, ids: Collection[int]) -> list[int]:
    """Those of these documents whose page this reader has (`permissions.readable_here`)."""
    rows = index.current()
    bits = rows.visible_to(reader)
    return rows.among(bits if reader.is_member else bits & rows.having("audience", Audience.GROUP), ids)


def number_of_due(reader) -> int | None:
    """Of how many documents this person is asked today whether they are still true (`querysets.due_for`). The rail asks on every
    page: a process that shows no documents does not read their list for it, and gives None."""
    rows, today = index.at_hand(), timezone.localdate()
    if rows is None:
        return None
    days = [day for day in rows.facets.get(REVIEW, {}) if day <= today]
    return (rows.having(REVIEW, *days) & rows.having("responsible", reader.pk)).bit_count()


def number_of_new(reader, since: datetime) -> int:
    """How many documents others have put or changed since then, of those that this reader may see."""
    rows = index.current()
    return (rows.visible_to(reader) & rows.later_than(since) & ~rows.having("author", reader.pk)).bit_count()


def is_unread(author_id: int | None, moment: datetime, reader, opened_at: datetime | None) -> bool:
    """The rule of `DocumentRows.unread_by` for one document; `moment` is when it was put or changed."""
    is_new = author_id != reader.pk and moment > timezone.now() - NEW_FOR
    return is_new and (opened_at is None or opened_at < moment)


index = FacetIndex("documents", DocumentRows)
