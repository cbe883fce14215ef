"""What an entry holds of a document: what it shows, and the words that find it."""

from dataclasses import fields
from datetime import datetime
from functools import lru_cache

from search.analysis.feasts import NO_FEAST, ItsFeasts, feast_name_terms, feast_terms
from search.analysis.spelling import LONGEST, SHORTEST
from search.analysis.words import dated_term, folded_term, index_stems, index_words, whole_title
from search.models import Entry
from search.sources.base import SearchDocument, join_lines

# What a document says that its entry does not show.
FINDING_ONLY = {"keys", "more", "subjects", "services", "where", "names", "dated"}


def entry_of(kind: str, name: str, document: SearchDocument, moment: datetime, feasts: ItsFeasts = NO_FEAST) -> Entry:
    """The entry of a document, without its keys; `feasts` are those at which the thing happens."""
    language, words_language, more = document.language, document.words_language, f"{document.text}\n{document.more}"
    beside = join_lines(document.subjects, document.services, " ".join(document.names))
    names = dict.fromkeys(whole_title(name, language) for name in (document.title, *document.names))
    entry = Entry(
        kind=kind,
        thing=name,
        indexed_at=moment,
        title_words=_spaced(
            index_words(document.title, language, stop_words=True),
            *names,
            feast_name_terms(document.title, language, with_seasons=True),
        ),
        title_stems=_spaced(
            index_stems(document.title, language, words_language),
            _subject_stems(document.subjects, language),
            _subject_stems(document.services, language),
            index_words(document.where, language),
            feast_terms(feasts.alone, language),
        ),
        text_words=_spaced(
            index_words(f"{more}\n{beside}" if beside else more, language),  # the words of one text are made once
            dated_term(language) if document.dated else "",
            feast_name_terms(document.text, language, with_seasons=False),
        ),
        text_stems=_spaced(index_stems(more, language, words_language), feast_terms(feasts.too, language)),
    )
    for name, value in shown_values(document).items():
        setattr(entry, name, value)
    return entry


@lru_cache(maxsize=5_000)
def _subject_stems(subjects: str, language: str) -> str:
    """Thousands of things are of the same kind in the same commune."""
    return index_stems(subjects, language, language)


def _spaced(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def shown_values(document: SearchDocument) -> dict:
    """What an entry shows of a document, as long as its columns hold it."""
    values = {shown.name: getattr(document, shown.name) for shown in fields(document) if shown.name not in FINDING_ONLY}
    lengths = {name: Entry._meta.get_field(name).max_length for name in values}
    return {name: value[: lengths[name]] if lengths[name] else value for name, value in values.items()}


def words_of(entry: Entry) -> set[tuple[str, str]]:
    mark = folded_term("", entry.language)
    terms = set(f"{entry.title_words} {entry.text_words}".split())
    words = (term.removeprefix(mark) for term in terms if term.startswith(mark))
    return {(entry.language, word) for word in words if SHORTEST <= len(word) <= LONGEST and word.isalpha()}
