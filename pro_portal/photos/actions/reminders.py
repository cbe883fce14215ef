"""Expiring rights: reminders for editors before the end, a notification for downloaders after it."""

from collections import defaultdict
from datetime import date, timedelta

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
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
    """Remind editors of rights and consents that expire, once at each step; gives the number of pictures."""
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
    """The reminder step (days before) of a picture whose last day is `last`; None where its end is far, or long past."""
    days = (last - today).days
    if days < -LATE.days:
        return None
    return min((step for step in STEPS if max(days, 0) <= step), default=None)


@transaction.atomic
def _remind(last: date, step: int, photos: list[Photo]) -> None:
    # One text for all keepers, who do not all see the same: their page of rights names the rest to each.
    pages_by_photo = used_in([photo.pk for photo in photos], AnonymousUser())
    lines = []
    # Those in use first: a long list is cut where it is shown.
    for photo in sorted(photos, key=lambda photo: photo.pk not in pages_by_photo):
        where = ", ".join(page.title for page in pages_by_photo.get(photo.pk, []))
        lines.append(f"{photo.picture.title} – {where}" if where else photo.picture.title)
        photo.ends_told = [*photo.ends_told, [last.isoformat(), step]]
        photo.save(update_fields=["ends_told"])
    notify(RightsEnding(photos[0], count=len(photos), day=last.isoformat(), lines=lines))


def notify_downloaders(today: date | None = None) -> int:
    """Notify, once, whoever downloaded a picture whose right has expired; gives the number of downloads."""
    today = today or timezone.localdate()
    ended = Picture.objects.exclude(Picture.in_force_q(today)).exclude(valid_until=None, consented_until=None)
    ended_pks = [pk for pk, *days in ended.values_list("pk", "valid_until", "consented_until") if min(filter(None, days)) < today]
    downloads = Taking.objects.filter(end_told_at=None, picture__in=ended_pks).select_related("picture__photo", "person")
    by_person, by_mail = defaultdict(list), defaultdict(list)
    for download in downloads:
        if download.person_id:
            by_person[download.person_id, download.picture_id].append(download)
        elif download.email:
            by_mail[download.email.lower()].append(download)
    for group in by_person.values():
        _notify_person(group)
    for address, group in by_mail.items():
        _notify_by_mail(address, group)
    return sum(map(len, [*by_person.values(), *by_mail.values()]))


@transaction.atomic
def _notify_person(downloads: list[Taking]) -> None:
    first = downloads[0]
    if photo := getattr(first.picture, "photo", None):
        notify(TakenRightEnded(photo, person=first.person_id, title=first.picture.title))
    _mark_notified(downloads)


@transaction.atomic
def _notify_by_mail(address: str, downloads: list[Taking]) -> None:
    titles = list(dict.fromkeys(download.picture.title for download in downloads))
    send_mail_message(
        address, _("Une photo que vous avez prise n’est plus à utiliser"), "photos/mail/right_ended",
        {"titles": titles, "name": downloads[0].name}, language=settings.LANGUAGE_CODE,
        key=f"photos:ended:{downloads[0].pk}",
    )  # fmt: skip
    _mark_notified(downloads)


def _mark_notified(downloads: list[Taking]) -> None:
    Taking.objects.filter(pk__in=[download.pk for download in downloads]).update(end_told_at=timezone.now())
