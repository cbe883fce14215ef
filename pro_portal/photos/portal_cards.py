"""The photo library's card on the portal's front page."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pro_portal.home.registry import PortalCard, portal_card
from pro_portal.photos.models import Orientation, Photo, Selection

MAX_PHOTOS = 3
AMONG = 24  # of the latest


def different(latest: Iterable[Photo]) -> list[Photo]:
    """Three of the latest that show what there is: in width and with words first, each of another theme where there are enough.
    A gift of thirty views of one quay is one of them."""
    ready_first = sorted(latest, key=lambda photo: photo.orientation != Orientation.LANDSCAPE or not photo.picture.is_described)
    of_themes: dict[str, Photo] = {}
    for photo in ready_first:
        of_themes.setdefault(photo.theme, photo)
    return [*of_themes.values(), *(photo for photo in ready_first if photo is not of_themes[photo.theme])][:MAX_PHOTOS]


def selection_lines(user) -> list[dict]:
    """The selection of the season with its first picture, then the next ones; none where there is none, or this reader sees
    nothing of it."""
    selection = Selection.objects.of_the_season()
    photos = selection.photos_for(user) if selection else Photo.objects.none()
    first_photos = list(photos[:MAX_PHOTOS])
    if not first_photos:
        return []
    title, count = selection.title_in(), photos.count()
    number = ngettext("Sélection : %(count)s photo", "Sélection : %(count)s photos", count) % {"count": count}
    first = {"title": selection, "url": selection.get_absolute_url(), "image": first_photos[0].picture, "detail": number}
    return [first | {"lang": title.language if title else ""}, *(_line(photo) for photo in first_photos[1:])]


def _line(photo: Photo) -> dict:
    return {
        "title": photo.title_in(),
        "url": photo.get_absolute_url(),
        "image": photo.picture,
        "detail": photo.commune or "",
        "lang": photo.title_language,
    }


def _latest_lines(user) -> list[dict]:
    offered = Photo.objects.visible_to(user).filter(picture__third_parties_allowed=True)
    latest = offered.select_related("picture", "commune").order_by("-added_at", "-pk")[:AMONG]
    return [_line(photo) for photo in different(latest)]


@portal_card(order=10)
def photo_card(request) -> PortalCard:
    return PortalCard(
        title=_("Une photo"),
        text=_("Belles, créditées, à la bonne taille : pour votre site, vos réseaux, votre brochure."),
        url=reverse("photos:list"),
        words=_("Voir la photothèque"),
        icon="image",
        lines=selection_lines(request.user) or _latest_lines(request.user),
    )
