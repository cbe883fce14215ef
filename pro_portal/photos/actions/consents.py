"""What an agreement that begins, ends or is withdrawn does to the pictures it covers."""

from collections.abc import Iterable

from common.models import Picture
from pro_portal.photos.models import Consent


def follow_consents(photos: Iterable[int]) -> None:
    """Write on each picture the last day on which everyone shown agrees, by saving it: whatever kept it is told."""
    ends: dict[int, list] = {pk: [] for pk in photos}
    for consent in Consent.objects.filter(photos__in=list(ends)).prefetch_related("photos").distinct():
        for photo in consent.photos.all():
            if photo.pk in ends and consent.last_day:
                ends[photo.pk].append(consent.last_day)
    for picture in Picture.objects.filter(pk__in=list(ends)):
        last = min(ends[picture.pk], default=None)
        if picture.consented_until != last:
            picture.consented_until = last
            picture.save()
