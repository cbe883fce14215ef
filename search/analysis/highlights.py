"""What is shown of a thing around the words sought, marked on the original text by the same analysis that found them."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.analysis.terms import Term
from search.analysis.words import WORD, Token, compounds, is_stop_word, stem_term, stems, tokenise

EXCERPT = 220
# Where a word stands in a text: its first letter, and the place after its last one.
Span = tuple[int, int]
# Words before the first hit, so that the reader enters the sentence.
LEAD = 60
# A hit further down than this is rare and not worth reading every page of results to its end.
MOST_READ = 6000


class Marker:
    """Marks the words of `terms` in the texts shown to a reader of `language`."""

    def __init__(self, terms: list[Term], language: str):
        self.language = language
        every = [*terms, *(word for term in terms for phrase in term.phrases for word in phrase)]
        self.folded = {term.folded for term in every}
        self.stems = {form for term in every for form in term.stems}
        self._spans: dict[str, dict[str, tuple[Span, ...]]] = defaultdict(dict)  # words come back from one result to the next

    def holds(self, token: Token, words_language: str) -> bool:
        return self._is_sought(token.folded, _stems_of(token, words_language), words_language)

    def _is_sought(self, folded: str, own_stems: tuple[str, ...], words_language: str) -> bool:
        if folded in self.folded:
            return True
        return any(stem_term(stem, self.language, words_language) in self.stems for stem in own_stems)

    def _hits(
        self, text: str, words_language: str, length: int | None = None, first: int = 0, last: int | None = None
    ) -> Iterator[Span]:
        """Where the words sought stand in a text from `first` on, in order, as far as `last`; with a length, those so near to the
        first one."""
        spans = self._spans[words_language]
        for match in WORD.finditer(text, first):
            if last is not None and match.start() > last:
                return
            word = match.group()
            found = spans.get(word)
            if found is None:
                found = spans[word] = tuple(
                    (first, end)
                    for first, end, *forms in _pieces(word, words_language)
                    if self._is_sought(*forms, words_language)
                )
            for start, end in found:
                if last is None and length is not None:
                    last = match.start() + start + length
                yield match.start() + start, match.start() + end

    def mark(self, text: str, words_language: str) -> SafeString:
        """The text, escaped, with its hits between `<mark>` and `</mark>`."""
        hits = list(self._hits(text, words_language))
        # « e-bike » for who seeks « ebike »: the whole, where no part of it is marked already.
        wholes = (token for token in compounds(text) if self.holds(token, words_language))
        hits += [
            (whole.start, whole.end) for whole in wholes if not any(whole.start <= start < whole.end for start, _end in hits)
        ]
        return _marked(text, sorted(hits))

    def excerpt(self, text: str, words_language: str) -> SafeString:
        """A few lines of the text around its first hit, marked; its beginning where it has none."""
        text = " ".join(text[:MOST_READ].split())
        hits = list(self._hits(text, words_language, EXCERPT))
        start = _sentence_start(text, max(0, hits[0][0] - LEAD)) if hits and hits[0][0] > EXCERPT - LEAD else 0
        return self._cut_out(text, start, hits)

    def around(self, text: str, place: int, words_language: str) -> SafeString:
        """A few lines of a text of any length around a hit that begins at `place`, marked."""
        before = " ".join(text[max(0, place - EXCERPT) : place].split())
        after = " ".join(text[place : place + 2 * EXCERPT].split())
        joined = f"{before} {after}".strip()
        hit = len(joined) - len(after)
        start = min(_sentence_start(joined, hit - LEAD) if hit > LEAD else 0, hit)
        hits = list(self._hits(joined, words_language, first=start, last=start + EXCERPT))
        return self._cut_out(joined, start, hits, place + 2 * EXCERPT < len(text))

    def _cut_out(self, text: str, start: int, hits: list[Span], goes_on: bool = False) -> SafeString:
        end = _word_end(text, start + EXCERPT)
        inside = [(first - start, last - start) for first, last in hits if start <= first and last <= end]
        before, after = "… " if start else "", " …" if goes_on or end < len(text) else ""
        return mark_safe(before + _marked(text[start:end], inside) + after)  # noqa: S308  both parts are escaped


@lru_cache(maxsize=20_000)
def _pieces(word: str, language: str) -> tuple[tuple[int, int, str, tuple[str, ...]], ...]:
    """Where the tokens of a word stand in it, each with its forms: texts of a language have most of their words in common."""
    return tuple((each.start, each.end, each.folded, _stems_of(each, language)) for each in tokenise(word))


def _stems_of(token: Token, language: str) -> tuple[str, ...]:
    """None for a word that says nothing."""
    return () if is_stop_word(token.folded) else stems(token.lowered, language)


def _marked(text: str, hits: list[Span]) -> SafeString:
    parts, done = [], 0
    for start, end in hits:
        parts += [escape(text[done:start]), "<mark>", escape(text[start:end]), "</mark>"]
        done = end
    return mark_safe("".join([*parts, escape(text[done:])]))  # noqa: S308  every part is escaped


def _sentence_start(text: str, near: int) -> int:
    space = text.find(" ", near)
    return space + 1 if space >= 0 else near


def _word_end(text: str, near: int) -> int:
    if near >= len(text):
        return len(text)
    space = text.rfind(" ", 0, near)
    return space if space > near - 40 else near
