"""The settings that speak to other projects are read by them: one with a wrong name would change nothing, in silence."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.architecture.files import ROOT

OURS = sorted(
    {
        name
        for path in (ROOT / "site" / "config" / "settings").glob("*.py")
        for name in re.findall(r"\bWAGTAIL[A-Z]*_[A-Z0-9_]+", path.read_text())
    }
)
#: What only shows how to write settings reads none.
EXAMPLES = {"project_template", "test", "tests"}


@pytest.fixture(scope="module")
def wagtail_sources() -> str:
    folders = [Path(find_spec(package).origin).parent for package in ("wagtail", "wagtail_localize")]
    paths = [path for folder in folders for path in folder.rglob("*.py") if not EXAMPLES & set(path.relative_to(folder).parts)]
    return "\n".join(path.read_text() for path in paths if path.stem != "tests")


def test_settings_of_wagtail_are_read_by_wagtail(wagtail_sources):
    assert "WAGTAIL_PRIVATE_PAGE_OPTIONS" in OURS
    assert [name for name in OURS if not re.search(rf"\b{name}\b", wagtail_sources)] == []
