"""Reading the sources, and taking in what they give."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from common.safe_http import Mark, OutsideError, fetch
from notifications.actions import notify
from pro_portal.watch.importers.feeds import ACCEPT, MAX_BYTES, Feed, FeedEntry, NoFeed, read_feed
from pro_portal.watch.models import WatchItem, WatchSource
from pro_portal.watch.normalisation import address_key, title_key
from pro_portal.watch.notifications import SourceFails

# A source that is being read is not given to another worker meanwhile.
BEING_READ = timedelta(minutes=15)
SAME_TITLE_WITHIN = timedelta(days=30)
# « Actualités » or “News” is a title that many things share.
SHORTEST_TELLING_TITLE = 15
FAILS_FOR = timedelta(days=7)


def due_sources(most=50) -> list[int]:
    """The feeds to be read now, each given to one caller only."""
    now, taken = timezone.now(), []
    for pk in WatchSource.objects.due(now).order_by("next_read_at").values_list("pk", flat=True)[:most]:
        if WatchSource.objects.due(now).filter(pk=pk).update(next_read_at=now + BEING_READ):
            taken.append(pk)
    return taken


def look_at(source: WatchSource, known: Mark = Mark()) -> tuple[Feed | None, Mark]:  # noqa: B008  a mark never changes
    """What the source gives now; no feed where it is what `known` was. Raises `OutsideError` or `NoFeed`."""
    fetched = fetch(source.address, limit_bytes=MAX_BYTES, accept=ACCEPT, known=known)
    if fetched.unchanged:
        return None, known
    return read_feed(fetched.body, fetched.final_address), fetched.mark


def read_source(source: WatchSource) -> int:
    """Read one feed; how many new items it brought. A failure is written on the source, in words."""
    try:
        feed, mark = look_at(source, Mark(source.etag, source.last_modified))
    except OutsideError as problem:
        source.note_failure(str(problem), problem.retry_after)
        return 0
    except NoFeed as problem:
        source.note_failure(str(problem))
        return 0
    with transaction.atomic():
        source.etag, source.last_modified = mark.etag, mark.last_modified
        new = take_in(feed.entries, source) if feed else []
        source.note_success()
    return len(new)


@transaction.atomic
def take_in(entries: list[FeedEntry], source: WatchSource | None) -> list[WatchItem]:
    """Put what is not known yet into the inbox. What is known, by its cleaned address or by a title of the last thirty days,
    stays one item, which remembers that this source had it too."""
    known = _known(entries)
    themes = list(source.themes.all()) if source else []
    new = []
    for entry in entries:
        item = known.get(address_key(entry.address)) or known.get(title_key(entry.title))
        if item:
            if source and source.pk != item.source_id:
                item.also_in.add(source)
            continue
        item = WatchItem.objects.create(
            source=source,
            address=entry.address,
            title=entry.title,
            summary=entry.summary,
            language=entry.language,
            dated_at=entry.dated_at,
            **({"audience": source.audience, "in_next_letter": source.for_letter} if source else {"audience": "professionals"}),
        )
        item.themes.set(themes)
        known[item.address_key] = item
        if len(item.title_key) >= SHORTEST_TELLING_TITLE:
            known[item.title_key] = item
        new.append(item)
    return new


def _known(entries: list[FeedEntry]) -> dict[str, WatchItem]:
    """The items that these entries repeat, by the key of their address or of their title."""
    by_address = WatchItem.objects.filter(address_key__in={address_key(entry.address) for entry in entries})
    found = {item.address_key: item for item in by_address}
    titles = {key for entry in entries if len(key := title_key(entry.title)) >= SHORTEST_TELLING_TITLE}
    lately = WatchItem.objects.filter(title_key__in=titles, found_at__gte=timezone.now() - SAME_TITLE_WITHIN)
    return found | {item.title_key: item for item in lately}


def known_item(address: str, title: str = "") -> WatchItem | None:
    """The item that already stands for this link."""
    entry = FeedEntry(address, title, "", None, "")
    return next(iter(_known([entry]).values()), None)


@transaction.atomic
def tell_of_failing_sources() -> int:
    """Tell the watchers, once, of each source that has not been read for a week."""
    failing = WatchSource.objects.failing_since(timezone.now() - FAILS_FOR).filter(failure_told=False)
    told = 0
    for source in failing:
        if WatchSource.objects.filter(pk=source.pk, failure_told=False).update(failure_told=True):
            notify(SourceFails(source))
            told += 1
    return told
