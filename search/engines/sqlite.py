"""SQLite: what is asked of every match is told by its place in the index (`search.engines.sqlite_index`), without reading a row
for each."""

from collections import Counter
from collections.abc import Iterable

from django.db import connection

from common.access import EVERYTHING_KEY, PUBLIC_KEY
from search.analysis.terms import Term
from search.engines import database, sqlite_index
from search.engines.database import Count, Database, Near, filter_counts, phrases_at, result_of
from search.engines.days import Days
from search.engines.protocol import EngineQuery, EngineResult
from search.engines.sqlite_index import (
    ENTRY_BIT,
    ENTRY_MASK,
    FIRST_DAY,
    GROUP_BIT,
    GROUP_MASK,
    PART_BIT,
    PLAIN,
    part_bounds,
    place_of_day,
)

# Which columns a match at each level is looked for in.
LEVELS = {2: "title_words : ", 1: "{title_words title_stems} : ", 0: ""}
# More than all bits of `Days` together.
GROUP_STEP = 16
# Of the reader's groups: all, those of what takes place, those of what is off.
ANY, TAKES_PLACE, IS_OFF = "", " WHERE NOT is_off", " WHERE is_off"
GROUP = f"((t.rowid >> {GROUP_BIT}) & {GROUP_MASK})"
ENTRY = f"((t.rowid >> {ENTRY_BIT}) & {ENTRY_MASK})"
TO_COME = "(e.last_on IS NULL OR e.last_on >= %s) AND NOT e.is_off"
ENTRY_AND_GROUP = f"((t.rowid >> {GROUP_BIT}) & {ENTRY_MASK << ENTRY_BIT - GROUP_BIT | GROUP_MASK})"
KIND_RANK = f"(SELECT CASE g.kind WHEN 'commune' THEN 2 WHEN 'place' THEN 1 ELSE 0 END FROM search_group g WHERE g.id = {GROUP})"
PLACE_RANK = f"(SELECT g.kind = 'place' FROM search_group g WHERE g.id = {GROUP})"
# A power of two with room for the entries of an installation: two that share a mark are told apart afterwards.
MARKS = 1 << 17


