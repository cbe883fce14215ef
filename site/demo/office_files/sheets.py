"""Workbooks: XLSX, ODS and CSV, from {name of a sheet: rows}."""

import csv
from io import StringIO
from xml.sax.saxutils import escape

from demo.office_files.packages import RELATIONSHIPS, content_types, open_document, packed, relations
from demo.office_files.words import table

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def xlsx(sheets: dict[str, list[list]]) -> bytes:
    numbers = range(1, len(sheets) + 1)
    names = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>' for number, name in enumerate(sheets, 1)
    )
    parts = {
        "[Content_Types].xml": content_types(**{
            "xl/workbook.xml": f"{MEDIA}.sheet.main+xml",
            **{f"xl/worksheets/sheet{number}.xml": f"{MEDIA}.worksheet+xml" for number in numbers},
        }),
        "_rels/.rels": relations(rId1=("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": relations(
            **{f"rId{number}": ("worksheet", f"worksheets/sheet{number}.xml") for number in numbers}
        ),
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{RELATIONSHIPS}"><sheets>{names}</sheets></workbook>',
    }  # fmt: skip
    for number, rows in enumerate(sheets.values(), 1):
        lines = "".join(
            f'<row r="{line}">{"".join(_cell(value, line, column) for column, value in enumerate(row))}</row>'
            for line, row in enumerate(rows, 1)
        )
        parts[f"xl/worksheets/sheet{number}.xml"] = f'<worksheet xmlns="{SHEET}"><sheetData>{lines}</sheetData></worksheet>'
    return packed(parts)


def _cell(value, line: int, column: int) -> str:
    place = f"{chr(ord('A') + column)}{line}"
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'


def ods(sheets: dict[str, list[list]]) -> bytes:
    return open_document("spreadsheet", "".join(table(name, rows) for name, rows in sheets.items()))


def csv_table(sheets: dict[str, list[list]]) -> bytes:
    """The first sheet, as a French Excel opens it."""
    target = StringIO()
    csv.writer(target, delimiter=";").writerows(next(iter(sheets.values())))
    return target.getvalue().encode("utf-8-sig")
