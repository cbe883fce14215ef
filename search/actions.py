"""Keeping the entries as the things are."""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from time import sleep

from django.db import connection, transaction

from search.analysis.feasts import NO_FEAST, feasts_of
from search.analysis.spelling import letters_of
from search.engines import EngineUnreachable, current_engine
from search.engines.protocol import DocumentName, SeparateEngine, document_name
from search.models import Entry, EntryKey, LastTurn, RebuildTurn, Span, TurnLost, Unsent, Word, minutes_of
from search.sources import BY_CODE, SOURCES, Source
from search.sources.base import site_languages
from search.sources.entries import entry_of, shown_values, words_of

logger = logging.getLogger("escale.search")
BATCH = 200
# A thousand take most of a second. What touches more renames a commune or a category, and closes nothing: the worker follows.
MOST_CLOSED = 1000
UNIQUE = ["kind", "thing", "language"]
WRITTEN = [field.name for field in Entry._meta.concrete_fields if field.name != "id" and field.name not in UNIQUE]
MOST_SENT = 500
# Seconds between two looks whether another process has ended its rebuild.
LOOK_SECONDS = 2
# Any number that no other lock of the house uses: two processes must not write the same thing's entries at once.
LOCK_NUMBER = 7_216_433


def index_things(kind: str, names: Iterable[str]) -> None:
    """Write the entries of these things anew; those that are no longer published are forgotten. Safe to repeat."""
    names = sorted(set(names))
    for batch in _batches(names, BY_CODE[kind]):
        with transaction.atomic():
            moment = _take_turn()
            write_entries(BY_CODE[kind], batch, moment)
            if current_engine().needs_sending:
                rows = [Unsent(kind=kind, thing=name, at=moment) for name in batch]
                Unsent.objects.bulk_create(rows, update_conflicts=True, unique_fields=["kind", "thing"], update_fields=["at"])
                transaction.on_commit(send_unsent)


def close_entries(kind: str, names: set[str]) -> None:
    """Shut at once what no longer opens to somebody or may not be shown today, in the process that changed these things: the
    worker, that opens them and writes their words anew, may be busy for minutes."""
    if len(names) > MOST_CLOSED:
        return
    for batch in _batches(sorted(names), BY_CODE[kind]):
        known = set(Entry.objects.filter(kind=kind, thing__in=batch).values_list("thing", flat=True))
        if known:
            with transaction.atomic():
                _wait_for_turn()
                _close(BY_CODE[kind], sorted(known))


def _close(source: Source, names: list[str]) -> None:
    documents = {
        (name, document.language): document for name, thing in source.load(names).items() for document in source.documents(thing)
    }
    closed_entries, closed_keys = [], []
    keys_of = defaultdict(set)
    entries = Entry.objects.filter(kind=source.code, thing__in=names)
    for pk, entry, key in EntryKey.objects.filter(entry__in=entries).values_list("pk", "entry", "key"):
        keys_of[entry].add((pk, key))
    for pk, thing, language, first, last in entries.values_list("pk", "thing", "language", "shown_from", "shown_until"):
        document = documents.get((thing, language))
        if document is None:
            closed_entries.append(pk)
            continue
        closed_keys += [row for row, key in keys_of[pk] if key not in document.keys]
        if (first, last) != (document.shown_from, document.shown_until):
            Entry.objects.filter(pk=pk).update(shown_from=document.shown_from, shown_until=document.shown_until)
    Entry.objects.filter(pk__in=closed_entries).delete()
    EntryKey.objects.filter(pk__in=closed_keys).delete()


def write_entries(source: Source, names: list[str], moment: datetime) -> set[tuple[str, str]]:
    """Write the rows of these things inside the caller's transaction, in its turn; returns the words met, with their language."""
    things = source.load(names)
    documents = [(name, document) for name, thing in things.items() for document in source.documents(thing)]
    days = {name: source.days(thing) for name, thing in things.items()} if source.dated else {}
    feasts = {name: feasts_of(each) for name, each in days.items()}
    entries = [entry_of(source.code, name, document, moment, feasts.get(name, NO_FEAST)) for name, document in documents]
    current = {(entry.thing, entry.language) for entry in entries}
    stored = Entry.objects.filter(kind=source.code, thing__in=names).values_list("pk", "thing", "language")
    Entry.objects.filter(pk__in=[pk for pk, thing, language in stored if (thing, language) not in current]).delete()
    entries = Entry.objects.bulk_create(entries, update_conflicts=True, unique_fields=UNIQUE, update_fields=WRITTEN)
    _write_keys({entry.pk: document.keys for entry, (_name, document) in zip(entries, documents, strict=True)})
    if source.dated:
        _write_spans(source.code, names, days)
    return _learn_words(entries)


