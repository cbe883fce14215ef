"""Reading the sources (feeds) and adding their new entries to the inbox."""

from dataclasses import asdict
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from common.access import Audience
from common.safe_http import FetchError, Validators, fetch
from notifications.actions import notify
from pro_portal.watch.importers.feeds import ACCEPT, MAX_BYTES, Feed, FeedEntry, InvalidFeed, parse_feed
from pro_portal.watch.models import WatchItem, WatchSource
from pro_portal.watch.normalisation import address_key, title_key
from pro_portal.watch.notifications import SourceFailing

# So long, a source that one worker reads is not given to another.
CLAIM_TIME = timedelta(minutes=15)
SAME_TITLE_WITHIN = timedelta(days=30)
# « Actualités » or “News” is a title that many things share.
SHORTEST_DISTINCT_TITLE = 15
FAILS_FOR = timedelta(days=7)


def claim_due_sources(most=50) -> list[int]:
    """The ids of the feeds to be read now, each claimed for one caller only."""
    now, claimed = timezone.now(), []
    for pk in WatchSource.objects.due(now).order_by("next_read_at").values_list("pk", flat=True)[:most]:
        if WatchSource.objects.due(now).filter(pk=pk).update(next_read_at=now + CLAIM_TIME):
            claimed.append(pk)
    return claimed


def fetch_feed(source: WatchSource, validators: Validators = Validators()) -> tuple[Feed | None, Validators]:  # noqa: B008  frozen
    """The feed as it is now; None where it has not changed since `known`. Raises `FetchError` or `InvalidFeed`."""
    result = fetch(source.address, limit_bytes=MAX_BYTES, accept=ACCEPT, validators=validators)
    if result.unchanged:
        return None, validators
    return parse_feed(result.body, result.final_address), result.validators


def read_source(source: WatchSource) -> int:
    """Read one feed; how many new items it brought. A failure is stored on the source as a sentence."""
    try:
        feed, validators = fetch_feed(source, Validators(source.etag, source.last_modified))
    except FetchError as error:
        source.note_failure(str(error), error.retry_after)
        return 0
    except InvalidFeed as error:
        source.note_failure(str(error))
        return 0
    with transaction.atomic():
        source.etag, source.last_modified = validators.etag, validators.last_modified
        new_items = add_to_inbox(feed.entries, source) if feed else []
        source.note_success()
    return len(new_items)


@transaction.atomic
def add_to_inbox(entries: list[FeedEntry], source: WatchSource | None) -> list[WatchItem]:
    """Put the new entries into the inbox; gives the items. A duplicate, by its cleaned address or by a title of the last thirty
    days, stays one item, which notes that this source had it too."""
    known_items = _known_items(entries)
    themes = list(source.themes.all()) if source else []
    usual = {"audience": source.audience, "in_next_letter": source.for_letter} if source else {"audience": Audience.PROFESSIONALS}
    new_items = []
    for entry in entries:
        item = known_items.get(address_key(entry.address)) or known_items.get(title_key(entry.title))
        if item:
            if source and source.pk != item.source_id:
                item.also_in.add(source)
            continue
        item = WatchItem.objects.create(source=source, **asdict(entry), **usual)
        item.themes.set(themes)
        known_items[item.address_key] = item
        if len(item.title_key) >= SHORTEST_DISTINCT_TITLE:
            known_items[item.title_key] = item
        new_items.append(item)
    return new_items


def _known_items(entries: list[FeedEntry]) -> dict[str, WatchItem]:
    """The items that these entries duplicate, by the key of their address or of their title."""
    by_address = WatchItem.objects.filter(address_key__in={address_key(entry.address) for entry in entries})
    items_by_key = {item.address_key: item for item in by_address}
    titles = {key for entry in entries if len(key := title_key(entry.title)) >= SHORTEST_DISTINCT_TITLE}
    recent_items = WatchItem.objects.filter(title_key__in=titles, found_at__gte=timezone.now() - SAME_TITLE_WITHIN)
    return items_by_key | {item.title_key: item for item in recent_items}


def known_item(address: str, title: str = "") -> WatchItem | None:
    """The item that already stands for this link."""
    entry = FeedEntry(address, title, "", None, "")
    return next(iter(_known_items([entry]).values()), None)


@transaction.atomic
def notify_failing_sources() -> int:
    """Notify the watchers, once, of each source that could not be read for a week; how many."""
    failing = WatchSource.objects.failing_since(timezone.now() - FAILS_FOR).filter(failure_told=False)
    notified = 0
    for source in failing:
        if WatchSource.objects.filter(pk=source.pk, failure_told=False).update(failure_told=True):
            notify(SourceFailing(source))
            notified += 1
    return notified
