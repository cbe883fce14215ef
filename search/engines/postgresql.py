"""PostgreSQL: a generated `tsvector` of four weights under a GIN index, which holds the kinds and parts of entries too
(`search.engines.postgresql_index`)."""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple

from django.db import connection, transaction

from common.access import PUBLIC_KEY
from search.analysis.terms import Term
from search.engines import database
from search.engines.database import Count, Database, Near, filter_counts, phrases_at, result_of
from search.engines.days import Days
from search.engines.postgresql_index import AS_TYPED, FIRST_DATED, IN_TITLE, PART, make_index
from search.engines.protocol import EngineQuery, EngineResult

# Of more parts than these all are counted.
MOST_PARTS = 20
# Before the words of a level (`search.engines.postgresql_index`): none for those that may stand anywhere.
LEVELS_IN_ORDER = (30, 20, 10, 0)
LEVELS = {2: AS_TYPED, 1: IN_TITLE, 0: ""}
CALL = "search_found(%s::text[], %s::bigint[])"
# Within a level a commune or a place of that name stands before what happens there or speaks of it.
LEVEL = f"e.level + CASE WHEN e.level >= 20 THEN {database.KIND_RANK} WHEN e.level = 10 THEN {database.PLACE_RANK} ELSE 0 END"


class Cell(NamedTuple):
    """How many matches are alike in what the order and the facets know of them. `place`: how late they are, their level below
    zero, and their part; of two cells the matches of the smaller place come first."""

    place: tuple[int, int, int]
    kind: str
    commune: str
    days: int
    number: int


# So many numbers of a place.
ALL, WITHOUT_PART = 3, 2


