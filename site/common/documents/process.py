"""The process that reads documents: the jobs of `common.job_process.server` that know PDF, office documents and their like."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from common.documents.reading import open_document, pdf, plain_text, sheets, slides, word  # noqa: E402  stands on the path now
from common.documents.reading.archives import Parts, opened  # noqa: E402
from common.documents.reading.limits import MOST_UNPACKED  # noqa: E402
from common.documents.reading.writer import Full, Writer  # noqa: E402
from common.job_process.server import Refused, serve  # noqa: E402

MOST_JOBS = 200
# Of address space. A PDF of 300 pages with pictures takes 150 MB of memory; the interpreter and its libraries reserve as much
# again without using it.
MOST_MEMORY = 700 * 1024**2


def read(job: dict) -> dict:
    """The text of a document: `pages` (`number, title, text`), `page_count` or None, `is_cut`, `html`, `is_html_cut`, `sheets`
    (`name, rows, is_cut`)."""
    path, kind, writer, tables = job["source"], job["kind"], Writer(), []
    if not os.path.getsize(path):
        raise Refused("empty")
    try:
        match kind:
            case "pdf":
                pdf.read(path, writer)
            case "docx" | "pptx":
                _read_office(path, word if kind == "docx" else slides, writer)
            case "odt" | "odp":
                open_document.read(path, writer)
            case "xlsx" | "xls" | "ods":
                tables = sheets.read(path, kind, writer)
            case "csv":
                tables = plain_text.read_csv(path, writer)
            case "eml":
                plain_text.read_mail(path, writer)
            case "txt":
                plain_text.read_text(path, writer)
            case _:
                raise Refused("not_read")
    except Full:
        pass
    return writer.result() | {"sheets": tables}


def _read_office(path: str, reader, writer: Writer) -> None:
    with open(path, "rb") as file, opened(file) as archive:
        parts = Parts(archive, MOST_UNPACKED)
        if "EncryptedPackage" in parts:
            raise Refused("encrypted")
        reader.read(parts, writer)


def draw(job: dict) -> dict:
    """Write the page `number` of a PDF to `target`; see `pdf.draw`."""
    return pdf.draw(job["source"], job["number"], job["width"], job["target"])


JOBS = {"read": read, "draw": draw}

if __name__ == "__main__":
    os.nice(5)  # whoever reads a page of the site comes first
    serve(JOBS, most_memory=MOST_MEMORY, most_jobs=MOST_JOBS, out_of_memory="too_large")
