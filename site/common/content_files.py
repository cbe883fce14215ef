"""Texts that an office's editor corrects stand in YAML files; this is how they are read.

Only `true`, `false`, `null` and plain numbers are not text: `15:00`, `2026-07-14`, `yes` and `0465` mean what they show.
A text of several paragraphs is written under `|`, its lines broken anywhere; an empty line begins a paragraph.
"""

import re
from pathlib import Path

import yaml
from markdown_it import MarkdownIt


class ContentLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # libyaml reads ten times faster, where it was built in
    """The safe loader without the guesses of YAML 1.1, under which 15:00 is the number 900 and `no` is false."""

    yaml_implicit_resolvers: dict = {}


for _tag, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("null", r"null|~|", ["n", "~", ""]),
    ("int", r"-?(?:0|[1-9][0-9]*)", "-0123456789"),
    ("float", r"-?(?:0|[1-9][0-9]*)\.[0-9]+", "-0123456789"),
):
    ContentLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), list(_first))


def read_yaml(path: Path):
    """What a file holds, as dictionaries, lists and plain values; `yaml.YAMLError` tells the line of a mistake."""
    return yaml.load(path.read_text(encoding="utf-8"), ContentLoader)  # noqa: S506  a safe loader


def read_folder(folder: Path) -> dict[str, dict]:
    """The files of a folder and of those in it by their name without ending, in alphabetical order of their paths."""
    return {path.stem: read_yaml(path) for path in sorted(folder.rglob("*.yaml"))}


def _markdown() -> MarkdownIt:
    """CommonMark that writes the tags of Wagtail's editor, on one line as it stores them."""
    reader = MarkdownIt("commonmark", {"html": False})
    for name, html in {
        "strong_open": "<b>", "strong_close": "</b>", "em_open": "<i>", "em_close": "</i>", "softbreak": " ",
    }.items():  # fmt: skip
        reader.add_render_rule(name, lambda renderer, *args, html=html: html)
    return reader


def html_of(markdown: str, reader: MarkdownIt = _markdown()) -> str:  # noqa: B008  made once, it holds no state
    return reader.render(markdown).replace("\n", "")


def blocks_of(body: list[dict]) -> list[dict]:
    """The body of a page as its file has it, `[{kind: value}…]`, in the shape of `destination.pages.importers.body_of`."""
    pairs = [pair for entry in body for pair in entry.items()]
    return [{"type": kind, "value": html_of(value) if kind == "text" else value} for kind, value in pairs]
