"""ODT and ODP (OASIS OpenDocument 1.3): `content.xml`, then the headers and footers of `styles.xml`.

Pages of a text are those that the program which wrote it had drawn, and those that somebody began; a file without such marks is
one page. Of a workbook that calamine does not read, each table is a page.
"""

from common.documents.reading.archives import Parts, opened
from common.documents.reading.limits import MOST_UNPACKED
from common.documents.reading.tables import MOST_CELLS, Tables, number
from common.documents.reading.writer import Full, Writer
from common.documents.reading.xml_events import Events, parse
from common.job_process.server import Refused

CONTENT, STYLES, MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
MOST_SPACES = 40


def read(path: str, writer: Writer) -> None:
    with open(path, "rb") as file, opened(file) as archive:
        parts = Parts(archive, MOST_UNPACKED)
        if MANIFEST in parts and b"encryption-data" in parts.content(MANIFEST):
            raise Refused("encrypted")
        if CONTENT not in parts:
            raise Refused("damaged")
        content = _Content(writer)
        try:
            parse(parts.chunks(CONTENT), content)
            if STYLES in parts and not content.has_own_pages:
                around = _Around()
                parse(parts.chunks(STYLES), around)
                if text := "\n".join(around.lines):
                    writer.line("\n" + text)
            if not writer.is_page_empty:
                writer.end_page()
            writer.page_count = writer.number - 1 if content.has_own_pages or writer.number > 2 else None
        except Full:
            pass


class _Words(Events):
    """The words of a part by paragraph."""

    SKIPPED = frozenset(("tracked-changes", "forms", "scripts", "note-citation", "date", "page-number", "page-count"))

    def __init__(self):
        super().__init__()
        self.open_paragraphs: list[list[str]] = []

    def opened(self, name, attributes):
        if name in ("p", "h"):
            self.open_paragraphs.append([])
        elif self.open_paragraphs:
            if name == "s":
                self.open_paragraphs[-1].append(" " * number(attributes.get("c"), MOST_SPACES))
            elif name == "tab":
                self.open_paragraphs[-1].append(" ")
            elif name == "line-break":
                self.open_paragraphs[-1].append("\n")

    def text(self, text):
        if self.open_paragraphs:
            self.open_paragraphs[-1].append(text.replace("\n", " "))  # a break of the file is a space

    def closed(self, name):
        if name in ("p", "h") and self.open_paragraphs:
            self.end_paragraph("".join(self.open_paragraphs.pop()), name)

    def end_paragraph(self, text: str, name: str) -> None: ...


class _Around(_Words):
    """Headers and footers: those of every kind of page, each line once."""

    def __init__(self):
        super().__init__()
        self.lines: dict[str, None] = {}
        self._inside = 0

    def opened(self, name, attributes):
        super().opened(name, attributes)
        self._inside += name in ("header", "footer")

    def closed(self, name):
        super().closed(name)
        self._inside -= name in ("header", "footer")

    def end_paragraph(self, text, name):
        if self._inside and text.strip():
            self.lines[text.strip()] = None


class _Content(_Words):
    def __init__(self, writer: Writer):
        super().__init__()
        self._writer, self._tables = writer, Tables(writer)
        self.has_own_pages = False  # slides or tables of a workbook
        self._is_workbook = False
        self._level = 0
        self._lists: list[str] = []
        self._numbered_styles: set[str] = set()
        self._new_page_styles: set[str] = set()
        self._style = ""
        self._break_waits = False
        self._frame = ""
        self._repeated = 1

    def opened(self, name, attributes):
        super().opened(name, attributes)
        match name:
            # styles, which stand before the text
            case "list-style" | "style":
                self._style = attributes.get("name", "")
            case "list-level-style-number" if attributes.get("level") == "1":
                self._numbered_styles.add(self._style)
            case "paragraph-properties" if attributes.get("break-before") == "page":
                self._new_page_styles.add(self._style)
            # pages
            case "p" | "h":
                self._level = number(attributes.get("outline-level")) + 1 if name == "h" else 0
                if attributes.get("style-name") in self._new_page_styles and len(self.open_paragraphs) == 1:
                    self._end_page()
            case "soft-page-break":
                self._break_waits = bool(self.open_paragraphs) or self._tables.are_open
                if not self._break_waits:
                    self._end_page()
            case "page":
                if self.has_own_pages:
                    self._writer.rule()
                self.has_own_pages = True
            case "spreadsheet":
                self._is_workbook = self.has_own_pages = True
            case "frame":
                self._frame = attributes.get("class", "")
            # lists and tables
            case "list":
                self._lists.append(attributes.get("style-name") or (self._lists[-1] if self._lists else ""))
            case "table":
                if self._is_workbook and not self._tables.are_open:
                    self._writer.title = attributes.get("name", "")
                self._tables.start_table()
            case "table-header-rows":
                self._tables.heading_rows = True
            case "table-row":
                self._tables.start_row()
            case "table-cell":
                self._tables.start_cell(number(attributes.get("number-columns-spanned"), MOST_CELLS))

    def closed(self, name):
        super().closed(name)
        match name:
            case "page":
                self._writer.end_page()
            case "frame":
                self._frame = ""
            case "list" if self._lists:
                self._lists.pop()
            case "table-header-rows":
                self._tables.heading_rows = False
            case "table" if self._tables.are_open:
                self._tables.end_table()
                self._end_waiting_page()
                if self._is_workbook and not self._tables.are_open:
                    self._writer.end_page()

    def end_paragraph(self, text, name):
        self._tables.place(text, self._outside)
        if not self.open_paragraphs:
            self._end_waiting_page()

    def _outside(self, text: str) -> None:
        if self._frame == "title":
            self._writer.title = self._writer.title or " ".join(text.split())[:200]
            self._writer.block(text, 2)
        elif self._level:
            self._writer.block(text, self._level)
        elif self._lists:
            self._writer.item(text, len(self._lists) - 1, self._lists[0] in self._numbered_styles)
        else:
            self._writer.block(text)

    def _end_waiting_page(self) -> None:
        if self._break_waits and not self._tables.are_open:
            self._break_waits = False
            self._end_page()

    def _end_page(self) -> None:
        """A page begins; not where none of its words has come yet, and slides have their own."""
        if not self.has_own_pages and not self._writer.is_page_empty:
            self._writer.end_page()
