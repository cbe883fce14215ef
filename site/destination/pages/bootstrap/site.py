"""Creates the site: the page trees of its languages, then pages and menus from plain dictionaries (as the demo does)."""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from accounts.actions import apply_roles, give_editor_page_permissions
from destination.pages import models
from destination.pages.bootstrap.stream_data import body_of

KINDS = {
    "home": models.HomePage,
    "section": models.SectionPage,
    "editorial": models.EditorialPage,
    "practical": models.PracticalPage,
    "contact": models.ContactPage,
    "legal": models.LegalPage,
    "accessibility": models.AccessibilityPage,
}
HOME_WORDS = ("tagline", "preparing", "here")


@transaction.atomic
def ensure_site(name: str = "") -> Site:
    """A first page in each language, the Wagtail site that shows them, its settings, and the editors' rights. Done again, it
    changes nothing but the name, where one is given."""
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    homes = {code: ensure_home(root, code, name) for code in languages_main_first()}
    main = homes[settings.LANGUAGE_CODE]
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
    old_root = site.root_page if site.root_page_id else None
    site.root_page, site.site_name = main, name or site.site_name or main.title
    site.save()
    if old_root and old_root.pk != main.pk and type(old_root.specific) is Page:
        old_root.refresh_from_db()
        old_root.delete()  # the page that says “Welcome to your new Wagtail site”
    destination, is_new = models.DestinationSettings.objects.get_or_create(site=site, defaults={"name": site.site_name})
    if name and destination.name != name:
        destination.name = name
        destination.save()
    apply_roles()
    give_editor_page_permissions(root)
    return site


def languages_main_first() -> list[str]:
    return sorted((code for code, name in settings.LANGUAGES), key=lambda code: code != settings.LANGUAGE_CODE)


def ensure_home(root: Page, code: str, name: str) -> models.HomePage:
    locale, _new = Locale.objects.get_or_create(language_code=code)
    home = models.HomePage.objects.filter(locale=locale, depth=2).first()
    if home:
        return home
    main = models.HomePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE, depth=2).first()
    home = models.HomePage(title=name or settings.WAGTAIL_SITE_NAME, slug=code, locale=locale)
    if main:
        home.translation_key = main.translation_key
    root.refresh_from_db()
    root.add_child(instance=home)
    home.save_revision().publish()
    return home


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
