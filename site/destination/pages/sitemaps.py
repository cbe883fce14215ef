"""The sitemap for search engines: what everybody may read, in every language it exists in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from accounts.models import Territory
from common.absolute_urls import in_every_language
from destination.agenda.models import Event
from destination.pages.links import LISTS, list_address
from destination.pages.presenters.site_layout import site_layout
from destination.pages.querysets import language_of, pages_visible_to
from destination.pages.registry import lists, things
from destination.places.models import Place
from destination.places.presenters.communes import commune_address

MOST_ADDRESSES = 5_000  # addresses in one file
# An item has an address in each language.
ITEMS_PER_FILE = MOST_ADDRESSES // max(len(settings.LANGUAGES), 1)


@dataclass(frozen=True)
class SitemapEntry:
    path: str
    changed: datetime | None
    versions: tuple[tuple[str, str], ...] = ()  # (language, path) of all versions, this one included


def parts() -> dict:
    """The querysets of the sitemap, by the name they have in its addresses."""
    visitor = AnonymousUser()
    return {
        "pages": (pages_visible_to(visitor).filter(depth__gt=1).order_by("path"), page_entries),
        "communes": (Territory.objects.defer("outline", "presentation"), commune_entries),
        "places": (Place.objects.published().visible_to(visitor).prefetch_related("words").order_by("pk"), item_entries),
        "events": (
            Event.objects.published().visible_to(visitor).upcoming().prefetch_related("words").order_by("pk"),
            item_entries,
        ),
        **{name: (rows(), partial(item_entries, languages_of=languages)) for name, (rows, languages) in things().items()},
    }


def files() -> list[tuple[str, int, int]]:
    """(part, number of the file, how many items of the part there are in all) for each file."""
    sitemap_files = []
    for name, (items, _entries) in parts().items():
        count = items.count()
        sitemap_files += [(name, number, count) for number in range(1, -(-count // ITEMS_PER_FILE) + 1)]
    return sitemap_files


def page_entries(pages: Iterable) -> Iterator[SitemapEntry]:
    pages = list(pages.only("url_path", "translation_key", "last_published_at"))
    families: dict = {}
    for page in pages:
        families.setdefault(page.translation_key, []).append((language_of(page.url_path), page.url_path))
    for page in pages:
        yield SitemapEntry(page.url_path, page.last_published_at, tuple(families[page.translation_key]))


def languages_of_words(item) -> set[str]:
    return {words.language for words in item.words.all()}


def item_entries(items: Iterable, languages_of=languages_of_words) -> Iterator[SitemapEntry]:
    """Places, events and what other wings registered: an address in each language that has words of its own."""
    offered = set(site_layout(settings.LANGUAGE_CODE).languages)
    for item in items:
        languages = offered.intersection(languages_of(item))
        versions = [pair for pair in in_every_language(item.get_absolute_url).items() if pair[0] in languages]
        for _code, path in versions:
            yield SitemapEntry(path, item.changed_at, tuple(versions))


def commune_entries(communes: Iterable[Territory]) -> Iterator[SitemapEntry]:
    """A commune has its page in every language, whatever its words."""
    offered = site_layout(settings.LANGUAGE_CODE).languages
    for commune in communes:
        pairs = in_every_language(partial(commune_address, commune.slug)).items()
        versions = tuple((code, path) for code, path in pairs if code in offered)
        for _code, path in versions:
            yield SitemapEntry(path, None, versions)


def list_entries() -> Iterator[SitemapEntry]:
    """The lists of the agenda, of the places, of the communes and of the other wings."""
    offered = site_layout(settings.LANGUAGE_CODE).languages
    for make in [*(partial(list_address, name) for name in LISTS), *(partial(reverse, name) for name in lists)]:
        versions = {code: path for code, path in in_every_language(make).items() if code in offered}
        for path in versions.values():
            yield SitemapEntry(path, None, tuple(versions.items()))


def entries_of(name: str, number: int) -> list[SitemapEntry]:
    items, entries = parts()[name]
    first = (number - 1) * ITEMS_PER_FILE
    item_entries_of_file = list(entries(items[first : first + ITEMS_PER_FILE]))
    return [*list_entries(), *item_entries_of_file] if (name, number) == ("pages", 1) else item_entries_of_file


@require_safe
@login_not_required
def sitemap(request):
    """One sitemap, or beyond 5,000 addresses the index of its files."""
    sitemap_files = files()
    counts = {name: count for name, number, count in sitemap_files}
    if sum(counts.values()) * len(settings.LANGUAGES) > MOST_ADDRESSES:
        return sitemap_response(request, "pages/sitemap_index.xml", {"files": sitemap_files})
    return sitemap_response(
        request,
        "pages/sitemap.xml",
        {"lines": [entry for name, number, count in sitemap_files for entry in entries_of(name, number)]},
    )


@require_safe
@login_not_required
def sitemap_part(request, part: str, number: int):
    if part not in parts() or not number:
        raise Http404
    entries = entries_of(part, number)
    if not entries:
        raise Http404
    return sitemap_response(request, "pages/sitemap.xml", {"lines": entries})


def sitemap_response(request, template: str, context: dict) -> HttpResponse:
    """The response, or 304 where the reader already has this version."""
    response = render(request, template, {**context, "base": settings.BASE_URL}, "application/xml")
    response["ETag"] = quote_etag(sha256(response.content).hexdigest()[:32])
    response["Cache-Control"] = "public, max-age=600"
    return get_conditional_response(request, etag=response["ETag"], response=response)
