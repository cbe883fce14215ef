"""Which item an entry stands for already: by its guid, then by its address, then, between two sources, by its title."""

from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import timedelta

from django.utils import timezone

from pro_portal.watch.importers.feeds import FeedEntry
from pro_portal.watch.models import WatchItem, WatchSource
from pro_portal.watch.normalisation import address_key, guid_key, title_key

SAME_TITLE_WITHIN = timedelta(days=30)
# « Actualités » or “News” is a title that many things share.
SHORTEST_DISTINCT_TITLE = 15


class KnownItems:
    """The items that some entries of one source may stand for; those made from the entries are added with `add`."""

    def __init__(self, entries: Collection[FeedEntry], source: WatchSource | None):
        self.source = source
        self.guid_keys = {key for entry in entries if (key := self.guid_key_of(entry))}
        self.number_at = Counter(address_key(entry.address) for entry in entries)
        titles = {key for entry in entries if len(key := title_key(entry.title)) >= SHORTEST_DISTINCT_TITLE}
        self.by_guid: dict[str, WatchItem] = {}
        self.by_address: dict[str, list[WatchItem]] = defaultdict(list)
        self.by_title: dict[str, list[WatchItem]] = defaultdict(list)
        for item in WatchItem.objects.filter(guid_key__in=self.guid_keys) if self.guid_keys else ():
            self.by_guid[item.guid_key] = item
        for item in WatchItem.objects.filter(address_key__in=self.number_at).order_by("pk"):
            self.by_address[item.address_key].append(item)
        recent = WatchItem.objects.filter(title_key__in=titles, found_at__gte=timezone.now() - SAME_TITLE_WITHIN)
        for item in recent.order_by("pk") if titles else ():
            self.by_title[item.title_key].append(item)

    def guid_key_of(self, entry: FeedEntry) -> str:
        return guid_key(entry.guid, self.source.address if self.source else "")

    def add(self, item: WatchItem) -> None:
        if item.guid_key:
            self.by_guid[item.guid_key] = item
        self.by_address[item.address_key].append(item)

    def item_of(self, entry: FeedEntry) -> WatchItem | None:
        if item := self.by_guid.get(self.guid_key_of(entry)):
            return item
        at_address = [item for item in self.by_address.get(address_key(entry.address), ()) if self._is_of(item, entry)]
        same_title = [item for item in at_address if item.title_key == title_key(entry.title)]
        if at_address:
            return (same_title or at_address)[0]
        return next((item for item in self.by_title.get(title_key(entry.title), ()) if not self._has_brought(item)), None)

    def _has_brought(self, item: WatchItem) -> bool:
        return item.source_id == (self.source.pk if self.source else None)

    def _is_of(self, item: WatchItem, entry: FeedEntry) -> bool:
        """Whether an item at the entry's address is the entry, though its guid is another, or one of them has none."""
        key = self.guid_key_of(entry)
        has_same_title = item.title_key == title_key(entry.title)
        if not key:
            return True
        if not item.guid_key:
            # Brought by hand, or before guids were read: it is one of the entries at this address.
            return has_same_title or self.number_at[item.address_key] == 1
        if item.source_id is not None and not self._has_brought(item):
            return True
        # A feed that gives its entries new guids at each reading.
        facts = (item.summary, item.dated_at) == (entry.summary, entry.dated_at)
        return item.guid_key not in self.guid_keys and has_same_title and facts


def known_item(address: str, title: str = "", source: WatchSource | None = None, guid: str = "") -> WatchItem | None:
    """The item that already stands for this link."""
    entry = FeedEntry(address, title, "", None, "", guid)
    return KnownItems([entry], source).item_of(entry)
