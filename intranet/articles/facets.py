"""The published articles as sets, so that a page of the list asks as little of thousands as of twenty (see `common.facets`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import Organisation
from common.facets.index import FacetIndex
from common.facets.rows import FacetRows, Row, all_of, latest_first
from common.statements import rows_for
from intranet.articles.filters import ArticleFilters, ReadingList
from intranet.articles.models import Article, ArticleReading, MustRead

ARCHIVED, PINNED = "archived", "pinned"
MUST_READ, FOR_ALL = "must read", 0  # of whom the reading is asked: the key of each group, or of all who may see it


class ArticleRows(FacetRows):
    """The rows are the published articles, archived ones too, newest first; `offices` names each organisation by its slug."""

    def gather(self) -> None:
        self.offices: dict[str, str] = dict(Organisation.objects.values_list("slug", "name"))

    def queryset(self) -> QuerySet:
        return Article.objects.published()

    def read(self, ids: Collection[int] | None) -> Iterator[Row]:
        themes: dict[int, list[tuple[str, str]]] = defaultdict(list)
        links = Article.themes.through.objects.all()
        links = links if ids is None else links.filter(article__in=ids)
        for article, theme in links.values_list("article_id", "theme__code"):
            themes[article].append(("theme", theme))
        must_reads = MustRead.objects.all() if ids is None else MustRead.objects.filter(article__in=ids)
        asked: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for article, group in must_reads.values_list("article_id", "groups"):
            asked[article].append((MUST_READ, group or FOR_ALL))
        columns = (
            "pk", "first_published_at", "organisation__slug", "archived_at", "pinned_at", "author_id", "keeper_id", "audience",
        )  # fmt: skip
        rows = self.rows_of(ids).values_list(*columns)
        for pk, published_at, office, archived_at, pinned_at, author, keeper, audience in rows:
            facets = [("author", author), ("responsible", keeper or author), ("audience", audience)]
            facets += [*themes.get(pk, []), *asked.get(pk, [])]
            if office:
                facets.append(("office", office))
            if published_at:
                facets.append(("month", f"{timezone.localtime(published_at):%Y-%m}"))
            if archived_at:
                facets.append((ARCHIVED, True))
            if pinned_at:
                facets.append((PINNED, True))
            yield Row(pk, facets, latest_first(published_at, pk))

    def read_by(self, reader, filters: ArticleFilters) -> int:
        """What this reader may see of the list that they chose (unread, to be read, their own, archived), whatever else."""
        bits = self.visible_to(reader)
        archived = self.having(ARCHIVED, True)
        if filters.reading == ReadingList.ARCHIVED:
            return bits & archived
        bits &= ~archived
        if filters.reading == ReadingList.UNREAD:
            opened = ArticleReading.objects.filter(person=reader).values_list("article_id", flat=True)
            return bits & ~self.of_ids(opened) & ~self.having("author", reader.pk)
        if filters.reading == ReadingList.MUST_READ:
            return bits & self.to_read_by(reader)
        if filters.reading == ReadingList.MINE:
            return bits & self.having("responsible", reader.pk)
        return bits

    def to_read_by(self, reader) -> int:
        """What this reader must still read."""
        asked = self.asked_of(reader)
        return asked & ~self.of_ids(pk for (pk,) in rows_for(_read_among, reader.pk, self.ids_of(asked))) if asked else 0

    def asked_of(self, reader) -> int:
        """What this reader is asked to read and may see, whether they have read it or not."""
        asked = self.having(MUST_READ, FOR_ALL, *reader.work_group_ids) & ~self.having(ARCHIVED, True)
        return asked & self.visible_to(reader) & ~self.having("author", reader.pk)

    def new_to(self, reader, since: datetime) -> int:
        """The articles of others that this reader may see, published after this moment and not archived."""
        mine_or_archived = self.having("author", reader.pk) | self.having(ARCHIVED, True)
        return self.visible_to(reader) & self.later_than(since) & ~mine_or_archived

    def conditions(self, filters: ArticleFilters) -> dict[str, int]:
        """The set of each filter that is on, by its name."""
        values = {"theme": filters.theme, "office": (filters.office,), "month": (filters.month,)}
        return {name: self.having(name, *chosen) for name, chosen in values.items() if any(chosen)}


def _read_among(person_id: int, ids: list[int]) -> QuerySet:
    read = ArticleReading.objects.filter(person=person_id, article__in=ids).exclude(read_at=None)
    return read.values_list("article_id")


def read_page(rows: ArticleRows, ids: list[int], reader) -> list[Article]:
    """These articles in their order, as the reader may see them now."""
    articles = Article.objects.published().visible_to(reader).with_short_line().in_bulk(ids)
    return [articles[pk] for pk in ids if pk in articles]


def latest_ids(reader, number: int, among: Collection[int] | None = None, **facets) -> list[int]:
    """The latest articles that this reader may see, of some of them or of all, which have these values (`author=12`); archived
    ones left out."""
    rows = index.current()
    bits = rows.visible_to(reader) & ~rows.having(ARCHIVED, True)
    bits = all_of(bits, {name: rows.having(name, value) for name, value in facets.items()})
    return rows.page_of(bits if among is None else bits & rows.of_ids(among), 0, number)


def published_ids_visible_to(reader, ids: Collection[int]) -> list[int]:
    """Those of these articles that are published and that this reader may see, archived ones too."""
    rows = index.current()
    return rows.among(rows.visible_to(reader), ids)


def ids_alike(pk: int, themes: Collection[str], reader, number: int) -> list[int]:
    """Those of the articles that this reader may see, archived ones left out, that share most of these themes with the article
    `pk`, of as many the latest first."""
    rows = index.current()
    others = rows.visible_to(reader) & ~rows.having(ARCHIVED, True) & ~rows.of_ids([pk])
    shared = [0] * (len(themes) + 1)  # by how many themes: those that have so many at least
    for code in themes:
        members = rows.having("theme", code) & others
        for place in range(len(themes), 0, -1):
            shared[place] |= members & (shared[place - 1] if place > 1 else members)
    ids: list[int] = []
    for place in range(len(themes), 0, -1):
        more = shared[place + 1] if place < len(themes) else 0
        ids += rows.page_of(shared[place] & ~more, 0, number - len(ids))
    return ids


def must_reads_of(reader) -> QuerySet:
    """The articles that this reader must still read, soonest first."""
    rows = index.current()
    return _must_reads_among(reader, rows.ids_of(rows.asked_of(reader)))


def _must_reads_among(reader, ids: list[int]) -> QuerySet:
    articles = Article.objects.current().visible_to(reader).filter(pk__in=ids)
    read = ArticleReading.objects.filter(person=reader).exclude(read_at=None)
    return articles.exclude(pk__in=read.values("article")).order_by("must_read__until", "pk")


def must_reads_to_list(reader, most: int) -> list[tuple[int, str, date | None]]:
    """The key, the title and the last day of the first of them."""
    rows = index.current()
    ids = rows.ids_of(rows.asked_of(reader))
    return rows_for(_must_reads_in_words, reader, ids, slice(most)) if ids else []


def _must_reads_in_words(reader, ids: list[int], part: slice) -> QuerySet:
    return _must_reads_among(reader, ids).values_list("pk", "title", "must_read__until")[part]


def number_of_must_reads(reader) -> int:
    return index.current().to_read_by(reader).bit_count()


def number_of_new(reader, since: datetime) -> int:
    """How many articles are new to this reader since then."""
    return index.current().new_to(reader, since).bit_count()


index = FacetIndex("articles", ArticleRows)
