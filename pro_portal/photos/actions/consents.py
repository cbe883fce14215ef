"""What an agreement that begins, ends, is withdrawn or is done without does to the pictures it covers."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from common.models import Picture
from pro_portal.photos.models import Consent, ConsentWaiver, Photo


def follow_consents(photos: Iterable[int]) -> None:
    """Write on each picture the last day on which everyone shown agrees, and whether an agreement is missing, by saving it:
    whatever kept it is told."""
    ends: dict[int, list] = {pk: [] for pk in photos}
    if not ends:  # each picture that is saved asks, and on most of them nobody is recognised
        return
    for consent in Consent.objects.filter(photos__in=list(ends)).prefetch_related("photos").distinct():
        for photo in consent.photos.all():
            if photo.pk in ends and consent.last_day:
                ends[photo.pk].append(consent.last_day)
    awaiting = set(Photo.objects.filter(pk__in=list(ends)).without_consent().values_list("pk", flat=True))
    for picture in Picture.objects.filter(pk__in=list(ends)):
        facts = min(ends[picture.pk], default=None), picture.pk in awaiting
        if (picture.consented_until, picture.awaits_consent) != facts:
            picture.consented_until, picture.awaits_consent = facts
            picture.save()


def waivable(photos):
    """Those of these photos without an agreement that may be shown all the same: nobody on them withdrew one, none ended."""
    today = timezone.localdate()
    return photos.without_consent().exclude(picture__consented_until__lt=today)


@transaction.atomic
def waive_consents(photos, editor, reason: str, at: datetime | None = None) -> int:
    """Show these photos without the agreement they lack, for this reason; gives of how many that was decided."""
    at = at or timezone.now()
    waivers = [ConsentWaiver.objects.create(photo=photo, reason=reason, person=editor, at=at) for photo in waivable(photos)]
    return len(waivers)


@transaction.atomic
def end_waivers(waivers, editor) -> None:
    """From now on the photos of these waivers wait for their agreement again."""
    for waiver in waivers.filter(ended_at=None):
        waiver.ended_by, waiver.ended_at = editor, timezone.now()
        waiver.save()
