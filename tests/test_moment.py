"""The run's own clock."""

import ast
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from tests import moment

CLOCKS = {"now", "utcnow", "today", "localdate", "localtime", "in_days", "one_day"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@pytest.fixture(autouse=True)
def _no_moment_chosen(monkeypatch):
    monkeypatch.delenv(moment.CHOICE, raising=False)


def test_run_that_crosses_midnight_stays_on_its_day(monkeypatch):
    yesterday = datetime.now(moment.PARIS) - timedelta(days=1)
    monkeypatch.setenv(moment.BEGINNING, yesterday.isoformat())
    with moment.of_a_test():
        assert timezone.localdate() == yesterday.date()


def test_chosen_moment_is_that_of_paris_before_the_clock_change(monkeypatch):
    monkeypatch.setenv(moment.CHOICE, "2027-03-27T23:59")
    with moment.of_a_test():
        assert f"{timezone.localtime():%Y-%m-%d %H:%M %z}" == "2027-03-27 23:59 +0100"
        assert f"{timezone.localtime() + timedelta(hours=3):%H:%M %z}" == "02:59 +0100"


def run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    """What Python runs when it imports a module: decorators and default values of a function, not its body."""
    if isinstance(node, ast.Lambda):
        return
    if isinstance(node, FUNCTIONS):
        children = [*node.decorator_list, node.args]
    else:
        children = ast.iter_child_nodes(node)
    for child in children:
        yield child
        yield from run_at_import(child)


def clock_called(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name in CLOCKS and not (name == "one_day" and node.args)  # `one_day(date(…))` asks no clock


@pytest.mark.parametrize(
    ("source", "reads"),
    [
        ("DAY = timezone.localdate()", True),
        ("@parametrize('day', [in_days(1)])\ndef test(day): ...", True),
        ("def test(day=date.today()): ...", True),
        ("@parametrize('day', [lambda: in_days(1)])\ndef test(day): return date.today()", False),
        ("DAY = date(2026, 7, 2)", False),
    ],
)
def test_clock_read_at_import_is_recognised(source, reads):
    assert any(clock_called(node) for node in run_at_import(ast.parse(source))) is reads


def test_no_test_module_reads_the_clock_when_it_is_imported():
    readers = {
        f"{path}:{node.lineno}"
        for path in Path(__file__).parent.rglob("*.py")
        for node in run_at_import(ast.parse(path.read_text()))
        if clock_called(node)
    }
    assert not readers