def _write_keys(keys: dict[int, frozenset[str]]) -> None:
    """Only what changed: a key that opens an entry to everybody, or shuts it, moves it in the index of SQLite."""
    stored = {(entry, key): pk for pk, entry, key in EntryKey.objects.filter(entry__in=keys).values_list("pk", "entry", "key")}
    wanted = {(entry, key) for entry, each in keys.items() for key in each}
    EntryKey.objects.filter(pk__in=[pk for opening, pk in stored.items() if opening not in wanted]).delete()
    EntryKey.objects.bulk_create(EntryKey(entry_id=entry, key=key) for entry, key in sorted(wanted - stored.keys()))


def _write_spans(kind: str, names: list[str], days: dict[str, list]) -> None:
    """Only what changed: what happens in the week is gathered anew after each change of days."""
    wanted = {(name, *span) for name, each in days.items() for span in on_end(each)}
    columns = ("thing", "first_day", "last_day", "starts")
    stored = {tuple(span): pk for pk, *span in Span.objects.filter(kind=kind, thing__in=names).values_list("pk", *columns)}
    Span.objects.filter(pk__in=[pk for span, pk in stored.items() if span not in wanted]).delete()
    new = (dict(zip(columns, span, strict=True)) for span in wanted - stored.keys())
    Span.objects.bulk_create(Span(kind=kind, several=span["last_day"] > span["first_day"], **span) for span in new)


def on_end(days: Iterable[tuple[date, date, time | None]]) -> Iterator[tuple[date, date, int | None]]:
    """The same days with as few spans as possible, each with the minute of the day at which it begins: one for an exhibition that
    opens every day at the same hour."""
    by_start: dict[int | None, list[tuple[date, date]]] = defaultdict(list)
    for begins, ends, start in days:
        by_start[None if start is None else minutes_of(start)].append((begins, ends))
    for start, spans in by_start.items():
        first = last = None
        for begins, ends in sorted(spans):
            if first is not None and begins <= last + timedelta(days=1):
                last = max(last, ends)
                continue
            if first is not None:
                yield first, last, start
            first, last = begins, ends
        yield first, last, start


def send_unsent(most: int = MOST_SENT) -> int:
    """Tell a separate engine what it has not heard of; what fails stays for the clock. Returns the number of things sent."""
    engine = current_engine()
    rows = list(Unsent.objects.order_by("at")[:most]) if engine.needs_sending else []
    if not rows:
        return 0
    kinds = {row.kind for row in rows}
    pairs = {(row.kind, row.thing) for row in rows}
    candidates = Entry.objects.filter(kind__in=kinds, thing__in=[row.thing for row in rows]).prefetch_related("keys")
    entries = [entry for entry in candidates if (entry.kind, entry.thing) in pairs]
    present = {document_name(entry.kind, entry.thing, entry.language) for entry in entries}
    every = {document_name(row.kind, row.thing, language): row.at for row in rows for language in site_languages()}
    try:
        engine.send(entries, {name: at for name, at in every.items() if name not in present})
    except EngineUnreachable as problem:
        logger.warning("The search engine cannot be told of %s things, they will be sent again: %s", len(rows), problem)
        return 0
    for row in rows:  # one that changed meanwhile has a later time and stays
        Unsent.objects.filter(pk=row.pk, at=row.at).delete()
    return len(rows)


def rebuild(say=lambda sentence: None) -> int:
    """Write every entry anew while the old ones go on answering; returns the number of entries."""
    _write_all(say)
    engine = current_engine()
    return fill_index(engine, say) if engine.needs_sending else engine.rebuild(())


def rewrite_old_words() -> int | None:
    """Write every entry anew where an older version made their words; returns the number of entries, None where nothing was to be
    done or another process does it."""
    if not LastTurn.are_words_old() or not (turn := RebuildTurn.take()):
        return None
    try:
        _write_all(lambda sentence: None, turn.show_life)
    except TurnLost:
        return None
    finally:
        turn.give_back()
    engine = current_engine()
    try:
        return fill_index(engine) if engine.needs_sending else Entry.objects.count()
    except EngineUnreachable as problem:
        logger.warning("The search engine could not be filled with today's words: %s", problem)
        return None


