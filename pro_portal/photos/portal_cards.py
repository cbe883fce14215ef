"""The photo library's card on the portal's front page."""

from django.urls import reverse
from django.utils.translation import gettext as _

from pro_portal.home.registry import PortalCard, portal_card
from pro_portal.photos.models import Photo

MAX_PHOTOS = 3


@portal_card(order=10)
def photo_card(request) -> PortalCard:
    latest = Photo.objects.visible_to(request.user).filter(picture__third_parties_allowed=True)
    photos = latest.select_related("picture", "commune").order_by("-added_at", "-pk")[:MAX_PHOTOS]
    return PortalCard(
        title=_("Une photo"),
        text=_("Belles, créditées, à la bonne taille : pour votre site, vos réseaux, votre brochure."),
        url=reverse("photos:list"),
        words=_("Voir la photothèque"),
        icon="image",
        lines=[
            {"title": photo.title_in(), "url": photo.get_absolute_url(), "image": photo.picture, "detail": photo.commune or ""}
            for photo in photos
        ],
    )
