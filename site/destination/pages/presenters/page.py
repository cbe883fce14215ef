"""What a page shows around its own words: its languages, its way up, its neighbours, its cards for search and sharing."""

from django.conf import settings
from django.db.models import Q
from django.utils.translation import get_language
from wagtail.models import Page

from common.models import fetch_substitutes, line_picture
from common.registry import hook
from destination.pages.links import described, links_of
from destination.pages.models import EditorialPage, HomePage, PracticalPage, SectionPage, SitePage
from destination.pages.page_cache import read_together
from destination.pages.permissions import closed_trees_for, is_closed
from destination.pages.presenters.listings import keys_of
from destination.pages.presenters.site_layout import frame_key, frame_of
from destination.pages.querysets import address_in, best_of_each, language_of, pages_visible_to
from destination.pages.serializers import home_json, page_json, social_image

CARD_MODELS = (SectionPage, EditorialPage, PracticalPage)
LIGHT = ("path", "depth", "url_path", "title", "translation_key", "content_type")


@hook("pages.page_context")
def page_context(page: SitePage, request) -> dict:
    """For every page template; three queries and those of its neighbours."""
    language, closed = get_language(), closed_trees_for(request)
    read_together([frame_key(language), *keys_of(getattr(page, "body", None) or ())])
    frame = frame_of(language)
    own = language if page.pk is None or not page.url_path else page.language
    family, ancestors = around(page, closed)
    versions = {language_of(each.url_path): each.url_path for each in family}
    request.page_versions = (
        {code: versions.get(code) or address_in(page.url_path, code) for code, name in settings.LANGUAGES} if family else {}
    )
    return {
        "closed_trees": closed,
        "content_lang": "" if own == language else own,
        "content_language_name": dict(settings.LANGUAGES).get(own, own),
        "canonical": f"{settings.BASE_URL}{page.url_path or ''}",
        "alternates": alternates(versions),
        "crumbs": (way := crumbs(page, ancestors, language, closed)),
        "json_ld": home_json(page, frame.name, frame.social_links)
        if isinstance(page, HomePage)
        else page_json(page, way, frame.name),
        "social_image": social_image(page.picture) or social_image(frame.social_picture),
        "picture": line_picture(page.picture, None),
        "children": cards_below(family, page.depth + 1, request) if isinstance(page, SectionPage) and page.pk else [],
        "neighbours": neighbours(page, ancestors, request) if isinstance(page, EditorialPage | PracticalPage) and page.pk else [],
    }


def alternates(versions: dict[str, str]) -> list[tuple[str, str]]:
    """The versions that exist, for search engines: (language, absolute address), and the one for all other readers."""
    found = [(code, f"{settings.BASE_URL}{versions[code]}") for code, name in settings.LANGUAGES if code in versions]
    return [*found, ("x-default", found[0][1])] if len(found) > 1 else found


def around(page: SitePage, closed) -> tuple[list[Page], list[Page]]:
    """The published versions of a page in every language, and the pages above it, in one query."""
    if not page.pk:
        return [], []
    above = [page.path[:length] for length in range(8, len(page.path), 4)]
    condition = Q(translation_key=page.translation_key) | Q(path__in=above)
    found = [each for each in Page.objects.live().filter(condition).only(*LIGHT) if not is_closed(each.path, closed)]
    family = [each for each in found if each.translation_key == page.translation_key]
    return family, sorted((each for each in found if each.path in above), key=lambda each: each.depth)


def crumbs(page: SitePage, ancestors: list[Page], language: str, closed) -> list[dict]:
    """The way from the first page down to this one, in the reader's language where it exists."""
    if not ancestors:
        return []
    if language_of(ancestors[0].url_path) == language:
        way = [described(each, language) for each in ancestors]
    else:
        links = links_of(ancestors, closed)
        way = [links[each.translation_key] for each in ancestors if each.translation_key in links]
    return [*way, {"title": page.title, "url": page.url_path}]


def cards_below(parents: list[Page], depth: int, request) -> list[dict]:
    """The pages under any version of a section, each in the reader's language or in the one that exists."""
    condition = Q(pk__in=[])
    for parent in parents:
        condition |= Q(path__startswith=parent.path)
    pages = pages_visible_to(request.user, closed_trees_for(request)).filter(condition, depth=depth)
    return cards_of(best_of_each(pages.only(*LIGHT), get_language()))


def cards_of(pages: list[Page]) -> list[dict]:
    """title, url, lang, text, image of each page, in one query for each kind of page."""
    kinds = {page.content_type_id: page.specific_class for page in pages}
    full = {}
    for kind in kinds.values():
        if kind in CARD_MODELS:
            rows = kind.objects.filter(pk__in=[page.pk for page in pages]).select_related("picture").defer("body")
            full |= {row.pk: row for row in rows}
    fetch_substitutes(row.picture for row in full.values())
    return [card(full.get(page.pk, page)) for page in pages]


def card(page) -> dict:
    shown = described(page, get_language())
    return {
        **shown,
        "text": getattr(page, "introduction", ""),
        "image": line_picture(getattr(page, "picture", None), None),
        "drawing": getattr(page, "drawing", ""),
    }


def neighbours(page: SitePage, ancestors: list[Page], request) -> list[dict]:
    """Up to three other pages of the same section: those that follow, then again from the first."""
    if len(ancestors) < 2:
        return []
    siblings = pages_visible_to(request.user, closed_trees_for(request)).filter(
        path__startswith=ancestors[-1].path, depth=page.depth
    )
    others = list(siblings.exclude(pk=page.pk).order_by("path").only(*LIGHT)[:60])
    following = [each for each in others if each.path > page.path]
    chosen = (following + [each for each in others if each.path < page.path])[:3]
    return cards_of(chosen)
