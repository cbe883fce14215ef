"""What a reader has read and kept."""

from django.utils import timezone

from pro_portal.watch.models import WatchItem, WatchMark

MOST_AT_ONCE = 5000


def mark_read(person, item: WatchItem) -> None:
    WatchMark.objects.update_or_create(person=person, item=item, defaults={"read_at": timezone.now()})


def mark_unread(person, item: WatchItem) -> None:
    WatchMark.objects.filter(person=person, item=item).update(read_at=None)


def mark_all_read(person, items: list[int]) -> None:
    """The items of a list (their ids), however long; what was kept stays kept."""
    now = timezone.now()
    known = dict(WatchMark.objects.filter(person=person).values_list("item", "read_at"))
    kept = [pk for pk in items if pk in known and known[pk] is None]
    for start in range(0, len(kept), MOST_AT_ONCE):
        WatchMark.objects.filter(person=person, item__in=kept[start : start + MOST_AT_ONCE]).update(read_at=now)
    marks = [WatchMark(person=person, item_id=pk, read_at=now) for pk in items if pk not in known]
    WatchMark.objects.bulk_create(marks, batch_size=MOST_AT_ONCE, ignore_conflicts=True)


def switch_saved(person, item: WatchItem) -> bool:
    """Keep the item, or keep it no more; whether it is kept now."""
    mark, _new = WatchMark.objects.get_or_create(person=person, item=item)
    mark.saved_at = None if mark.saved_at else timezone.now()
    mark.save(update_fields=["saved_at"])
    return mark.saved_at is not None


def marks_of(person, items) -> dict[int, WatchMark]:
    if not person.is_authenticated:
        return {}
    return {mark.item_id: mark for mark in WatchMark.objects.filter(person=person, item__in=items)}
