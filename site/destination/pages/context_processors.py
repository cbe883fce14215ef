"""What the layout of every page needs: the destination's name, its menus, its languages. Callables: a page that does not show
them asks nothing of the database, and the rest is one query of the cache."""

from collections.abc import Iterable
from contextlib import suppress
from functools import cache, partial

from django.contrib.auth.models import AnonymousUser
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.translation import get_language, get_language_from_path

from common.absolute_urls import absolute, language_links, without_language
from common.page_head import SOCIAL_SIZE, SocialPicture, social_picture
from destination.pages.links import list_address
from destination.pages.permissions import closed_trees_for, is_closed
from destination.pages.presenters.site_layout import SiteLayout, site_layout
from destination.pages.visitor_mode import VisitorMode, visitor_mode_of


def destination(request) -> dict:
    """Context processor; the variables are listed in the first lines of `base_public.html` and `base_work.html`."""

    @cache
    def layout() -> SiteLayout:
        return site_layout(get_language())

    def closed() -> tuple[str, ...]:
        if not hasattr(request, "user"):
            request.user = AnonymousUser()  # an answer given before anybody was asked who they are
        return closed_trees_for(request)

    def closed_for_foot() -> tuple[str, ...]:
        """The foot of every room asks nothing of the database where no page at all is closed."""
        return closed() if layout().has_closed_pages else ()

    @cache
    def languages_here() -> list[dict]:
        return language_links({code: same_page_in(request, code) for code in layout().languages})

    @cache
    def footer_menu() -> list[dict]:
        return menu_for(request, layout().menus.get("footer", []), closed())

    @cache
    def legal_menu() -> list[dict]:
        return menu_for(request, layout().menus.get("legal", []), closed_for_foot())

    return {
        "site_name": lambda: layout().name,
        "destination_name": lambda: layout().name,  # in the CMS, whose views have a `site_name` of their own
        "site_tagline": lambda: layout().tagline,
        "footer_text": lambda: layout().footer_text,
        "social_links": lambda: layout().social_links,
        "site_logo_url": lambda: layout().logo.url_for(480, "webp") if layout().logo else "",
        "site_social_picture": lambda: social_picture(layout().social_picture) or drawn_social_picture(layout().name),
        # A sheet of its own: scripts read whole pages, and a <style> in one of these is against the policy of the first.
        "accent_url": lambda: f"{reverse('pages:accent')}?v={layout().accent_version}",
        "main_menu": cache(lambda: menu_for(request, layout().menus.get("main", []), closed())),
        "footer_menu": footer_menu,
        "legal_menu": legal_menu,
        "legal_menu_below": lambda: without_those_above(legal_menu(), footer_menu()),
        "footer_offices": lambda: layout().offices,
        "contact_url": lambda: contact_for(layout().contact, closed_for_foot()),
        "languages_here": languages_here,
        "site_languages": lambda: layout().languages,
        "agenda_url": partial(list_address, "agenda"),
        "places_url": partial(list_address, "places"),
        "is_here_now": lambda: visitor_mode_of(request) == VisitorMode.HERE,
    }


def drawn_social_picture(name: str) -> SocialPicture:
    """For a site without any photo: the drawing that takes its place."""
    return SocialPicture(absolute(static("common/social.png")), SOCIAL_SIZE.width, SOCIAL_SIZE.height, name)


def without_those_above(entries: list[dict], above: list[dict]) -> list[dict]:
    """The entries of the last line of the foot: an editor may have put them into the menu above it too."""
    addresses = {entry["url"] for entry in above}
    return [entry for entry in entries if entry["url"] not in addresses]


def contact_for(contact: dict | None, closed: Iterable[str]) -> str:
    """Where a reader to whom these trees are closed may write to the office; empty where there is no such page."""
    return contact["url"] if contact and not is_closed(contact["path"], closed) else ""


def menu_for(request, entries: list[dict], closed: Iterable[str]) -> list[dict]:
    """The menu entries that a reader to whom these trees are closed may follow, the one that leads to the present page marked as
    current."""
    return [
        {
            **entry,
            "is_current": is_current(request.path, entry["url"]),
            "children": menu_for(request, entry.get("children", []), closed),
        }
        for entry in entries
        if not (entry["path"] and is_closed(entry["path"], closed))
    ]


def is_current(path: str, url: str) -> bool:
    """The page itself or one below it; the first page is above everything and is current only when it is shown."""
    return path == url or (url.count("/") > 2 and path.startswith(url))


def same_page_in(request, code: str) -> str:
    """A page's own address in another language; the same list, event or place with the same filters; the same missing page.
    Empty where the address has no language: there the reader chooses one for all such pages."""
    versions = getattr(request, "page_versions", None)
    if versions and code in versions:
        return versions[code]
    if not get_language_from_path(request.path_info):
        return ""
    match = getattr(request, "resolver_match", None)
    if match is not None and match.url_name != "wagtail_serve":
        _path, mark, query = request.get_full_path().partition("?")
        with translation.override(code), suppress(NoReverseMatch):
            # As `translate_url` does, which would seek again for each language what the address leads to.
            return reverse(match.view_name, args=match.args, kwargs=match.kwargs) + mark + query
    return f"/{code}{without_language(request.get_full_path())}"
