"""Tests stand where their module stands: `site/accounts/views/team.py` → `tests/accounts/views/test_team.py`."""

from functools import cache
from pathlib import Path

import pytest

from tests.architecture.files import ROOT

TESTS = ROOT / "tests"
#: What has no module of its own to mirror: whole journeys, promises about the house, drills, measures, what an editor writes.
APART = ("access", "architecture", "bench", "demo/content", "drills", "journeys", "shipped", "upgrade")
#: Closed: each speaks of several modules at once, and says which in its first line. Nothing is added to it.
SEVERAL_MODULES = {
    "destination/pages/translations.py",  # what wagtail-localize does with our pages
    "intranet/submissions/actions/races.py",  # two people at the same instant
    "search/access.py",  # every output of the search, for every reader
}


def mirrored(test: Path) -> str:
    return str(test.relative_to(TESTS).with_name(test.name.removeprefix("test_")))


@cache
def sources() -> frozenset[str]:
    """Modules and packages, as their tests name them: `accounts/permissions.py`, `search/engines.py` for a package."""
    found = {f"{path.stem}.py" for path in TESTS.glob("*.py")}  # what the tests themselves are made with
    for base in (ROOT / "site", ROOT):
        for wing in (
            "accounts",
            "backups",
            "common",
            "config",
            "demo",
            "destination",
            "health",
            "installation",
            "notifications",
            "privacy",
            "intranet",
            "pro_portal",
            "search",
        ):
            for path in (base / wing).rglob("*.py"):
                found.add(str(path.relative_to(base)))
                if path.name == "__init__.py":
                    found.add(f"{path.parent.relative_to(base)}.py")
    return frozenset(found)


TEST_FILES = sorted(path for path in TESTS.rglob("test_*.py") if not str(path.relative_to(TESTS)).startswith(APART))


@pytest.mark.parametrize("test", TEST_FILES, ids=lambda path: str(path.relative_to(TESTS)))
def test_test_file_names_a_module(test):
    assert mirrored(test) in sources() | SEVERAL_MODULES


def test_no_exception_is_left_over():
    names = {mirrored(test) for test in TEST_FILES}
    assert {name for name in SEVERAL_MODULES if name not in names or name in sources()} == set()
