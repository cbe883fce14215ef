"""What the tutorials show on the portal's front page: where to begin."""

from django.urls import reverse
from django.utils.translation import gettext as _

from pro_portal.home.parts import Task, portal_task
from pro_portal.tutorials.library import Library, cards_of

SHOWN = 3


@portal_task(order=20)
def learn(request) -> Task:
    easiest = [row["pk"] for row in Library(request.user).rows[:SHOWN]]
    return Task(
        title=_("Apprendre"),
        text=_("Une chose à la fois, à votre rythme : se rendre visible, de bonnes photos, répondre aux avis."),
        url=reverse("tutorials:list"),
        words=_("Voir les tutoriels"),
        icon="book",
        lines=[
            {
                "title": card["title"],
                "url": card["url"],
                "image": card["picture"],
                "detail": f"{card['level']}, {card['duration']}",
            }
            for card in cards_of(easiest, request.user)
        ],
    )
