"""Plain text, CSV and e-mails."""

import csv
import re
from email import message_from_bytes, policy
from email.errors import MessageError
from html.parser import HTMLParser
from itertools import islice

from common.decoding import decoded_utf8
from common.documents.reading.limits import (
    MOST_BYTES_OF_MAIL,
    MOST_BYTES_OF_TEXT,
    MOST_COLUMNS,
    MOST_OF_CELL,
    MOST_ROWS,
)
from common.documents.reading.writer import Writer, tidy
from common.job_process.server import Refused

#: Lines of a plain text that make a page, for who looks for the place: some three sheets of paper.
LINES_OF_PAGE = 150
LONGEST_FIELD = 100_000
HEADERS = ("Subject", "From", "To", "Cc", "Date")


def decoded(content: bytes) -> str:
    """UTF-16 and UTF-8 by their marks, else UTF-8, even with a few bad bytes, else what Windows writes: cp1252, or cp932 where a
    byte is none of that."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content[: len(content) // 2 * 2].decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.start > len(content) - 4:  # cut inside a letter by our own bound
            return content[: error.start].decode("utf-8-sig")
    if (text := decoded_utf8(content)) is not None:
        return text.removeprefix("\ufeff")
    for encoding in ("cp1252", "cp932"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("cp1252", "replace")


def read_text(path: str, writer: Writer) -> None:
    lines = _content(path, writer).split("\n")
    writer.page_count = -(-len(lines) // LINES_OF_PAGE)
    for start in range(0, len(lines), LINES_OF_PAGE):
        for line in lines[start : start + LINES_OF_PAGE]:
            writer.line(line)
        writer.end_page()


def read_csv(path: str, writer: Writer) -> list[dict]:
    """The rows as they are shown, in one sheet without a name."""
    text = _content(path, writer)
    if text[:4].lower() == "sep=":  # a line for Excel
        text = text.partition("\n")[2]
    csv.field_size_limit(LONGEST_FIELD)
    sheet = {"name": "", "rows": [], "is_cut": False}
    try:
        delimiter = csv.Sniffer().sniff(text[:20_000], delimiters=";,\t|").delimiter
    except csv.Error:
        delimiter = ";" if text[:20_000].count(";") >= text[:20_000].count(",") else ","
    writer.page_count = 1
    try:
        for row in csv.reader(text.splitlines(), delimiter=delimiter):
            cells = [" ".join(tidy(cell).split()) for cell in row]
            if any(cells):
                if len(sheet["rows"]) < MOST_ROWS:
                    sheet["rows"].append([cell[:MOST_OF_CELL] for cell in islice(cells, MOST_COLUMNS)])
                    sheet["is_cut"] = sheet["is_cut"] or len(cells) > MOST_COLUMNS
                else:
                    sheet["is_cut"] = True
                writer.line(" | ".join(cell for cell in cells if cell))
    except csv.Error:  # no table, but a text all the same
        sheet["rows"] = []
        writer.line(text)
    writer.end_page()
    return [sheet] if sheet["rows"] else []


def read_mail(path: str, writer: Writer) -> None:
    """The subject, who wrote to whom, the words, and the names of the files that hang on it."""
    with open(path, "rb") as file:
        content = file.read(MOST_BYTES_OF_MAIL)
        writer.is_cut = bool(file.read(1))
    writer.page_count = 1
    try:
        message = message_from_bytes(content, policy=policy.default)
        for name in HEADERS:
            if value := message.get(name):
                writer.line(" ".join(str(value).split()))
        body = message.get_body(("plain", "html"))
        if body is not None:
            words = body.get_content()
            writer.line("")
            writer.line(html_to_text(words) if body.get_content_subtype() == "html" else words)
        names = [part.get_filename() for part in message.iter_attachments() if part.get_filename()]
    except (MessageError, LookupError, UnicodeError, ValueError, AttributeError, RecursionError):
        raise Refused("damaged") from None
    writer.line("\n".join(["", *names]))
    writer.end_page()


def html_to_text(html: str) -> str:
    reader = _HtmlText()
    reader.feed(html)
    reader.close()
    return tidy("".join(reader.parts))


def _content(path: str, writer: Writer) -> str:
    with open(path, "rb") as file:
        content = file.read(MOST_BYTES_OF_TEXT)
        writer.is_cut = bool(file.read(1))
    return re.sub(r"\r\n?", "\n", decoded(content))


class _HtmlText(HTMLParser):
    BLOCKS = frozenset(
        ("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote", "hr")
    )
    UNSEEN = frozenset(("script", "style", "head", "title"))

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag, attrs):
        self._unseen += tag in self.UNSEEN
        if tag in self.BLOCKS:
            self.parts.append("\n")
        elif tag in ("td", "th"):
            self.parts.append(" ")

    def handle_endtag(self, tag):
        self._unseen = max(0, self._unseen - (tag in self.UNSEEN))

    def handle_data(self, data):
        if not self._unseen:
            self.parts.append(re.sub(r"\s+", " ", data))
