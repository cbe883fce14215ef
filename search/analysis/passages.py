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


class Passages:
    """Looks for the words of a question in documents written in `words_language`, for a reader of `language`. One for a list of
    results: a word comes back on every page, and is looked at once."""

    def __init__(self, terms: Sequence[Term], language: str, words_language: str):
        self.terms = [term for term in terms if term.folded]
        self.words_language = words_language
        self._markers = [Marker([term], language) for term in self.terms]
        self._marker = Marker(self.terms, language)
        self._marks: dict[str, frozenset[int]] = {}

    def best(self, pages: Iterable[tuple[int, str]]) -> Passage | None:
        """Where most of the different words stand together, the first such place; None where no page has any of them. `pages` are
        (number, text) in order."""
        best, room = (0, 0, 0, ""), MOST_LETTERS
        for number, text in pages:
            text = text[:room]
            room -= len(text)
            count, place = self._densest(text)
            if count > best[0]:
                best = (count, number, place, text)
            if room <= 0 or best[0] == len(self.terms):
                break
        count, number, place, text = best
        return Passage(number, self._marker.around(text, place, self.words_language)) if count else None

    def _densest(self, text: str) -> tuple[int, int]:
        """How many different terms stand together at most, within what an excerpt shows, and where the first of them begins."""
        window: list[tuple[int, frozenset[int]]] = []
        best = (0, 0)
        for match in WORD.finditer(text):
            word = match.group()
            hits = self._marks.get(word)
            if hits is None:
                hits = self._marks[word] = self._hits(word)
            if hits:
                window = [hit for hit in window if match.start() - hit[0] < EXCERPT - LEAD]
                window.append((match.start(), hits))
                count = len(frozenset().union(*(each for _start, each in window)))
                if count > best[0]:
                    best = (count, window[0][0])
                    if count == len(self._markers):
                        break
        return best

    def _hits(self, word: str) -> frozenset[int]:
        """The places of the terms that this word answers."""
        tokens = list(tokenise(word))
        return frozenset(
            place
            for place, marker in enumerate(self._markers)
            if any(marker.holds(token, self.words_language) for token in tokens)
        )
