"""A path: its tutorials as far as the reader may see them, and how far the reader has come."""

from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.registry import hook
from pro_portal.tutorials.actions.progress import finished_slugs
from pro_portal.tutorials.models import Tutorial, TutorialPath
from pro_portal.tutorials.presenters.listing import cards_of
from pro_portal.tutorials.presenters.quiz import quiz_of
from pro_portal.tutorials.presenters.tutorial_page import guide_head


def tutorials_of(path: TutorialPath, user) -> list[Tutorial]:
    """In order, with their words."""
    order = [item.tutorial_id for item in path.items.all()]
    visible = Tutorial.objects.published().visible_to(user).with_words().in_bulk(order)
    return [visible[pk] for pk in order if pk in visible]


def path_context(path: TutorialPath, request) -> dict:
    """Five queries and those of the reader, however long the path."""
    words = path.words_in()
    tutorials = tutorials_of(path, request.user)
    finished = finished_slugs(request, tutorials)
    cards = cards_of([tutorial.pk for tutorial in tutorials], request.user)
    for card in cards:
        card["is_done"] = card["slug"] in finished
    head = guide_head(path, words, words.text)
    return {
        "path": path,
        "words": words,
        "head": head,
        "crumbs": head.crumbs,
        "lang": words.language if words.language != get_language() else "",
        "cards": cards,
        "done_count": len(finished),
        "quiz_count": len(quiz_of(tutorials)),
        "is_finished": bool(tutorials) and len(finished) == len(tutorials),
    }


def missing_for(path: TutorialPath, request, slugs_in_browser: set[str]) -> list[Tutorial]:
    """What a reader still has to finish before the certificate. A visitor's progress is in their browser, which sent
    `slugs_in_browser`; with an account, only what the account knows counts."""
    tutorials = tutorials_of(path, request.user)
    finished = finished_slugs(request, tutorials) | (set() if request.user.is_authenticated else slugs_in_browser)
    return [tutorial for tutorial in tutorials if tutorial.slug not in finished]


@hook("tutorials.preview_path")
def preview_of(path: TutorialPath, request) -> TemplateResponse:
    if path.words_in() is None:
        return TemplateResponse(request, "tutorials/nothing_yet.html", {"title": _("Rien à montrer pour l’instant")})
    return TemplateResponse(request, "tutorials/path.html", {**path_context(path, request), "is_preview": True})
