"""The map of the site for search engines: what everybody may read, in every language it exists in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import override
from django.views.decorators.http import require_safe

from destination.agenda.models import Event
from destination.pages.links import LISTS, list_address
from destination.pages.querysets import language_of, pages_visible_to
from destination.places.models import Place

MOST = 5_000  # addresses in one file
# A thing has an address in each language.
THINGS_IN_A_FILE = MOST // max(len(settings.LANGUAGES), 1)


@dataclass(frozen=True)
class Line:
    path: str
    changed: datetime | None
    versions: tuple[tuple[str, str], ...] = ()  # (language, path) of all versions, this one included


def parts() -> dict:
    """The querysets of the map, by the name they have in its addresses."""
    visitor = AnonymousUser()
    return {
        "pages": (pages_visible_to(visitor).filter(depth__gt=1).order_by("path"), page_lines),
        "places": (Place.objects.published().visible_to(visitor).prefetch_related("words").order_by("pk"), thing_lines),
        "events": (
            Event.objects.published().visible_to(visitor).upcoming().prefetch_related("words").order_by("pk"),
            thing_lines,
        ),
    }


def files() -> list[tuple[str, int, int]]:
    """(part, number of the file, how many things of the part there are in all) for each file."""
    found = []
    for name, (things, _lines) in parts().items():
        count = things.count()
        found += [(name, number, count) for number in range(1, -(-count // THINGS_IN_A_FILE) + 1)]
    return found


def page_lines(pages: Iterable) -> Iterator[Line]:
    pages = list(pages.only("url_path", "translation_key", "last_published_at"))
    families: dict = {}
    for page in pages:
        families.setdefault(page.translation_key, []).append((language_of(page.url_path), page.url_path))
    for page in pages:
        yield Line(page.url_path, page.last_published_at, tuple(families[page.translation_key]))


def thing_lines(things: Iterable) -> Iterator[Line]:
    """Places and events: an address in each language that has words of its own."""
    codes = [code for code, name in settings.LANGUAGES]
    for thing in things:
        written = {words.language for words in thing.words.all()}
        versions = []
        for code in codes:
            if code in written:
                with override(code):
                    versions.append((code, thing.get_absolute_url()))
        for _code, path in versions:
            yield Line(path, thing.changed_at, tuple(versions))


def general_lines() -> Iterator[Line]:
    """The lists of the agenda and of the places."""
    for name in LISTS:
        versions = []
        for code, _name in settings.LANGUAGES:
            with override(code):
                versions.append((code, list_address(name)))
        for _code, path in versions:
            yield Line(path, None, tuple(versions))


def lines_of(name: str, number: int) -> list[Line]:
    things, lines = parts()[name]
    first = (number - 1) * THINGS_IN_A_FILE
    found = list(lines(things[first : first + THINGS_IN_A_FILE]))
    return [*general_lines(), *found] if (name, number) == ("pages", 1) else found


@require_safe
@login_not_required
def sitemap(request):
    """One map, or beyond 5,000 addresses the list of its files."""
    wanted = files()
    counts = {name: count for name, number, count in wanted}
    if sum(counts.values()) * len(settings.LANGUAGES) > MOST:
        return written(request, "pages/sitemap_index.xml", {"files": wanted})
    return written(
        request, "pages/sitemap.xml", {"lines": [line for name, number, count in wanted for line in lines_of(name, number)]}
    )


@require_safe
@login_not_required
def sitemap_part(request, part: str, number: int):
    if part not in parts() or not number:
        raise Http404
    lines = lines_of(part, number)
    if not lines:
        raise Http404
    return written(request, "pages/sitemap.xml", {"lines": lines})


def written(request, template: str, context: dict) -> HttpResponse:
    """The answer, or 304 where the reader has this very map."""
    response = render(request, template, {**context, "base": settings.BASE_URL}, "application/xml")
    response["ETag"] = quote_etag(sha256(response.content).hexdigest()[:32])
    response["Cache-Control"] = "public, max-age=600"
    return get_conditional_response(request, etag=response["ETag"], response=response)
