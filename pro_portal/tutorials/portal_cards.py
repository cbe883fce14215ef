"""What the tutorials show on the portal's front page."""

from django.urls import reverse
from django.utils.translation import gettext as _

from pro_portal.home.registry import Task, portal_task
from pro_portal.tutorials.actions.progress import standings
from pro_portal.tutorials.presenters.listing import Library, cards_of

SHOWN = 3


@portal_task(order=20)
def learn(request) -> Task:
    """What the reader has begun, then what comes next for them."""
    begun = standings(request)
    rows = [row for row in Library(request.user).rows if not (row["slug"] in begun and begun[row["slug"]].is_done)]
    rows.sort(key=lambda row: row["slug"] not in begun)  # the order of the library otherwise
    return Task(
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
                "detail": f"{card['level']}, {card['duration']}" if card["slug"] not in begun else _("Commencé : à reprendre"),
                "lang": card["lang"],
            }
            for card in cards_of([row["pk"] for row in rows[:SHOWN]], request.user)
        ],
    )
