"""The published articles as sets, so that a page of the list asks as little of thousands as of twenty (see `common.facets`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import Organisation
from common.facets.index import FacetIndex
from common.facets.rows import FacetRows, Row, latest_first
from intranet.articles.filters import ArticleFilters, ReadingList
from intranet.articles.models import Article, ArticleReading
from intranet.articles.querysets import must_reads_of

ARCHIVED, PINNED = "archived", "pinned"
CONDITIONS = ("theme", "office", "month")


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
        columns = ("pk", "first_published_at", "organisation__slug", "archived_at", "pinned_at", "author_id", "keeper_id")
        for pk, published_at, office, archived_at, pinned_at, author, keeper in self.rows_of(ids).values_list(*columns):
            facets = [*themes.get(pk, []), ("author", author), ("responsible", keeper or author)]
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
            return bits & self.of_ids(must_reads_of(reader).order_by().values_list("pk", flat=True))
        if filters.reading == ReadingList.MINE:
            return bits & self.having("responsible", reader.pk)
        return bits

    def conditions(self, filters: ArticleFilters) -> dict[str, int]:
        """The set of each filter that is on, by its name."""
        values = {"theme": filters.theme, "office": (filters.office,), "month": (filters.month,)}
        return {name: self.having(name, *chosen) for name, chosen in values.items() if any(chosen)}

    def counts(self, facet: str, bits: int) -> dict[str, int]:
        """How many of a set each value of a facet has; values that none has are left out."""
        found = {value: (members & bits).bit_count() for value, members in self.facets.get(facet, {}).items()}
        return {value: number for value, number in found.items() if number}


def read_page(rows: ArticleRows, ids: list[int], reader) -> list[Article]:
    """These articles in their order, as the reader may see them now."""
    articles = Article.objects.published().visible_to(reader).with_line().in_bulk(ids)
    return [articles[pk] for pk in ids if pk in articles]


index = FacetIndex("articles", ArticleRows)
