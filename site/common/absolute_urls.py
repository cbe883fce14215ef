"""Absolute URLs, and the address of a page in each language."""

from collections.abc import Callable

from django.conf import settings
from django.utils import translation
from django.utils.translation import get_language, get_language_info


def absolute(path: str) -> str:
    """The absolute URL of a path of this site."""
    return f"{settings.BASE_URL}{path}"


def in_every_language(make: Callable[[], str]) -> dict[str, str]:
    """The result of `make` with each language of the site active, by language code."""
    addresses = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            addresses[code] = make()
    return addresses


def language_links(paths: dict[str, str]) -> list[dict]:
    """For `components/languages.html`: each language by its own name."""
    current = get_language()
    return [
        {"code": code, "name": get_language_info(code)["name_local"].capitalize(), "url": path, "is_current": code == current}
        for code, path in paths.items()
    ]
