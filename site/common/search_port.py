"""The search, for apps below it: `search` stands above them and answers the hooks."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.conf import settings
from django.db.models import Expression, Q, QuerySet

from common.registry import call_hook

Kept = TypeVar("Kept")
MOST_WORDS = 10  # each is one more join


def ask_engine() -> str:
    """The name of the engine that answers; raises what it raises where it does not, or has no whole index."""
    return call_hook("search.ask_engine")


def fill_after_restore() -> None:
    """The database was put back as of another day: a separate engine is filled from it anew."""
    call_hook("search.fill_after_restore")


def find_things(kind: str, text: str, user, language: str, most: int = 2000) -> list[str]:
    """The names of the things of a kind that hold the words and that the reader may see, best first; of more than `most`, the
    best."""
    return call_hook("search.find_things", kind, text, user, language, most)


@dataclass(frozen=True)
class Names:
    """The names of all things of a kind that hold some words, *whoever may see them*, in no order: `read` asks for them, `keys`
    is the same as a subquery of numbers, for `pk__in`. The same `mark` stands for the same names; None where that cannot be told.
    `in_titles`: those whose titles hold the words."""

    mark: Hashable
    read: Callable[[], list[str]]
    keys: Expression
    in_titles: "Names | None" = None


def find_all(kind: str, text: str, user, language: str, keep: Callable[[Names], Kept], nothing: Kept) -> Kept:
    """For a list that has an order of its own and knows what each reader may see (`common.facets`): what `keep` makes of the
    names of all things that hold the words. It keeps those that this reader may see: where it keeps none (what it gives is
    false), mistyped words are corrected by what the reader may see. `nothing` for a text without words."""
    return call_hook("search.find_all", kind, text, user, language, keep, nothing)


def rows_with_words(rows: QuerySet, kind: str, text: str, user, language: str, titles: tuple[str, ...]) -> QuerySet:
    """Those of `rows`, all of which this reader may see, that hold the words, as many as there are and in the order of `rows`:
    what the one search finds, and those (drafts, what the search does not publish) where each word stands in one of the fields
    `titles`. Mistyped words are corrected where there are none. The database compares: thousands cost no query more."""
    named = rows.model._default_manager.all()
    for word in text.split()[:MOST_WORDS]:
        in_one = Q()
        for field in titles:
            in_one |= Q(**{f"{field}__icontains": word})
        named = named.filter(in_one)
    by_title = Q(pk__in=named.order_by().values("pk"))

    def found(names: Names) -> list[QuerySet]:
        rows_found = rows.filter(by_title | Q(pk__in=names.keys))
        return [rows_found] if rows_found.exists() else []

    return next(iter(find_all(kind, text, user, language, found, nothing=[])), rows.filter(by_title))


def find_passages(
    pages: Mapping[Hashable, Iterable[tuple[int, str]]], text: str, language: str, words_language: str = ""
) -> dict[Hashable, Any]:
    """The passage of each document that holds the words of a question: its `page`, and its `text` with the words marked (HTML);
    those of which no page has any are left out. `pages`: by document, (number, text) in order; without `words_language` they are
    in the site's own language."""
    return call_hook("search.find_passages", pages, text, language, words_language or settings.LANGUAGE_CODE)


def word_keys(text: str, language: str) -> frozenset[str]:
    """The stems of the telling words of a text in `language`, as the search compares them; empty where nothing tells."""
    return call_hook("search.word_keys", text, language)
