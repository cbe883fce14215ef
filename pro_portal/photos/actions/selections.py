"""Pictures put into a selection, ordered and taken out; the first page; the link that ends."""

import secrets
from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Max

from pro_portal.photos.models import Photo, Selection, SelectionLine
from pro_portal.photos.models.selections import MAX_IN_SELECTION

TOKEN_BYTES = 24  # nobody guesses them


@transaction.atomic
def save_selection(selection: Selection, maker) -> None:
    """Store it; where it goes on the first page, it takes the place of the other one."""
    if selection.pk is None:
        selection.maker, selection.organisation = maker, maker.organisation
    if selection.on_front_page:
        Selection.objects.filter(on_front_page=True).exclude(pk=selection.pk).update(on_front_page=False)
    selection.save()


@transaction.atomic
def add_photos(selection: Selection, pks: Iterable[int]) -> tuple[int, int]:
    """Put these photos at its end, each once; gives how many are new and how many found no room."""
    Selection.objects.select_for_update().get(pk=selection.pk)
    there = set(selection.lines.values_list("photo", flat=True))
    new = [pk for pk in dict.fromkeys(pks) if pk not in there]
    room = max(MAX_IN_SELECTION - len(there), 0)
    first = (selection.lines.aggregate(last=Max("position"))["last"] or 0) + 1
    SelectionLine.objects.bulk_create(
        SelectionLine(selection=selection, photo_id=pk, position=position) for position, pk in enumerate(new[:room], first)
    )
    selection.save(update_fields=["changed_at"])
    return len(new[:room]), len(new[room:])


@transaction.atomic
def move_photo(selection: Selection, photo: Photo, steps: int, among: list[int]) -> None:
    """One place up (-1) or down (1) `among` the photos that the keeper sees, given in order; those that they do not see keep
    their places."""
    Selection.objects.select_for_update().get(pk=selection.pk)
    here = among.index(photo.pk) if photo.pk in among else -1
    if here < 0 or not 0 <= here + steps < len(among):
        return
    lines = {line.photo_id: line for line in selection.lines.filter(photo__in=(photo.pk, among[here + steps]))}
    if len(lines) == 2:
        one, other = lines.values()
        one.position, other.position = other.position, one.position
        SelectionLine.objects.bulk_update((one, other), ["position"])


def remove_photo(selection: Selection, photo: Photo) -> None:
    selection.lines.filter(photo=photo).delete()


def share(selection: Selection, until: date) -> None:
    """Open its link until the end of this day. A link that is out already stays the same, and opens again."""
    selection.token = selection.token or secrets.token_urlsafe(TOKEN_BYTES)
    selection.shared_until = until
    selection.save(update_fields=["token", "shared_until", "changed_at"])


def stop_sharing(selection: Selection) -> None:
    """Its link leads nowhere from now on, whatever is shared later."""
    selection.token, selection.shared_until = "", None
    selection.save(update_fields=["token", "shared_until", "changed_at"])
