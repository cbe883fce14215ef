"""What a reader has read and saved."""

from django.utils import timezone

from pro_portal.watch.models import WatchItem, WatchMark

BATCH_SIZE = 5000


def mark_read(person, item: WatchItem) -> None:
    WatchMark.objects.update_or_create(person=person, item=item, defaults={"read_at": timezone.now()})


def mark_unread(person, item: WatchItem) -> None:
    WatchMark.objects.filter(person=person, item=item).update(read_at=None)


def mark_all_read(person, items: list[int]) -> None:
    """The items of a list (their ids), however long; what was saved stays saved."""
    now = timezone.now()
    read_at_by_item = dict(WatchMark.objects.filter(person=person).values_list("item", "read_at"))
    marked_unread = [pk for pk in items if pk in read_at_by_item and read_at_by_item[pk] is None]
    for start in range(0, len(marked_unread), BATCH_SIZE):
        WatchMark.objects.filter(person=person, item__in=marked_unread[start : start + BATCH_SIZE]).update(read_at=now)
    marks = [WatchMark(person=person, item_id=pk, read_at=now) for pk in items if pk not in read_at_by_item]
    WatchMark.objects.bulk_create(marks, batch_size=BATCH_SIZE, ignore_conflicts=True)


def set_saved(person, item: WatchItem, saved: bool) -> None:
    """Save the item, or stop saving it; what is saved already stays so since the first time."""
    mark, _new = WatchMark.objects.get_or_create(person=person, item=item)
    mark.saved_at = (mark.saved_at or timezone.now()) if saved else None
    mark.save(update_fields=["saved_at"])


def marks_of(person, items) -> dict[int, WatchMark]:
    if not person.is_authenticated:
        return {}
    return {mark.item_id: mark for mark in WatchMark.objects.filter(person=person, item__in=items)}
