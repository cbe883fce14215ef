"""What an engine can do. It is given words made by `search.analysis.words` and knows nothing of languages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import NamedTuple, Protocol

from search.analysis.terms import Term
from search.analysis.words import title_term
from search.models import Entry

WHENS = ("today", "weekend", "week")


class EngineUnreachable(Exception):
    """The engine is a server of its own and does not answer."""


class IndexMissing(EngineUnreachable):
    """The engine answers, but holds no index of ours that readers may ask: never the same as finding nothing."""


@dataclass(frozen=True)
class EngineQuery:
    """What a reader looks for: every answer of an engine, completions and counts of words too, keeps to the entries of
    `language` that one of `keys` opens, that may be shown `today` and that belong to the reader's room (`kinds`, `beside`)."""

    terms: tuple[Term, ...]
    keys: frozenset[str]
    language: str
    today: date
    windows: dict[str, tuple[date, date]]  # the days that each word of WHENS stands for
    kind: str = ""
    commune: str = ""
    days: tuple[date, date] | None = None
    hours: tuple[time, time] | None = None  # between which something begins on one of the days, both included
    around: tuple[date, date] | None = None  # what happens on these days comes by hour, within its level; they are no limit
    every_term: bool = True
    counted: bool = True  # whether the facets are asked for
    kinds: tuple[str, ...] = ()  # only these, whatever is chosen; none for all
    beside: tuple[str, ...] = ()  # without what everybody may read of these kinds: it stands elsewhere

    @property
    def whole_title(self) -> str:
        """The term of a title that is these words and no others (see `search.analysis.words.whole_title`)."""
        return title_term("".join(term.folded for term in self.terms), self.language)

    @property
    def by_day(self) -> bool:
        """Whether only a moment is asked for: what happens first comes first."""
        return not any(term.folded and not term.is_moment for term in self.terms)


@dataclass(frozen=True)
class Facets:
    """How many entries each choice would give, the other choices being kept."""

    kinds: dict[str, int] = field(default_factory=dict)
    communes: dict[str, int] = field(default_factory=dict)
    whens: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class EngineResult:
    """One page of the entries that hold the words."""

    total: int  # of all pages
    ids: list[int]
    facets: Facets = field(default_factory=Facets)
    things: list[str] | None = None  # for each entry its `thing`, where the engine knows it


class DocumentName(NamedTuple):
    kind: str
    thing: str
    language: str

    def __str__(self):
        return document_name(*self)


class Engine(Protocol):
    needs_sending: bool  # whether it must be told of entries, or reads the rows by itself

    def find(self, query: EngineQuery, start: int, size: int) -> EngineResult:
        """The entries that hold every term (or some), best first, from the `start`-th on."""

    def count_words(self, words: list[str], query: EngineQuery) -> dict[str, tuple[int, int]]:
        """For each of these folded words that stands in entries open to the reader: in how many, and one of them."""

    def complete(self, query: EngineQuery, size: int) -> list[int]:
        """The entries whose title holds every term, the last one as the beginning of a word."""

    def rebuild(self, entries: Iterable[Entry]) -> int:
        """Make the index anew from all entries, answering from the old one meanwhile; returns their number."""


class SeparateEngine(Engine, Protocol):
    """An engine that `needs_sending`: a server whose index may be lost, or left over by a process that was killed."""

    def send(self, entries: Iterable[Entry], removed: dict[str, datetime]) -> None:
        """Take these entries in, and forget the documents of those names (see `document_name`) as they were at those moments."""

    def differing(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those of a batch of entries whose document is missing, or says something else than they do today."""

    def strangers(self, known: Callable[[list[DocumentName]], set[str]]) -> list[str]:
        """The names of the documents that `known` does not give back; it is asked batch by batch."""

    def is_ready(self, as_reader: bool = True) -> bool:
        """Whether readers are answered from exactly one index, of today's format. Who is about to fill one asks not `as_reader`:
        with the patience of one that writes, and behind no reader."""

    def remove_leftovers(self) -> list[str]:
        """Take away the indexes that no reader asks, and return their names. Only for who holds the turn to rebuild."""


def document_name(kind: str, thing: str, language: str) -> str:
    return f"{kind}-{thing}-{language}"
