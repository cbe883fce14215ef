"""The pages of documents that may hold some words: what a passage with its page number is taken from."""

import re
from collections import defaultdict
from collections.abc import Collection

from django.db.models import F, Q

from common.models import DocumentPage

#: Pages that are read for one list of results, and letters of each: a tenth of a second.
MOST_PAGES, MOST_LETTERS = 600, 20_000
#: A word is sought in the database by so many of its letters: its endings change.
LETTERS = 5
ASCII_RUN = re.compile(r"[a-z]{3,}", re.IGNORECASE)


def pages_with_words(documents: Collection[int], text: str) -> dict[int, list[tuple[int, str]]]:
    """(number, text) of the pages of the current version of these documents that may hold words of `text`, in order: one query.
    Databases compare letters with accents each in its own way, so that a word is sought by those it has without."""
    rows = DocumentPage.objects.filter(document__in=documents, version=F("document__version"))
    runs = {max(found, key=len)[:LETTERS] for word in text.split() if (found := ASCII_RUN.findall(word))}
    condition = Q()
    for run in runs:
        condition |= Q(text__icontains=run)
    pages = defaultdict(list)
    for document, number, words in rows.filter(condition).values_list("document_id", "number", "text")[:MOST_PAGES]:
        pages[document].append((number, words[:MOST_LETTERS]))
    return pages
