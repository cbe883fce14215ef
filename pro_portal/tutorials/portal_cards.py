"""The tutorials' card on the portal's front page."""

from django.urls import reverse
from django.utils.translation import gettext as _

from pro_portal.home.registry import PortalCard, portal_card
from pro_portal.tutorials.actions.progress import progress_by_slug
from pro_portal.tutorials.presenters.listing import Library, cards_of

MOST_TUTORIALS = 3


@portal_card(order=20)
def tutorial_card(request) -> PortalCard:
    """What the reader has begun, then what comes next for them."""
    progress = progress_by_slug(request)
    rows = [row for row in Library(request.user).rows if not (row["slug"] in progress and progress[row["slug"]].is_done)]
    rows.sort(key=lambda row: row["slug"] not in progress)  # the order of the library otherwise
    return PortalCard(
        title=_("Apprendre"),
        text=_("Une chose à la fois, en une demi-heure, à votre rythme."),
        url=reverse("tutorials:list"),
        words=_("Voir les tutoriels"),
        icon="book",
        lines=[
            {
                "title": card["title"],
                "url": card["url"],
                "image": card["picture"],
                "detail": f"{card['level']}, {card['duration']}" if card["slug"] not in progress else _("Commencé : à reprendre"),
                "lang": card["lang"],
            }
            for card in cards_of([row["pk"] for row in rows[:MOST_TUTORIALS]], request.user)
        ],
    )
