"""The same page in the other languages."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language, get_language_info

from destination.agenda.filters import AgendaFilters

SITE_CODES = [code for code, _ in settings.LANGUAGES]


def language_links(addresses: dict[str, str]) -> list[dict]:
    """For `components/languages.html`: each language by its own name."""
    current = get_language()
    return [
        {"code": code, "name": get_language_info(code)["name_local"].capitalize(), "url": url, "is_current": code == current}
        for code, url in addresses.items()
    ]


def alternates_of(request, filters: AgendaFilters) -> dict:
    """`languages_here` and `alternates` of a page that exists in every language; robots are not given the reader's position."""
    match = request.resolver_match
    addresses = {}
    for code in SITE_CODES:
        with translation.override(code):
            addresses[code] = reverse(match.view_name, kwargs=match.kwargs)
    query, public_query = filters.query(), filters.query(near=False)
    return {
        "languages_here": language_links({code: path + query for code, path in addresses.items()}),
        "alternates": [(code, f"{settings.BASE_URL}{path}{public_query}") for code, path in addresses.items()],
    }
