"""SQLite: an FTS5 index that reads the four columns of words, and a narrow table of what is asked of every match. Triggers keep
both: a row of entries holds a whole text, and reading thousands of those would cost more than finding and ranking them."""

from collections.abc import Iterable

from common.access import PUBLIC_KEY
from search.analysis.terms import Term
from search.engines.database import Database, phrases_at

COLUMNS = ("title_words", "title_stems", "text_words", "text_stems")
# Which columns a match at each level is looked for in.
LEVELS = {2: "title_words : ", 1: "{title_words title_stems} : ", 0: ""}
# What is read of every match comes first.
FACETS = ("id", "shown_from", "shown_until", "last_on", "is_off", "thing", "kind", "commune")
# Most entries are open to everybody: their keys need not be read for each match.
IS_PUBLIC = f"EXISTS (SELECT 1 FROM search_entrykey WHERE entry_id = {{}} AND key = '{PUBLIC_KEY}')"
GROUP = "SELECT g.id FROM search_group g WHERE g.kind = {0}.kind AND g.commune = {0}.commune"
TRIGGERS = (
    "search_fts_added", "search_fts_changed", "search_fts_removed",
    "search_key_added", "search_key_changed", "search_key_removed",
)  # fmt: skip
TABLES = ("search_fts", "search_group", "search_facet")
# More than all bits of `Days` together.
GROUP_STEP = 64


class Sqlite(Database):
    # CROSS: the words are sought first, whatever other condition has an index.
    tables = "search_fts CROSS JOIN search_facet e ON e.id = search_fts.rowid"
    condition = "search_fts MATCH %s"
    holds = "e.id IN (SELECT rowid FROM search_fts WHERE search_fts MATCH %s)"
    index = "search_fts WHERE search_fts MATCH %s"
    is_public = "e.is_public"
    last_day_rank = "COALESCE(e.last_on, '')"
    # Title above text, the word as it was typed above its stem; bm25 is the smaller the better.
    rank = "bm25(search_fts, 12.0, 7.0, 2.0, 1.0)"

    def expression(self, terms: Iterable[Term], every: bool, level: int = 0) -> str:
        return (" AND " if every else " OR ").join(_either(term, LEVELS[level]) for term in terms)

    def beginning(self, terms: list[Term]) -> str:
        return " AND ".join([*(_either(term, LEVELS[1]) for term in terms[:-1]), f"{LEVELS[2]}({_quoted(terms[-1].words[0])} *)"])

    def single(self, word: str) -> str:
        return f"{{title_words text_words}} : {_quoted(word)}"

    def counted(self, bits: str, source: str) -> str:
        """Sorting one number for each match costs half as much as sorting kind, commune and days."""
        return (
            f"SELECT 0, g.kind, g.commune, c.code %% {GROUP_STEP}, c.number "  # noqa: S608  only our own constants
            f"FROM (SELECT e.group_id * {GROUP_STEP} + {bits} AS code, COUNT(*) AS number FROM {source} GROUP BY code) c "
            f"JOIN search_group g ON g.id = c.code / {GROUP_STEP}"
        )

    def make_index(self, cursor) -> None:
        """A migration that changes the table of entries makes it anew, without its triggers: then all is filled again."""
        names = ", ".join(["%s"] * len(TABLES + TRIGGERS))
        cursor.execute(f"SELECT COUNT(*) FROM sqlite_master WHERE name IN ({names})", TABLES + TRIGGERS)  # noqa: S608
        if cursor.fetchone()[0] == len(TABLES + TRIGGERS):
            return
        for trigger in TRIGGERS:  # an older version had fewer, and a narrower table or none
            cursor.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        for table in ("search_facet", "search_group"):
            cursor.execute(f"DROP TABLE IF EXISTS {table}")
        columns, facets = ", ".join(COLUMNS), ", ".join(FACETS)
        cursor.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS search_fts USING fts5({columns}, content='search_entry', content_rowid='id', "
            'tokenize="unicode61 remove_diacritics 0")'
        )
        cursor.execute("CREATE TABLE search_group (id INTEGER PRIMARY KEY, kind, commune, UNIQUE (kind, commune))")
        cursor.execute(f"CREATE TABLE search_facet ({facets.replace('id', 'id INTEGER PRIMARY KEY, group_id, is_public', 1)})")
        new, old = (", ".join(f"{row}.{column}" for column in COLUMNS) for row in ("new", "old"))
        add = (
            f"INSERT INTO search_fts(rowid, {columns}) VALUES (new.id, {new}); "
            f"INSERT INTO search_group(kind, commune) SELECT new.kind, new.commune WHERE NOT EXISTS ({GROUP.format('new')}); "
            f"INSERT INTO search_facet(group_id, is_public, {facets}) "
            f"VALUES (({GROUP.format('new')}), {IS_PUBLIC.format('new.id')}, {', '.join(f'new.{column}' for column in FACETS)});"
        )
        forget = (
            f"INSERT INTO search_fts(search_fts, rowid, {columns}) VALUES ('delete', old.id, {old}); "
            "DELETE FROM search_facet WHERE id = old.id;"
        )
        added, changed, removed, key_added, key_changed, key_removed = TRIGGERS
        cursor.execute(f"CREATE TRIGGER {added} AFTER INSERT ON search_entry BEGIN {add} END")
        cursor.execute(f"CREATE TRIGGER {changed} AFTER UPDATE ON search_entry BEGIN {forget} {add} END")
        cursor.execute(f"CREATE TRIGGER {removed} AFTER DELETE ON search_entry BEGIN {forget} END")
        opened, closed = (
            f"UPDATE search_facet SET is_public = {IS_PUBLIC.format(entry)} WHERE id = {entry};"  # noqa: S608
            for entry in ("new.entry_id", "old.entry_id")
        )
        cursor.execute(f"CREATE TRIGGER {key_added} AFTER INSERT ON search_entrykey BEGIN {opened} END")
        cursor.execute(f"CREATE TRIGGER {key_changed} AFTER UPDATE ON search_entrykey BEGIN {closed} {opened} END")
        cursor.execute(f"CREATE TRIGGER {key_removed} AFTER DELETE ON search_entrykey BEGIN {closed} END")
        cursor.execute("INSERT INTO search_fts(search_fts) VALUES ('rebuild')")
        cursor.execute("INSERT INTO search_group(kind, commune) SELECT DISTINCT kind, commune FROM search_entry")
        rows = f"SELECT ({GROUP.format('search_entry')}), {IS_PUBLIC.format('search_entry.id')}, {facets} FROM search_entry"  # noqa: S608
        cursor.execute(f"INSERT INTO search_facet(group_id, is_public, {facets}) {rows}")  # noqa: S608


def _quoted(word: str) -> str:
    return f'"{word}"'  # a word holds letters and figures only


def _either(term: Term, columns: str) -> str:
    phrases = ("(" + " AND ".join(_either(word, "") for word in phrase) + ")" for phrase in phrases_at(term, columns, LEVELS[2]))
    return f"{columns}(" + " OR ".join([*map(_quoted, (*term.words, *term.stems)), *phrases]) + ")"