def _write_all(say: Callable[[str], None], show_life: Callable[[], None] = lambda: None) -> None:
    words: set[tuple[str, str]] = set()
    for source in SOURCES:
        published: set[str] = set()
        for batch in _batches(source.published_names(), source):
            with transaction.atomic():
                words |= write_entries(source, batch, _take_turn())
            published.update(batch)
            show_life()
        stale = set(Entry.objects.filter(kind=source.code).values_list("thing", flat=True)) - published
        for batch in _batches(sorted(stale), source):
            with transaction.atomic():
                write_entries(source, batch, _take_turn())
        say(f"{source.code}: {len(published)}")
    with transaction.atomic():
        _wait_for_turn()
        Entry.objects.exclude(kind__in=BY_CODE).delete()
        Entry.objects.exclude(language__in=site_languages()).delete()
    _forget_words(words)
    LastTurn.note_words()


def mend() -> dict[str, int]:
    """Compare what is published with the entries, and index again the things that differ: their number for each kind that has
    any. What a task lost for good, or a change behind our back, is found and hidden by the next morning."""
    mended = {}
    for source in SOURCES:
        published: set[str] = set()
        different: set[str] = set()
        for batch in _batches(source.published_names(), source):
            published.update(batch)
            different |= _different(source, batch)
        different |= set(Entry.objects.filter(kind=source.code).values_list("thing", flat=True).distinct()) - published
        if different:
            index_things(source.code, different)
            mended[source.code] = len(different)
    engine = current_engine()
    if engine.needs_sending:
        try:
            for kind, number in _mend_index(engine).items():
                mended[kind] = mended.get(kind, 0) + number
        except EngineUnreachable as problem:
            logger.warning("The index of the search engine could not be compared: %s", problem)
    return mended


def _mend_index(engine: SeparateEngine) -> dict[str, int]:
    """Compare the documents of a separate engine with the entries, both ways: those that are missing or differ are sent again,
    those of no entry are forgotten. The number of things for each kind."""
    if not engine.is_ready():  # the clock fills a new one
        return {}
    different: dict[str, set[str]] = defaultdict(set)
    for batch in _entry_batches(MOST_SENT):
        for entry in engine.differing(batch):
            different[entry.kind].add(entry.thing)
    for kind, thing in Unsent.objects.filter(kind__in=different).values_list("kind", "thing"):  # the clock is about to send it
        different[kind].discard(thing)
    for kind, names in different.items():
        index_things(kind, names)  # anew: an engine that knows a later state than a restored database takes in no older one
    mended = {kind: len(names) for kind, names in different.items() if names}
    if strangers := engine.strangers(_known_documents):
        with transaction.atomic():
            moment = _take_turn()
        engine.send((), dict.fromkeys(strangers, moment))
        mended["of no entry"] = len(strangers)
    return mended


def _known_documents(names: list[DocumentName]) -> set[str]:
    """Those of these documents that stand for an entry."""
    kinds, things, _languages = map(set, zip(*names, strict=True))
    entries = Entry.objects.filter(kind__in=kinds, thing__in=things).values_list("kind", "thing", "language")
    return {document_name(*entry) for entry in entries}


def _different(source: Source, names: list[str]) -> set[str]:
    """Those whose entries do not say what the things say today. The words to find them by are made from the same texts, and
    are not made again to be compared."""
    entries = Entry.objects.filter(kind=source.code, thing__in=names).prefetch_related("keys")
    stored = {(entry.thing, entry.language): (entry, {row.key for row in entry.keys.all()}) for entry in entries}
    things = source.load(names)
    documents = {(name, document.language): document for name, thing in things.items() for document in source.documents(thing)}
    different = {name for name, language in documents.keys() ^ stored.keys()}
    for place in documents.keys() & stored.keys():
        entry, keys = stored[place]
        shown = shown_values(documents[place])
        if keys != set(documents[place].keys) or any(getattr(entry, name) != value for name, value in shown.items()):
            different.add(place[0])
    if source.dated:
        days = defaultdict(set)
        spans = Span.objects.filter(kind=source.code, thing__in=names)
        for thing, *span in spans.values_list("thing", "first_day", "last_day", "starts"):
            days[thing].add(tuple(span))
        different |= {name for name, thing in things.items() if days[name] != set(on_end(source.days(thing)))}
    return different


