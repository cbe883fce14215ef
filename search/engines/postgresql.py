"""PostgreSQL: a generated `tsvector` of four weights under a GIN index, and a narrow one of the titles alone."""

from collections.abc import Hashable, Iterable

from search.analysis.terms import Term
from search.engines import database
from search.engines.database import Database, phrases_at
from search.engines.days import Days
from search.engines.protocol import EngineQuery, EngineResult
from search.models import LastTurn

WEIGHTS = {"title_words": "A", "title_stems": "B", "text_words": "C", "text_stems": "D"}
TITLE_WEIGHTS = {column: weight for column, weight in WEIGHTS.items() if column.startswith("title")}

# In which weights a match at each level is looked for.
LEVELS = {2: "A", 1: "AB", 0: ""}

# The entries that hold the words, whoever may see them, with the level of their titles (20, 10 or 0, see `database.ORDER`); no
# kinds are all of them. A function has settings of its own: the planner takes an index for as dear as reading each row, whose
# long words are then unpacked one by one. Some thousand rows are an honest guess for what is joined to it. What is asked of
# weights is asked of the titles, which are short.
FOUND = """
CREATE FUNCTION search_found(every_word tsquery, in_title tsquery, as_typed tsquery, kinds varchar[])
RETURNS TABLE (id bigint, thing varchar, kind varchar, commune varchar, shown_from date, shown_until date, last_on date,
               is_off boolean, level integer)
LANGUAGE plpgsql STABLE ROWS 5000
SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 SET jit = off SET plan_cache_mode = force_custom_plan
AS $$ BEGIN RETURN QUERY
    SELECT e.id, e.thing, e.kind, e.commune, e.shown_from, e.shown_until, e.last_on, e.is_off,
        CASE WHEN e.titles @@ as_typed THEN 20 WHEN e.titles @@ in_title THEN 10 ELSE 0 END
    FROM search_entry e WHERE e.tokens @@ every_word AND (kinds IS NULL OR e.kind = ANY (kinds));
END $$
"""
CALL = "search_found(to_tsquery('simple', %s), to_tsquery('simple', %s), to_tsquery('simple', %s), %s::varchar[])"


