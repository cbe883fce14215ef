"""Pages by reader and by language."""

from collections.abc import Iterable

from django.conf import settings
from wagtail.models import Page

from common.translations import fallback_languages
from destination.pages.permissions import closed_trees, in_trees


def pages_visible_to(user, closed: Iterable[str] | None = None):
    """The published pages that `user` may read. `closed`: their closed trees, where they are known already."""
    trees = closed_trees(user) if closed is None else closed
    pages = Page.objects.live()
    return pages.exclude(in_trees(trees)) if trees else pages


def language_of(url_path: str) -> str:
    return url_path.split("/", 2)[1]


def best_translations(pages: Iterable, language: str) -> list:
    """One page of each family of translations, in the language asked for where it exists; in the order of the site's
    main language, so that a list does not change its order with the language."""
    order = fallback_languages(language)
    families: dict = {}
    for page in pages:
        families.setdefault(page.translation_key, []).append(page)

    def rank(page) -> int:
        code = language_of(page.url_path)
        return order.index(code) if code in order else len(order)

    def place_in_list(family) -> tuple:
        main_version = min(family, key=lambda page: (language_of(page.url_path) != settings.LANGUAGE_CODE, page.path))
        return (language_of(main_version.url_path) != settings.LANGUAGE_CODE, main_version.path)

    return [min(family, key=rank) for family in sorted(families.values(), key=place_in_list)]


def address_in(url_path: str, language: str) -> str:
    """The address of a page within the frame of `language`, even where it is not translated into it."""
    return f"/{language}/{url_path.split('/', 2)[2]}"
