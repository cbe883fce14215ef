"""A tutorial as a PDF file to keep or print."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.absolute_urls import absolute
from common.imaging.size import PictureSize
from common.mail import office_name
from common.models import Picture
from common.pdf import rich_runs, typeset
from common.renditions import NO_RENDITION, open_rendition

# 960 pixels over 12 cm: sharp on paper, light to send.
PRINT_SIZE = PictureSize(960)


def tutorial_pdf(context: dict) -> bytes:
    """From what the page shows (`tutorial_context`): the same words, pictures and questions, for the same reader."""
    words, files = context["words"], {}
    values = {
        "office": office_name(),
        "kind": _("Tutoriel"),
        "title": words.title,
        "goal": words.goal,
        "facts": [{"label": fact["label"], "value": fact["value"]} for fact in context["facts"] if fact["value"]],
        "needs_title": _("Ce qu’il vous faut"),
        "needs": words.needed,
        "steps": [_step(step, files) for step in context["steps"]],
        "questions_title": _("Questions de lecteurs"),
        "questions": [
            {"question": question["text"], "answer": question["answer"]}
            for question in [
                *(question for step in context["steps"] for question in step["questions"]),
                *context["other_questions"],
            ]
        ],
        "address_words": _("À jour et avec ses fichiers :"),
        "address": absolute(context["tutorial"].get_absolute_url()),
    }
    return typeset("tutorials/tutorial.typ", values, words.language, files)


def _step(step: dict, files: dict[str, bytes]) -> dict:
    links = []
    if step["film"]:
        links.append({"words": _("Vidéo sur %(host)s") % {"host": step["film"].host}, "url": step["film"].page})
    if step["document"]:
        links.append(
            {"words": _("Fichier : %(title)s") % {"title": step["document"].title}, "url": absolute(step["document"].url)}
        )
    return {
        "number": str(step["number"]),
        "title": step["title"],
        "text": rich_runs(str(step["text"])),
        "picture": _picture(step["picture"], files) if step["picture"] else None,
        "links": links,
    }


def _picture(picture: Picture, files: dict[str, bytes]) -> dict | None:
    try:
        with open_rendition(picture, PRINT_SIZE) as content:
            files[name := f"picture-{picture.pk}.jpg"] = content.read()
    except NO_RENDITION:
        return None
    alternative = picture.alternative(get_language() or "fr")
    return {"name": name, "alt": alternative or picture.title, "credit": picture.names}
