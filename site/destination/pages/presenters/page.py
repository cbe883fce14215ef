"""What a page shows around its own text: languages, breadcrumbs, neighbours, and what search engines and social cards need."""

from django.conf import settings
from django.db.models import Q
from django.utils.translation import get_language
from wagtail.models import Page

from common.models import fetch_substitutes, line_picture
from common.page_head import PageHead, home_crumb, social_picture
from common.registry import hook
from destination.pages.links import link_to, links_of
from destination.pages.models import EditorialPage, HomePage, PracticalPage, SectionPage, SitePage
from destination.pages.page_cache import get_many
from destination.pages.permissions import closed_trees_for, is_closed
from destination.pages.presenters.listings import cache_keys_of
from destination.pages.presenters.site_layout import site_layout, site_layout_key
from destination.pages.querysets import address_in, best_translations, language_of, pages_visible_to
from destination.pages.serializers import home_json, page_json

CARD_MODELS = (SectionPage, EditorialPage, PracticalPage)
LINK_FIELDS = ("path", "depth", "url_path", "title", "translation_key", "content_type")


@hook("pages.page_context")
def page_context(page: SitePage, request) -> dict:
    """For every page template; three queries and those of its neighbours."""
    language, closed = get_language(), closed_trees_for(request)
    get_many([site_layout_key(language), *cache_keys_of(getattr(page, "body", None) or ())])
    layout = site_layout(language)
    page_language = language if page.pk is None or not page.url_path else page.language
    published_versions, ancestors = versions_and_ancestors(page, closed)
    versions = {language_of(version.url_path): version.url_path for version in published_versions}
    request.page_versions = (
        {code: versions.get(code) or address_in(page.url_path, code) for code, name in settings.LANGUAGES}
        if published_versions
        else {}
    )
    return {
        "closed_trees": closed,
        "content_lang": "" if page_language == language else page_language,
        "content_language_name": dict(settings.LANGUAGES).get(page_language, page_language),
        "crumbs": (breadcrumbs := crumbs(page, ancestors, language, closed)),
        "head": page_head(page, versions, page_language, breadcrumbs, layout.tagline),
        "json_ld": home_json(page, layout.name, layout.social_links)
        if isinstance(page, HomePage)
        else page_json(page, layout.name),
        "picture": line_picture(page.picture, None),
        "children": cards_below(published_versions, page.depth + 1, request) if isinstance(page, SectionPage) and page.pk else [],
        "neighbours": neighbours(page, ancestors, request) if isinstance(page, EditorialPage | PracticalPage) and page.pk else [],
    }


def page_head(page: SitePage, versions: dict[str, str], language: str, breadcrumbs: list[dict], tagline: str) -> PageHead:
    """`versions` that are published, by language. A page read within the frame of another language is kept by no robot."""
    title = page.seo_title or page.title
    if isinstance(page, HomePage) and page.tagline and not page.seo_title:
        title = f"{title} · {page.tagline}"
    return PageHead(
        title,
        versions or {language: page.url_path or "/"},
        description=page.description or tagline,
        language=language,
        picture=social_picture(page.picture),
        is_indexed=language == get_language(),
        crumbs=breadcrumbs if len(breadcrumbs) > 1 else [],
    )


def versions_and_ancestors(page: SitePage, closed) -> tuple[list[Page], list[Page]]:
    """The published versions of a page in every language, and the pages above it, in one query."""
    if not page.pk:
        return [], []
    ancestor_paths = [page.path[:length] for length in range(8, len(page.path), 4)]
    condition = Q(translation_key=page.translation_key) | Q(path__in=ancestor_paths)
    pages = [
        related for related in Page.objects.live().filter(condition).only(*LINK_FIELDS) if not is_closed(related.path, closed)
    ]
    versions = [related for related in pages if related.translation_key == page.translation_key]
    return versions, sorted((related for related in pages if related.path in ancestor_paths), key=lambda related: related.depth)


def crumbs(page: SitePage, ancestors: list[Page], language: str, closed) -> list[dict]:
    """The way from the first page down to this one, in the reader's language where it exists."""
    if not ancestors:
        return []
    if language_of(ancestors[0].url_path) == language:
        links_down = [link_to(ancestor, language) for ancestor in ancestors]
    else:
        links = links_of(ancestors, closed)
        links_down = [links[ancestor.translation_key] for ancestor in ancestors if ancestor.translation_key in links]
    first = home_crumb() | {"url": links_down[0]["url"]} if links_down else home_crumb()
    return [first, *links_down[1:], {"title": page.title, "url": page.url_path}]


def cards_below(parents: list[Page], depth: int, request) -> list[dict]:
    """The pages under any version of a section, each in the reader's language or in the one that exists."""
    condition = Q(pk__in=[])
    for parent in parents:
        condition |= Q(path__startswith=parent.path)
    pages = pages_visible_to(request.user, closed_trees_for(request)).filter(condition, depth=depth)
    return cards_of(best_translations(pages.only(*LINK_FIELDS), get_language()))


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
    link = link_to(page, get_language())
    return {
        **link,
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
    others = list(siblings.exclude(pk=page.pk).order_by("path").only(*LINK_FIELDS)[:60])
    following = [other for other in others if other.path > page.path]
    nearest = (following + [other for other in others if other.path < page.path])[:3]
    return cards_of(nearest)
