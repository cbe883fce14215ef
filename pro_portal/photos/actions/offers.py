"""Noting what partners may find, and what of it was withdrawn since."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from common.access import Audience
from common.models import Picture
from pro_portal.photos.models import OfferedPhoto, PartnerKey, Photo
from pro_portal.photos.rights.rule import LAST_DAYS

OPEN_TO_PARTNERS = (Audience.PUBLIC, Audience.PROFESSIONALS)


def note_offer(picture: Picture) -> None:
    """Note that this picture of an accepted photo is offered to others, if it is."""
    if not picture.third_parties_allowed or picture.audience not in OPEN_TO_PARTNERS or not picture.uses:
        return
    offer, is_new = OfferedPhoto.objects.get_or_create(
        number=picture.pk, defaults={"audience": picture.audience, "uses": picture.uses}
    )
    uses = sorted({*offer.uses, *picture.uses})
    audience = Audience.PUBLIC if Audience.PUBLIC in (offer.audience, picture.audience) else Audience.PROFESSIONALS
    if not is_new and (offer.audience, sorted(offer.uses)) != (audience, uses):
        offer.audience, offer.uses = audience, uses
        offer.save()


def note_deletion(number: int) -> None:
    OfferedPhoto.objects.filter(number=number).update(deleted_at=timezone.now())


def withdrawn_since(key: PartnerKey, since: datetime, photos_now) -> list[int]:
    """The numbers of the photos that this key could once open and cannot any more, of which something changed or ended since:
    every one that was withdrawn since, perhaps with some that were before. `photos_now`: those that it opens."""
    first_day = timezone.localdate(since) - timedelta(days=1)  # a right that ended that day closed at midnight
    ended = Q()
    for name in LAST_DAYS:
        ended |= Q(**{f"picture__{name}__gte": first_day, f"picture__{name}__lt": timezone.localdate()})
    moved = Photo.objects.filter(Q(changed_at__gte=since) | ended)
    offers = OfferedPhoto.objects.for_key(key).deleted_or_among(since, moved).exclude(number__in=photos_now.values("pk"))
    return [number for number, uses in offers.order_by("number").values_list("number", "uses") if set(uses) & set(key.uses)]
