"""What is tried for a question until something is found: its moment, other days, its words corrected, some of its words."""

from dataclasses import dataclass, field, replace

from search.analysis.moments import Moment
from search.analysis.synonyms import Group
from search.engines import EngineQuery, EngineResult
from search.engines.bridges import are_known_elsewhere, count_in_other_languages
from search.engines.corrections import FEW, corrected_terms, corrected_text, with_corrections
from search.engines.moments import with_moment, without_moment
from search.engines.protocol import Engine
from search.filters import MOST_TERMS, SearchFilters
from search.sources.rooms import Scope

PAGE_SIZE = 15
# Of what stands in another room than the one the reader is in: enough to know that it is there.
FEW_ELSEWHERE = 3
# Among the best of them are some of each room, unless one room has all of them.
LOOKED_AT_ELSEWHERE = 30


@dataclass
class Attempts:
    """`query` is the question as it was answered at last, `result` a page of what it found in the scope that the reader is in,
    `other` a few of the scope beside it."""

    engine: Engine
    filters: SearchFilters
    query: EngineQuery
    beside: Scope | None
    synonyms: tuple[Group, ...] = ()
    result: EngineResult = field(default_factory=lambda: EngineResult(0, []))
    other: EngineResult = field(default_factory=lambda: EngineResult(0, []))
    moment: Moment | None = None  # what the question says of when
    is_of_other_days: bool = False  # that moment has nothing
    in_other_languages: dict[str, int] = field(default_factory=dict)
    corrected: str = ""
    suggestion: str = ""
    loosened: bool = False

    def make(self, is_answered: bool) -> None:
        """Ask, and where little is found go on. Words that the editors answer (`is_answered`) were meant as they are."""
        number_of_words = len(self.query.terms)
        if not self.filters.exactly and not self.query.days:
            self.query, self.moment = with_moment(self.engine, self.query, self.filters.text, MOST_TERMS, self.synonyms)
        self._ask()
        if self.moment and self.is_empty:
            self.is_of_other_days = True
            self.query = without_moment(self.query, self.moment, MOST_TERMS, self.synonyms)
            self._ask()
        if self.result.total < FEW and not self.filters.narrows:
            self._count_in_other_languages()
        if is_answered:
            return
        if not self.filters.exactly and self.result.total < FEW and not (self.result.total and self.filters.narrows):
            self._correct()
        if self.is_empty and number_of_words > 1:
            self.result = self._find(replace(self.query, every_term=False))
            self.loosened = bool(self.result.total)

    @property
    def is_empty(self) -> bool:
        return not self.result.total and not self.other.total

    def _ask(self) -> None:
        self.result, self.other = self._find(self.query), self._find_beside(self.query)

    def _find(self, query: EngineQuery) -> EngineResult:
        """One page of results; the last one where there are fewer."""
        page = self.filters.page
        result = self.engine.find(query, (page - 1) * PAGE_SIZE, PAGE_SIZE)
        if result.total and not result.ids and page > 1:
            result = self.engine.find(query, (result.total - 1) // PAGE_SIZE * PAGE_SIZE, PAGE_SIZE)
        return result

    def _find_beside(self, query: EngineQuery) -> EngineResult:
        if self.beside is None:
            return EngineResult(0, [])
        query = replace(self._query_beside(query), counted=False)
        return self.engine.find(query, 0, LOOKED_AT_ELSEWHERE if self.beside.beside else FEW_ELSEWHERE)

    def _query_beside(self, query: EngineQuery) -> EngineQuery:
        return replace(query, keys=self.beside.keys, kinds=self.beside.kinds, beside=self.beside.beside)

    def _count_in_other_languages(self) -> None:
        text = self.filters.text if self.query.around or not self.moment else self.moment.text
        counts = count_in_other_languages(self.engine, self.query, text, MOST_TERMS)
        self.in_other_languages = {code: number for code, number in counts.items() if number > self.result.total}

    def _correct(self) -> None:
        """What is found by the corrected words takes the place of nothing found; where they find more, they are suggested."""
        if corrections := corrected_terms(self.engine, self.query):
            query = with_corrections(self.query, corrections)
            result = self._find(query)
            text = corrected_text(self.filters.text, corrections)
            # A word that another room or another language has was not mistyped.
            is_slip = not self.other.total and not are_known_elsewhere(self.engine, self.query, corrections)
            if not self.result.total and result.total and is_slip:
                self.result, self.query, self.corrected = result, query, text
            elif result.total > self.result.total and not self.in_other_languages:
                self.suggestion = text
        elif self.beside and self.is_empty and not self.in_other_languages:
            query = self._query_beside(self.query)
            if corrections := corrected_terms(self.engine, query):
                self.query = with_corrections(self.query, corrections)
                self.corrected = corrected_text(self.filters.text, corrections)
                self.other = self._find_beside(self.query)
