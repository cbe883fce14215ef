"""What the library shows on the portal's front page."""

from django.urls import reverse
from django.utils.translation import gettext as _

from pro_portal.home.registry import PortalCard, portal_card
from pro_portal.photos.models import Photo

SHOWN = 3


@portal_card(order=10)
def a_photo(request) -> PortalCard:
    latest = Photo.objects.visible_to(request.user).filter(picture__third_parties_allowed=True)
    photos = latest.select_related("picture", "commune").order_by("-added_at", "-pk")[:SHOWN]
    return PortalCard(
        title=_("Une photo"),
        text=_("Belles, créditées, à la bonne taille : pour votre site, vos réseaux, votre brochure."),
        url=reverse("photos:list"),
        words=_("Voir la photothèque"),
        icon="image",
        lines=[
            {"title": each.title_in(), "url": each.get_absolute_url(), "image": each.picture, "detail": each.commune or ""}
            for each in photos
        ],
    )
