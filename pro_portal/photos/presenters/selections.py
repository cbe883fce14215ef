"""What a selection shows to whom: a reader of the library, whoever has its link, and who keeps it."""

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from pro_portal.photos.models import Photo, Selection
from pro_portal.photos.permissions import may_download, may_download_size
from pro_portal.photos.presenters.listing import card
from pro_portal.photos.rights.sizes import BY_CODE, DownloadSize, sizes_for

OFFERED_FIRST = ("press", "original")  # sizes that a press kit leads to; the page of each photo has the others
VISITOR = AnonymousUser()


def takable_photos(selection: Selection) -> list[Photo]:
    """What its link shows, to everybody alike: the photos that a visitor may take today."""
    photos = selection.photos_for(VISITOR)
    return [photo for photo in photos if may_download(VISITOR, photo.picture) and sizes_for(photo.picture)]


def kit_cards(photos: list[Photo]) -> list[dict]:
    """As `card`, with the credit and the sizes to take first."""
    return [card(photo, VISITOR) | {"credit": photo.picture.names, "sizes": _first_sizes(photo)} for photo in photos]


def _first_sizes(photo: Photo) -> list[DownloadSize]:
    first = [BY_CODE[code] for code in OFFERED_FIRST if may_download_size(VISITOR, photo.picture, BY_CODE[code])]
    return first or sizes_for(photo.picture)[:1]


def kept_lines(selection: Selection, keeper) -> list[dict]:
    """{photo, url, is_seen (by this keeper), is_takable (by who has the link)} of the photos that they work on, in order.
    One that is no longer shown leads to its rights."""
    photos = selection.in_order(Photo.objects.workable_by(keeper))
    seen = set(selection.photos_for(keeper).values_list("pk", flat=True))
    takable = {photo.pk for photo in takable_photos(selection)}
    return [
        {
            "photo": photo,
            "url": photo.get_absolute_url() if photo.pk in seen else reverse("photos:photo_rights", args=[photo.pk]),
            "is_seen": photo.pk in seen,
            "is_takable": photo.pk in takable,
        }
        for photo in photos
    ]
