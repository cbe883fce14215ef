"""What the page of a document shows."""

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils import timezone
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.presenters import groups_named_to
from common.documents.choices import Kind, TextState
from common.documents.client import CUT, text_sentence
from common.documents.kinds import may_run_script, media_type
from common.models import DocumentFolder, SharedDocument
from intranet.documents import permissions
from intranet.documents.actions.previews import has_pictures, refusal_of
from intranet.documents.actions.sharing import infection_sentence
from intranet.documents.choices import ICONS, family_of
from intranet.documents.limits import PAGES_AT_ONCE
from intranet.documents.presenters.listing import kind_in_words
from intranet.mentions.links import MentionLinks

#: Rows of a sheet that a page shows; the file has them all.
MOST_ROWS = 200
#: Pages without text that one sentence names, those that follow one another being one.
MOST_RUNS = 12


@dataclass(frozen=True)
class PagePreview:
    number: int
    title: str
    text: str
    url: str = ""  # of its picture


@dataclass(frozen=True)
class Preview:
    """How a document is shown in its page: `form` is `pages` (pictures), `texts` (pages without pictures), `picture`, `sound`,
    `video`, `html`, `sheets`, or empty where there is nothing but its file; `sentence` says why, or what is missing."""

    form: str = ""
    pages: list[PagePreview] = field(default_factory=list)
    first: int = 1
    last: int = 1
    count: int = 0
    html: SafeString | str = ""
    sheets: list[dict] = field(default_factory=list)
    url: str = ""
    media_type: str = ""
    sentence: str = ""
    is_cut: bool = False

    @property
    def previous(self) -> int | None:
        return max(1, self.first - PAGES_AT_ONCE) if self.first > 1 else None

    @property
    def next(self) -> int | None:
        return self.last + 1 if self.last < self.count else None


def preview_of(document: SharedDocument, asked: int, *, for_its_keeper: bool = False) -> Preview:
    """`asked`: the page that is looked for, from 1 on; those around it are shown. Who may put a better file in its place is told
    which pages are not read (`for_its_keeper`)."""
    if document.is_note:
        return Preview()
    if document.is_held:
        waits = _("Ce fichier attend d’être examiné par l’antivirus : il s’ouvrira ensuite.")
        return Preview(sentence=infection_sentence(document) or waits)
    sentence = str(text_sentence(document.text_state, document.kind))
    shown_by_browser = not may_run_script(document.kind, document.filename)
    inline = reverse("documents:download", args=[document.pk]) + "?voir"
    if document.kind in (Kind.PICTURE, Kind.SOUND, Kind.VIDEO):
        if not shown_by_browser:
            return Preview(sentence=_("Le navigateur ne sait pas montrer ce format : téléchargez-le."))
        forms = {Kind.PICTURE: "picture", Kind.SOUND: "sound", Kind.VIDEO: "video"}
        return Preview(forms[document.kind], url=inline, media_type=media_type(document.kind, document.filename))
    is_readable = document.text_state in (TextState.READ, TextState.WITHOUT_TEXT) or document.kind != Kind.PDF
    is_waited_for = document.kind != Kind.PDF and not document.pages and not refusal_of(document, 1)
    if has_pictures(document) and is_readable and (document.pages or is_waited_for):
        return _pages(document, asked, sentence or (sentence_of_unread_pages(document) if for_its_keeper else ""))
    content = getattr(document, "content", None)
    if content is None or content.version != document.version:
        return Preview(sentence=sentence)
    if content.sheets:
        sheets = [sheet | {"rows": sheet["rows"][:MOST_ROWS], "is_cut": is_cut(sheet)} for sheet in content.sheets]
        return Preview("sheets", sheets=sheets, sentence=sentence)
    if content.html:
        html = mark_safe(content.html)  # noqa: S308  cleaned by `common.documents.client`
        return Preview("html", html=html, sentence=sentence, is_cut=content.is_html_cut)
    texts = list(document.page_texts.filter(version=document.version)[:PAGES_AT_ONCE])
    pages = [PagePreview(page.number, page.title, page.text) for page in texts]
    return Preview("texts" if pages else "", pages=pages, sentence=sentence or (str(CUT) if content.is_cut else ""))


def sentence_of_unread_pages(document: SharedDocument) -> str:
    """Of a PDF in part scanned: which of its pages have no text; empty where all have some, or none."""
    if document.kind != Kind.PDF or document.text_state != TextState.READ or not document.pages:
        return ""
    read = set(document.page_texts.filter(version=document.version).values_list("number", flat=True))
    content = getattr(document, "content", None)
    last = max(read, default=0) if content is not None and content.is_cut else document.pages
    unread = [number for number in range(1, last + 1) if number not in read]
    if not unread:
        return ""
    words = ngettext(
        "La page %(pages)s n’a pas de texte : c’est peut-être une numérisation, et ses mots ne sont pas trouvés.",
        "Les pages %(pages)s n’ont pas de texte : ce sont peut-être des numérisations, et leurs mots ne sont pas trouvés.",
        len(unread),
    )
    return words % {"pages": runs_in_words(unread)}


def runs_in_words(numbers: list[int]) -> str:
    """« 2, 5–9, 12 » of numbers in order; of more than MOST_RUNS runs, the first ones."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    words = [str(first) if first == last else f"{first}–{last}" for first, last in runs[:MOST_RUNS]]
    return ", ".join([*words, "…"] if len(runs) > MOST_RUNS else words)


def is_cut(sheet: dict) -> bool:
    return sheet.get("is_cut", False) or len(sheet["rows"]) > MOST_ROWS


def _pages(document: SharedDocument, asked: int, sentence: str) -> Preview:
    count = document.pages or 1  # one that LibreOffice has not converted yet: who looks at its page asks for that
    asked = min(max(1, asked), count)
    first = asked - (asked - 1) % PAGES_AT_ONCE
    last = min(first + PAGES_AT_ONCE - 1, count)
    rows = document.page_texts.filter(version=document.version, number__range=(first, last))
    texts = {page.number: page for page in rows}
    pages = [
        PagePreview(
            number,
            texts[number].title if number in texts else "",
            texts[number].text if number in texts else "",
            reverse("documents:page_picture", args=[document.pk, number]),
        )
        for number in range(first, last + 1)
    ]
    return Preview("pages", pages, first, last, count, sentence=sentence)


def document_page(document: SharedDocument, reader, folders: dict[int, DocumentFolder]) -> dict:
    """What the page says of a document, and what this reader may do with it."""
    return {
        "document": document,
        "note": _note_html(document, reader),
        "icon": ICONS[family_of(document.kind, not document.is_note)],
        "kind": kind_in_words(document),
        "folder": folders.get(document.folder_id),
        "groups": groups_named_to(reader, document),
        "moment": document.changed_at or document.shared_at,
        "number_of_versions": document.version,
        "may_change": (may_change := permissions.may_change(reader, document)),
        "is_due": may_change and document.review_on is not None and document.review_on <= timezone.localdate(),
        "may_delete": permissions.may_delete(reader, document),
        "may_pin": permissions.may_pin(reader, document),
        "may_see_downloads": permissions.may_see_downloads(reader, document) and not document.is_note,
        "tags": sorted(document.tags.all(), key=lambda tag: tag.name),
    }


def _note_html(document: SharedDocument, reader) -> str:
    html = linebreaks(document.note, autoescape=True)
    return MentionLinks([document], reader).html(document, mark_safe(html)) if "@" in html else mark_safe(html)  # noqa: S308  escaped
