"""What is shown of a thing around the words sought, marked on the original text by the same analysis that found them."""

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.analysis.terms import Term
from search.analysis.words import Token, compounds, is_stop_word, stem_term, stems, tokenise

EXCERPT = 220
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
        self._held: dict[tuple[str, str], bool] = {}  # words come back from one result to the next

    def holds(self, token: Token, words_language: str) -> bool:
        known = token.lowered, words_language
        if known not in self._held:
            self._held[known] = self._holds(token, words_language)
        return self._held[known]

    def _holds(self, token: Token, words_language: str) -> bool:
        if token.folded in self.folded:
            return True
        if is_stop_word(token.folded):
            return False
        return any(stem_term(stem, self.language, words_language) in self.stems for stem in stems(token.lowered, words_language))

    def mark(self, text: str, words_language: str) -> SafeString:
        """The text, escaped, with its hits between `<mark>` and `</mark>`."""
        hits = [token for token in tokenise(text) if self.holds(token, words_language)]
        # « e-bike » for who seeks « ebike »: the whole, where no part of it is marked already.
        wholes = (token for token in compounds(text) if self.holds(token, words_language))
        hits += [whole for whole in wholes if not any(whole.start <= hit.start < whole.end for hit in hits)]
        return _marked(text, sorted(hits, key=lambda hit: hit.start))

    def excerpt(self, text: str, words_language: str) -> SafeString:
        """A few lines of the text around its first hit, marked; its beginning where it has none."""
        text = " ".join(text[:MOST_READ].split())
        hits: list[Token] = []
        for token in tokenise(text):
            if hits and token.start > hits[0].start + EXCERPT:
                break
            if self.holds(token, words_language):
                hits.append(token)
        start = _sentence_start(text, max(0, hits[0].start - LEAD)) if hits and hits[0].start > EXCERPT - LEAD else 0
        end = _word_end(text, start + EXCERPT)
        inside = [
            Token(hit.start - start, hit.end - start, hit.lowered, hit.folded)
            for hit in hits
            if start <= hit.start and hit.end <= end
        ]
        before, after = "… " if start else "", " …" if end < len(text) else ""
        return mark_safe(before + _marked(text[start:end], inside) + after)  # noqa: S308  both parts are escaped


def _marked(text: str, hits: list[Token]) -> SafeString:
    parts, done = [], 0
    for hit in hits:
        parts += [escape(text[done : hit.start]), "<mark>", escape(text[hit.start : hit.end]), "</mark>"]
        done = hit.end
    return mark_safe("".join([*parts, escape(text[done:])]))  # noqa: S308  every part is escaped


def _sentence_start(text: str, near: int) -> int:
    space = text.find(" ", near)
    return space + 1 if space >= 0 else near


def _word_end(text: str, near: int) -> int:
    if near >= len(text):
        return len(text)
    space = text.rfind(" ", 0, near)
    return space if space > near - 40 else near
