"""The passage of a document that holds the words sought, and its page."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.utils.safestring import SafeString

from search.analysis.highlights import EXCERPT, LEAD, Marker
from search.analysis.terms import Term
from search.analysis.words import WORD, tokenise

#: Letters that are looked through for one result: two hundred pages, a fiftieth of a second.
MOST_LETTERS = 400_000


class Passage(NamedTuple):
    """The number of the page, and a few lines of it with the words between `<mark>` and `</mark>`."""

    page: int
    text: SafeString


def best_passage(pages: Iterable[tuple[int, str]], terms: Sequence[Term], language: str, words_language: str) -> Passage | None:
    """Where most of the different words stand together, the first such place; None where no page has any of them. `pages` are
    (number, text) in order, written in `words_language`, for a reader of `language`."""
    terms = [term for term in terms if term.folded]
    markers = [Marker([term], language) for term in terms]
    marks: dict[str, frozenset[int]] = {}  # words come back on every page
    best, room = (0, 0, 0, ""), MOST_LETTERS
    for number, text in pages:
        text = text[:room]
        room -= len(text)
        count, place = _densest(text, markers, marks, words_language)
        if count > best[0]:
            best = (count, number, place, text)
        if room <= 0 or best[0] == len(terms):
            break
    count, number, place, text = best
    if not count:
        return None
    return Passage(number, Marker(list(terms), language).around(text, place, words_language))


def _densest(text: str, markers: list[Marker], marks: dict[str, frozenset[int]], words_language: str) -> tuple[int, int]:
    """How many different terms stand together at most, within what an excerpt shows, and where the first of them begins."""
    window: list[tuple[int, frozenset[int]]] = []
    best = (0, 0)
    for match in WORD.finditer(text):
        word = match.group()
        hits = marks.get(word)
        if hits is None:
            tokens = list(tokenise(word))
            hits = marks[word] = frozenset(
                place for place, marker in enumerate(markers) if any(marker.holds(token, words_language) for token in tokens)
            )
        if hits:
            window = [hit for hit in window if match.start() - hit[0] < EXCERPT - LEAD]
            window.append((match.start(), hits))
            count = len(frozenset().union(*(each for _start, each in window)))
            if count > best[0]:
                best = (count, window[0][0])
                if count == len(markers):
                    break
    return best
