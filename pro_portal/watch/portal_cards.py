"""The watch's card on the portal's front page."""

from django.urls import reverse
from django.utils.translation import gettext as _

from common.templatetags.look import day_in_words
from pro_portal.home.registry import PortalCard, portal_card
from pro_portal.watch.filters import open_items

MOST_ITEMS = 3


@portal_card(order=30)
def watch_card(request) -> PortalCard:
    return PortalCard(
        title=_("Quoi de neuf"),
        text=_("Ce que nous avons lu pour vous, et ce que cela change ici."),
        url=reverse("watch:list"),
        words=_("Lire la veille"),
        icon="news",
        lines=[
            {
                "title": item.title,
                "url": item.get_absolute_url(),
                "image": None,
                "detail": day_in_words(item.published_at),
                "lang": item.title_language,
            }
            for item in open_items(request.user)[:MOST_ITEMS]
        ],
    )