class Postgresql(Database):
    things = "string_agg(e.thing, chr(10))"
    tables = "search_entry e CROSS JOIN LATERAL (SELECT to_tsquery('simple', %s) AS words) sought"
    condition = "e.tokens @@ sought.words"
    title_condition = "e.titles @@ sought.words"
    last_day_rank = "COALESCE(e.last_on - DATE '2000-01-01', 0)::real"
    # Weights of D, C, B and A.
    weights = "'{0.05, 0.12, 0.6, 1.0}'"
    title_rank = f"-ts_rank({weights}, e.titles, sought.words)"

    def expression(self, terms: Iterable[Term], every: bool, level: int = 0) -> str:
        return (" & " if every else " | ").join(_either(term, LEVELS[level]) for term in terms)

    def beginning(self, terms: list[Term]) -> str:
        return " & ".join([_either(term, LEVELS[1]) for term in terms[:-1]] + [f"{_quoted(terms[-1].words[0])}:*{LEVELS[2]}"])

    def single(self, word: str) -> str:
        return f"{_quoted(word)}:AC"

    def make_index(self, cursor) -> None:
        for name, weights in (("tokens", WEIGHTS), ("titles", TITLE_WEIGHTS)):
            vector = " || ".join(f"setweight(to_tsvector('simple', {column}), '{weight}')" for column, weight in weights.items())
            cursor.execute(
                f"ALTER TABLE search_entry ADD COLUMN IF NOT EXISTS {name} tsvector GENERATED ALWAYS AS ({vector}) STORED"
            )
            cursor.execute(f"CREATE INDEX IF NOT EXISTS search_entry_{name} ON search_entry USING gin ({name})")
        cursor.execute("SELECT COUNT(*) FROM pg_proc WHERE oid = to_regproc('search_found')")
        if not cursor.fetchone()[0]:
            cursor.execute(FOUND)

    def find(self, query: EngineQuery, start: int, size: int) -> EngineResult:
        """The words are sought once; the page and the counts are made of what was found."""
        days = Days(query)
        table, table_values = days.table()
        bits, bit_values = days.column()
        visible, visibility_values = self._visibility(query)
        found = (
            f"SELECT e.id, e.thing, e.kind, e.commune, e.last_on, e.is_off, e.level, {bits} AS days "  # noqa: S608
            f"FROM {CALL} e{days.join} WHERE TRUE{visible}"
        )
        found_values = [*bit_values, *self._call_values(query.terms, query.every_term, query.kinds), *visibility_values]
        choices, choice_values = "", []
        for column, choice in (("e.kind", query.kind), ("e.commune", query.commune)):
            if choice:
                choices, choice_values = f"{choices} AND {column} = %s", [*choice_values, choice]
        if days.choice:
            choices, choice_values = f"{choices} AND (e.days & %s) <> 0", [*choice_values, days.choice]
        rank, rank_values = days.first_time() if query.by_day else self._rank(query)
        ranks = f"WHEN e.level = 20 THEN 20 + {database.KIND_RANK} WHEN e.level = 10 THEN 10 + {database.PLACE_RANK}"
        named = "e.id IN (SELECT n.id FROM search_entry n WHERE n.tokens @@ to_tsquery('simple', %s))"
        page = (
            f"SELECT e.id, e.thing, CASE WHEN {named} THEN 30 + {database.KIND_RANK} {ranks} ELSE 0 END AS level, "  # noqa: S608
            f"{database.LATE} AS late, {rank} AS rank FROM found e WHERE TRUE{choices} "
            "ORDER BY late, level DESC, rank, e.id LIMIT %s OFFSET %s"
        )
        page_values = [self.single(query.whole_title), query.today.isoformat(), *rank_values, *choice_values, size, start]
        if query.counted:
            counts, count_values = "SELECT 0, kind, commune, days, COUNT(*) FROM found GROUP BY 2, 3, 4", []
        else:
            counts, count_values = f"SELECT 0, '', '', 0, COUNT(*) FROM found e WHERE TRUE{choices}", choice_values  # noqa: S608
        statement = (
            f"WITH day_bits AS MATERIALIZED ({table}), found AS MATERIALIZED ({found}), "  # noqa: S608  only our own constants
            f"many AS MATERIALIZED (SELECT COUNT(*) > {database.MOST_WEIGHED} AS are_many FROM found), page AS ({page}) "
            f"SELECT id, thing, '', 0, ROW_NUMBER() OVER (ORDER BY {database.ORDER}) FROM page UNION ALL {counts}"
        )
        return self._result(statement, [*table_values, *found_values, *page_values, *count_values], query, days)

    def version(self) -> Hashable | None:
        """Words are written in turn, each at a later moment than the one before."""
        return LastTurn.objects.filter(pk=1).values_list("at", flat=True).first()

    def _rank(self, query: EngineQuery) -> tuple[str, list]:
        """What the words weigh, the last day where too many hold them, with the values of its placeholders."""
        weight = f"-ts_rank({self.weights}, w.tokens, to_tsquery('simple', %s))"
        weighed = f"(SELECT {weight} FROM search_entry w WHERE w.id = e.id)"  # noqa: S608  only our own constants
        rank = f"CASE WHEN (SELECT are_many FROM many) THEN {self.last_day_rank} ELSE {weighed} END"
        return rank, [self.expression(query.terms, query.every_term)]

    def _found(self, terms: Iterable[Term], kind: str, level: int) -> tuple[str, list]:
        at_level = " WHERE e.level > 0" if level else ""
        return f"{CALL} e{at_level}", self._call_values(terms, True, [kind])

    def _call_values(self, terms: Iterable[Term], every: bool, kinds: Iterable[str]) -> list:
        terms = list(terms)
        return [*(self.expression(terms, every, level) for level in (0, 1, 2)), list(kinds) or None]


def _quoted(word: str) -> str:
    return f"'{word}'"  # a word holds letters and figures only


def _either(term: Term, weights: str) -> str:
    suffix = f":{weights}" if weights else ""
    phrases = (
        "(" + " & ".join(_either(word, weights) for word in phrase) + ")" for phrase in phrases_at(term, weights, LEVELS[2])
    )
    return "(" + " | ".join([*(_quoted(form) + suffix for form in (*term.words, *term.stems)), *phrases]) + ")"
