"""Pages and menus from plain dictionaries, as texts that an editor corrects are kept in files: the kinds of pages, the body of a
page (`[{"type": name of a block, "value": plain values}]`), an entry of a menu."""

from collections.abc import Callable
from uuid import uuid4

from django.conf import settings
from django.utils.html import escape
from wagtail.models import Page

from destination.pages import models

KINDS = {
    "home": models.HomePage,
    "section": models.SectionPage,
    "editorial": models.EditorialPage,
    "practical": models.PracticalPage,
    "contact": models.ContactPage,
    "legal": models.LegalPage,
    "accessibility": models.AccessibilityPage,
}


def body_of(blocks: list[dict], language: str, pages_by_slug: dict, picture_for: Callable):
    """A StreamField's value. In it a picture is named (`picture_for` finds it) and a link is `page:<French slug>`, `agenda`,
    `places` or an address; `pages_by_slug` holds the pages by
    French slug and language."""
    raw_blocks = [
        raw for block in blocks if (raw := raw_block(block["type"], block["value"], language, pages_by_slug, picture_for))
    ]
    return models.EditorialPage._meta.get_field("body").stream_block.to_python(raw_blocks)


def raw_block(kind: str, value, language: str, pages_by_slug: dict, picture_for: Callable) -> dict | None:
    """The block as it is stored; None for one that shows only a picture that is not there."""
    match kind:
        case "picture":
            image = raw_image(value.get("scene"), language, picture_for)
            value = image and {"picture": image, "caption": value.get("caption", "")}
        case "gallery":
            value = [item(image) for name in value if (image := raw_image(name, language, picture_for))]
        case "facts":
            value = [item({"icon": "info", "link": "", **fact}) for fact in value]
        case "steps":
            value = [item(step) for step in value]
        case "question":
            value = [item({**question, "answer": as_html(question["answer"])}) for question in value]
        case "call":
            value = raw_call(value, language, pages_by_slug)
        case "stage":
            value = {
                **value,
                "text": as_html(value.get("text", "")),
                "picture": raw_image(value.get("scene"), language, picture_for),
            }
            value.pop("scene", None)
        case "events":
            value = {
                "category": value.get("category") or "",
                "commune": value.get("commune") or "",
                "count": value.get("count") or 4,
            }
        case "places":
            value = {"kind": value.get("kind") or "", "count": value.get("count") or 3}
        case "communes":
            return {"type": kind, "value": None, "id": str(uuid4())}
    return {"type": kind, "value": value, "id": str(uuid4())} if value else None


def item(value) -> dict:
    """An item of a list block; translations find it again by its id."""
    return {"type": "item", "value": value, "id": str(uuid4())}


def as_html(words: str) -> str:
    return words if words.startswith("<") else f"<p>{escape(words)}</p>" if words else ""


def raw_image(name: str | None, language: str, picture_for: Callable) -> dict | None:
    picture = picture_for(name) if name else None
    if picture is None:
        return None
    words = picture.alternative(language)
    return {"image": picture.pk, "alt_text": words, "decorative": not words}


def raw_call(value: dict, language: str, pages_by_slug: dict) -> dict:
    link = value.get("link", "")
    page = None
    if link.startswith("page:"):
        versions = pages_by_slug.get(link.removeprefix("page:"), {})
        page = versions.get(language) or versions.get(settings.LANGUAGE_CODE)
    address = "" if link.startswith("page:") else link
    return {
        "title": value["title"],
        "text": value.get("text", ""),
        "page": page.pk if page else None,
        "address": address,
        "label": value["label"],
    }


def menu_entry(entry: dict) -> dict:
    target = entry["target"]
    page = Page.objects.filter(locale__language_code=settings.LANGUAGE_CODE, slug=target, depth__gt=2).first()
    value = {
        "page": page,
        "address": "" if page else target,
        "labels": [{"language": code, "text": text} for code, text in entry.get("label", {}).items()],
    }
    if "children" in entry:
        value["children"] = [menu_entry(child) for child in entry["children"]]
    return value
