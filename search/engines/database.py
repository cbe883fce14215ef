"""Searching in the database itself: what SQLite and PostgreSQL share. Each brings its full-text expressions.

One statement finds what the reader may see, ranks it and returns one page of it with a small table of counts: how many
matches there are of each kind and commune on each of the days asked about. Total and facets are sums over that table, so that
totals, facets and results cannot disagree, and thousands of matches never leave the database.
"""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Hashable, Iterable
from functools import partial
from typing import NamedTuple

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
IS_PUBLIC = f"EXISTS (SELECT 1 FROM search_entrykey k WHERE k.entry_id = e.id AND k.key = '{PUBLIC_KEY}')"
KIND_RANK = "CASE e.kind WHEN 'commune' THEN 2 WHEN 'place' THEN 1 ELSE 0 END"
# In another form a word is often another word: « plage » and its synonym « mer » in the name of a commune.
PLACE_RANK = "CASE e.kind WHEN 'place' THEN 1 ELSE 0 END"
LATE = "CASE WHEN e.last_on < %s THEN 2 WHEN e.is_off THEN 1 ELSE 0 END"
TO_COME = "(e.last_on IS NULL OR e.last_on >= %s) AND NOT e.is_off"


class Count(NamedTuple):
    """How many matches are alike in what the facets count. `days`: one bit for each word of time, see `search.engines.days`."""

    kind: str
    commune: str
    days: int
    number: int


