"""Workbooks (XLSX, XLS, ODS), by calamine: a page of text for each sheet that is shown, and its first rows."""

import datetime
import os
from itertools import islice
from tempfile import TemporaryDirectory

import python_calamine

from common.documents.reading import open_document
from common.documents.reading.archives import Parts, opened
from common.documents.reading.limits import MOST_COLUMNS, MOST_OF_CELL, MOST_ROWS, MOST_SHEETS, MOST_UNPACKED_OF_SHEETS
from common.documents.reading.writer import Full, Writer, tidy
from common.job_process.server import Refused

WORKSHEET, VISIBLE = python_calamine.SheetTypeEnum.WorkSheet, python_calamine.SheetVisibleEnum.Visible


def read(path: str, kind: str, writer: Writer) -> list[dict]:
    """The sheets as they are shown: `name`, `rows` (texts), `is_cut` where there are more rows or columns."""
    ending = kind
    if kind != "xls":
        with open(path, "rb") as file, opened(file) as archive:
            parts = Parts(archive, MOST_UNPACKED_OF_SHEETS)
            parts.check_size((".xml", ".bin", ".rels"))
            ending = "xlsb" if "xl/workbook.bin" in parts else kind
    sheets: list[dict] = []
    try:
        # Only by the ending of the name does calamine say what is wrong with a file.
        with TemporaryDirectory() as folder:
            link = os.path.join(folder, f"workbook.{ending}")
            os.symlink(os.path.abspath(path), link)
            _read(link, writer, sheets)
    except python_calamine.PasswordError:
        raise Refused("encrypted") from None
    except Full:
        pass
    # Its panics are none of `Exception`.
    except BaseException as error:
        if isinstance(error, MemoryError | Refused | SystemExit | KeyboardInterrupt):
            raise
        if "limit" in str(error):
            raise Refused("too_large") from None
        if kind == "ods" and not sheets:  # written by a program that breaks its lines inside tables
            open_document.read(path, writer)
        elif not any(sheet["rows"] for sheet in sheets):
            raise Refused("damaged") from None
        else:
            writer.is_cut = True
    return sheets


def _read(path: str, writer: Writer, sheets: list[dict]) -> None:
    workbook = python_calamine.load_workbook(path)
    shown = [sheet for sheet in workbook.sheets_metadata if sheet.visible == VISIBLE and sheet.typ == WORKSHEET]
    writer.page_count = len(shown)
    for number, metadata in enumerate(shown, 1):
        writer.number, writer.title = number, tidy(metadata.name)
        sheet = {"name": writer.title, "rows": [], "is_cut": False}
        if len(sheets) < MOST_SHEETS:
            sheets.append(sheet)
        for row in workbook.get_sheet_by_name(metadata.name).iter_rows():
            _add_row([_words(value) for value in row], sheet, writer)
        writer.end_page()


def _add_row(texts: list[str], sheet: dict, writer: Writer) -> None:
    while texts and not texts[-1]:
        texts.pop()
    if len(sheet["rows"]) < MOST_ROWS and (texts or sheet["rows"]):
        sheet["rows"].append([text[:MOST_OF_CELL] for text in islice(texts, MOST_COLUMNS)])
        sheet["is_cut"] = sheet["is_cut"] or len(texts) > MOST_COLUMNS
    elif texts:
        sheet["is_cut"] = True
    if any(texts):
        writer.line(" | ".join(" ".join(text.split()) for text in texts if text))


def _words(value) -> str:
    """A value as a person in France reads it; the file's own format of numbers is not known here."""
    match value:
        case bool():
            return "✓" if value else "✗"
        case float():
            return f"{value:.15g}".replace(".", ",")
        case datetime.datetime():
            return value.strftime("%d/%m/%Y %H:%M" if value.time() != datetime.time() else "%d/%m/%Y")
        case datetime.date():
            return value.strftime("%d/%m/%Y")
        case datetime.time():
            return value.strftime("%H:%M")
        case datetime.timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
        case None:
            return ""
        case _:
            return tidy(str(value))
