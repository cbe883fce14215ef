"""The files that the demo's members share, of every usual type, written from words and numbers."""

from collections.abc import Callable
from pathlib import PurePath

from common.content_files import html_of
from common.pdf import rich_runs, typeset
from demo.office_files import plain, sheets, slides, words


def write_file(name: str, title: str, office: str, facts: dict) -> bytes:
    """The content of the file of this name; its ending says how `facts` is written.

    A text has `body` (Markdown) and perhaps `rows`, a workbook `sheets` ({name: rows}), a presentation `slides` ([{title,
    points}]), a picture `bars` ([[label, number]]), a sound `notes` (in hertz), a mail `from`, `to`, `subject` and `body`.
    `is_scanned`: a PDF that holds the picture of a page alone.
    """
    blocks = rich_runs(html_of(facts["body"])) if "body" in facts else []
    ending = PurePath(name).suffix[1:].lower()
    if facts.get("is_scanned"):
        return plain.scanned_pdf(title, blocks)
    writers: dict[str, Callable[[], bytes]] = {
        "pdf": lambda: typeset(
            "demo/document.typ",
            {"title": title, "office": office, "blocks": blocks, "rows": facts.get("rows", [])},
            "fr",
        ),
        "docx": lambda: words.docx(title, blocks, facts.get("rows", [])),
        "odt": lambda: words.odt(title, blocks, facts.get("rows", [])),
        "pptx": lambda: slides.pptx(facts["slides"]),
        "odp": lambda: slides.odp(facts["slides"]),
        "xlsx": lambda: sheets.xlsx(facts["sheets"]),
        "ods": lambda: sheets.ods(facts["sheets"]),
        "csv": lambda: sheets.csv_table(facts["sheets"]),
        "txt": lambda: plain.text(title, blocks),
        "eml": lambda: plain.mail(facts, blocks),
        "png": lambda: plain.chart(title, facts["bars"]),
        "svg": lambda: plain.drawn_chart(title, facts["bars"]),
        "wav": lambda: plain.sound(facts["notes"]),
    }
    return writers[ending]()


def text_of(facts: dict) -> str:
    """The words of an earlier version, as the worker would read them."""
    return plain.words_of(rich_runs(html_of(facts["body"]))) if "body" in facts else ""
