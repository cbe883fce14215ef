"""PDF, by PDFium: the text of its pages, and their pictures. Only one thread may be in it, which this process has."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pypdfium2

from common.documents.reading.writer import Writer
from common.job_process.server import Refused

# How PDFium marks a hyphen at the end of a line, which is none of the word, and the break after it.
HYPHEN = re.compile("(?:\ufffe|\x02)(?:\r\n|\r|\n)?")
#: A page that is a scroll or a poster: more than so many times as high as it is wide is drawn narrower.
MOST_HEIGHT = 3
# An open document keeps what its pages hold, their pictures too: of a scan of 300 pages, the whole file.
PAGES_AT_ONCE = 30
# PDFium rounds up: 800.0000001 pixels would be 801.
ROUNDING = 1 - 1e-6


@contextmanager
def opened(path: str) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise Refused("encrypted" if "password" in str(error).lower() else "damaged") from None
    with suppress(pypdfium2.PdfiumError):
        if document.get_formtype():
            document.init_forms()
    try:
        yield document
    finally:
        document.close()


def read(path: str, writer: Writer) -> None:
    with opened(path) as document:
        writer.page_count = len(document)
    is_open = False
    for start in range(1, writer.page_count + 1, PAGES_AT_ONCE):
        with opened(path) as document:
            for number in range(start, min(start + PAGES_AT_ONCE, writer.page_count + 1)):
                text = _text_of(document, number)
                is_open = is_open or text is not None
                writer.whole_page(number, text or "")
    if not is_open:
        raise Refused("damaged")


def _text_of(document: pypdfium2.PdfDocument, number: int) -> str | None:
    """The text of a page, what was filled into a form included; None for a page that is broken."""
    try:
        page = document[number - 1]
        if document.formenv and page.flatten():
            page.close()
            page = document[number - 1]
        words = page.get_textpage()
        text = words.get_text_bounded()
        words.close()
        page.close()
    except pypdfium2.PdfiumError:
        return None
    return HYPHEN.sub("", text)


def draw(path: str, number: int, width: int, target: str) -> dict:
    """Write a page as WebP, `width` pixels wide, to `target`. Answers `width` and `height`; page numbers begin with 1."""
    with opened(path) as document:
        if not 1 <= number <= len(document):
            raise Refused("no_page")
        try:
            page = document[number - 1]
            points = page.get_size()
            if min(points) <= 0:
                raise Refused("damaged")
            scale = min(width / points[0], width * MOST_HEIGHT / points[1]) * ROUNDING
            picture = page.render(scale=scale).to_pil().convert("RGB")
            page.close()
        except pypdfium2.PdfiumError:
            raise Refused("damaged") from None
    picture.save(target, "WEBP", quality=80, method=4)
    return {"width": picture.width, "height": picture.height}
