"""What the page of a tutorial shows, ready for its template."""

import nh3
from django.conf import settings
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

from common.access import Audience
from common.models import SharedDocument, fetch_substitutes, shown_picture
from common.page_head import PageHead, social_picture
from common.registry import hook
from common.translations import choose_words
from common.videos import video_at
from pro_portal.home.presenters import portal_head
from pro_portal.tutorials.actions.progress import TutorialProgress
from pro_portal.tutorials.models import PathTranslation, Tutorial, TutorialPath, TutorialTranslation
from pro_portal.tutorials.presenters.listing import Library, duration, paths_for, theme_labels

TEXT_TAGS = {"p", "br", "b", "strong", "i", "em", "ul", "ol", "li", "a", "h3", "h4"}


def words_for(tutorial: Tutorial, language: str = "") -> TutorialTranslation | None:
    """In the language asked for by `?langue=`, else in the reader's."""
    return choose_words(tutorial.words.all(), language if language in dict(settings.LANGUAGES) else None)


def safe_html(source: str) -> str:
    """Rich text with its links in full and nothing but text markup in it, whoever wrote it."""
    cleaned = nh3.clean(expand_db_html(source or ""), tags=TEXT_TAGS, attributes={"a": {"href"}}, link_rel="noopener")
    return mark_safe(cleaned)  # noqa: S308  it has just been cleaned


def steps_of(words: TutorialTranslation, user, progress: TutorialProgress, questions: dict) -> list[dict]:
    """Each step with the picture, the file and the video that `user` may see, and the questions shown under it."""
    blocks = [block.value for block in words.steps]
    fetch_substitutes([value["picture"] for value in blocks])
    documents = _visible_documents([value["document"] for value in blocks], user)
    return [
        {
            "number": number,
            "title": value["title"],
            "text": safe_html(value["text"].source),
            "picture": shown_picture(value["picture"], user),
            "document": documents.get(value["document"].pk) if value["document"] else None,
            "film": video_at(value.get("video") or ""),
            "is_done": number in progress.steps,
            "questions": questions.get(number, []),
            "next": number + 1 if number < len(blocks) else None,
        }
        for number, value in enumerate(blocks, start=1)
    ]


def _visible_documents(documents: list, user) -> dict:
    pks = {document.pk for document in documents if document is not None}
    condition = SharedDocument.visible_q(user)
    rows = SharedDocument.objects.filter(pk__in=pks)
    return {document.pk: document for document in (rows if condition is None else rows.filter(condition))} if pks else {}


def questions_by_step(tutorial: Tutorial, step_count: int) -> dict[int, list[dict]]:
    """Those shown to everybody; under 0 what belongs to no step, or to one that is gone."""
    by_step: dict[int, list[dict]] = {}
    if not tutorial.pk:
        return by_step
    for question in tutorial.questions.shown():
        step = question.step if question.step and question.step <= step_count else 0
        lang = question.language if question.language != get_language() else ""
        by_step.setdefault(step, []).append({"text": question.shown_text, "answer": question.answer, "lang": lang})
    return by_step


def facts_of(tutorial: Tutorial) -> list[dict]:
    return [
        {"icon": "star", "label": _("Niveau"), "value": tutorial.get_level_display()},
        {"icon": "clock", "label": _("Durée"), "value": duration(tutorial.minutes)},
        {"icon": "check", "label": _("Relu le"), "value": date_format(tutorial.checked_on, "DATE_FORMAT")},
        {"icon": "filter", "label": _("Thèmes"), "value": ", ".join(theme_labels(tutorial.themes))},
    ]


def other_languages(tutorial: Tutorial, current: str) -> list[dict]:
    """The languages in which it can also be read."""
    codes = [row.language for row in tutorial.words.all() if row.language != current]
    url = tutorial.get_absolute_url() if tutorial.slug else ""
    return [
        {"code": code, "name": get_language_info(code)["name_local"].capitalize(), "url": f"{url}?langue={code}"}
        for code, _name in settings.LANGUAGES
        if code in codes
    ]


def tutorial_context(tutorial: Tutorial, user, progress: TutorialProgress, language: str = "") -> dict:
    words = words_for(tutorial, language)
    questions = questions_by_step(tutorial, len(words.steps))
    steps = steps_of(words, user, progress, questions)
    head = guide_head(tutorial, words, words.goal)
    return {
        "tutorial": tutorial,
        "words": words,
        "head": head,
        "crumbs": head.crumbs,
        "lang": words.language if words.language != get_language() else "",
        "languages": other_languages(tutorial, words.language),
        "steps": steps,
        "facts": facts_of(tutorial),
        "done_count": sum(step["is_done"] for step in steps),
        "is_done": progress.is_done,
        "other_questions": questions.get(0, []),
        "related": Library(user).related(tutorial) if tutorial.pk else [],
        "paths": paths_for(user, tutorial) if tutorial.pk else [],
    }


def guide_head(guide: Tutorial | TutorialPath, words: TutorialTranslation | PathTranslation, description: str) -> PageHead:
    """Of a tutorial or a path, for robots where everybody may read it."""
    kind = "tutorial" if isinstance(guide, Tutorial) else "path"
    head = portal_head(
        f"{words.title} · {_('Tutoriels')}",
        f"tutorials:{kind}",
        (_("Tutoriels"), reverse("tutorials:list")),
        (words.title, ""),
        arguments={"slug": guide.slug or "nouveau"},  # a preview may have none yet
        languages={row.language for row in guide.words.all()},
        language=words.language,
        description=description,
        picture=social_picture(guide.picture),
    )
    head.is_indexed = guide.audience == Audience.PUBLIC
    return head


def video_origins(steps: list[dict]) -> list[str]:
    """Whose players the page may load, once asked."""
    return sorted({step["film"].origin for step in steps if step["film"]})


@hook("tutorials.preview_tutorial")
def preview_of(tutorial: Tutorial, request) -> TemplateResponse:
    """The page as it would be, from words not saved yet."""
    if words_for(tutorial) is None:
        return TemplateResponse(request, "tutorials/nothing_yet.html", {"title": _("Rien à montrer pour l’instant")})
    context = tutorial_context(tutorial, request.user, TutorialProgress())
    return TemplateResponse(request, "tutorials/tutorial.html", {**context, "is_preview": True})
