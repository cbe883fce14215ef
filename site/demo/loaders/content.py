"""Reads the files of `content/`, each kind into the shape that its loader needs; docs/demo.md describes the files."""

import re
from pathlib import Path

from common.content_files import blocks_of, html_of, read_folder, read_yaml
from demo.drawings import Scene

FOLDER = Path(__file__).resolve().parents[1] / "content"


def network() -> dict[str, list[dict]]:
    """`{"communes", "organisations", "people", "groups": [facts…]}`."""
    return {name: read_yaml(FOLDER / f"{name}.yaml") for name in ("communes", "organisations", "people", "groups")}


def base_map() -> dict:
    """`{"coast", "lines", "areas", "towns", "points"}`, as `demo.drawings.country` draws them."""
    return read_yaml(FOLDER / "base_map.yaml")


def scenes() -> list[Scene]:
    return [Scene(name, **facts) for name, facts in read_yaml(FOLDER / "pictures.yaml").items()]


def picture_rights() -> dict[str, list]:
    """`{"rights", "credits": given to the pictures in turn, "consents": those of people they show, "waiver": why the others are
    shown without}`."""
    return read_yaml(FOLDER / "picture_rights.yaml")


def photo_selections() -> list[dict]:
    """`{"titles", "words": by language, "pictures", "on_front_page" or "shared_for_days"}` of each selection."""
    return read_yaml(FOLDER / "photo_selections.yaml")


def places() -> dict[str, dict]:
    files = read_folder(FOLDER / "places")
    for facts in files.values():
        facts["opening"] = {"periods": [], **facts["opening"]}
        for period in facts["opening"]["periods"]:
            period["hours"] = {day: [span.split("-") for span in spans.split(", ")] for day, spans in period["hours"].items()}
    return {code: _with_paragraphs(facts) for code, facts in files.items()}


def events() -> dict[str, dict]:
    return {code: _with_paragraphs(facts) for code, facts in read_folder(FOLDER / "events").items()}


def unwrapped(text: str) -> str:
    """The text with each paragraph on one line."""
    return re.sub(r"(?<!\n)\n(?!\n)", " ", text.strip())


def _with_paragraphs(facts: dict) -> dict:
    for words in facts["words"].values():
        words["text"] = unwrapped(words["text"])
    return facts


def pages() -> list[dict]:
    """The pages in the order of the tree, parents first, in the shape of `make_pages`."""
    files = read_folder(FOLDER / "pages")
    return [_page(slug, parent, files[slug]) for slug, parent in _branches(read_yaml(FOLDER / "page_tree.yaml"))]


def _branches(tree: dict, parent: str | None = None):
    """Yield (French slug, that of the page above)."""
    for slug, below in tree.items():
        yield slug, parent
        yield from _branches(below or {}, slug)


def _page(slug: str, parent: str | None, facts: dict) -> dict:
    words = {code: {**text, "body": blocks_of(text["body"])} for code, text in facts["words"].items()}
    return {**facts, "slug": {"fr": slug, **facts["slug"]}, "parent": parent, "words": words}


def menus() -> dict[str, list[dict]]:
    """`{"main", "footer": entries}` in the shape of `make_menus`."""
    return read_yaml(FOLDER / "menus.yaml")


def tutorials() -> dict[str, dict]:
    files = read_folder(FOLDER / "tutorials")
    for facts in files.values():
        for words in facts["words"].values():
            words["steps"] = [{**step, "text": html_of(step["text"])} for step in words["steps"]]
    return files


def around_tutorials() -> dict[str, list[dict]]:
    """`{"paths", "questions", "opinions": [facts…]}`."""
    return {name: read_yaml(FOLDER / f"tutorial_{name}.yaml") for name in ("paths", "questions", "opinions")}


def articles() -> dict[str, dict]:
    """The members' articles, their body as HTML, each with the comments under it."""
    return {slug: {**facts, "body": html_of(facts["body"])} for slug, facts in read_folder(FOLDER / "articles").items()}


def document_folders() -> dict[str, dict]:
    """The folders of the members' documents by code, those around before those inside, each with its `documents`."""
    files = read_folder(FOLDER / "documents")
    return dict(sorted(files.items(), key=lambda entry: ("inside" in entry[1], entry[0])))


def who_left() -> list[str]:
    """The addresses of those whose account is closed."""
    return [facts["email"] for facts in read_yaml(FOLDER / "people.yaml") if facts.get("left")]


def watch() -> dict:
    """`{"themes": {code: names}, "letter": words, "sources": {code: facts with their articles}}`."""
    return {
        **{name: read_yaml(FOLDER / "watch" / f"{name}.yaml") for name in ("themes", "letter")},
        "sources": read_folder(FOLDER / "watch" / "sources"),
    }
