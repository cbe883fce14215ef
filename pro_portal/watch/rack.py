"""The published items as sets of bits in the memory of the process (see `common.in_memory`), so that a page of the list asks as
little of 20 000 items as of twenty. Made anew when one of them has changed (`WatchChange`)."""

from __future__ import annotations

from collections import defaultdict

from common.in_memory import Latest, Rows
from pro_portal.watch.filters import Mine, WatchFilters, open_items
from pro_portal.watch.models import WatchChange, WatchItem, WatchMark, WatchTheme
from pro_portal.watch.normalisation import folded

MOST_WORDS = 10  # of a search


class Rack(Rows):
    """The rows are the published items, newest first; `themes` maps a theme's id to the items about it, `texts` has the words of
    each row, without capitals and accents."""

    def __init__(self):
        published = WatchItem.objects.published().order_by("-published_at", "-pk")
        rows = list(published.values_list("pk", "folded"))
        super().__init__(pk for pk, _text in rows)
        # Short texts: looking through them here costs a fraction of having the database read its rows for them.
        self.texts = [text for _pk, text in rows]
        gathered: dict[int, list[int]] = defaultdict(list)
        links = WatchItem.themes.through.objects.filter(watchitem__state=WatchItem.State.PUBLISHED)
        for item, theme in links.values_list("watchitem_id", "watchtheme_id"):
            if item in self.positions:
                gathered[theme].append(self.positions[item])
        self.themes = {theme: self.bits(positions) for theme, positions in gathered.items()}

    def matching(self, filters: WatchFilters, reader) -> int:
        """What the reader may see and asked for, whatever the theme."""
        found = self.seen_by(reader, WatchItem.objects.published())
        for word in folded(filters.words).split()[:MOST_WORDS]:
            found &= self.bits(position for position, text in enumerate(self.texts) if word in text)
        if reader.is_authenticated and filters.mine == Mine.UNREAD:
            found &= ~self.of_ids(WatchMark.objects.read_by(reader).values_list("item", flat=True))
        elif reader.is_authenticated and filters.mine == Mine.SAVED:
            found &= self.of_ids(WatchMark.objects.saved_by(reader).values_list("item", flat=True))
        return found

    def about(self, theme: WatchTheme | None, found: int) -> int:
        """Those of a set that are about the theme; all of them where there is none."""
        return found & self.themes.get(theme.pk, 0) if theme else found

    def counts(self, found: int) -> dict[int, int]:
        """How many of a set each theme has."""
        return {theme: (bits & found).bit_count() for theme, bits in self.themes.items()}


def read_page(rack: Rack, found: int, reader, first: int, last: int) -> list[WatchItem]:
    """The items of a set from the `first` to the `last` (excluded), as the reader may see them now."""
    ids = rack.page_of(found, first, last)
    items = open_items(reader).with_line().in_bulk(ids)
    return [items[pk] for pk in ids if pk in items]


latest = Latest(Rack)


def current_rack() -> Rack:
    """The rack of now: one query, or two more when the watch has changed since."""
    return latest.of(WatchChange.version())
