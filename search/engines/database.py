"""Searching in the database itself: what SQLite and PostgreSQL share. Each brings its full-text expressions.

One statement finds what the reader may see, ranks it and returns one page of it with a small table of counts: how many
matches there are of each kind and commune on each of the days asked about. Total and facets are sums over that table, so that
totals, facets and results cannot disagree, and thousands of matches never leave the database.
"""

from abc import ABC, abstractmethod
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from functools import partial
from hashlib import sha256
from typing import Any, NamedTuple

from django.core.cache import caches
from django.db import connection, models
from django.db.models.expressions import RawSQL

from common.access import EVERYTHING_KEY, PUBLIC_KEY
from common.search_port import Names
from search.analysis.terms import Term
from search.analysis.words import folded_term
from search.engines.days import Days
from search.engines.protocol import EngineQuery, EngineResult, Facets
from search.models import Entry

# A word that stands in so many entries is a known one, however many more there are.
MOST_COUNTED = 100
# Where more entries than these hold the words, weighing them tells them apart for nobody and costs most of the search: what is
# over soonest comes first.
MOST_WEIGHED = 300
#: Best first: what is cancelled comes after what takes place, and what is over last. The level is 30 where the words are the
#: whole title, 20 where every word stands in the title as it was typed, 10 in the title in another form or in what the thing is
#: or has, 0 elsewhere; the rank is what the words weigh, the last day where too many hold them, or the first time where a moment
#: alone is asked for.
ORDER = "late, level DESC, rank, id"
KIND_RANK = "CASE e.kind WHEN 'commune' THEN 2 WHEN 'place' THEN 1 ELSE 0 END"
# In another form a word is often another word: « plage » and its synonym « mer » in the name of a commune.
PLACE_RANK = "CASE e.kind WHEN 'place' THEN 1 ELSE 0 END"
LATE = "CASE WHEN e.last_on < %s THEN 2 WHEN e.is_off THEN 1 ELSE 0 END"
#: For what is kept of an answer: another number of a part of the index after each change of its entries or of their keys, and
#: another one of `DAYS` where things came, went or happen on other days. By chance: one that was rolled back never comes again.
VERSIONS = "SELECT part, number FROM search_version"
DAYS = -1
CHANGE_DAYS = f"UPDATE search_version SET number = random() WHERE part = {DAYS};"
# What is kept is made anew after a change (`search_version`); this only forgets what nobody asks for any more.
KEPT_SECONDS = 600


class Count(NamedTuple):
    """How many matches are alike in what the facets count. `days`: one bit for each word of time, see `search.engines.days`."""

    kind: str
    commune: str
    days: int
    number: int


class Near(NamedTuple):
    """What happens on the days that are asked about: for each part of the index the bits of the entries of a language, and what
    differs where others happen then; `marks`, where the database is told of all of them in a way of its own."""

    bits: dict[int, dict[int, int]]
    versions: dict[int, int]
    marks: Any


