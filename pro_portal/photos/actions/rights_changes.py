"""Rights of many photos changed at once, and taken back."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils import timezone

from common.models import Picture
from pro_portal.photos.models import RightsChange

COLUMNS = ("valid_until", "uses", "credit")


def _for_json(value):
    return value.isoformat() if isinstance(value, date) else value


def _from_json(name: str, value):
    return date.fromisoformat(value) if name == "valid_until" and value else value


@transaction.atomic
def change_rights(pks: Collection[int], editor, answers: dict) -> RightsChange:
    """Write `answers`, some of COLUMNS, on these pictures; each is saved, so that whatever shows it follows at once."""
    change = RightsChange(person=editor, answers={name: _for_json(answers[name]) for name in COLUMNS if name in answers})
    for picture in Picture.objects.select_for_update().filter(pk__in=pks):
        before = {name: _for_json(getattr(picture, name)) for name in change.answers}
        if before == change.answers:
            continue
        change.before[str(picture.pk)] = before
        _write(picture, change.answers)
    change.save()
    return change


@transaction.atomic
def undo_rights_change(change: RightsChange) -> int:
    """Give each picture back what it had, where nobody wrote something else since; gives of how many. Done once."""
    locked = RightsChange.objects.select_for_update().get(pk=change.pk)
    if locked.undone_at:
        return 0
    count = 0
    for picture in Picture.objects.select_for_update().filter(pk__in=[int(pk) for pk in locked.before]):
        before = locked.before[str(picture.pk)]
        untouched = {name: value for name, value in before.items() if _for_json(getattr(picture, name)) == locked.answers[name]}
        if untouched:
            _write(picture, untouched)
            count += 1
    locked.undone_at = timezone.now()
    locked.save(update_fields=["undone_at"])
    return count


def _write(picture: Picture, values: dict) -> None:
    for name, value in values.items():
        setattr(picture, name, _from_json(name, value))
    picture.save()
