"""PostgreSQL: a generated `tsvector` of four weights under a GIN index."""

from collections.abc import Iterable

from search.analysis.terms import Term
from search.engines.database import Database, phrases_at

WEIGHTS = {"title_words": "A", "title_stems": "B", "text_words": "C", "text_stems": "D"}

# In which weights a match at each level is looked for.
LEVELS = {2: "A", 1: "AB", 0: ""}


class Postgresql(Database):
    # The configuration `simple` neither stems nor drops anything: the words come ready.
    tables = "search_entry e CROSS JOIN LATERAL (SELECT to_tsquery('simple', %s) AS words) sought"
    condition = "e.tokens @@ sought.words"
    holds = "e.tokens @@ to_tsquery('simple', %s)"
    index = "search_entry WHERE tokens @@ to_tsquery('simple', %s)"
    things = "string_agg(e.thing, chr(10))"
    last_day_rank = "COALESCE(e.last_on - DATE '2000-01-01', 0)::real"
    # Weights of D, C, B and A.
    rank = "-ts_rank('{0.05, 0.12, 0.6, 1.0}', e.tokens, sought.words)"

    def expression(self, terms: Iterable[Term], every: bool, level: int = 0) -> str:
        return (" & " if every else " | ").join(_either(term, LEVELS[level]) for term in terms)

    def beginning(self, terms: list[Term]) -> str:
        return " & ".join([_either(term, LEVELS[1]) for term in terms[:-1]] + [f"{_quoted(terms[-1].words[0])}:*{LEVELS[2]}"])

    def single(self, word: str) -> str:
        return f"{_quoted(word)}:AC"

    def make_index(self, cursor) -> None:
        vector = " || ".join(f"setweight(to_tsvector('simple', {column}), '{weight}')" for column, weight in WEIGHTS.items())
        cursor.execute(f"ALTER TABLE search_entry ADD COLUMN IF NOT EXISTS tokens tsvector GENERATED ALWAYS AS ({vector}) STORED")
        cursor.execute("CREATE INDEX IF NOT EXISTS search_entry_tokens ON search_entry USING gin (tokens)")


def _quoted(word: str) -> str:
    return f"'{word}'"  # a word holds letters and figures only


def _either(term: Term, weights: str) -> str:
    suffix = f":{weights}" if weights else ""
    phrases = (
        "(" + " & ".join(_either(word, weights) for word in phrase) + ")" for phrase in phrases_at(term, weights, LEVELS[2])
    )
    return "(" + " | ".join([*(_quoted(form) + suffix for form in (*term.words, *term.stems)), *phrases]) + ")"
