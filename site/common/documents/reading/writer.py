"""What is gathered while a document is read: its text by page, and the same as light HTML."""

import re
import unicodedata
from dataclasses import dataclass, field
from html import escape
from time import monotonic

from common.documents.reading.limits import MOST_HTML, MOST_PAGES, MOST_SECONDS, MOST_TEXT

DEEPEST_LIST = 6
# What a printer joins: a search for « fichier » would not find it.
REPLACED = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
# No database holds the first; the others are marks of a file's beginning and of its turns.
REPLACED |= dict.fromkeys((0x0, 0xFEFF, 0x2061, 0x2062, 0x2063), "")
SPACES = re.compile(r"[^\S\n]+")
EMPTY_LINES = re.compile(r"\n{3,}")


class Full(Exception):
    """There is as much text as is stored of one document, or the time is over: the reading ends here."""


def tidy(text: str) -> str:
    """The text without what nobody sees, with one space where there were several and one empty line at most."""
    text = text.encode("utf-8", "ignore").decode().replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", text.translate(REPLACED))
    lines = SPACES.sub(" ", text).split("\n")
    return EMPTY_LINES.sub("\n\n", "\n".join(line.strip() for line in lines)).strip()


@dataclass
class Cell:
    """A cell of a table: its text by paragraph, over how many columns it goes, whether it is a heading."""

    span: int = 1
    is_heading: bool = False
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.texts)


class Writer:
    """Pages of text up to MOST_TEXT, and of those that are texts the HTML up to MOST_HTML. Raises `Full`."""

    def __init__(self):
        self.pages: list[dict] = []
        self.html: list[str] = []
        self.page_count: int | None = None
        self.is_cut = self.is_html_cut = False
        self.number, self.title = 1, ""
        self._lines: list[str] = []
        self._room, self._html_room = MOST_TEXT, MOST_HTML
        self._end = monotonic() + MOST_SECONDS
        self._lists: list[str] = []

    # ---- pages
    @property
    def is_page_empty(self) -> bool:
        return not any(self._lines)

    def line(self, text: str) -> None:
        """A line of the page that is being read."""
        if len(text) >= self._room:
            self._lines.append(text[: self._room])
            self._room = 0
            self.is_cut = True
            self.end_page()
            raise Full
        self._room -= len(text) + 1
        self._lines.append(text)

    def end_page(self) -> None:
        """What follows stands on the next page."""
        text = tidy("\n".join(self._lines))
        if text or self.title:
            self.pages.append({"number": self.number, "title": self.title, "text": text})
        self._lines, self.title = [], ""
        self.number += 1
        if self.number > MOST_PAGES or monotonic() > self._end:
            self.is_cut = True
            raise Full

    def whole_page(self, number: int, text: str) -> None:
        self.number = number
        self.line(text)
        self.end_page()

    # ---- blocks
    def block(self, text: str, level: int = 0) -> None:
        """A paragraph, or a heading of `level` 2 to 4."""
        text = tidy(text)
        if text:
            self._close_lists(0)
            tag = f"h{min(4, max(2, level))}" if level else "p"
            self._write(f"<{tag}>{_broken(text)}</{tag}>")
            self.line(text + "\n" if level else text)

    def item(self, text: str, depth: int, is_numbered: bool) -> None:
        """An item of a list, `depth` 0 is the outermost."""
        text, depth = tidy(text), min(depth, DEEPEST_LIST - 1)
        if not text:
            return
        tag = "ol" if is_numbered else "ul"
        self._close_lists(depth + 1)
        if len(self._lists) == depth + 1 and self._lists[-1] != tag:
            self._close_lists(depth)
        if len(self._lists) == depth + 1:
            self._write("</li>")
        while len(self._lists) <= depth:
            self._lists.append(tag)
            self._write(f"<{tag}>" + ("<li>" if len(self._lists) <= depth else ""))
        self._write(f"<li>{_broken(text)}")
        self.line(f"- {text}")

    def table(self, rows: list[list[Cell]]) -> None:
        self._close_lists(0)
        filled = [row for row in rows if any(cell.text.strip() for cell in row)]
        if not filled:
            return
        self._write("<table><tbody>")
        for row in filled:
            cells = []
            for cell in row:
                tag, span = "th" if cell.is_heading else "td", f' colspan="{cell.span}"' if 1 < cell.span < 100 else ""
                cells.append(f"<{tag}{span}><p>{_broken(tidy(cell.text))}</p></{tag}>")
            self._write(f"<tr>{''.join(cells)}</tr>")
            self.line(" | ".join(text for cell in row if (text := " ".join(tidy(cell.text).split()))))
        self._write("</tbody></table>")

    def rule(self) -> None:
        """Between two slides."""
        self._close_lists(0)
        if self.html and self.html[-1] != "<hr>":
            self._write("<hr>")

    def _close_lists(self, depth: int) -> None:
        while len(self._lists) > depth:
            self._write(f"</li></{self._lists.pop()}>")

    def _write(self, html: str) -> None:
        if self._html_room is None:
            return
        if len(html) > self._html_room:  # what is open is closed by the cleaner
            self._html_room, self.is_html_cut = None, True
            return
        self._html_room -= len(html)
        self.html.append(html)

    # ---- the answer
    def result(self) -> dict:
        self._close_lists(0)
        return {
            "pages": self.pages,
            "page_count": self.page_count,
            "is_cut": self.is_cut,
            "html": "".join(self.html),
            "is_html_cut": self.is_html_cut,
            "sheets": [],
        }


def _broken(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
