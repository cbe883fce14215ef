"""Searching in the database itself: what SQLite and PostgreSQL share. Each brings its full-text expressions.

One statement reads the narrow facts of every match that the reader may see; ranking, paging and counting then happen on
these, so that totals, facets and results cannot disagree.
"""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable
from operator import itemgetter

from django.db import connection

from common.access import EVERYTHING_KEY
from search.analysis import Term, folded_term
from search.engines.protocol import Facets, Found, Wanted
from search.models import Entry

#: What is read of each match. As they stand, plain rows sort best first: the level as a negative (2: every word stands in the
#: title as it was typed, 1: in the title in another form, 0: elsewhere), what is over after what is to come, the rank, the entry.
#: Thousands may match, so they stay plain.
Match = tuple[int, int, float, int, str, str, str]
# A word that stands in so many entries is a known one, however many more there are.
ENOUGH = 100
ENTRY, KIND, THING, COMMUNE = 3, 4, 5, 6


class Database(ABC):
    needs_sending = False
    #: SQL: where entries (`e`) and the full-text index stand, the condition (one placeholder), the rank (lower is better).
    tables: str
    condition: str
    #: SQL: the level of a match, with two placeholders for the expressions of levels 2 and 1.
    level: str
    rank: str

    @abstractmethod
    def expression(self, terms: Iterable[Term], every: bool, level: int = 0) -> str:
        """The full-text expression for entries that hold every term, or some, at this level or above (see `Match`)."""

    @abstractmethod
    def beginning(self, terms: list[Term]) -> str:
        """The full-text expression for titles that hold every term, the last one as a beginning."""

    @abstractmethod
    def single(self, word: str) -> str:
        """The full-text expression for one word as the engine keeps it."""

    def prepare(self) -> None:
        """Make the full-text index where it is missing."""
        with connection.cursor() as cursor:
            self.make_index(cursor)

    @abstractmethod
    def make_index(self, cursor) -> None: ...

    def send(self, entries: Iterable[Entry], removed: Iterable[str]) -> None:  # noqa: B027  the index follows the rows by itself
        """Nothing to do."""

    def rebuild(self, entries: Iterable[Entry]) -> int:
        """Nothing to do: the rows were made anew batch by batch, each in one transaction."""
        return Entry.objects.count()

    def find(self, wanted: Wanted, start: int, size: int) -> Found:
        matches = self._matches(wanted)
        if not matches:
            return Found(0, [], Facets())
        days = {} if _dated_kinds().isdisjoint(map(itemgetter(KIND), matches)) else _days_of_things(wanted)
        chosen = sorted(_suiting(matches, wanted, days))
        page = chosen[start : start + size]
        facets = _count(matches, wanted, days) if wanted.counted else Facets()
        return Found(len(chosen), [match[ENTRY] for match in page], facets, [match[THING] for match in page])

    def count_words(self, words: list[str], wanted: Wanted) -> dict[str, tuple[int, int]]:
        if not words:
            return {}
        opened, parameters = _opened(wanted)
        first = f"SELECT e.id AS entry FROM {self.tables} WHERE {self.condition}{opened} LIMIT {ENOUGH}"  # noqa: S608
        statement = f"SELECT %s, COUNT(*), MIN(entry) FROM ({first}) AS first_ones"  # noqa: S608
        values = [value for word in words for value in (word, self.single(folded_term(word, wanted.language)), *parameters)]
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join([statement] * len(words)), values)
            return {word: (number, entry) for word, number, entry in cursor.fetchall() if number}

    def complete(self, wanted: Wanted, size: int) -> list[int]:
        expression = self.beginning(list(wanted.terms))
        rows = self._read([expression] * 3, wanted)
        rows.sort(key=lambda match: match[1:])  # every one of them begins a title
        return [match[ENTRY] for match in rows[:size]]

    def _matches(self, wanted: Wanted) -> list[Match]:
        return self._read([self.expression(wanted.terms, wanted.every_term, level) for level in (2, 1, 0)], wanted)

    def _read(self, expressions: list[str], wanted: Wanted) -> list[Match]:
        """The matches of the last expression, levelled by the first two."""
        opened, parameters = _opened(wanted)
        past = "CASE WHEN e.last_on < %s THEN 1 ELSE 0 END"
        statement = (
            f"SELECT -({self.level}), {past}, {self.rank}, e.id, e.kind, e.thing, e.commune "  # noqa: S608  only our own constants
            f"FROM {self.tables} WHERE {self.condition}{opened}"
        )
        values = [*expressions[:2], wanted.today.isoformat(), expressions[2], *parameters]
        if wanted.kind and not wanted.counted:
            statement, values = f"{statement} AND e.kind = %s", [*values, wanted.kind]
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall()


def _opened(wanted: Wanted) -> tuple[str, list[str]]:
    """The condition that the entry may be shown today and that one of the keys opens it, with its parameters."""
    today = wanted.today.isoformat()
    in_force = " AND (e.shown_from IS NULL OR e.shown_from <= %s) AND (e.shown_until IS NULL OR e.shown_until >= %s)"
    if EVERYTHING_KEY in wanted.keys:
        return in_force, [today, today]
    places = ", ".join(["%s"] * len(wanted.keys))
    by_key = f" AND EXISTS (SELECT 1 FROM search_entrykey k WHERE k.entry_id = e.id AND k.key IN ({places}))"
    return in_force + by_key, [today, today, *sorted(wanted.keys)]


def _dated_kinds() -> frozenset[str]:
    from search.sources import SOURCES  # the sources need the models

    return frozenset(source.code for source in SOURCES if source.dated)


def _days_of_things(wanted: Wanted) -> dict[str, set[tuple[str, str]]]:
    """For each word of time, and for the days chosen (""), the things that happen then."""
    windows = {**wanted.windows, **({"": wanted.days} if wanted.days else {})}
    if not windows:
        return {}
    # Those that begin in the window, and the long ones that began before it: two short walks along two indexes.
    one = (
        "SELECT %s, kind, thing FROM search_span WHERE first_day BETWEEN %s AND %s UNION ALL "
        "SELECT %s, kind, thing FROM search_span WHERE several = %s AND last_day >= %s AND first_day < %s"
    )
    values = []
    for name, window in windows.items():
        first, last = (day.isoformat() for day in window)
        values += [name, first, last, name, True, first, first]
    found: dict[str, set[tuple[str, str]]] = {name: set() for name in windows}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join([one] * len(windows)), values)
        for name, kind, thing in cursor.fetchall():
            found[name].add((kind, thing))
    return found


def _suiting(matches: list[Match], wanted: Wanted, days: dict, without: str = "") -> list[Match]:
    """The matches that pass the chosen facets, one of them left out."""
    if wanted.kind and without != "kind":
        matches = [match for match in matches if match[KIND] == wanted.kind]
    if wanted.commune and without != "commune":
        matches = [match for match in matches if match[COMMUNE] == wanted.commune]
    if wanted.days and without != "when":
        matches = [match for match in matches if (match[KIND], match[THING]) in days.get("", ())]
    return matches


def _count(matches: list[Match], wanted: Wanted, days: dict) -> Facets:
    kinds = Counter(map(itemgetter(KIND), _suiting(matches, wanted, days, without="kind")))
    communes = Counter(map(itemgetter(COMMUNE), _suiting(matches, wanted, days, without="commune")))
    communes.pop("", None)
    things = set(map(itemgetter(KIND, THING), _suiting(matches, wanted, days, without="when"))) if days else set()
    whens = {name: len(things & days.get(name, set())) for name in wanted.windows}
    return Facets(dict(kinds), dict(communes), whens)
