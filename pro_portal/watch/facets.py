"""The published items as sets, so that a page of the list asks as little of 20 000 items as of twenty (see `common.facets`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import repeat
from operator import contains

from django.db.models import QuerySet

from common.facets.index import FacetIndex
from common.facets.rows import FacetRows, Row, latest_first
from pro_portal.watch.filters import ReadingList, WatchFilters, open_items
from pro_portal.watch.models import WatchItem, WatchMark
from pro_portal.watch.normalisation import folded

MOST_WORDS = 10  # of a search


class WatchRows(FacetRows):
    """The rows are the published items, newest first; `texts` has the words at each position, without capitals and accents."""

    def gather(self) -> None:
        # Short texts: looking through them here costs a fraction of having the database read its rows for them.
        self.texts: list[str] = []

    def queryset(self) -> QuerySet:
        return WatchItem.objects.published()

    def read(self, ids: Collection[int] | None) -> Iterator[Row]:
        themes: dict[int, list[tuple[str, str]]] = defaultdict(list)
        links = WatchItem.themes.through.objects.filter(watchitem__state=WatchItem.State.PUBLISHED)
        links = links if ids is None else links.filter(watchitem__in=ids)
        for item, theme in links.values_list("watchitem_id", "watchtheme__slug"):
            themes[item].append(("theme", theme))
        for pk, published_at in self.rows_of(ids).values_list("pk", "published_at"):
            yield Row(pk, themes.get(pk, []), latest_first(published_at, pk))

    def follow(self, ids: Collection[int] | None, before: WatchRows | None) -> None:
        # Read in the order of the positions: what is looked through in a row lies in a row in memory, a fifth faster.
        texts = dict(self.rows_of(ids).order_by("-published_at", "-pk").values_list("pk", "folded"))
        if before:
            unchanged = before.positions.keys() - ids
            texts |= {pk: before.texts[before.positions[pk]] for pk in unchanged}
        self.texts = [texts.get(pk, "") for pk in self.ids]

    def matching(self, filters: WatchFilters, reader) -> int:
        """What the reader may see and asked for, whatever the theme."""
        bits = self.visible_to(reader)
        for word in folded(filters.words).split()[:MOST_WORDS]:
            bits &= self.where(map(contains, self.texts, repeat(word)))
        if reader.is_authenticated and filters.mine == ReadingList.UNREAD:
            bits &= ~self.of_ids(WatchMark.objects.read_by(reader).values_list("item", flat=True))
        elif reader.is_authenticated and filters.mine == ReadingList.SAVED:
            bits &= self.of_ids(WatchMark.objects.saved_by(reader).values_list("item", flat=True))
        return bits

    def about(self, slug: str, bits: int) -> int:
        """Those of a set that are about a theme; all of them where there is none."""
        return bits & self.having("theme", slug) if slug else bits


def read_page(rows: WatchRows, bits: int, reader, first: int, last: int) -> list[WatchItem]:
    """The items of a set from the `first` to the `last` (excluded), as the reader may see them now."""
    ids = rows.page_of(bits, first, last)
    items = open_items(reader).with_line().in_bulk(ids)
    return [items[pk] for pk in ids if pk in items]


index = FacetIndex("watch", WatchRows)
