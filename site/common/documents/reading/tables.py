"""Paragraphs and tables as office documents nest them: a text frame inside a paragraph, a table inside a cell."""

from collections.abc import Callable

from common.documents.reading.writer import Cell, Writer

#: Columns of a row, and rows of a table: an attribute may ask for more than the memory holds.
MOST_CELLS = 200
MOST_ROWS_OF_TABLE = 20_000


class Tables:
    """The tables that are open. What stands in a cell goes there, what stands outside to the writer; of a table inside another
    the words alone."""

    def __init__(self, writer: Writer):
        self._writer = writer
        self._open: list[list[list[Cell]]] = []
        self.heading_rows = False

    def place(self, text: str, outside: Callable[[str], None]) -> None:
        """Puts a text where it belongs: into the cell that is open, or by `outside`."""
        if self._open:
            if self._open[-1] and self._open[-1][-1] and text.strip():
                self._open[-1][-1][-1].texts.append(text)
        else:
            outside(text)

    @property
    def are_open(self) -> bool:
        return bool(self._open)

    def start_table(self) -> None:
        self._open.append([])

    def start_row(self) -> None:
        if self._open and len(self._open[-1]) < MOST_ROWS_OF_TABLE:
            self._open[-1].append([])

    def start_cell(self, span: int = 1) -> None:
        if self._open and self._open[-1] and len(self._open[-1][-1]) < MOST_CELLS:
            self._open[-1][-1].append(Cell(span, self.heading_rows))

    def mark_row_as_heading(self) -> None:
        if self._open and self._open[-1]:
            for cell in self._open[-1][-1]:
                cell.is_heading = True

    def span_cell(self, span: int) -> None:
        if self._open and self._open[-1] and self._open[-1][-1]:
            self._open[-1][-1][-1].span = span

    def end_table(self) -> None:
        rows = self._open.pop()
        if not self._open:
            self._writer.table(rows)
            return
        for row in rows:
            self.place(" ".join(text for cell in row if (text := cell.text.strip())), lambda _text: None)


def number(text: str | None, most: int = 1000) -> int:
    """A count in an attribute; 1 where it is none."""
    return min(most, int(text)) if text and text.isascii() and text.isdecimal() and len(text) < 7 else 1
