"""Words that set aside by themselves: what comes with them never waits, and comes back when the words go."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from pro_portal.watch.models import WatchExclusion, WatchItem, WatchSource
from pro_portal.watch.normalisation import title_key

State = WatchItem.State


def exclude_by_words(item: WatchItem, exclusions: Iterable[WatchExclusion]) -> None:
    """Set aside an item that is being made, where one of these words stands in it; it is not saved here."""
    exclusion = next((each for each in exclusions if each.matches(item.title, item.summary)), None)
    if exclusion:
        item.state, item.excluded_by, item.decided_at = State.SET_ASIDE, exclusion, timezone.now()


@transaction.atomic
def add_exclusion(words: str, source: WatchSource | None) -> tuple[WatchExclusion, int]:
    """The words from now on, and how many of the items that wait they set aside at once. Words that stand already are those."""
    facts = {"words_key": title_key(words), "source": source}
    exclusion, _is_new = WatchExclusion.objects.get_or_create(**facts, defaults={"words": " ".join(words.split())})
    waiting = WatchItem.objects.inbox().filter(author=None)
    waiting = waiting.filter(source=source) if source else waiting
    # The longest of the words finds few; whether they follow each other is asked of these alone.
    longest = max(exclusion.words_key.split(), key=len)
    rows = waiting.filter(folded__contains=longest).values_list("pk", "title", "summary")
    matching = [pk for pk, title, summary in rows.iterator() if exclusion.matches(title, summary)]
    return exclusion, _set_aside(matching, exclusion)


def _set_aside(keys: list[int], exclusion: WatchExclusion) -> int:
    count = 0
    for start in range(0, len(keys), 500):
        rows = WatchItem.objects.inbox().filter(pk__in=keys[start : start + 500])
        count += rows.update(
            state=State.SET_ASIDE, excluded_by=exclusion, decided_by=None, decided_at=timezone.now(), version=F("version") + 1
        )
    return count


@transaction.atomic
def remove_exclusion(exclusion: WatchExclusion, puts_back: bool) -> int:
    """Forget the words; where it `puts_back`, what they set aside and nobody decided on since waits again: how many."""
    count = 0
    if puts_back:
        rows = WatchItem.objects.set_aside().filter(excluded_by=exclusion)
        count = rows.update(state=State.INBOX, excluded_by=None, decided_at=None, version=F("version") + 1)
    exclusion.delete()
    return count
