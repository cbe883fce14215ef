"""The public site: its settings, and its pages and menus from plain dictionaries."""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from demo.loaders import content
from demo.loaders.loading import Loading
from destination.pages import models
from destination.pages.actions import ensure_site, languages_main_first
from destination.pages.importers import KINDS, body_of, menu_entry

SOCIAL_PICTURE = "harbour-morning"
HOME_WORDS = ("tagline", "preparing", "here")


def load(demo: Loading) -> None:
    pages = content.pages()
    home = next(page for page in pages if page["kind"] == "home")
    destination = models.DestinationSettings.for_site(ensure_site(name=home["words"]["fr"]["title"]))
    destination.contact_email = demo.agency.email
    destination.social_picture = demo.pictures[SOCIAL_PICTURE]
    destination.save()
    for code, words in home["words"].items():
        demo.note(models.DestinationTranslation.objects.create(destination=destination, language=code, name=words["title"]))
    families = make_pages(pages, picture_for=demo.pictures.get, organisation=demo.agency)
    make_menus(content.menus())
    demo.note(*models.Menu.objects.all())
    demo.note(*(page for family in families.values() for page in family.values() if not isinstance(page, models.HomePage)))


@transaction.atomic
def make_pages(pages: Iterable[dict], picture_for: Callable | None = None, **fields) -> dict[str, dict[str, models.SitePage]]:
    """Publish pages in each of their languages, as translations of each other; `{French slug: {language: page}}`.

    A page is `{"slug": {code: slug}, "kind", "parent": French slug or None, "picture": name or None, "words": {code: {"title",
    "introduction", "meta_description", "body": [{"type", "value"}]…}}}`; parents come before their pages. `picture_for(name)`
    gives a Picture or None. `fields` are set on every page (`organisation`, `checked_on`…). A page that exists is left alone.
    Bodies are written once all pages exist, for they link to each other.
    """
    ensure_site()
    picture_for = picture_for or (lambda name: None)
    pages_by_slug: dict[str, dict[str, models.SitePage]] = {}
    new_pages = []
    for description in pages:
        versions = pages_by_slug[description["slug"][settings.LANGUAGE_CODE]] = {}
        key = None
        for code in languages_main_first():
            if code not in description["words"]:
                continue
            page, is_new = make_page(description, code, pages_by_slug, picture_for, fields, key)
            versions[code], key = page, page.translation_key
            if is_new:
                new_pages.append((page, description["words"][code]))
    for page, words in new_pages:
        if words.get("body"):
            page.body = body_of(words["body"], page.locale.language_code, pages_by_slug, picture_for)
        page.save_revision().publish()
        page.refresh_from_db()  # publishing works on a copy
    return pages_by_slug


def make_page(
    description: dict, code: str, pages_by_slug: dict, picture_for: Callable, fields: dict, key
) -> tuple[models.SitePage, bool]:
    """One page in one language, without its body; and whether it is new. The first pages exist already and are filled."""
    words, kind = description["words"][code], KINDS[description["kind"]]
    values = {
        "title": words["title"],
        "introduction": words.get("introduction", ""),
        "search_description": words.get("meta_description", ""),
        "picture": picture_for(description["picture"]) if description.get("picture") else None,
        "show_in_menus": kind is models.SectionPage,
        "checked_on": timezone.localdate(),
        **fields,
    }
    if kind is models.HomePage:
        home = models.HomePage.objects.get(locale__language_code=code, depth=2)
        for name, value in {**values, **{name: words.get(name, "") for name in HOME_WORDS}}.items():
            setattr(home, name, value)
        home.save()
        return home, True
    parent = parent_of(description, code, pages_by_slug)
    slug = description["slug"].get(code) or description["slug"][settings.LANGUAGE_CODE]
    if existing := kind.objects.child_of(parent).filter(slug=slug).first():
        return existing, False
    page = kind(slug=slug, locale=parent.locale, live=False, **values)
    if key:
        page.translation_key = key
    parent.refresh_from_db()
    parent.add_child(instance=page)
    return page, True


def parent_of(description: dict, code: str, pages_by_slug: dict) -> Page:
    """The page above in the same language; the first page where that one is not translated."""
    versions = pages_by_slug.get(description.get("parent") or "", {})
    return versions.get(code) or models.HomePage.objects.get(locale__language_code=code, depth=2)


def make_menus(menus: dict[str, list[dict]]) -> None:
    """`{"main" | "footer" | "legal": [{"label": {code: words}, "target": French slug, "agenda", "places" or an address,
    "children": […]}]}`. A menu that exists is left alone."""
    for code, entries in menus.items():
        menu = models.Menu(code=code)
        if models.Menu.objects.filter(code=code).exists():
            continue
        menu.entries = [("entry", menu_entry(entry)) for entry in entries]
        menu.save()
