"""Starter pages and menus: drafts from our texts, in each language of the site, for an editor to correct and to publish."""

import re
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import transaction
from wagtail.coreutils import find_available_slug

from common.content_files import blocks_of, read_folder, read_yaml
from destination.pages.actions import languages_main_first, stored_languages
from destination.pages.importers import KINDS, body_of, menu_entry
from destination.pages.models import HomePage, Menu, SitePage

FOLDER = Path(__file__).resolve().parents[1] / "content"
#: What an office must still write, in the starter texts of each language.
MARK = re.compile(r"\[(?:à compléter|to complete|per completar)\b", re.IGNORECASE)


@cache
def starter_pages() -> dict[str, dict]:
    """{name: {"kind", "parent"?, "slug": {language: slug}, "words": {language: {"title", "introduction", "body"}}}}."""
    return read_folder(FOLDER / "pages")


def marks_in(text: str) -> int:
    """How many passages of a starter text nobody has written yet."""
    return len(MARK.findall(text))


@transaction.atomic
def make_starter(name: str) -> SitePage:
    """The draft in the main language, its translations beside it. Where a page of its kind exists it makes none and gives that
    one. KeyError for a name that is none."""
    starter = starter_pages()[name]
    kind = KINDS[starter["kind"]]
    # Two clicks at once make one page.
    homes = {home.locale.language_code: home for home in HomePage.objects.select_for_update().filter(depth=2)}
    if existing := first_of_kind(kind):
        return existing
    offered = stored_languages() or list(homes)
    key, main = None, None
    for code in languages_main_first():
        if code not in homes or code not in offered or code not in starter["words"]:
            continue
        page = _make_draft(kind, starter, code, _parent(starter, homes[code]), key)
        key, main = page.translation_key, main or page
    return main


def first_of_kind(kind: type[SitePage]) -> SitePage | None:
    return kind.objects.filter(locale__language_code=settings.LANGUAGE_CODE).order_by("path").first()


def _make_draft(kind: type[SitePage], starter: dict, code: str, parent, key) -> SitePage:
    words = starter["words"][code]
    page = kind(
        title=words["title"],
        slug=find_available_slug(parent, starter["slug"][code]),
        introduction=words["introduction"],
        body=body_of(blocks_of(words["body"]), code, {}, lambda name: None),
        locale=parent.locale,
        live=False,
        show_in_menus=starter["kind"] == "section",
    )
    if key:
        page.translation_key = key
    parent.add_child(instance=page)
    page.save_revision()
    return page


def _parent(starter: dict, home: HomePage):
    """The first section of that language for what belongs into one; else the first page."""
    section = KINDS["section"].objects.child_of(home).order_by("path").first() if starter.get("parent") else None
    return section or HomePage.objects.get(pk=home.pk)  # as the database has it: its children were counted anew


@transaction.atomic
def make_starter_menus() -> Menu:
    """The menus that there are not yet, from the pages that there are; gives the main one."""
    for code, entries in read_yaml(FOLDER / "menus.yaml").items():
        existing = Menu.objects.filter(code=code).first()
        if existing is None or not existing.entries:
            menu = existing or Menu(code=code)
            links = [menu_entry(entry) for entry in entries]
            menu.entries = [("entry", link) for link in links if link["page"] or link["address"] in ("agenda", "places")]
            menu.save()
    return Menu.objects.get(code=Menu.Code.MAIN)
