"""The names of files and the order of imports inside an app (CONTRIBUTING.md): no arrow points from a floor to a higher one."""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.architecture.vocabulary import floor_of

ROOT = Path(__file__).resolve().parents[2]
APPS = sorted(path.parent for wing in ("site", "intranet", "pro_portal", "search") for path in (ROOT / wing).rglob("apps.py"))
#: Folders that hold no module.
WITHOUT_CODE = {"content", "locale", "static", "templates", "typst", "migrations", "__pycache__"}
#: (importer, imported top level): why the arrow points back all the same.
EXCUSES = {
    ("destination.pages.models.base", "destination.pages.forms"): "Wagtail reads a page's form from its model (base_form_class)",
    ("common.mail", "common.tasks"): "a mail leaves by a task of the outbox",
}


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    parts = parts[1:] if parts[0] == "site" else parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def app_name(app: Path) -> str:
    return module_of(app / "__init__.py")


@cache
def imports_of(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{name.name}" for name in node.names} | {node.module}
        elif isinstance(node, ast.Import):
            names |= {name.name for name in node.names}
    return names


def arrows_back(app: Path) -> set[tuple[str, str]]:
    """(importer, imported top level) of each import inside the app that points from a floor to a higher one."""
    package, arrows = app_name(app), set()
    for path in app.rglob("*.py"):
        own = path.relative_to(app).with_suffix("").parts[0]
        floor = floor_of(package, own)
        if own in WITHOUT_CODE or floor is None:
            continue
        for name in imports_of(path):
            other = name.removeprefix(package + ".").split(".")[0] if name.startswith(package + ".") else ""
            if floor < (floor_of(package, other) or 0):
                arrows.add((module_of(path), f"{package}.{other}"))
    return arrows


@pytest.mark.parametrize("app", APPS, ids=app_name)
def test_names_of_files_are_those_of_the_house(app):
    names = {path.stem if path.is_file() else path.name for path in app.iterdir() if path.suffix in (".py", "")}
    assert {name for name in names - WITHOUT_CODE - {"__init__"} if floor_of(app_name(app), name) is None} == set()


@pytest.mark.parametrize("app", APPS, ids=app_name)
def test_imports_inside_an_app_point_down(app):
    assert arrows_back(app) - set(EXCUSES) == set()


def test_no_excuse_is_left_over():
    assert set(EXCUSES) <= {arrow for app in APPS for arrow in arrows_back(app)}
