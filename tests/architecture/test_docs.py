"""What the documents name is there."""

import re

import pytest

from tests.architecture.files import ROOT

DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
#: A file of ours, named from any folder of its path on: `pages/page_cache.py`, `blocks.py`.
FILE = re.compile(r"`((?:[\w.-]+/)*[\w-]+\.(?:py|js|css|html|yaml|toml|md))`")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_files_named_in_a_document_exist(document):
    files = [f"/{path.relative_to(ROOT)}" for path in ROOT.rglob("*.*") if not {".venv", "var", ".git"} & set(path.parts)]
    missing = {name for name in FILE.findall(document.read_text()) if not any(path.endswith(f"/{name}") for path in files)}
    assert missing == set()
