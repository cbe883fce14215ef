"""Editors hear of an end before it comes; whoever took a picture hears of it when it has come."""

from collections import defaultdict
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.mail import send_mail_message
from common.models import Picture
from notifications.actions import notify
from pro_portal.photos.models import Photo, Taking
from pro_portal.photos.notifications import RightsEnding, TakenRightEnded
from pro_portal.photos.querysets.usage import used_in

# Days before the end: time to ask for the right anew, then to choose another picture, then to change the pages. 0: the day.
STEPS = (60, 30, 7, 0)
# An end that the clock missed while the machine was off is still told that long after.
LATE = timedelta(days=7)


def remind_keepers(today: date | None = None) -> int:
    """Tell editors which rights and consents come to their end, each step once; how many pictures were told of."""
    today = today or timezone.localdate()
    ends = defaultdict(list)
    near = Photo.objects.accepted().exclude(picture__valid_until=None, picture__consented_until=None).select_related("picture")
    for photo in near.iterator(chunk_size=500):
        last = photo.picture.last_day
        step = step_of(last, today)
        if step is not None and [last.isoformat(), step] not in photo.ends_told:
            ends[last, step].append(photo)
    for (last, step), photos in sorted(ends.items()):
        _remind(last, step, photos)
    return sum(map(len, ends.values()))


def step_of(last: date, today: date) -> int | None:
    """The step that a picture whose last day is `last` has reached; None where its end is far, or long past."""
    days = (last - today).days
    if days < -LATE.days:
        return None
    return min((step for step in STEPS if max(days, 0) <= step), default=None)


@transaction.atomic
def _remind(last: date, step: int, photos: list[Photo]) -> None:
    used = used_in([photo.pk for photo in photos])
    lines = []
    # Those in use first: a long list is cut where it is shown.
    for photo in sorted(photos, key=lambda photo: photo.pk not in used):
        where = ", ".join(each.title for each in used.get(photo.pk, []))
        lines.append(f"{photo.picture.title} – {where}" if where else photo.picture.title)
        photo.ends_told = [*photo.ends_told, [last.isoformat(), step]]
        photo.save(update_fields=["ends_told"])
    notify(RightsEnding(photos[0], count=len(photos), day=last.isoformat(), lines=lines))


def tell_takers(today: date | None = None) -> int:
    """Tell who took a picture whose right has ended, once; how many takings were told of."""
    today = today or timezone.localdate()
    ended = Picture.objects.exclude(Picture.in_force_q(today)).exclude(valid_until=None, consented_until=None)
    over = [pk for pk, *days in ended.values_list("pk", "valid_until", "consented_until") if min(filter(None, days)) < today]
    takings = Taking.objects.filter(end_told_at=None, picture__in=over).select_related("picture__photo", "person")
    by_person, by_mail = defaultdict(list), defaultdict(list)
    for taking in takings:
        if taking.person_id:
            by_person[taking.person_id, taking.picture_id].append(taking)
        elif taking.email:
            by_mail[taking.email.lower()].append(taking)
    for group in by_person.values():
        _tell_person(group)
    for address, group in by_mail.items():
        _tell_by_mail(address, group)
    return sum(map(len, [*by_person.values(), *by_mail.values()]))


@transaction.atomic
def _tell_person(takings: list[Taking]) -> None:
    first = takings[0]
    if photo := getattr(first.picture, "photo", None):
        notify(TakenRightEnded(photo, person=first.person_id, title=first.picture.title))
    _told(takings)


@transaction.atomic
def _tell_by_mail(address: str, takings: list[Taking]) -> None:
    titles = list(dict.fromkeys(taking.picture.title for taking in takings))
    send_mail_message(
        address, _("Une photo que vous avez prise n’est plus à utiliser"), "photos/mail/right_ended",
        {"titles": titles, "name": takings[0].name}, language=settings.LANGUAGE_CODE,
        key=f"photos:ended:{takings[0].pk}",
    )  # fmt: skip
    _told(takings)


def _told(takings: list[Taking]) -> None:
    Taking.objects.filter(pk__in=[taking.pk for taking in takings]).update(end_told_at=timezone.now())