class Database(ABC):
    needs_sending = False
    #: SQL: where entries (`e`) and the full-text index stand, the condition (one placeholder), the same for an expression that
    #: asks for titles alone, and what such a match weighs (lower is better).
    tables: str
    condition: str
    title_condition: str
    title_rank: str
    kind = "e.kind"
    #: SQL: that everybody may read the entry `e`, and that one of some keys opens it (their placeholders in place of {}).
    is_public: str
    opens: str
    #: SQL: all things as one text, a line for each.
    things: str
    first_dated: int  # of what has no day the parts come before this one
    #: SQL: of what happens then (a statement, in place of {}) the entry of a language, its bits and its part.
    happening: str

    @abstractmethod
    def expression(self, terms: Iterable[Term], every: bool, level: int = 0) -> str:
        """The full-text expression for entries that hold every term, or some, at this level or above (see `ORDER`)."""

    @abstractmethod
    def beginning(self, terms: list[Term]) -> str:
        """The full-text expression for titles that hold every term, the last one as a beginning."""

    @abstractmethod
    def single(self, word: str) -> str:
        """The full-text expression for one word as the engine keeps it."""

    def prepare(self) -> None:
        """Make the full-text index where it is missing; may be called again at any time."""
        with connection.cursor() as cursor:
            self.make_index(cursor)

    @abstractmethod
    def make_index(self, cursor) -> None: ...

    def rebuild(self, entries: Iterable[Entry]) -> int:
        """Nothing to do: the rows were made anew batch by batch, each in one transaction."""
        return Entry.objects.count()

    @abstractmethod
    def find(self, query: EngineQuery, start: int, size: int) -> EngineResult: ...

    def _result(self, statement: str, values: list, query: EngineQuery, days: Days) -> EngineResult:
        """`statement` gives the entries of a page as (entry, thing, "", 0, position) and the counts as (0, *Count)."""
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            rows = cursor.fetchall()
        page = sorted((position, entry, thing) for entry, thing, _commune, _days, position in rows if entry)
        counts = [Count(*facts) for entry, *facts in rows if not entry]
        return result_of([(entry, thing) for _position, entry, thing in page], counts, query, days)

    def names(self, terms: Iterable[Term], kind: str, is_dated: bool) -> Names:
        """The `thing` of every entry of a kind that holds every term, whoever may read it and on whatever day. `is_dated`: it
        happens on days; else nothing that does changes the names."""
        version, terms = self._versions(is_dated), list(terms)

        def names_at(level: int, in_titles: Names | None = None) -> Names:
            words = self.expression(terms, every=True, level=level)
            return Names(
                (version, kind, words), partial(self._things, terms, kind, level), self._keys(terms, kind, level), in_titles
            )

        return names_at(0, in_titles=names_at(1))

    @abstractmethod
    def _found(self, terms: Iterable[Term], kind: str, level: int) -> tuple[str, list]:
        """SQL: the entries `e` of a kind that hold every term at this level or above, and the values of its placeholders."""

    def _things(self, terms: Iterable[Term], kind: str, level: int) -> list[str]:
        """Their things. One text of all of them leaves the database in a third of the time that a row for each takes."""
        source, values = self._found(terms, kind, level)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {self.things} FROM {source}", values)  # noqa: S608  only our own constants
            (things,) = cursor.fetchone()
        return things.split("\n") if things else []

    def _keys(self, terms: Iterable[Term], kind: str, level: int) -> RawSQL:
        source, values = self._found(terms, kind, level)
        # CASE: things of other kinds are no numbers, whichever condition the database asks first.
        key = "CASE WHEN e.kind = %s THEN CAST(e.thing AS bigint) END"
        return RawSQL(f"SELECT {key} FROM {source}", [kind, *values], models.BigIntegerField())  # noqa: S608, S611

    def _versions(self, of_dated: bool) -> Hashable:
        with connection.cursor() as cursor:
            cursor.execute(VERSIONS)
            return frozenset(each for each in cursor.fetchall() if of_dated or DAYS < each[0] < self.first_dated)

    def _kept(self, cursor, query: EngineQuery, days: Days) -> tuple[Near, Any]:
        """What happens in the windows, and what `_together` makes of the counts of all matches. They are kept part by part, until
        an entry, a key or a day of that part changes: the next page and each filter ask the same, and after a change one part is
        counted anew."""
        cursor.execute(VERSIONS)
        versions = dict(cursor.fetchall())
        near = self._near(cursor, days, query.language, versions.pop(DAYS))
        versions = {part: (number, near.versions.get(part)) for part, number in versions.items()}
        facts = (self.expression(query.terms, query.every_term), self.single(query.whole_title), sorted(query.keys))
        facts += (query.kinds, query.beside, query.today, days.windows, days.other_days, days.hours)
        key, memory = f"search.counts.{sha256(repr(facts).encode()).hexdigest()}", caches["memory"]
        counted, together = memory.get(key, (None, None))
        if counted != versions:
            parts = memory.get(f"{key}.parts", {})
            stale = [part for part, version in versions.items() if part not in parts or parts[part][0] != version]
            fresh = self._count_parts(cursor, query, days, near, stale)
            parts = {part: (version, fresh[part]) if part in fresh else parts[part] for part, version in versions.items()}
            together = self._together(cursor, [numbers for _version, numbers in parts.values()], query)
            memory.set(f"{key}.parts", parts, KEPT_SECONDS)
            memory.set(key, (versions, together), KEPT_SECONDS)
        return near, together

    @abstractmethod
    def _count_parts(self, cursor, query: EngineQuery, days: Days, near: Near, parts: list[int]) -> dict[int, Counter]:
        """How many matches there are in each of these parts, by what tells them apart."""

    @abstractmethod
    def _together(self, cursor, parts: list[Counter], query: EngineQuery) -> Any:
        """What is kept of the counts of all parts."""

    def _near(self, cursor, days: Days, language: str, version: float) -> Near:
        """The same for all questions until things come, go or happen on other days."""
        table, values = days.whole_table()
        if not values:
            return Near({}, {}, None)
        key, memory = ".".join(["search.near", language, *map(str, (version, *values))]), caches["memory"]
        if (near := memory.get(key)) is None:
            cursor.execute(self.happening.format(table), [*values, language])
            bits: dict[int, dict[int, int]] = defaultdict(dict)
            for entry, each, part in cursor.fetchall():
                bits[part][entry] = each
            near = Near(dict(bits), {part: hash(frozenset(each.items())) for part, each in bits.items()}, self._marks(bits))
            memory.set(key, near, KEPT_SECONDS)
        return near

    def _marks(self, bits: dict[int, dict[int, int]]) -> Any:
        """What is kept for telling the database of all these entries."""
        return None

    def count_words(self, words: list[str], query: EngineQuery) -> dict[str, tuple[int, int]]:
        if not words:
            return {}
        visible, visibility_values = self._visibility(query)
        first = f"SELECT e.id AS entry FROM {self.tables} WHERE {self.condition}{visible} LIMIT {MOST_COUNTED}"  # noqa: S608
        statement = f"SELECT %s, COUNT(*), MIN(entry) FROM ({first}) AS first_ones"  # noqa: S608
        values = [value for word in words for value in (word, self.single(folded_term(word, query.language)), *visibility_values)]
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join([statement] * len(words)), values)
            return {word: (number, entry) for word, number, entry in cursor.fetchall() if number}

    def complete(self, query: EngineQuery, size: int) -> list[int]:
        visible, values = self._visibility(query)
        statement = (
            f"SELECT e.id, {LATE} AS late, {self.title_rank} AS rank "  # noqa: S608
            f"FROM {self.tables} WHERE {self.title_condition}{visible} ORDER BY late, rank, e.id LIMIT %s"
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, [query.today.isoformat(), self.beginning(list(query.terms)), *values, size])
            return [entry for entry, _late, _rank in cursor.fetchall()]

    def _visibility(self, query: EngineQuery) -> tuple[str, list[str]]:
        """The condition that the entry may be shown today, that one of the keys opens it and that it belongs to the reader's
        room, with its parameters."""
        today = query.today.isoformat()
        in_room, room_values = self._room(query)
        in_force = " AND (e.shown_from IS NULL OR e.shown_from <= %s) AND (e.shown_until IS NULL OR e.shown_until >= %s)"
        in_force += in_room
        if EVERYTHING_KEY in query.keys:
            return in_force, [today, today, *room_values]
        keys = sorted(query.keys - {PUBLIC_KEY})
        conditions = [self.is_public] if PUBLIC_KEY in query.keys else []
        if keys or not conditions:
            conditions.append(self.opens.format(", ".join(["%s"] * len(keys)) or "NULL"))
        return f"{in_force} AND ({' OR '.join(conditions)})", [today, today, *room_values, *keys]

    def _room(self, query: EngineQuery) -> tuple[str, list[str]]:
        condition, values = "", []
        if query.kinds:
            condition, values = f" AND {self.kind} IN ({', '.join(['%s'] * len(query.kinds))})", [*query.kinds]
        if query.beside:
            condition += f" AND NOT ({self.kind} IN ({', '.join(['%s'] * len(query.beside))}) AND {self.is_public})"
            values += query.beside
        return condition, values


