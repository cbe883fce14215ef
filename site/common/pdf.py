"""PDF files: typeset from a template and values, tagged for assistive tools. Needs no program beside Python's own packages.

A template is a Typst file in `<app>/typst/<app>/`. The values reach it as data, never as markup: no word that somebody typed
can be read as an instruction. `docs/pdf.md` says how to write one.
"""

import json
import logging
import re
import unicodedata
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

from django.apps import apps

logger = logging.getLogger("escale.pdf")

STANDARD = "ua-1"  # PDF/UA: title, language, tags and alternative texts are there
# Drawn by no font that comes with us: pictures of faces, and the invisible signs that join them.
UNSUPPORTED = re.compile("[\U0001f000-\U0010ffff\u200d\ufe0e\ufe0f\u2600-\u27bf]")
ALLOWED_CONTROLS = "\n\t"


def typeset(template_name: str, values: dict, language: str, files: dict[str, bytes] | None = None) -> bytes:
    """The PDF of `<template_name>` ("tutorials/certificate.typ") in `language`.

    The template reads `values` (whatever JSON can hold) and `language` with `#import "common/house.typ": values, language`, and
    the pictures of `files` ({"poster.jpg": bytes}) by their name. Words that no font of ours can draw leave a gap instead of an
    error; the file then lacks only the mark of PDF/UA.
    """
    inputs = {"values": json.dumps(_printable(values), ensure_ascii=True), "language": language}
    import typst  # megabytes of a process that most often makes no PDF

    # Its own file stands at the root, so that pictures and shared parts are called by the same name from everywhere.
    sources = {"main.typ": _source(template_name), "common/house.typ": _source("common/house.typ"), **(files or {})}
    with TemporaryDirectory() as root:  # the compiler takes texts from memory, pictures only from a folder
        for name, content in sources.items():
            path = Path(root, name)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        options = {"input": str(Path(root, "main.typ")), "root": root, "sys_inputs": inputs, "ignore_system_fonts": True}
        try:
            return typst.compile(**options, pdf_standards=[STANDARD])
        except typst.TypstError as error:
            logger.info("%s without %s: %s", template_name, STANDARD, error)
        return typst.compile(**options)


@cache
def _source(template_name: str) -> bytes:
    for app in apps.get_app_configs():
        path = Path(app.path, "typst", template_name)
        if path.is_file():
            return path.read_bytes()
    raise LookupError(f"There is no Typst template named {template_name}")


def _printable(value):
    """The same values, without what Typst cannot print: surrogates, control characters, emoji."""
    if isinstance(value, dict):
        return {str(key): _printable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(item) for item in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    text = UNSUPPORTED.sub("", str(value))
    return "".join(
        character
        for character in text
        if character in ALLOWED_CONTROLS or unicodedata.category(character) not in ("Cc", "Cs", "Co", "Cn")
    )


# ---- rich text --------------------------------------------------------------------------------------------------
BLOCKS = {"p": "p", "h2": "h", "h3": "h", "h4": "h", "li": "li", "blockquote": "p"}
STYLES = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic"}


class _RunParser(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.blocks: list[dict] = []
        self.lists: list[list] = []  # kind and number of the last item of each open list
        self.styles: list[str] = []
        self.links: list[str] = []

    def open_block(self, kind: str) -> None:
        block = {"kind": kind, "runs": [], "mark": ""}
        if kind == "li" and self.lists:
            self.lists[-1][1] += 1
            block["mark"] = f"{self.lists[-1][1]}." if self.lists[-1][0] == "ol" else ""
        self.blocks.append(block)

    def handle_starttag(self, tag, attributes):
        if tag in ("ul", "ol"):
            self.lists.append([tag, 0])
        elif tag in BLOCKS:
            self.open_block(BLOCKS[tag])
        elif tag in STYLES:
            self.styles.append(STYLES[tag])
        elif tag == "a":
            self.links.append(dict(attributes).get("href") or "")
        elif tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag):
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag in STYLES and STYLES[tag] in self.styles:
            self.styles.remove(STYLES[tag])
        elif tag == "a" and self.links:
            self.links.pop()

    def handle_data(self, data):
        if not self.blocks:
            if not data.strip():
                return
            self.open_block("p")
        link = self.links[-1] if self.links else ""
        run = {"text": data, "bold": "bold" in self.styles, "italic": "italic" in self.styles, "link": ""}
        # Only the addresses that a PDF reader may open without harm.
        run["link"] = link if link.startswith(("https://", "http://", "mailto:", "tel:")) else ""
        self.blocks[-1]["runs"].append(run)


def rich_runs(html: str) -> list[dict]:
    """Rich text as `rich` of `common/house.typ` draws it: [{"kind", "mark", "runs": [{"text", "bold", "italic", "link"}]}], the
    kind one of p, h, li, the mark « 1. » in a numbered list."""
    parser = _RunParser()
    parser.feed(html)
    parser.close()
    return [block for block in parser.blocks if any(run["text"].strip() for run in block["runs"])]