class Database(ABC):
    needs_sending = False
    #: SQL: where entries (`e`) and the full-text index stand, the condition (one placeholder), the rank (lower is better), the
    #: last day as a rank.
    tables: str
    condition: str
    last_day_rank: str
    is_public = ""  # where the engine knows it without asking the keys
    #: SQL: the full-text index alone with its condition (one placeholder).
    index: str
    #: SQL: all things as one text, a line for each; the condition on their kind (one placeholder).
    things: str
    of_kind = " AND e.kind = %s"
    #: SQL: that an entry answers another full-text expression (one placeholder).
    holds: str
    rank: str

    @abstractmethod
    def expression(self, terms: Iterable[Term], every: bool, level: int = 0) -> str:
        """The full-text expression for entries that hold every term, or some, at this level or above (see `ORDER`)."""

    @abstractmethod
    def beginning(self, terms: list[Term]) -> str:
        """The full-text expression for titles that hold every term, the last one as a beginning."""

    @abstractmethod
    def single(self, word: str) -> str:
        """The full-text expression for one word as the engine keeps it."""

    def counted(self, bits: str, source: str) -> str:
        """The statement that counts the entries `e` of a source by kind, commune and days: its rows are (0, *Count)."""
        return f"SELECT 0, e.kind, e.commune, {bits}, COUNT(*) FROM {source} GROUP BY 2, 3, 4"  # noqa: S608

    def level(self) -> str:
        """SQL: the level of the entry `e` (see `ORDER`). Placeholders: the whole title, the words as typed, those in a title."""
        # Within a level a commune or a place of that name stands before what happens there or speaks of it.
        ranks = {30: KIND_RANK, 20: KIND_RANK, 10: PLACE_RANK}
        return f"CASE {' '.join(f'WHEN {self.holds} THEN {each} + {rank}' for each, rank in ranks.items())} ELSE 0 END"

    def prepare(self) -> None:
        """Make the full-text index where it is missing; may be called again at any time."""
        with connection.cursor() as cursor:
            self.make_index(cursor)

    @abstractmethod
    def make_index(self, cursor) -> None: ...

    def rebuild(self, entries: Iterable[Entry]) -> int:
        """Nothing to do: the rows were made anew batch by batch, each in one transaction."""
        return Entry.objects.count()

    def find(self, query: EngineQuery, start: int, size: int) -> EngineResult:
        days = Days(query)
        day_bits, bit_table_values = days.table()
        page, page_values = self._page(query, days, start, size)
        counts, count_values = self._counts(query, days)
        statement = (
            f"WITH day_bits AS MATERIALIZED ({day_bits}), {page} "  # noqa: S608  only our own constants
            f"SELECT id, thing, '', 0, ROW_NUMBER() OVER (ORDER BY {ORDER}) FROM page UNION ALL {counts}"
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, [*bit_table_values, *page_values, *count_values])
            rows = cursor.fetchall()
        page = sorted((position, entry, thing) for entry, thing, _commune, _days, position in rows if entry)
        counts = [Count(*facts) for entry, *facts in rows if not entry]
        return result_of([(entry, thing) for _position, entry, thing in page], counts, query, days)

    def names(self, terms: Iterable[Term], kind: str) -> Names:
        """The `thing` of every entry of a kind that holds every term, whoever may read it and on whatever day."""
        version = self.version()

        def names_at(level: int, in_titles: Names | None = None) -> Names:
            words = self.expression(terms, every=True, level=level)
            mark = None if version is None else (version, kind, words)
            return Names(mark, partial(self._things, words, kind), self._keys(words, kind), in_titles)

        return names_at(0, in_titles=names_at(1))

    def version(self) -> Hashable | None:
        """Another one after each change of an entry; None where the database notes none."""
        return None

    def _things(self, expression: str, kind: str) -> list[str]:
        """One text of all of them leaves the database in a third of the time that a row for each takes."""
        statement = f"SELECT {self.things} FROM {self.tables} WHERE {self.condition}{self.of_kind}"  # noqa: S608
        with connection.cursor() as cursor:
            cursor.execute(statement, [expression, kind])
            (things,) = cursor.fetchone()
        return things.split("\n") if things else []

    def _keys(self, expression: str, kind: str) -> RawSQL:
        # CASE: things of other kinds are no numbers, whichever condition the database asks first.
        key = "CASE WHEN e.kind = %s THEN CAST(e.thing AS bigint) END"
        statement = f"SELECT {key} FROM {self.tables} WHERE {self.condition}{self.of_kind}"  # noqa: S608  only our own constants
        return RawSQL(statement, [kind, expression, kind], models.BigIntegerField())  # noqa: S611

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
            f"SELECT e.id, {LATE} AS late, {self.rank} AS rank "  # noqa: S608
            f"FROM {self.tables} WHERE {self.condition}{visible} ORDER BY late, rank, e.id LIMIT %s"
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, [query.today.isoformat(), self.beginning(list(query.terms)), *values, size])
            return [entry for entry, _late, _rank in cursor.fetchall()]

    def _page(self, query: EngineQuery, days: Days, start: int, size: int) -> tuple[str, list]:
        """The statements that give one page of the matches, the last one named `page`, and the values of their placeholders.

        Of too many matches to be weighed, those to come whose title holds the words as typed mostly fill the page (`best`):
        then nothing is asked of the others (`rest`)."""
        typed, titled, whole = (self.expression(query.terms, query.every_term, level) for level in (2, 1, 0))
        named = self.single(query.whole_title)
        conditions, condition_values = self._choices(query, days)
        first_ones = f"SELECT 1 FROM {self.index} LIMIT {MOST_WEIGHED + 1}"  # noqa: S608
        are_many = "(SELECT are_many FROM many)"
        weighed = f"CASE WHEN {are_many} THEN {self.last_day_rank} ELSE {self.rank} END"
        rank, rank_values = days.first_time() if query.by_day else (weighed, [])
        best_rank = rank if query.by_day else self.last_day_rank
        level, best_level = self.level(), f"CASE WHEN {self.holds} THEN 30 ELSE 20 END + {KIND_RANK}"
        today = query.today.isoformat()

        def page(level: str, rank: str, limit: str, also: str = "") -> str:
            return (
                f"SELECT e.id, e.thing, {level} AS level, {LATE} AS late, {rank} AS rank "  # noqa: S608
                f"FROM {self.tables}{days.join if days.choice else ''} WHERE {self.condition}{conditions}{also} "
                f"ORDER BY late, level DESC, rank, e.id LIMIT {limit} OFFSET %s"
            )

        is_full = "(SELECT COUNT(*) FROM best) = %s"
        many_only = f"CASE WHEN {are_many} THEN %s ELSE 0 END"
        statement = (
            f"many AS MATERIALIZED (SELECT COUNT(*) > {MOST_WEIGHED} AS are_many FROM ({first_ones}) first_ones), "
            f"best AS MATERIALIZED ({page(best_level, best_rank, many_only, f' AND {TO_COME}')}), "
            f"rest AS ({page(level, rank, f'CASE WHEN {is_full} THEN 0 ELSE %s END')}), "
            f"page AS (SELECT * FROM best WHERE {is_full} UNION ALL SELECT * FROM rest)"  # noqa: S608
        )
        best_values = [named, today, *rank_values, typed, *condition_values, today, size, start]
        rest_values = [named, typed, titled, today, *rank_values, whole, *condition_values, size, size, start]
        return statement, [whole, *best_values, *rest_values, size]

    def _counts(self, query: EngineQuery, days: Days) -> tuple[str, list]:
        """The statement that counts the matches, and the values of its placeholders."""
        whole = self.expression(query.terms, query.every_term)
        if not query.counted:
            conditions, values = self._choices(query, days)
            join = days.join if days.choice else ""
            return f"SELECT 0, '', '', 0, COUNT(*) FROM {self.tables}{join} WHERE {self.condition}{conditions}", [whole, *values]  # noqa: S608
        visible, values = self._visibility(query)
        bits, bit_values = days.column()
        source = f"{self.tables}{days.join} WHERE {self.condition}{visible}"
        return self.counted(bits, source), [*bit_values, whole, *values]

    def _choices(self, query: EngineQuery, days: Days) -> tuple[str, list]:
        """The condition that an entry is visible and passes every chosen facet, with its parameters."""
        condition, values = self._visibility(query)
        for column, choice in (("e.kind", query.kind), ("e.commune", query.commune)):
            if choice:
                condition, values = f"{condition} AND {column} = %s", [*values, choice]
        if days.choice:
            bits, bit_values = days.column()
            condition, values = f"{condition} AND (({bits}) & %s) <> 0", [*values, *bit_values, days.choice]
        return condition, values

    def _visibility(self, query: EngineQuery) -> tuple[str, list[str]]:
        """The condition that the entry may be shown today, that one of the keys opens it and that it belongs to the reader's
        room, with its parameters."""
        today = query.today.isoformat()
        in_room, room_values = self._room(query)
        in_force = " AND (e.shown_from IS NULL OR e.shown_from <= %s) AND (e.shown_until IS NULL OR e.shown_until >= %s)"
        in_force += in_room
        if EVERYTHING_KEY in query.keys:
            return in_force, [today, today, *room_values]
        keys = sorted(query.keys - {PUBLIC_KEY}) if self.is_public else sorted(query.keys)
        conditions = [self.is_public] if self.is_public and PUBLIC_KEY in query.keys else []
        if keys or not conditions:
            places = ", ".join(["%s"] * len(keys)) or "NULL"
            conditions.append(f"EXISTS (SELECT 1 FROM search_entrykey k WHERE k.entry_id = e.id AND k.key IN ({places}))")
        return f"{in_force} AND ({' OR '.join(conditions)})", [today, today, *room_values, *keys]

    def _room(self, query: EngineQuery) -> tuple[str, list[str]]:
        condition, values = "", []
        if query.kinds:
            condition, values = f" AND e.kind IN ({', '.join(['%s'] * len(query.kinds))})", [*query.kinds]
        if query.beside:
            is_public = self.is_public or IS_PUBLIC
            condition += f" AND NOT (e.kind IN ({', '.join(['%s'] * len(query.beside))}) AND {is_public})"
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
