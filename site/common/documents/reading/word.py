"""DOCX: `word/document.xml` (ECMA-376, WordprocessingML), then headers, footers, notes and comments.

Its pages are those that the program which wrote it had last drawn; a file without such marks is one page.
"""

import re

from common.documents.reading.archives import Parts
from common.documents.reading.tables import Tables, number
from common.documents.reading.writer import Full, Writer
from common.documents.reading.xml_events import Events, parse

#: What stands twice in a file, was taken out of the text, or is none.
TWICE_OR_GONE = frozenset(("Fallback", "moveFrom", "pPrChange", "rPrChange", "instrText", "delText", "del"))
AROUND = re.compile(r"word/(?:header|footer|footnotes|endnotes|comments)\d*\.xml")
HEADING = re.compile(r"heading (\d)|(title)|(subtitle)", re.IGNORECASE)
MOST_PARTS = 60


def read(parts: Parts, writer: Writer) -> None:
    main = next((name for name in ("word/document.xml", *parts.names) if _is_main(name) and name in parts), None)
    if main is None:
        raise KeyError("no text")
    styles, lists = _Styles(), _Lists()
    for name, events in (("word/styles.xml", styles), ("word/numbering.xml", lists)):
        if name in parts:
            parse(parts.chunks(name), events)
    try:
        parse(parts.chunks(main), _Body(writer, styles.levels, lists.is_numbered))
        for name in sorted(name for name in parts.names if AROUND.fullmatch(name))[:MOST_PARTS]:
            around = _Words()
            parse(parts.chunks(name), around)
            if text := around.words():
                writer.line("\n" + text)
        last = writer.number
        writer.end_page()
        writer.page_count = last if last > 1 else None
    except Full:
        pass


def _is_main(name: str) -> bool:
    return re.fullmatch(r"word/document\d*\.xml", name) is not None


class _Styles(Events):
    """Which styles are headings: the style's name is English in every language, its identifier is not."""

    def __init__(self):
        super().__init__()
        self.levels: dict[str, int] = {}
        self._style = ""

    def opened(self, name, attributes):
        if name == "style":
            self._style = attributes.get("styleId", "")
        elif name == "name" and self._style and (heading := HEADING.fullmatch(attributes.get("val", ""))):
            self.levels[self._style] = int(heading[1]) + 1 if heading[1] else 2 if heading[2] else 3

    def closed(self, name):
        if name == "style":
            self._style = ""


class _Lists(Events):
    """Which levels of which lists have numbers."""

    def __init__(self):
        super().__init__()
        self._formats: dict[tuple[str, str], str] = {}
        self._abstract_of: dict[str, str] = {}
        self._abstract = self._level = self._number = ""

    def opened(self, name, attributes):
        if name == "abstractNum":
            self._abstract = attributes.get("abstractNumId", "")
        elif name == "lvl":
            self._level = attributes.get("ilvl", "0")
        elif name == "numFmt":
            self._formats[self._abstract, self._level] = attributes.get("val", "")
        elif name == "num":
            self._number = attributes.get("numId", "")
        elif name == "abstractNumId":
            self._abstract_of[self._number] = attributes.get("val", "")

    def is_numbered(self, number_id: str, level: str) -> bool:
        return self._formats.get((self._abstract_of.get(number_id, ""), level), "bullet") not in ("bullet", "none")


class _Paragraph:
    def __init__(self):
        self.parts: list[str] = []
        self.style = ""
        self.outline = 0
        self.list_level: str | None = None
        self.list_number = ""


class _Words(Events):
    """The words of a part by paragraph."""

    SKIPPED = TWICE_OR_GONE

    def __init__(self):
        super().__init__()
        self.open_paragraphs: list[_Paragraph] = []
        self.lines: list[str] = []
        self._in_text = False

    def opened(self, name, attributes):
        if name == "p":
            self.open_paragraphs.append(_Paragraph())
        elif name == "t":
            self._in_text = True
        elif self.open_paragraphs:
            if name in ("tab", "ptab") and "val" not in attributes:
                self.open_paragraphs[-1].parts.append(" ")
            elif name in ("br", "cr") and attributes.get("type", "textWrapping") == "textWrapping":
                self.open_paragraphs[-1].parts.append("\n")
            elif name == "noBreakHyphen":
                self.open_paragraphs[-1].parts.append("-")

    def text(self, text):
        if self._in_text and self.open_paragraphs:
            self.open_paragraphs[-1].parts.append(text)

    def closed(self, name):
        if name == "t":
            self._in_text = False
        elif name == "p" and self.open_paragraphs:
            self.end_paragraph(self.open_paragraphs.pop())

    def end_paragraph(self, paragraph: _Paragraph) -> None:
        self.lines.append("".join(paragraph.parts))

    def words(self) -> str:
        return "\n".join(line for line in self.lines if line.strip())


class _Body(_Words):
    """The main part: headings, lists, tables and pages."""

    def __init__(self, writer: Writer, levels: dict[str, int], is_numbered):
        super().__init__()
        self._writer, self._levels, self._is_numbered = writer, levels, is_numbered
        self._tables = Tables(writer)
        self._break_waits = False

    def opened(self, name, attributes):
        super().opened(name, attributes)
        match name:
            case "tbl":
                self._tables.start_table()
            case "tr":
                self._tables.start_row()
            case "tc":
                self._tables.start_cell()
            case "gridSpan":
                self._tables.span_cell(number(attributes.get("val")))
            case "lastRenderedPageBreak":
                self._break(is_drawn=True)
            case "br" if attributes.get("type") == "page":
                self._break(is_drawn=False)
        if self.open_paragraphs:
            paragraph = self.open_paragraphs[-1]
            match name:
                case "pStyle":
                    paragraph.style = attributes.get("val", "")
                case "outlineLvl":
                    paragraph.outline = number(attributes.get("val"), 9) + 2 if attributes.get("val") in ("0", "1", "2") else 0
                case "ilvl":
                    paragraph.list_level = attributes.get("val", "0")
                case "numId":
                    paragraph.list_number = attributes.get("val", "")

    def _break(self, is_drawn: bool) -> None:
        """A break that was drawn follows one that was typed: they are the same. Inside a paragraph it waits for its end."""
        has_words = any(part.strip() for paragraph in self.open_paragraphs for part in paragraph.parts)
        if is_drawn and (self._break_waits or (self._writer.is_page_empty and not has_words)):
            return
        if has_words or self._tables.are_open:
            self._break_waits = True
        else:
            self._writer.end_page()

    def closed(self, name):
        super().closed(name)
        if name == "tblHeader":
            self._tables.mark_row_as_heading()
        elif name == "tbl" and self._tables.are_open:
            self._tables.end_table()
            self._end_waiting_page()

    def end_paragraph(self, paragraph):
        self._tables.place("".join(paragraph.parts), lambda text: self._outside(text, paragraph))
        self._end_waiting_page()

    def _end_waiting_page(self) -> None:
        if self._break_waits and not self._tables.are_open:
            self._break_waits = False
            self._writer.end_page()

    def _outside(self, text: str, paragraph: _Paragraph) -> None:
        level = self._levels.get(paragraph.style, 0) or paragraph.outline
        if level:
            self._writer.block(text, level)
        elif paragraph.list_number not in ("", "0"):
            depth = number(paragraph.list_level) if paragraph.list_level not in (None, "0") else 0
            self._writer.item(text, depth, self._is_numbered(paragraph.list_number, paragraph.list_level or "0"))
        else:
            self._writer.block(text)
