"""Reading the sources (feeds) and adding their new entries to the inbox."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from common.access import Audience
from common.rate_limits import allowed
from common.safe_http import FetchError, Validators, fetch
from notifications.actions import notify
from pro_portal.watch.actions.duplicates import KnownItems
from pro_portal.watch.actions.exclusions import exclude_by_words
from pro_portal.watch.importers.feeds import ACCEPT, MAX_BYTES, Feed, FeedEntry, InvalidFeed, parse_feed
from pro_portal.watch.importers.web_pages import feed_links
from pro_portal.watch.models import WatchExclusion, WatchItem, WatchSource
from pro_portal.watch.notifications import SourceFailing

# So long, a source that one worker reads is not given to another.
CLAIM_TIME = timedelta(minutes=15)
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
    return parse_feed(result.body, result.final_address, result.content_type), result.validators


@dataclass(frozen=True)
class FeedSearch:
    """What stands at an address that a watcher typed: a feed with its `address`, or `choices` ((address, title)) of a site that
    has several."""

    address: str
    feed: Feed | None = None
    choices: Sequence[tuple[str, str]] = ()


def find_feed(address: str) -> FeedSearch:
    """The feed at this address, or that of the page that stands there. Raises `FetchError` or `InvalidFeed`."""
    result = fetch(address, limit_bytes=MAX_BYTES, accept=ACCEPT)
    try:
        return FeedSearch(address, parse_feed(result.body, result.final_address, result.content_type))
    except InvalidFeed:
        choices = feed_links(result.body, result.final_address, result.content_type)
        if not choices:
            raise
    if len(choices) > 1:
        return FeedSearch(address, choices=choices)
    [(found_at, _title)] = choices
    feed, _validators = fetch_feed(WatchSource(address=found_at))
    return FeedSearch(found_at, feed)


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
        source.remark = feed.remark[:300] if feed else source.remark
        new_items = add_to_inbox(feed.entries, source) if feed else []
        source.note_success()
    return len(new_items)


def read_now(source: WatchSource) -> int | None:
    """Read a feed because a watcher asked; how many new items it brought, None where it was read a moment ago: no site is asked
    twice a minute."""
    if not allowed("watch read now", str(source.pk), times=1, seconds=60):
        return None
    WatchSource.objects.filter(pk=source.pk).update(next_read_at=timezone.now() + CLAIM_TIME)
    return read_source(source)


@transaction.atomic
def add_to_inbox(entries: list[FeedEntry], source: WatchSource | None) -> list[WatchItem]:
    """Put the new entries into the inbox, or aside where words say so; gives the items. A duplicate stays one item, which notes
    that this source had it too."""
    known_items = KnownItems(entries, source)
    themes = list(source.themes.all()) if source else []
    usual = {"audience": source.audience, "in_next_letter": source.for_letter} if source else {"audience": Audience.PROFESSIONALS}
    exclusions = list(WatchExclusion.objects.of_source(source))
    new_items = []
    for entry in entries:
        key = known_items.guid_key_of(entry)
        if item := known_items.item_of(entry):
            if source and source.pk != item.source_id:
                item.also_in.add(source)
            elif key and not item.guid_key:
                item.guid_key = key
                item.save(update_fields=["guid_key"])
                known_items.add(item)
            continue
        facts = {name: value for name, value in asdict(entry).items() if name != "guid"}
        item = WatchItem(source=source, guid_key=key, **facts, **usual)
        exclude_by_words(item, exclusions)
        item.save()
        item.themes.set(themes)
        known_items.add(item)
        new_items.append(item)
    return new_items


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
