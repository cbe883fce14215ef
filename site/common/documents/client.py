"""Asking the process that reads documents (`common.job_process`). The worker asks, and stores what it is answered: a page of the
site shows what is stored, and no web thread waits for a file."""

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.utils.translation import gettext_lazy as _

from common.documents.choices import WITH_TEXT, Kind, TextState
from common.job_process.client import JobProcess, JobRefused
from common.rich_text import clean_html
from common.text import plain

SCRIPT = Path(__file__).with_name("process.py")
#: Seconds. A PDF of 1 000 pages takes two on a slow machine; what takes thirty times that is a file made to hold us up.
READING_SECONDS, DRAWING_SECONDS = 60, 30
#: Pixels of the width of a page on the screen.
PAGE_WIDTH = 800

SENTENCES = {
    TextState.WAITING: _("Le texte de ce document n’est pas encore lu : il sera trouvé par ses mots dans quelques instants."),
    TextState.WITHOUT_TEXT: _(
        "Aucun texte dans ce document : c’est peut-être une numérisation. Il n’est trouvé que par son titre, sa note et ses "
        "mots-clés."
    ),
    TextState.NOT_READ: _("Ce type de fichier n’a pas de texte à lire : il est trouvé par son titre, sa note et ses mots-clés."),
    TextState.EMPTY: _("Ce fichier est vide."),
    TextState.ENCRYPTED: _("Ce document est protégé par un mot de passe : son texte n’est pas lu, et il n’a pas d’aperçu."),
    TextState.DAMAGED: _("Ce fichier est abîmé : ouvrez-le sur votre ordinateur, enregistrez-le de nouveau, et renvoyez-le."),
    TextState.TOO_LARGE: _(
        "Ce document demande trop de mémoire pour être lu, ou il est abîmé : découpez-le, ou enregistrez-le de nouveau."
    ),
    TextState.TOO_SLOW: _("Ce document est trop long à lire : découpez-le, ou enregistrez-le en PDF."),
}
SENTENCES_BY_KIND = {
    Kind.DOC: _("Les anciens documents Word (.doc) ne sont pas lus : enregistrez-le en .docx ou en PDF."),
    Kind.PPT: _("Les anciennes présentations PowerPoint (.ppt) ne sont pas lues : enregistrez-la en .pptx ou en PDF."),
    Kind.MSG: _("Les courriels d’Outlook (.msg) ne sont pas lus : enregistrez-le en .eml ou en PDF."),
}
#: What ends the process has filled its memory.
CODES = {"ended": TextState.TOO_LARGE.value}
CUT = _("Ce document est très long : seul son début est trouvé par ses mots.")


def text_sentence(state: str, kind: str = "") -> str:
    """Why a document has no text, and what to do, lazy; empty for one that was read."""
    if state == TextState.NOT_READ and kind in SENTENCES_BY_KIND:
        return SENTENCES_BY_KIND[kind]
    return SENTENCES.get(state, "")


@dataclass(frozen=True)
class Page:
    """A page of a document, a slide of a presentation, a sheet of a workbook. `number` begins with 1; `title` is that of the
    slide or the name of the sheet."""

    number: int
    text: str
    title: str = ""


@dataclass(frozen=True)
class Sheet:
    """The first rows of a sheet as texts; `is_cut` where there are more rows or columns."""

    name: str
    rows: list[list[str]]
    is_cut: bool = False


@dataclass(frozen=True)
class Reading:
    """What was read of a document. Those of `state` READ alone have `pages`, in order, without empty ones. `page_count` is None
    where the file does not tell. `html` is what a text or a presentation shows, cleaned (`common.rich_text`); `sheets` what a
    workbook shows. `is_cut`: the text is longer than what is stored; `is_html_cut`: so is what is shown."""

    state: TextState
    kind: Kind
    pages: list[Page] = field(default_factory=list)
    page_count: int | None = None
    html: str = ""
    sheets: list[Sheet] = field(default_factory=list)
    is_cut: bool = False
    is_html_cut: bool = False

    @property
    def sentence(self) -> str:
        """Why there is no text, or not all of it; lazy, empty where all is read."""
        return text_sentence(self.state, self.kind) or (CUT if self.is_cut else "")


class DocumentProcess(JobProcess):
    def __init__(self):
        super().__init__(SCRIPT)


def read_document(path: str, kind: str, seconds: float = READING_SECONDS) -> Reading:
    """The text of the file at `path`, a path of this machine (`common.imaging.client.local_copy`). It raises nothing: whatever is
    wrong with the file is the `state` of its reading."""
    kind = Kind(kind)
    if kind not in WITH_TEXT:
        return Reading(TextState.NOT_READ, kind)
    try:
        answer = _process.answer({"job": "read", "source": path, "kind": kind.value}, seconds)
    except JobRefused as refused:
        return Reading(TextState(CODES.get(refused.code, refused.code)), kind)
    pages = [Page(page["number"], plain(page["text"]), plain(page["title"])) for page in answer["pages"]]
    has_words = any(letter.isalnum() for page in pages for letter in page.text)
    return Reading(
        state=TextState.READ if has_words else TextState.WITHOUT_TEXT,
        kind=kind,
        pages=pages if has_words else [],
        page_count=answer["page_count"],
        html=clean_html(answer["html"]) if has_words else "",
        sheets=[Sheet(**sheet) for sheet in answer["sheets"]],
        is_cut=answer["is_cut"],
        is_html_cut=answer["is_html_cut"],
    )


@dataclass(frozen=True)
class PagePicture:
    """A page as WebP; sizes in pixels."""

    content: bytes
    width: int
    height: int


class NoPicture(ValueError):
    """There is no picture of that page; `code` is `no_page`, `encrypted`, `damaged`, `too_large` or `too_slow`."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


def draw_page(path: str, number: int, width: int = PAGE_WIDTH, seconds: float = DRAWING_SECONDS) -> PagePicture:
    """The page of a PDF as a picture; numbers begin with 1. For office files see `common.documents.libre_office`. Raises
    `NoPicture`."""
    with NamedTemporaryFile() as target:
        job = {"job": "draw", "source": path, "number": number, "width": width, "target": target.name}
        try:
            size = _process.answer(job, seconds)
        except JobRefused as refused:
            raise NoPicture(CODES.get(refused.code, refused.code)) from None
        return PagePicture(Path(target.name).read_bytes(), size["width"], size["height"])


_process = DocumentProcess()
