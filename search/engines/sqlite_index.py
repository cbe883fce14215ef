"""What SQLite keeps of the entries to find them: an FTS5 index of the four columns of words, a narrow table of what is asked of
matches, one of what many entries have in common, and one of versions. Triggers keep them.

The key of an entry in the index, its place, says by itself what a search asks of every match: the day on which it is over, which
entry it is, and its group. So the index alone gives matches by the day on which they are over, and counts them by group: reading
a row for each of thousands of matches costs three times as much as finding them.
"""

from datetime import date

from common.access import PUBLIC_KEY
from search.engines.database import CHANGE_DAYS, DAYS

COLUMNS = ("title_words", "title_stems", "text_words", "text_stems")
#: A place: 16 bits for the day, 31 for the entry, 15 for its group, and one that is set where everybody may read it on any day.
GROUP_BIT, ENTRY_BIT, DAY_BIT = 1, 16, 47
# What is over within the same 64 days is a part of the index: a year to come has six, what has no day is the first.
PART_BIT = DAY_BIT + 6
PLAIN, GROUP_MASK, ENTRY_MASK = 1, (1 << 15) - 1, (1 << 31) - 1
# Places of what has no day come before this one.
FIRST_DAY = 1 << DAY_BIT
DAY_BEFORE_ALL, LAST_DAY = date(1999, 12, 31), (1 << 16) - 1
JULIAN_DAY_BEFORE_ALL = 2451543.5

FACETS = ("id", "shown_from", "shown_until", "last_on", "is_off", "thing", "kind", "commune")
TRIGGERS = (
    "search_fts_added", "search_fts_changed", "search_fts_removed",
    "search_key_added", "search_key_changed", "search_key_left", "search_key_removed",
    "search_opening_added", "search_opening_changed", "search_opening_removed",
    "search_span_added", "search_span_changed", "search_span_removed",
    "search_part_added", "search_part_removed",
)  # fmt: skip
TABLES = ("search_text", "search_group", "search_facet", "search_version")
OLDER_TABLES = ("search_fts", "search_state")
# What the entries of a group have in common.
GROUP = ("kind", "commune", "is_off")
GROUP_ID = f"SELECT g.id FROM search_group g WHERE ({', '.join(f'g.{name}' for name in GROUP)}) = ({{}})"


NAME = ("kind", "thing", "language")


def place_of_day(day: date) -> int:
    """The first place of what is over on this day."""
    return min(max((day - DAY_BEFORE_ALL).days, 1), LAST_DAY) << DAY_BIT


def part_bounds(part: int) -> tuple[int, int]:
    """The first and the last place of a part."""
    return part << PART_BIT, ((part + 1) << PART_BIT) - 1


def make_index(cursor) -> None:
    """A migration that changes the table of entries makes it anew, without its triggers: then all is filled again."""
    names = ", ".join(["%s"] * len(TABLES + TRIGGERS))
    cursor.execute(f"SELECT COUNT(*) FROM sqlite_master WHERE name IN ({names})", TABLES + TRIGGERS)  # noqa: S608
    if cursor.fetchone()[0] == len(TABLES + TRIGGERS):
        return
    for trigger in TRIGGERS:  # an older version had fewer, and other tables
        cursor.execute(f"DROP TRIGGER IF EXISTS {trigger}")
    for table in (*TABLES, *OLDER_TABLES):
        cursor.execute(f"DROP TABLE IF EXISTS {table}")
    _make_tables(cursor)
    _make_triggers(cursor)
    cursor.execute(_add_groups("search_entry"))
    cursor.execute(_add_facets("search_entry"))
    cursor.execute(_add_words("(SELECT place, id FROM search_facet ORDER BY place) f CROSS JOIN search_entry e ON e.id = f.id"))


def _make_tables(cursor) -> None:
    cursor.execute(
        f"CREATE VIRTUAL TABLE search_text USING fts5({', '.join(COLUMNS)}, content='', "
        'tokenize="unicode61 remove_diacritics 0")'
    )
    cursor.execute(
        f"CREATE TABLE search_group (id INTEGER PRIMARY KEY CHECK (id <= {GROUP_MASK}), {', '.join(GROUP)}, "
        f"UNIQUE ({', '.join(GROUP)}))"
    )
    cursor.execute("CREATE TABLE search_version (part INTEGER PRIMARY KEY, number)")
    cursor.execute("INSERT INTO search_version VALUES (%s, random())", [DAYS])
    # An integer as the entry's own, or their comparison would use no index.
    _id, *facets = FACETS
    cursor.execute(f"CREATE TABLE search_facet (place INTEGER PRIMARY KEY, id INTEGER UNIQUE, is_public, {', '.join(facets)})")


