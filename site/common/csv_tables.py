"""Tables as files that a French spreadsheet opens."""

import csv
import io
from collections.abc import Iterable

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # a cell that begins so is computed


def csv_table(head: Iterable, rows: Iterable[Iterable]) -> bytes:
    """UTF-8 with its mark, cells apart by « ; »; None is an empty cell, and none is a formula."""
    target = io.StringIO()
    table = csv.writer(target, delimiter=";", lineterminator="\r\n")
    table.writerow([cell_text(words) for words in head])
    table.writerows([cell_text(value) for value in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def cell_text(value) -> str:
    """A value as a cell holds it; None is empty, and none is a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
