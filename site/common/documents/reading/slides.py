"""PPTX (ECMA-376, PresentationML): a page of text for each slide, in the order in which they are shown, its notes at the end."""

import posixpath
import re

from common.documents.reading.archives import Parts
from common.documents.reading.tables import Tables, number
from common.documents.reading.writer import Full, Writer
from common.documents.reading.xml_events import Events, parse

PRESENTATION = "ppt/presentation.xml"
#: What each slide repeats: its date, its number, the foot of the whole talk.
REPEATED = ("dt", "sldNum", "ftr", "hdr", "sldImg")


def read(parts: Parts, writer: Writer) -> None:
    slides = _slides(parts)
    if not slides:
        raise KeyError("no slide")
    writer.page_count = len(slides)
    try:
        for place, name in enumerate(slides, 1):
            if place > 1:
                writer.rule()
            parse(parts.chunks(name), _Slide(writer))
            notes = next((path for kind, path in _relations(parts, name).values() if kind == "notesSlide"), "")
            if notes in parts:
                parse(parts.chunks(notes), _Slide(writer))
            writer.end_page()
    except Full:
        pass


def _slides(parts: Parts) -> list[str]:
    """The parts of the slides in order; by their numbers where the presentation does not tell."""
    if PRESENTATION in parts:
        order = _Order()
        parse(parts.chunks(PRESENTATION), order)
        relations = _relations(parts, PRESENTATION)
        names = [relations[key][1] for key in order.keys if key in relations]
        if names := [name for name in names if name in parts]:
            return names
    by_number = {int(match[1]): name for name in parts.names if (match := re.fullmatch(r"ppt/slides/slide(\d{1,6})\.xml", name))}
    return [by_number[key] for key in sorted(by_number)]


def _relations(parts: Parts, name: str) -> dict[str, tuple[str, str]]:
    """By its key what a part is related to: the kind, and the name of the other part."""
    folder, file_name = posixpath.split(name)
    path = f"{folder}/_rels/{file_name}.rels"
    if path not in parts:
        return {}
    relations = _Relations(folder)
    parse(parts.chunks(path), relations)
    return relations.found


class _Order(Events):
    def __init__(self):
        super().__init__()
        self.keys: list[str] = []

    def start(self, tag, attributes):
        super().start(tag, attributes)
        if tag.endswith("}sldId"):  # its `id` is a number, its `r:id` the key
            self.keys += [value for key, value in attributes.items() if key.endswith("}id")]


class _Relations(Events):
    def __init__(self, folder: str):
        super().__init__()
        self._folder, self.found = folder, {}

    def opened(self, name, attributes):
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", self._folder, attributes.get("Target", ""))).lstrip("/")
            self.found[attributes.get("Id", "")] = (attributes.get("Type", "").rsplit("/", 1)[-1], target)


class _Slide(Events):
    SKIPPED = frozenset(("Fallback",))

    def __init__(self, writer: Writer):
        super().__init__()
        self._writer, self._tables = writer, Tables(writer)
        self._words: list[str] | None = None
        self._in_text = False
        self._holder = ""  # what the shape is on the slide: a title, a body
        self._level = 0
        self._has_bullet: bool | None = None

    def opened(self, name, attributes):
        match name:
            case "sp":
                self._holder = ""
            case "ph":
                self._holder = attributes.get("type", "body")
            case "p":
                self._words, self._level, self._has_bullet = [], 0, None
            case "pPr":
                self._level = number(attributes.get("lvl")) if attributes.get("lvl", "0") != "0" else 0
            case "buNone":
                self._has_bullet = False
            case "buChar" | "buAutoNum":
                self._has_bullet = True
            case "t":
                self._in_text = True
            case "br" if self._words is not None:
                self._words.append("\n")
            case "tbl":
                self._tables.start_table()
            case "tr":
                self._tables.start_row()
            case "tc":
                self._tables.start_cell(number(attributes.get("gridSpan")))

    def text(self, text):
        if self._in_text and self._words is not None:
            self._words.append(text)

    def closed(self, name):
        if name == "t":
            self._in_text = False
        elif name == "p" and self._words is not None:
            text, self._words = "".join(self._words), None
            if self._holder not in REPEATED:
                self._tables.place(text, self._outside)
        elif name == "tbl" and self._tables.are_open:
            self._tables.end_table()

    def _outside(self, text: str) -> None:
        if self._holder in ("title", "ctrTitle"):
            self._writer.title = self._writer.title or " ".join(text.split())[:200]
            self._writer.block(text, 2)
        elif self._has_bullet or self._level:
            self._writer.item(text, self._level, is_numbered=False)
        else:
            self._writer.block(text)