class Sqlite(Database):
    # CROSS: the words are sought first, whatever other condition has an index.
    things = "group_concat(e.thing, char(10))"
    tables = "search_text CROSS JOIN search_facet e ON e.place = search_text.rowid"
    condition = title_condition = "search_text MATCH %s"
    #: SQL: that an entry answers another full-text expression (one placeholder).
    holds = "e.place IN (SELECT rowid FROM search_text WHERE search_text MATCH %s)"
    #: SQL: the index alone with its condition (one placeholder).
    index = "search_text WHERE search_text MATCH %s"
    is_public = "e.is_public"
    opens = "EXISTS (SELECT 1 FROM search_entrykey k WHERE k.entry_id = e.id AND k.key IN ({}))"
    first_dated = 1
    happening = (
        f"SELECT e.id, h.days, f.place >> {PART_BIT} FROM ({{}}) h CROSS JOIN search_entry e "  # noqa: S608  only our own constants
        "ON e.kind = h.kind AND e.thing = h.thing AND e.language = %s CROSS JOIN search_facet f ON f.id = e.id"
    )
    last_day_rank = "COALESCE(e.last_on, '')"
    # Title above text, the word as it was typed above its stem; bm25 is the smaller the better.
    rank = title_rank = "bm25(search_text, 12.0, 7.0, 2.0, 1.0)"

    def expression(self, terms: Iterable[Term], every: bool, level: int = 0) -> str:
        return (" AND " if every else " OR ").join(_either(term, LEVELS[level]) for term in terms)

    def beginning(self, terms: list[Term]) -> str:
        return " AND ".join([*(_either(term, LEVELS[1]) for term in terms[:-1]), f"{LEVELS[2]}({_quoted(terms[-1].words[0])} *)"])

    def single(self, word: str) -> str:
        return f"{{title_words text_words}} : {_quoted(word)}"

    def make_index(self, cursor) -> None:
        sqlite_index.make_index(cursor)

    def counted(self, bits: str, source: str) -> str:
        """The statement that counts the entries `e` of a source by kind, commune and days: its rows are (0, *Count).

        Sorting one number for each match costs half as much as sorting kind, commune and days."""
        return (
            f"SELECT 0, g.kind, g.commune, c.code & {GROUP_STEP - 1}, c.number "  # noqa: S608  only our own constants
            f"FROM (SELECT ((e.place >> {GROUP_BIT}) & {GROUP_MASK}) * {GROUP_STEP} + {bits} AS code, COUNT(*) AS number "
            f"FROM {source} GROUP BY code) c JOIN search_group g ON g.id = c.code / {GROUP_STEP}"
        )

    def find(self, query: EngineQuery, start: int, size: int) -> EngineResult:
        """Many matches are counted and paged by their places, few are read. Where other days than those of a word of time are
        chosen, each is asked by its row."""
        days = Days(query)
        if not query.counted or days.other_days or query.by_day:
            return self.find_by_rows(query, start, size)
        first_ones = f"SELECT 1 FROM {self.index} LIMIT {database.MOST_WEIGHED + 1}"  # noqa: S608
        with connection.cursor() as cursor:
            whole = self.expression(query.terms, query.every_term)
            cursor.execute(f"SELECT COUNT(*) FROM ({first_ones}) first_ones", [whole])  # noqa: S608  only our own constants
            number = cursor.fetchone()[0]
            if not number:
                return EngineResult(0, [], things=[])
            if number <= database.MOST_WEIGHED:
                return self._few(cursor, query, days, start, size)
            _near, counts = self._kept(cursor, query, days)
            page = self._rows(cursor, query, days, start, size) if days.choice else self._walk(cursor, query, start, size)
        return result_of(page, counts, query, days)

    def find_by_rows(self, query: EngineQuery, start: int, size: int) -> EngineResult:
        """In one statement, which asks each match by its row."""
        days = Days(query)
        day_bits, bit_table_values = days.table()
        page, page_values = self._page(query, days, start, size)
        counts, count_values = self._counts(query, days)
        statement = (
            f"WITH day_bits AS MATERIALIZED ({day_bits}), {page} "  # noqa: S608  only our own constants
            f"SELECT id, thing, '', 0, ROW_NUMBER() OVER (ORDER BY {database.ORDER}) FROM page UNION ALL {counts}"
        )
        return self._result(statement, [*bit_table_values, *page_values, *count_values], query, days)

    def level(self) -> str:
        """SQL: the level of the entry `e` (see `ORDER`). Placeholders: the whole title, the words as typed, those in a title."""
        # Within a level a commune or a place of that name stands before what happens there or speaks of it.
        ranks = {30: database.KIND_RANK, 20: database.KIND_RANK, 10: database.PLACE_RANK}
        return f"CASE {' '.join(f'WHEN {self.holds} THEN {each} + {rank}' for each, rank in ranks.items())} ELSE 0 END"

    def _page(self, query: EngineQuery, days: Days, start: int, size: int) -> tuple[str, list]:
        """The statements that give one page of the matches, the last one named `page`, and the values of their placeholders.

        Of too many matches to be weighed, those to come whose title holds the words as typed mostly fill the page (`best`):
        then nothing is asked of the others (`rest`)."""
        typed, titled, whole = (self.expression(query.terms, query.every_term, level) for level in (2, 1, 0))
        named = self.single(query.whole_title)
        conditions, condition_values = self._choices(query, days)
        first_ones = f"SELECT 1 FROM {self.index} LIMIT {database.MOST_WEIGHED + 1}"  # noqa: S608
        are_many = "(SELECT are_many FROM many)"
        weighed = f"CASE WHEN {are_many} THEN {self.last_day_rank} ELSE {self.rank} END"
        rank, rank_values = days.first_time() if query.by_day else (weighed, [])
        best_rank = rank if query.by_day else self.last_day_rank
        level, best_level = self.level(), f"CASE WHEN {self.holds} THEN 30 ELSE 20 END + {database.KIND_RANK}"
        today = query.today.isoformat()

        def page(level: str, rank: str, limit: str, also: str = "") -> str:
            return (
                f"SELECT e.id, e.thing, {level} AS level, {database.LATE} AS late, {rank} AS rank "  # noqa: S608
                f"FROM {self.tables}{days.join if days.choice else ''} WHERE {self.condition}{conditions}{also} "
                f"ORDER BY late, level DESC, rank, e.id LIMIT {limit} OFFSET %s"
            )

        is_full = "(SELECT COUNT(*) FROM best) = %s"
        many_only = f"CASE WHEN {are_many} THEN %s ELSE 0 END"
        statement = (
            f"many AS MATERIALIZED (SELECT COUNT(*) > {database.MOST_WEIGHED} AS are_many FROM ({first_ones}) first_ones), "
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

    def _found(self, terms: Iterable[Term], kind: str, level: int) -> tuple[str, list]:
        of_kind = f"((search_text.rowid >> {GROUP_BIT}) & {GROUP_MASK}) IN (SELECT id FROM search_group WHERE kind = %s)"  # noqa: S608  only our own constants
        return f"{self.tables} WHERE {self.condition} AND {of_kind}", [self.expression(terms, every=True, level=level), kind]

    def _few(self, cursor, query: EngineQuery, days: Days, start: int, size: int) -> EngineResult:
        """Few matches are all read, each with its weight: the words are sought once, and no days but their own looked at."""
        typed, titled, whole = (self.expression(query.terms, query.every_term, level) for level in (2, 1, 0))
        visible, visibility_values = self._visibility(query)
        bits, bit_values = days.of_entry()
        cursor.execute(
            f"WITH found AS MATERIALIZED (SELECT rowid AS place, {self.rank} AS rank FROM {self.index}) "  # noqa: S608
            f"SELECT {database.LATE} AS late, -{self.level()} AS level, f.rank, e.id, e.thing, e.kind, e.commune, {bits} "
            f"FROM found f CROSS JOIN search_facet e ON e.place = f.place WHERE 1{visible} ORDER BY late, level, f.rank, e.id",
            [whole, query.today.isoformat(), self.single(query.whole_title), typed, titled, *bit_values, *visibility_values],
        )
        matches = [(entry, thing, Count(*facts, 1)) for _late, _level, _rank, entry, thing, *facts in cursor.fetchall()]
        counts = [count for _entry, _thing, count in matches]
        chosen = [(entry, thing) for entry, thing, count in matches if filter_counts([count], query, days)]
        return result_of(chosen[start : start + size], counts, query, days)

    def _groups(self, query: EngineQuery, chosen: bool) -> tuple[str, list]:
        """The statement that gives the groups of the reader's room, named `groups`, with the values of its placeholders.
        `chosen`: only those of the chosen kind and commune."""
        conditions, values = ["1"], []
        if query.kinds:
            conditions, values = [f"kind IN ({', '.join(['%s'] * len(query.kinds))})"], [*query.kinds]
        for column, choice in (("kind", query.kind), ("commune", query.commune)):
            if chosen and choice:
                conditions, values = [*conditions, f"{column} = %s"], [*values, choice]
        where = " AND ".join(conditions)
        return f"groups AS MATERIALIZED (SELECT id, is_off FROM search_group WHERE {where})", values  # noqa: S608

    def _seen(self, query: EngineQuery, which: str = ANY) -> tuple[str, list]:
        """The condition that the reader may see the entry of the index `t`, and that it belongs to these of their `groups`."""
        shown, values = self._shown(query)
        plain = f"t.rowid & {PLAIN} OR " if _sees_plain(query) else ""
        return f"{GROUP} IN (SELECT id FROM groups{which}) AND ({plain}{shown})", values  # noqa: S608

    def _shown(self, query: EngineQuery) -> tuple[str, list]:
        """The condition that the row of the entry of the index `t` opens it to the reader."""
        visible, values = self._visibility(query)
        return f"EXISTS (SELECT 1 FROM search_facet e WHERE e.place = t.rowid{visible})", values  # noqa: S608

    def _count_parts(self, cursor, query: EngineQuery, days: Days, near: Near, parts: list[int]) -> dict[int, Counter]:
        return {part: self._count(cursor, query, days, near, part) for part in parts}

    def _count(self, cursor, query: EngineQuery, days: Days, near: Near, part: int) -> Counter:
        """How many matches of a part of the index there are of each (group, bits of the days). One text of all their groups is
        counted in half the time that the database takes to sort them; of the days only those matches are told that may happen
        then."""
        groups, group_values = self._groups(query, chosen=False)
        shown, shown_values = self._shown(query)
        # What everybody may read is told apart by its group afterwards, once for each group.
        plain = f"t.rowid & {PLAIN} OR " if _sees_plain(query) else ""
        # What is over is not sought among the days that are asked about.
        mark = f"CASE WHEN t.rowid >= {place_of_day(days.first_day)} THEN substr(%s, ({ENTRY} & {MARKS - 1}) + 1, 1) END"
        cursor.execute(
            f"WITH {groups} SELECT group_concat({GROUP}), group_concat(CASE WHEN {mark} = x'01' THEN {ENTRY_AND_GROUP} END) "  # noqa: S608  only our own constants
            f"FROM search_text t WHERE {self.condition} AND t.rowid BETWEEN %s AND %s "
            f"AND ({plain}{GROUP} IN (SELECT id FROM groups) AND {shown})",
            [
                *group_values,
                near.marks if part in near.versions else b"",
                self.expression(query.terms, query.every_term),
                *part_bounds(part),
                *shown_values,
            ],
        )
        of_groups, of_near = (text.split(",") if text else [] for text in cursor.fetchone())
        numbers = Counter({(int(group), 0): number for group, number in Counter(of_groups).items()})
        for entry, group in (divmod(int(code), GROUP_MASK + 1) for code in of_near):
            if bits := near.bits[part].get(entry, 0):
                numbers[group, 0] -= 1
                numbers[group, bits] += 1
        return numbers

    def _together(self, cursor, parts: list[Counter], query: EngineQuery) -> list[Count]:
        """The counts of the reader's kinds."""
        numbers: Counter = Counter()
        for each in parts:
            numbers.update(each)
        cursor.execute("SELECT id, kind, commune FROM search_group")
        names = {group: names for group, *names in cursor.fetchall()}
        counts = [Count(*names[group], bits, number) for (group, bits), number in numbers.items() if number]
        return [count for count in counts if not query.kinds or count.kind in query.kinds]

    def _marks(self, bits: dict[int, dict[int, int]]) -> bytes:
        """MARKS bytes, of which that of each entry's number (its last bits) is 1."""
        marks = bytearray(MARKS)
        for entries in bits.values():
            for entry in entries:
                marks[entry % MARKS] = 1
        return bytes(marks)

    def _rows(self, cursor, query: EngineQuery, days: Days, start: int, size: int) -> list[tuple[int, str]]:
        """Entry and thing of one page of the matches, each asked by its row."""
        table, table_values = days.table()
        page, values = self._page(query, days, start, size)
        statement = f"WITH day_bits AS MATERIALIZED ({table}), {page} SELECT id, thing FROM page ORDER BY {database.ORDER}"  # noqa: S608
        cursor.execute(statement, [*table_values, *values])
        return cursor.fetchall()

    def _walk(self, cursor, query: EngineQuery, start: int, size: int) -> list[tuple[int, str]]:
        """Entry and thing of one page of very many matches, which are not weighed: level by level they are read in the order of
        their places, as far as the page goes. What is over is only asked for where nothing else fills the page."""
        for is_whole in (False, True):
            groups, values = self._groups(query, chosen=True)
            parts, part_values = self._parts(query, is_whole)
            statement = (
                f"WITH {groups}, matches AS (SELECT * FROM ({' UNION ALL '.join(parts)}) LIMIT %s OFFSET %s) "  # noqa: S608
                "SELECT f.id, f.thing FROM matches m CROSS JOIN search_facet f ON f.place = m.place "
                "ORDER BY m.part, m.rank DESC, f.place"
            )
            cursor.execute(statement, [*values, *part_values, size, start])
            page = cursor.fetchall()
            if len(page) == size:
                break
        return page

    def _parts(self, query: EngineQuery, is_whole: bool) -> tuple[list[str], list]:
        """The statements that give the matches in their order, one after the other, and the values of their placeholders; without
        what is cancelled or over unless `is_whole`. Only events have days: no commune or place is among what does."""
        typed, titled, whole = (f"({self.expression(query.terms, query.every_term, level)})" for level in (2, 1, 0))
        named = f"({self.single(query.whole_title)})"
        levels = (
            (f"{named} AND {whole}", KIND_RANK),
            (f"{typed} NOT {named}", KIND_RANK),
            (f"{titled} NOT {typed} NOT {named}", PLACE_RANK),
            (f"{whole} NOT {titled} NOT {named}", "0"),
        )
        today = place_of_day(query.today)
        undated, coming, over = f"t.rowid < {FIRST_DAY}", f"t.rowid >= {today}", f"t.rowid >= {FIRST_DAY} AND t.rowid < {today}"
        times = [(TAKES_PLACE, (undated, coming))]
        times += [(IS_OFF, (undated, coming)), (ANY, (over,))] if is_whole else []
        parts, values = [], []
        for which, ranges in times:
            seen, seen_values = self._seen(query, which)
            for expression, rank in levels:
                for places in ranges:
                    rank = rank if places is undated else "0"
                    order = "rank DESC, t.rowid" if rank != "0" else "t.rowid"
                    parts.append(
                        f"SELECT * FROM (SELECT t.rowid AS place, {len(parts)} AS part, {rank} AS rank FROM search_text t "  # noqa: S608
                        f"WHERE {self.condition} AND {places} AND {seen} ORDER BY {order})"
                    )
                    values += [expression, *seen_values]
        return parts, values


def _sees_plain(query: EngineQuery) -> bool:
    """Whether the place of an entry alone may tell that the reader sees it."""
    return bool({PUBLIC_KEY, EVERYTHING_KEY} & query.keys and not query.beside)


def _quoted(word: str) -> str:
    return f'"{word}"'  # a word holds letters and figures only


def _either(term: Term, columns: str) -> str:
    # The lists of stems are the long ones, and no stem stands among the words of titles. What is sought in another language has
    # stems alone.
    forms = term.words if columns == LEVELS[2] and term.words else (*term.words, *term.stems)
    phrases = ("(" + " AND ".join(_either(word, "") for word in phrase) + ")" for phrase in phrases_at(term, columns, LEVELS[2]))
    return f"{columns}(" + " OR ".join([*map(_quoted, forms), *phrases]) + ")"
