"""The documents' card on the portal's front page."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from pro_portal.documents.models import PortalDocument
from pro_portal.home.registry import PortalCard, portal_card

MOST_DOCUMENTS = 3


@portal_card(order=35)
def documents_card(request) -> PortalCard:
    """The latest that this reader may see, of whatever shelf."""
    places = PortalDocument.objects.visible_to(request.user).select_related("document").order_by("-placed_at", "-pk")
    return PortalCard(
        title=_("Chiffres, supports, éditions"),
        text=_("Les chiffres clés de la destination, les supports des ateliers, les guides et cartes à commander."),
        url=reverse("portal_documents:front"),
        words=_("Voir les documents"),
        icon="file",
        lines=[
            {
                "title": place.document.title,
                "url": place.get_absolute_url(),
                "image": None,
                "detail": place.get_shelf_display(),
                "lang": settings.LANGUAGE_CODE,
            }
            for place in places[:MOST_DOCUMENTS]
        ],
    )
