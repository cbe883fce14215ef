"""What PostgreSQL keeps of the entries to find them: on each entry a `tsvector` of its words, another one of its title, and the
keys that open it; beside them a table of versions. Triggers keep keys and versions.

Besides the words as they are, the index holds what is asked of thousands of matches as further words, so that it alone tells
them: the words of titles with a letter before them, the kind, and the part of the order in which an entry stands.
"""

from search.engines.database import CHANGE_DAYS, DAYS

WEIGHTS = {"title_words": "A", "title_stems": "B", "text_words": "C", "text_stems": "D"}
TITLE_WEIGHTS = {column: weight for column, weight in WEIGHTS.items() if column.startswith("title")}
#: Before a word: it stands in the title as it was typed; it stands there in another form or in what the thing is or has.
AS_TYPED, IN_TITLE = "a", "b"

# What is over within the same 16 days is a part of the entries; what has no day comes before, by its number. A page reads those
# of one part that hold the words, mostly, and so does the counting after a change.
DAYS_OF_PART, NUMBER_BITS, FIRST_DATED = 16, 12, 1 << 20
PART = (
    f"CASE WHEN last_on IS NULL THEN id >> {NUMBER_BITS} ELSE {FIRST_DATED} + (last_on - DATE '1999-12-31') / {DAYS_OF_PART} END"
)
# What a count of matches rests on.
NAME = ("kind", "thing", "language")
COUNTED = (*NAME, "commune", "shown_from", "shown_until", "last_on", "is_off", "keys", "tokens")
# Bytes: of a longer row the words are kept apart, so that what is asked of matches stands close together.
NARROW = 512
FURTHER_WORDS = (
    f"strip(to_tsvector('simple', regexp_replace(title_words, '(\\S+)', '{AS_TYPED}\\1', 'g')))",
    f"strip(to_tsvector('simple', regexp_replace(title_words || ' ' || title_stems, '(\\S+)', '{IN_TITLE}\\1', 'g')))",
    f"array_to_tsvector(ARRAY['kind' || kind, 'part' || ({PART})::text])",
)


def _row(table: str, columns: tuple[str, ...]) -> str:
    return ", ".join(f"{table}.{column}" for column in columns)


# Of some entries, or of all, those that hold one of the expressions, whoever may see them, with the level of the expression (see
# `database.ORDER`). A function has settings of its own: the planner takes an index for as dear as reading each row, whose long
# words are then unpacked one by one. Some thousand rows are an honest guess for what is joined to it.
FOUND = f"""
CREATE FUNCTION search_found(expressions text[], entries bigint[])
RETURNS TABLE (id bigint, thing varchar, kind varchar, commune varchar, shown_from date, shown_until date, last_on date,
               is_off boolean, keys varchar[], part bigint, level integer)
LANGUAGE plpgsql STABLE ROWS 5000
SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 SET jit = off SET plan_cache_mode = force_custom_plan
AS $$ #variable_conflict use_column
BEGIN RETURN QUERY
    SELECT e.id, e.thing, e.kind, e.commune, e.shown_from, e.shown_until, e.last_on, e.is_off, e.keys, {PART},
        40 - 10 * s.place::integer
    FROM unnest(expressions) WITH ORDINALITY s (expression, place)
    JOIN search_entry e ON e.tokens @@ to_tsquery('simple', s.expression)
    WHERE entries IS NULL OR e.id = ANY (entries);
END $$
"""
# Keys are gathered with their entry, so that nothing is asked of a second table for each of thousands.
NOTE_KEYS = """
CREATE OR REPLACE FUNCTION search_note_keys() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    UPDATE search_entry e SET keys = k.keys
    FROM (SELECT c.entry_id, ARRAY(SELECT key FROM search_entrykey WHERE entry_id = c.entry_id ORDER BY key) AS keys
          FROM (SELECT DISTINCT entry_id FROM changed) c) k
    WHERE e.id = k.entry_id AND e.keys <> k.keys;
    RETURN NULL;
END $$
"""
NOTE_ENTRIES = f"""
CREATE OR REPLACE FUNCTION search_note_entries() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO search_version SELECT {PART}, random() FROM changed GROUP BY 1
    ON CONFLICT (part) DO UPDATE SET number = excluded.number;
    {CHANGE_DAYS[:-1]} AND EXISTS (SELECT FROM changed);
    RETURN NULL;
END $$
"""
# An entry that is written anew as it was changes nothing.
NOTE_CHANGES = f"""
CREATE OR REPLACE FUNCTION search_note_changes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO search_version SELECT {PART}, random() FROM (
        SELECT o.id, unnest(ARRAY[o.last_on, n.last_on]) AS last_on FROM gone o JOIN changed n ON n.id = o.id
        WHERE ({_row("o", COUNTED)}) IS DISTINCT FROM ({_row("n", COUNTED)})
    ) c GROUP BY 1 ON CONFLICT (part) DO UPDATE SET number = excluded.number;
    {CHANGE_DAYS[:-1]} AND EXISTS (
        SELECT FROM gone o JOIN changed n ON n.id = o.id WHERE ({_row("o", NAME)}) <> ({_row("n", NAME)}));
    RETURN NULL;
END $$
"""
NOTE_DAYS = f"""
CREATE OR REPLACE FUNCTION search_note_days() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    {CHANGE_DAYS[:-1]} AND EXISTS (SELECT FROM changed);
    RETURN NULL;
END $$
"""
FUNCTIONS = (FOUND, NOTE_KEYS, NOTE_ENTRIES, NOTE_CHANGES, NOTE_DAYS)
TRIGGERS = (
    ("search_entry", "INSERT", "NEW TABLE AS changed", "search_note_entries"),
    ("search_entry", "DELETE", "OLD TABLE AS changed", "search_note_entries"),
    ("search_entry", "UPDATE", "OLD TABLE AS gone NEW TABLE AS changed", "search_note_changes"),
    *(
        (table, event, f"{rows} TABLE AS changed", function)
        for table, function in (("search_entrykey", "search_note_keys"), ("search_span", "search_note_days"))
        for event, rows in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("UPDATE", "NEW"), ("DELETE", "OLD"))
    ),
)