def phrases_at(term: Term, level: str, typed: str) -> tuple[tuple[Term, ...], ...]:
    """The phrases that stand for a term at a level; none where only what was typed counts."""
    return () if level == typed else term.phrases


def result_of(page: list[tuple[int, str]], counts: list[Count], query: EngineQuery, days: Days) -> EngineResult:
    """`page`: entry and thing of each; `counts`: of every match, one row with its number where no facets are asked for."""
    ids, things = [entry for entry, _thing in page], [thing for _entry, thing in page]
    if not query.counted:
        return EngineResult(counts[0].number, ids, Facets(), things)
    total = sum(count.number for count in filter_counts(counts, query, days))
    return EngineResult(total, ids, _facets(counts, query, days), things)


def filter_counts(counts: list[Count], query: EngineQuery, days: Days, without: str = "") -> list[Count]:
    """The counts of what passes the chosen facets, one of them left out."""
    if query.kind and without != "kind":
        counts = [count for count in counts if count.kind == query.kind]
    if query.commune and without != "commune":
        counts = [count for count in counts if count.commune == query.commune]
    if days.choice and without != "when":
        counts = [count for count in counts if count.days & days.choice]
    return counts


def _facets(counts: list[Count], query: EngineQuery, days: Days) -> Facets:
    kinds, communes, whens = Counter(), Counter(), dict.fromkeys(days.bits, 0)
    for count in filter_counts(counts, query, days, without="kind"):
        kinds[count.kind] += count.number
    for count in filter_counts(counts, query, days, without="commune"):
        communes[count.commune] += count.number
    communes.pop("", None)
    for count in filter_counts(counts, query, days, without="when"):
        for name, bit in days.bits.items():
            whens[name] += count.number if count.days & bit else 0
    return Facets(dict(kinds), dict(communes), whens)