def fill_index(engine: SeparateEngine, say=lambda sentence: None) -> int:
    """Fill a new index of a separate engine from the rows, then let readers ask it; returns the number of entries. Waits for
    another process that does the same."""
    while not (turn := RebuildTurn.take()):
        say("Another process fills the index; waiting for its end.")
        sleep(LOOK_SECONDS)
    return _fill_in_turn(engine, turn)


def _fill_in_turn(engine: SeparateEngine, turn: RebuildTurn, only_if_missing: bool = False) -> int | None:
    try:
        filled = not (only_if_missing and engine.is_ready(as_reader=False))
        total = engine.rebuild(_entries_with_signs_of_life(turn)) if filled else None
    except TurnLost:
        raise EngineUnreachable("Another process has taken over the rebuild.") from None
    except BaseException:
        turn.give_back(failed=True)
        raise
    turn.give_back()
    return total


def _entries_with_signs_of_life(turn: RebuildTurn) -> Iterator[Entry]:
    """Every entry, read in batches: a row that changes meanwhile is sent by who changes it, and no cursor stays open."""
    for batch in _entry_batches(BATCH):
        turn.show_life()
        yield from batch
    turn.show_life()


def _entry_batches(size: int) -> Iterator[list[Entry]]:
    last = 0
    while batch := list(Entry.objects.filter(pk__gt=last).order_by("pk").prefetch_related("keys")[:size]):
        yield batch
        last = batch[-1].pk


def engine_lacks_index() -> bool:
    """Whether a separate engine answers but has no index for readers, or one of an older format. Else, where no process fills
    one, what a killed rebuild left over is taken away. Raises `EngineUnreachable`."""
    engine = current_engine()
    if not engine.needs_sending or RebuildTurn.is_resting():
        return False
    if not engine.is_ready():
        return True
    if turn := RebuildTurn.take():
        try:
            if names := engine.remove_leftovers():
                logger.warning("Left over by a rebuild that did not end, and taken away: %s", ", ".join(names))
        finally:
            turn.give_back()
    return False


def fill_missing_index() -> int | None:
    """Fill the index of a separate engine where readers have none; returns the number of entries, None where nothing was to
    be done or another process does it."""
    engine = current_engine()
    if not engine.needs_sending or not (turn := RebuildTurn.take()):
        return None
    try:
        total = _fill_in_turn(engine, turn, only_if_missing=True)
    except EngineUnreachable as problem:
        logger.warning("The index of the search engine could not be filled, which is tried again: %s", problem)
        return None
    if total is not None:
        logger.warning("The search engine had no index of today's format for readers; it was filled with %s entries.", total)
    return total


def _batches(names: Iterable[str], source: Source) -> Iterator[list[str]]:
    names = iter(names)
    while batch := list(islice(names, source.batch)):
        yield batch


def _take_turn() -> datetime:
    """The moment at which entries are written: later than that of whoever wrote before."""
    _wait_for_turn()
    return LastTurn.next_moment()


def _wait_for_turn() -> None:
    """On PostgreSQL two workers may index the same thing: the later one must read what the earlier one's change left."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK_NUMBER])


def _learn_words(entries: list[Entry]) -> set[tuple[str, str]]:
    """Keep the words of these entries for the guessing of mistyped ones."""
    words: set[tuple[str, str]] = set()
    for entry in entries:  # one by one: those of long documents together are hundreds of megabytes
        words |= words_of(entry)
    Word.objects.bulk_create(
        [Word(language=language, word=word, length=len(word), letters=letters_of(word)) for language, word in sorted(words)],
        ignore_conflicts=True,
    )
    return words


def forget_unused_words() -> None:
    """Forget the words that no entry holds any more, such as the name of somebody who was erased."""
    words: set[tuple[str, str]] = set()
    for entry in Entry.objects.only("language", "title_words", "text_words").iterator(chunk_size=500):
        words |= words_of(entry)
    _forget_words(words)


def _forget_words(words: set[tuple[str, str]]) -> None:
    stale = [
        pk
        for pk, language, word in Word.objects.values_list("pk", "language", "word").iterator()
        if (language, word) not in words
    ]
    for start in range(0, len(stale), BATCH):
        Word.objects.filter(pk__in=stale[start : start + BATCH]).delete()