def make_index(cursor) -> None:
    """What an older version made is made anew: the table of entries is written twice, and readers wait meanwhile."""
    cursor.execute("SELECT to_regclass('search_version')")
    if cursor.fetchone()[0]:
        return
    cursor.execute("DROP FUNCTION IF EXISTS search_found(tsquery, tsquery, tsquery, varchar[])")
    cursor.execute(
        "ALTER TABLE search_entry DROP COLUMN IF EXISTS tokens, DROP COLUMN IF EXISTS titles, "
        f"ADD COLUMN keys varchar[] NOT NULL DEFAULT '{{}}', SET (toast_tuple_target = {NARROW})"
    )
    cursor.execute("UPDATE search_entry e SET keys = ARRAY(SELECT key FROM search_entrykey WHERE entry_id = e.id ORDER BY key)")
    vectors = {"tokens": " || ".join([_vector(WEIGHTS), *FURTHER_WORDS]), "titles": _vector(TITLE_WEIGHTS)}
    columns = (f"ADD COLUMN {name} tsvector GENERATED ALWAYS AS ({vector}) STORED" for name, vector in vectors.items())
    cursor.execute(f"ALTER TABLE search_entry {', '.join(columns)}")
    # What waits to be put in order is read by each question.
    cursor.execute("CREATE INDEX search_entry_tokens ON search_entry USING gin (tokens) WITH (fastupdate = off)")
    cursor.execute("CREATE INDEX search_entry_titles ON search_entry USING gin (titles)")
    cursor.execute("CREATE TABLE search_version (part bigint PRIMARY KEY, number double precision NOT NULL)")
    cursor.execute(
        f"INSERT INTO search_version SELECT {PART}, random() FROM search_entry GROUP BY 1 UNION ALL SELECT {DAYS}, random()"
    )
    for function in FUNCTIONS:
        cursor.execute(function)
    for number, (table, event, rows, function) in enumerate(TRIGGERS):
        cursor.execute(
            f"CREATE TRIGGER search_note_{number} AFTER {event} ON {table} REFERENCING {rows} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {function}()"
        )


def _vector(weights: dict[str, str]) -> str:
    return " || ".join(f"setweight(to_tsvector('simple', {column}), '{weight}')" for column, weight in weights.items())
