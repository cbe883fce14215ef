"""The versions of a document, and what the words of one have that those of another have not."""

from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from itertools import islice

from django.db.models import Sum
from django.db.models.functions import Length
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from accounts.models import User
from common.differences import marked_words
from common.documents.client import text_sentence
from common.models import DocumentPage, SharedDocument
from intranet.documents.limits import MOST_COMPARED

#: Letters of one passage that are compared word by word; a longer one is shown whole, before and after.
LONGEST_PASSAGE = 4000
MOST_PASSAGES = 200  # shown of one comparison


@dataclass(frozen=True)
class VersionLine:
    """`number` 0 where there is none; `compare_url` is empty where the text of one of the two was not read."""

    number: int
    filename: str
    file_size: int
    what_changed: str
    person: User | None
    given_at: datetime
    url: str
    compare_url: str = ""
    is_current: bool = False
    is_held: bool = False


def version_lines(document: SharedDocument) -> list[VersionLine]:
    """The current version first, then the earlier ones, the newest first. Two queries."""
    with_text = set(document.page_texts.order_by().values_list("version", flat=True).distinct())
    current = VersionLine(
        document.version, document.filename, document.file_size or 0, document.what_changed, document.uploaded_by_user,
        document.changed_at or document.created_at, reverse("documents:download", args=[document.pk]), is_current=True,
        is_held=document.is_held,
    )  # fmt: skip
    return [current, *(
        VersionLine(
            version.number, version.filename, version.file_size, version.what_changed, version.author, version.given_at,
            reverse("documents:version_file", args=[document.pk, version.number]),
            reverse("documents:compare", args=[document.pk, version.number])
            if {version.number, document.version} <= with_text else "",
            is_held=version.is_held,
        )
        for version in document.versions.select_related("author")
    )]  # fmt: skip


@dataclass(frozen=True)
class Passage:
    """Words that differ, safe, with the page of the later version on which they stand."""

    page: int
    marked: SafeString


@dataclass(frozen=True)
class Comparison:
    """`refusal` says why two versions are not compared; `is_cut` that only their beginnings are, or the first passages shown."""

    passages: list[Passage]
    is_cut: bool = False
    refusal: str = ""


def compare_versions(document: SharedDocument, earlier: int, later: int) -> Comparison:
    """What changed in the words from one version to another."""
    texts = document.page_texts.filter(version__in=(earlier, later)).order_by()
    sizes = dict(texts.values_list("version").annotate(letters=Sum(Length("text"))))
    if earlier not in sizes or later not in sizes:
        reason = str(text_sentence(document.text_state, document.kind)) if later not in sizes else ""
        return Comparison([], refusal=reason or _("Le texte de cette version n’a pas été lu : elle se télécharge."))
    found = _passages(_lines(document, earlier), _lines(document, later))
    passages = list(islice(found, MOST_PASSAGES))
    return Comparison(passages, is_cut=max(sizes.values()) > MOST_COMPARED or next(found, None) is not None)


def _lines(document: SharedDocument, version: int) -> list[tuple[str, int]]:
    """The lines of a version with their page, up to `MOST_COMPARED` letters."""
    lines, length = [], 0
    for page in DocumentPage.objects.filter(document=document, version=version).order_by("number").iterator():
        for line in page.text.splitlines():
            if words := " ".join(line.split()):
                length += len(words)
                if length > MOST_COMPARED:
                    return lines
                lines.append((words, page.number))
    return lines


def _passages(before: list[tuple[str, int]], after: list[tuple[str, int]]):
    steps = SequenceMatcher(None, [words for words, _page in before], [words for words, _page in after]).get_opcodes()
    for action, first, last, new_first, new_last in steps:
        if action == "equal":
            continue
        old = "\n".join(words for words, _page in before[first:last])
        new = "\n".join(words for words, _page in after[new_first:new_last])
        place = after[min(new_first, len(after) - 1)][1] if after else 1
        if len(old) + len(new) <= LONGEST_PASSAGE:
            marked = marked_words(old, new)
        else:
            marked = format_html("{}{}", *(
                format_html("<{}>{}</{}>", tag, text, tag) if text else "" for tag, text in (("del", old), ("ins", new))
            ))  # fmt: skip
        yield Passage(place, marked)
