"""What the list of documents and the page of a folder show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import localize
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from common.access import Audience
from common.documents.choices import Kind
from common.facets.rows import all_of
from common.filters import chip
from common.models import DocumentFolder, SharedDocument
from common.search_port import find_all, find_passages
from intranet.documents.choices import ICONS, Family, family_of
from intranet.documents.facets import CONDITIONS, DocumentRows, is_unread
from intranet.documents.filters import DocumentFilters, ReadingList, Sort
from intranet.documents.models import DocumentReading
from intranet.documents.presenters.passages import pages_with_words

MOST_VALUES = 40  # chips of one facet
#: Django's `get_kind_display` compares all of them, translated, for each line.
KINDS_IN_WORDS = dict(Kind.choices)


@dataclass(frozen=True)
class DocumentLine:
    """A document in a list, as one reader sees it. `kind` is the type in words; `folder` is None where they may not see it;
    `passage` where the words sought stand (`page`, `text` with marks), None where nothing was sought or found in it."""

    document: SharedDocument
    icon: str
    kind: str
    moment: datetime
    is_unread: bool
    folder: DocumentFolder | None
    passage: object = None

    @property
    def url(self) -> str:
        page = f"?p={self.passage.page}#p{self.passage.page}" if self.passage and self.document.pages else ""
        return self.document.get_absolute_url() + page


def lines_of(documents: list[SharedDocument], reader, folders: dict[int, DocumentFolder], text: str = "") -> list[DocumentLine]:
    """In two queries for however many documents (see `with_line`), three with passages. `folders`: those the reader may see."""
    readings = dict(DocumentReading.objects.filter(person=reader, document__in=documents).values_list("document_id", "opened_at"))
    passages = passages_in(documents, text) if text else {}
    return [
        DocumentLine(
            document=document,
            icon=ICONS[family_of(document.kind, not document.is_note)],
            kind=kind_in_words(document),
            moment=document.changed_at or document.shared_at,
            is_unread=is_unread(document.author_id, document.changed_at or document.shared_at, reader, readings.get(document.pk)),
            folder=folders.get(document.folder_id),
            passage=passages.get(document.pk),
        )
        for document in documents
    ]


def kind_in_words(document: SharedDocument) -> str:
    """« PDF », « document Word »; of a note, whether it is a link."""
    if document.is_note:
        return _("lien") if document.link else _("note")
    return str(KINDS_IN_WORDS.get(document.kind, document.kind)) or document.file_extension.upper()


def passages_in(documents: Iterable[SharedDocument], text: str) -> dict[int, object]:
    """The passage that holds the words, with its page, of each document where one does."""
    pages = pages_with_words([document.pk for document in documents], text)
    return find_passages(pages, text, get_language())


# ---- folders ------------------------------------------------------------------------------------------------------
def visible_folders(reader) -> dict[int, DocumentFolder]:
    """All folders that this reader may see, by their key and in the order of their names."""
    return {folder.pk: folder for folder in DocumentFolder.objects.visible_to(reader)}


@dataclass(frozen=True)
class FolderLine:
    """A folder with how many documents the reader may see in it and below."""

    folder: DocumentFolder
    count: int

    @property
    def count_in_words(self) -> str:
        """In the template each of forty folders would have its text of a translation put together."""
        return ngettext("%(counter)s document", "%(counter)s documents", self.count) % {"counter": localize(self.count)}

    @property
    def is_narrow(self) -> bool:
        return self.folder.audience in (Audience.GROUP, Audience.PRIVATE)


def folder_lines(inside: int | None, folders: dict[int, DocumentFolder], rows: DocumentRows, bits: int) -> list[FolderLine]:
    """Those directly inside a folder, None for the top: a folder whose own is hidden from the reader stands there."""
    counts = rows.counts_of("folder", bits)
    children: dict[int | None, list[int]] = {}
    for folder in folders.values():
        children.setdefault(folder.parent_id if folder.parent_id in folders else None, []).append(folder.pk)

    def total(pk: int, depth: int = 0) -> int:
        below = sum(total(child, depth + 1) for child in children.get(pk, ())) if depth < 20 else 0
        return counts.get(pk, 0) + below

    return [FolderLine(folders[pk], total(pk)) for pk in children.get(inside, ())]


def way_to(folder: DocumentFolder, folders: dict[int, DocumentFolder]) -> list[DocumentFolder]:
    """The folders around one, the outermost first, as far as the reader may see them."""
    way: list[DocumentFolder] = []
    while (folder := folders.get(folder.parent_id)) and folder not in way:
        way.append(folder)
    return way[::-1]


# ---- filters ------------------------------------------------------------------------------------------------------
def with_words(rows: DocumentRows, reader, text: str) -> int:
    """All documents that hold these words, by the search of the house, among those that this reader may see."""
    visible = rows.visible_to(reader)
    return find_all("document", text, reader, get_language(), lambda names: visible & rows.named(names), nothing=0)


def filter_groups(
    rows: DocumentRows,
    filters: DocumentFilters,
    url: str,
    base: int,
    conditions: dict[str, int],
    folders: dict[int, DocumentFolder],
) -> list[dict]:
    """The chips of the list, each with how many documents it would show: {title, chips, in_sight}."""
    counts = {name: rows.counts_of(name, all_of(base, conditions, name)) for name in CONDITIONS}
    families = [
        filters.chip(url, "family", family.value, family.label, counts["family"].get(family.value, 0), ICONS[family])
        for family in Family
        if counts["family"].get(family.value) or family.value in filters.family
    ]
    offices = sorted(counts["office"].items(), key=lambda pair: rows.offices.get(pair[0], ""))
    tags = sorted(counts["tags"].items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_VALUES]
    places = [(pk, folders[pk]) for pk in folders if pk in counts["folder"] and pk != filters.folder][:MOST_VALUES]
    if filters.folder in folders:
        places.insert(0, (filters.folder, folders[filters.folder]))
    groups = [
        (_("Type"), families),
        (
            _("Dossier"),
            [filters.chip(url, "folder", pk, folder.name, counts["folder"].get(pk, 0)) for pk, folder in places],
        ),
        (_("Organisme"), [filters.chip(url, "office", slug, rows.offices.get(slug, slug), number) for slug, number in offices]),
        (
            _("Année"),
            [filters.chip(url, "year", year, year, number) for year, number in sorted(counts["year"].items(), reverse=True)],
        ),
        (_("Mot-clé"), [filters.chip(url, "tags", slug, rows.tags.get(slug, slug), number) for slug, number in tags]),
    ]
    return [{"title": title, "chips": chips, "in_sight": False} for title, chips in groups if len(chips) > 1 or filters.narrows]


def reading_chips(filters: DocumentFilters, url: str) -> list[dict]:
    icons = {ReadingList.UNREAD: "eye", ReadingList.SEEN: "history", ReadingList.USEFUL: "tack", ReadingList.MINE: "user"}
    everything = chip(_("Tous"), url + filters.replace(reading="").query(), is_on=not filters.reading)
    return [everything, *(filters.chip(url, "reading", kind.value, kind.label, icon=icons[kind]) for kind in ReadingList)]


def sort_chips(filters: DocumentFilters, url: str) -> list[dict]:
    return [chip(sort.label, url + filters.replace(sort=sort.value).query(), is_on=filters.sort == sort.value) for sort in Sort]