class Postgresql(Database):
    things = "string_agg(e.thing, chr(10))"
    # OFFSET: else the words are read anew for each row.
    tables = "search_entry e CROSS JOIN LATERAL (SELECT to_tsquery('simple', %s) AS words OFFSET 0) sought"
    condition = "e.tokens @@ sought.words"
    title_condition = "e.titles @@ sought.words"
    # Not by the index that tells entries apart, which would read all of these kinds.
    kind = "(e.kind || '')"
    is_public = f"'{PUBLIC_KEY}' = ANY (e.keys)"
    opens = "e.keys && ARRAY[{}]::varchar[]"
    first_dated = FIRST_DATED
    happening = (
        f"SELECT e.id, h.days, {PART} FROM ({{}}) h JOIN search_entry e "  # noqa: S608  only our own constants
        "ON e.kind = h.kind AND e.thing = h.thing AND e.language = %s"
    )
    last_day_rank = "COALESCE(e.last_on - DATE '2000-01-01', 0)::real"
    # Weights of D, C, B and A.
    weights = "'{0.05, 0.12, 0.6, 1.0}'"
    title_rank = f"-ts_rank({weights}, e.titles, sought.words)"

    def expression(self, terms: Iterable[Term], every: bool, level: int = 0) -> str:
        return (" & " if every else " | ").join(_either(term, LEVELS[level]) for term in terms)

    def beginning(self, terms: list[Term]) -> str:
        """Of titles, which have weights and no further words."""
        words = [_either(term, "", ":AB") for term in terms[:-1]]
        return " & ".join([*words, f"{_quoted(terms[-1].words[0])}:*A"])

    def single(self, word: str) -> str:
        return f"({_quoted(AS_TYPED + word)} | {_quoted(word)}:C)"

    def make_index(self, cursor) -> None:
        with transaction.atomic():
            make_index(cursor)

    def find(self, query: EngineQuery, start: int, size: int) -> EngineResult:
        """The counts, which are kept, tell where in the order a page stands: of many matches only those about there are read."""
        days = Days(query)
        with connection.cursor() as cursor:
            near, (cells, counts) = self._kept(cursor, query, days)
            chosen = [cell for cell in cells if filter_counts([cell], query, days)]
            are_many = sum(count.number for count in counts) > database.MOST_WEIGHED
            if query.by_day:
                rank, places = days.first_time(), {cell.place for cell in chosen}
            else:
                # Within a level there may be weights to compare: then all of it is read.
                rank = (self.last_day_rank, []) if are_many else self._weight(query)
                places, start = _stretch(chosen, start, size, ALL if are_many else WITHOUT_PART)
            page = self._page(cursor, query, days, near, places, rank, start, size) if places else []
        if not query.counted:
            counts = [Count("", "", 0, sum(cell.number for cell in chosen))]
        return result_of(page, counts, query, days)

    def _page(
        self, cursor, query: EngineQuery, days: Days, near: Near, places: set, rank: tuple, start: int, size: int
    ) -> list[tuple[int, str]]:
        """Entry and thing of `size` of the matches at some places in the order, from the `start`-th on. `rank`: SQL, with the
        values of its placeholders."""
        rank, rank_values = rank
        parts, levels = {part for _late, _worse, part in places}, {-worse // 10 * 10 for _late, worse, _part in places}
        visible, values = self._visibility(query)
        for column, choice in (("e.kind", query.kind), ("e.commune", query.commune)):
            if choice:
                visible, values = f"{visible} AND {column} = %s", [*values, choice]
        entries = None
        if days.choice:
            entries = [entry for part in parts for entry, bits in near.bits[part].items() if bits & days.choice]
        # A level at which none of them stands is not asked for.
        expressions = self._expressions(query, [query.kind] if query.kind else query.kinds, parts)
        asked = [each if level in levels else None for level, each in zip(LEVELS_IN_ORDER, expressions, strict=True)]
        only = ", ".join(["(%s, %s, %s)"] * len(places))
        cursor.execute(
            f"SELECT id, thing FROM (SELECT e.id, e.thing, e.part, {database.LATE} AS late, {LEVEL} AS level, {rank} AS rank "  # noqa: S608
            f"FROM {CALL} e WHERE TRUE{visible}) m WHERE (late, -level, part) IN ({only}) "
            f"ORDER BY {database.ORDER} LIMIT %s OFFSET %s",
            [
                query.today.isoformat(), *rank_values, asked, entries, *values,
                *(number for place in places for number in place), size, start,
            ],
        )  # fmt: skip
        return cursor.fetchall()

    def _count_parts(self, cursor, query: EngineQuery, days: Days, near: Near, parts: list[int]) -> dict[int, Counter]:
        """In one statement, however many of the parts: by what tells cells apart. Of the days only those matches are told that
        happen then."""
        visible, values = self._visibility(query)
        near_entries = {entry: bits for part in parts for entry, bits in near.bits.get(part, {}).items()}
        # Where a moment alone is asked for, nothing rests on how many there are at other times.
        only = list(near_entries) if query.by_day and days.choice else None
        cursor.execute(
            f"SELECT e.part, {database.LATE}, {LEVEL}, e.kind, e.commune, COUNT(*), "  # noqa: S608  only our own constants
            f"array_agg(e.id) FILTER (WHERE e.id = ANY (%s::bigint[])) FROM {CALL} e WHERE TRUE{visible} GROUP BY 1, 2, 3, 4, 5",
            [query.today.isoformat(), list(near_entries), self._expressions(query, query.kinds, parts), only, *values],
        )
        counts = {part: Counter() for part in parts}
        for part, late, level, kind, commune, number, entries in cursor.fetchall():
            if part not in counts:
                continue
            numbers, facts = counts[part], ((late, -level, part), kind, commune)
            numbers[*facts, 0] += number - len(entries or ())
            numbers.update((*facts, near_entries[entry]) for entry in entries or ())
        return counts

    def _together(self, cursor, parts: list[Counter], query: EngineQuery) -> tuple[list[Cell], list[Count]]:
        cells = [Cell(*facts, number) for each in parts for facts, number in each.items() if number]
        numbers: Counter = Counter()
        for cell in cells:
            numbers[cell.kind, cell.commune, cell.days] += cell.number
        return cells, [Count(*facts, number) for facts, number in numbers.items()]

    def _expressions(self, query: EngineQuery, kinds: Iterable[str], parts: Collection[int] = ()) -> list[str]:
        """For each level, best first, the expression of what stands at it and at no better one; of these kinds and parts."""
        named = self.single(query.whole_title)
        typed, titled, whole = (f"({self.expression(query.terms, query.every_term, level)})" for level in (2, 1, 0))
        words = ([f"kind{kind}" for kind in kinds], [f"part{part}" for part in parts] if len(parts) <= MOST_PARTS else [])
        also = "".join(f" & ({' | '.join(map(_quoted, each))})" for each in words if each)
        levels = (
            f"{named} & {whole}",
            f"{typed} & !{named}",
            f"{titled} & !{typed} & !{named}",
            f"{whole} & !{titled} & !{named}",
        )
        return [level + also for level in levels]

    def _weight(self, query: EngineQuery) -> tuple[str, list]:
        """What the words weigh in the entry `e`, with the values of its placeholders."""
        weight = f"-ts_rank({self.weights}, w.tokens, (SELECT to_tsquery('simple', %s)))"
        return f"(SELECT {weight} FROM search_entry w WHERE w.id = e.id)", [self.expression(query.terms, query.every_term)]  # noqa: S608

    def _found(self, terms: Iterable[Term], kind: str, level: int) -> tuple[str, list]:
        words = f"({self.expression(terms, every=True, level=level)}) & {_quoted(f'kind{kind}')}"
        return f"{CALL} e", [[words], None]


def _stretch(cells: list[Cell], start: int, size: int, depth: int) -> tuple[set[tuple[int, int, int]], int]:
    """Where in the order `size` matches from the `start`-th on stand, told by the first numbers of a place; and the how
    many-th of the matches there is the first of them."""
    numbers: Counter = Counter()
    for cell in cells:
        numbers[cell.place[:depth]] += cell.number
    wanted, position, first = set(), 0, start
    for place, number in sorted(numbers.items()):
        if position + number <= start:
            first -= number
        elif position < start + size:
            wanted.add(place)
        position += number
    return {cell.place for cell in cells if cell.place[:depth] in wanted}, first


def _quoted(word: str) -> str:
    return f"'{word}'"  # a word holds letters and figures only


def _either(term: Term, before: str, weights: str = "") -> str:
    forms = term.words if before == AS_TYPED and term.words else (*term.words, *term.stems)
    phrases = (
        "(" + " & ".join(_either(word, before, weights) for word in phrase) + ")" for phrase in phrases_at(term, before, AS_TYPED)
    )
    return "(" + " | ".join([*(_quoted(before + form) + weights for form in forms), *phrases]) + ")"
