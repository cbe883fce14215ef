"""What the documents name is there."""

import re
import shlex
from functools import cache

import pytest
from django.core.management import get_commands, load_command_class

from tests.architecture.files import ROOT, WINGS

#: Of what is not done yet it may name what is not there.
TO_DO = ROOT / "docs/in-progress.md"
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
#: A file of ours, named from any folder of its path on: `pages/page_cache.py`, `blocks.py`.
FILE = re.compile(r"`((?:[\w.-]+/)*[\w-]+\.(?:py|js|css|html|yaml|toml|md))`")


@cache
def files() -> list[str]:
    return [f"/{path.relative_to(ROOT)}" for path in ROOT.rglob("*.*") if not {".venv", "var", ".git"} & set(path.parts)]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_files_named_in_a_document_exist(document):
    missing = {name for name in FILE.findall(document.read_text()) if not any(path.endswith(f"/{name}") for path in files())}
    assert missing == set()


def code_of(document) -> list[str]:
    """What stands between backticks, and the lines of the blocks of shell commands."""
    text = document.read_text()
    blocks = re.findall(r"^ *```(?:sh)?\n(.*?)^ *```", text, re.M | re.S)
    outside = re.sub(r"^ *```.*?^ *```", "", text, flags=re.M | re.S)
    return [line.strip() for block in blocks for line in block.splitlines()] + re.findall(r"`([^`\n]+)`", outside)


def wrong_words(code: str) -> list[str]:
    """Of a command the words that name nothing: an unknown target, command, option, module or file."""
    words = shlex.split(code, comments=True) if code.count('"') % 2 == 0 and code.count("'") % 2 == 0 else code.split()
    while words and re.match(r"[A-Z_]+=", words[0]):
        words = words[1:]
    if "manage.py" in words:
        words = words[words.index("manage.py") :]
    match words:
        case ["make", target, *_]:
            return [] if re.search(rf"^{re.escape(target)}:", (ROOT / "Makefile").read_text(), re.M) else [target]
        case ["manage.py" | "escale", name, *arguments]:
            if name not in get_commands():
                return [name]
            app = get_commands()[name]
            options = load_command_class(app, name).create_parser("manage.py", name)._option_string_actions
            return [word for word in arguments if word.startswith("-") and word.split("=")[0] not in options]
        case ["python" | "python3", "-m", module, *_] if module.startswith("tests."):
            return [] if (ROOT / (module.replace(".", "/") + ".py")).is_file() else [module]
        case ["python" | "cp" | "install" | "sed" | "/srv/escale/venv/bin/pip", *arguments]:
            ours = [word for word in arguments if re.match(r"(deploy|docs|requirements|site|tests)/|\.env", word)]
            return [word for word in ours if not (ROOT / word).exists() and word != ".env"]
    return []


@pytest.mark.parametrize("document", [path for path in DOCUMENTS if path != TO_DO], ids=lambda path: path.name)
def test_commands_named_in_a_document_exist(document):
    assert {code: words for code in code_of(document) if (words := wrong_words(code))} == {}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("PORT=8001 make run", []),
        ("make walk", ["walk"]),
        ("manage.py doctor --mail you@mon-office.example", []),
        ("docker compose run --rm web python manage.py doctor --post x", ["--post"]),
        ("escale cure", ["cure"]),
        ("cp deploy/nginx.conf deploy/apache.conf /etc/nginx/", ["deploy/apache.conf"]),
        ("python -m tests.bench.calendars", []),
        ("python site/config/absent.py worker", ["site/config/absent.py"]),
    ],
)
def test_command_that_is_not_there_is_seen(code, words):
    assert wrong_words(code) == words


def test_readme_names_every_app_and_no_other():
    """Its table is the map of the house: a folder that it does not name is found by nobody."""
    table = (ROOT / "README.md").read_text().split("## The house")[1]
    named = set(
        re.findall(r"`((?:site|intranet|pro_portal)/[\w/]+|search)`", "\n".join(re.findall(r"^\| (`.*?) \|", table, re.M)))
    )
    apps = {str(path.parent.relative_to(ROOT)) for wing in WINGS for path in (ROOT / wing).rglob("apps.py")}
    assert named == apps | {"site/config"}