def _make_triggers(cursor) -> None:
    forget = f"{_forget_words('old')} DELETE FROM search_facet WHERE id = old.id;"
    changed_entry = "(SELECT * FROM search_entry WHERE id = new.id)"
    add = _add("new.id", changed_entry)
    added, changed, removed, *others = TRIGGERS
    of_keys, of_openings, of_spans, of_parts = others[:4], others[4:7], others[7:10], others[10:]
    old_name, new_name = (", ".join(f"{row}.{column}" for column in NAME) for row in ("old", "new"))
    rename = CHANGE_DAYS.replace(";", f" AND ({old_name}) IS NOT ({new_name});")
    cursor.execute(f"CREATE TRIGGER {added} AFTER INSERT ON search_entry BEGIN {add} {CHANGE_DAYS} END")
    cursor.execute(f"CREATE TRIGGER {changed} AFTER UPDATE ON search_entry BEGIN {forget} {add} {rename} END")
    cursor.execute(f"CREATE TRIGGER {removed} AFTER DELETE ON search_entry BEGIN {forget} {CHANGE_DAYS} END")
    events = (("INSERT", ["new"]), ("UPDATE", ["new", "old"]), ("DELETE", ["old"]))
    for opening, span, (event, rows) in zip(of_openings, of_spans, events, strict=True):
        parts = (f"(SELECT place >> {PART_BIT} FROM search_facet WHERE id = {row}.entry_id)" for row in rows)  # noqa: S608
        change = " ".join(map(_change, parts))
        cursor.execute(f"CREATE TRIGGER {opening} AFTER {event} ON search_entrykey BEGIN {change} END")
        cursor.execute(f"CREATE TRIGGER {span} AFTER {event} ON search_span BEGIN {CHANGE_DAYS} END")
    for trigger, (event, row) in zip(of_parts, (("INSERT", "new"), ("DELETE", "old")), strict=True):
        part = f"{row}.place >> {PART_BIT}"
        is_new = f"NOT EXISTS (SELECT 1 FROM search_version WHERE part = {part})"  # noqa: S608
        add_part = f"INSERT INTO search_version (part) SELECT {part} WHERE {is_new};"
        cursor.execute(f"CREATE TRIGGER {trigger} AFTER {event} ON search_facet BEGIN {add_part} {_change(part)} END")
    changes = (("INSERT", "new"), ("UPDATE", "new"), ("UPDATE", "old"), ("DELETE", "old"))
    for trigger, (event, row) in zip(of_keys, changes, strict=True):
        # Only where it opened the entry to everybody, or closed it: then it has another place.
        key = f"{row}.entry_id"
        turned = f"(SELECT is_public FROM search_facet WHERE id = {key}) IS NOT {_is_public(key)}"  # noqa: S608
        again = (
            f"{_forget_words('e', f'search_entry e WHERE e.id = {key}')} DELETE FROM search_facet WHERE id = {key}; "
            f"{_add(key, f'(SELECT * FROM search_entry WHERE id = {key})')}"  # noqa: S608
        )
        cursor.execute(f"CREATE TRIGGER {trigger} AFTER {event} ON search_entrykey WHEN {turned} BEGIN {again} END")


def _change(part: str) -> str:
    """The statement of a trigger that notes a change of a part."""
    return f"UPDATE search_version SET number = random() WHERE part = {part};"  # noqa: S608


def _is_public(entry: str) -> str:
    return f"EXISTS (SELECT 1 FROM search_entrykey k WHERE k.entry_id = {entry} AND k.key = '{PUBLIC_KEY}')"  # noqa: S608


def _group_of(entry: str) -> str:
    """The values of `GROUP` for a row of entries."""
    return ", ".join(f"{entry}.{column}" for column in GROUP)


def _add_groups(entries: str) -> str:
    """Not by OR IGNORE, which in a trigger gives way to what its statement says of conflicts."""
    return (
        f"INSERT INTO search_group ({', '.join(GROUP)}) SELECT DISTINCT {_group_of('e')} FROM {entries} e "  # noqa: S608
        f"WHERE NOT EXISTS ({GROUP_ID.format(_group_of('e'))})"
    )


def _add_facets(entries: str) -> str:
    day = f"MIN(MAX(CAST(julianday(e.last_on) - {JULIAN_DAY_BEFORE_ALL} AS INTEGER), 1), {LAST_DAY})"
    group, plain = GROUP_ID.format(_group_of("e")), f"(e.shown_from IS NULL AND e.shown_until IS NULL AND {_is_public('e.id')})"
    place = f"(COALESCE({day}, 0) << {DAY_BIT}) | (e.id << {ENTRY_BIT}) | (({group}) << {GROUP_BIT}) | {plain}"
    facets = ", ".join(f"e.{column}" for column in FACETS)
    return (
        f"INSERT INTO search_facet (place, is_public, {', '.join(FACETS)}) "  # noqa: S608
        f"SELECT {place}, {_is_public('e.id')}, {facets} FROM {entries} e"
    )


def _add_words(source: str) -> str:
    """`source`: facets `f` with their entries `e`."""
    words = ", ".join(f"e.{column}" for column in COLUMNS)
    return f"INSERT INTO search_text (rowid, {', '.join(COLUMNS)}) SELECT f.place, {words} FROM {source}"  # noqa: S608


def _add(entry: str, rows: str) -> str:
    """The statements of a trigger that take one entry in; `rows` gives it."""
    words = _add_words(f"search_facet f JOIN search_entry e ON e.id = f.id WHERE f.id = {entry}")
    return f"{_add_groups(rows)}; {_add_facets(rows)}; {words};"


def _forget_words(row: str, source: str = "") -> str:
    """The statement of a trigger that takes the words of a row of entries out of the index: they must be those it took in."""
    words = ", ".join(f"{row}.{column}" for column in COLUMNS)
    join = f", {source} AND f.id = {row}.id" if source else f" WHERE f.id = {row}.id"
    return (
        f"INSERT INTO search_text (search_text, rowid, {', '.join(COLUMNS)}) "  # noqa: S608
        f"SELECT 'delete', f.place, {words} FROM search_facet f{join};"
    )
