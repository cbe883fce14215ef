"""What the sitemap names of other wings: each registers its lists and its things, this package knows none of them."""

from collections.abc import Callable, Iterable

from django.db.models import QuerySet

#: Names of addresses without arguments that everybody may read in every language.
lists: list[str] = []
_things: dict[str, tuple[Callable[[], QuerySet], Callable]] = {}


def register_lists(*url_names: str) -> None:
    lists.extend(name for name in url_names if name not in lists)


def register_things(name: str, rows: Callable[[], QuerySet], languages: Callable[[object], Iterable[str]]) -> None:
    """`rows` are those that everybody may read, in a fixed order, with `get_absolute_url` and `changed_at`; `languages` gives
    those in which a row has words."""
    _things[name] = rows, languages


def things() -> dict[str, tuple[Callable[[], QuerySet], Callable]]:
    return dict(_things)
