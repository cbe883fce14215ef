"""The rules of the house that no colleague should have to remember."""

import re
import subprocess
import sys

import pytest
from django.core.management import call_command

from tests.architecture.files import ROOT, sources

# Templates that Django, allauth or Wagtail look up by a name of theirs.
FOUND_BY_NAME = (
    "404.html",
    "403.html",
    "500.html",
    "account/",
    "mfa/",
    "wagtailadmin/",
    "allauth/",
    "wagtail_localize/",
)


def test_site_is_no_package():
    assert not (ROOT / "site" / "__init__.py").exists()


def test_imports_point_one_way():
    command = [
        sys.executable,
        "-c",
        "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())",
        "--no-cache",
    ]
    environment = {
        "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}",
        "PATH": "/usr/bin:/bin",
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
    }
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-2000:]


@pytest.mark.django_db
def test_no_migration_is_missing():
    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=0)
    except SystemExit:
        pytest.fail("a model changed without its migration: run `python manage.py makemigrations`")


def test_every_template_is_used():
    # What stands between quotes, or after a slash and before a quote.
    written = [path.read_text() for path in sources(".py", ".html", ".txt", ".xml")]
    quoted = {words for text in written for words in re.findall(r"[\"'/]([\w.-][\w./-]*)[\"']", text)}
    named = {words.split("/", start)[start] for words in quoted for start in range(words.count("/") + 1)}
    unused = []
    for template in sources(".html", ".txt", ".xml"):
        if "templates" not in template.parts:
            continue
        name = str(template).split("/templates/", 1)[1]
        # A mail is named without its ending: the same name has a text and an HTML part.
        names = {name, name.rsplit(".", 1)[0] if "/mail/" in name else name}
        if not name.startswith(FOUND_BY_NAME) and not names & named:
            unused.append(name)
    assert not unused


def test_every_template_named_exists():
    existing = {
        str(path).split("/templates/", 1)[1]
        for path in sources(".html", ".txt", ".xml", ".svg", ".css", ".js")
        if "templates" in path.parts
    }
    missing = {}
    for template in sources(".html"):
        for name in re.findall(r"{%\s*(?:include|extends)\s+[\"']([^\"']+)[\"']", template.read_text()):
            if name not in existing and not name.startswith(("wagtail", "allauth", "modeladmin")):
                missing.setdefault(name, template.name)
    assert not missing


def test_templates_hold_no_inline_script_or_style():
    faults = []
    for template in sources(".html"):
        if "/mail/" in str(template) or "wagtailadmin" in str(template):
            continue
        text = template.read_text()
        if re.search(r"\sstyle=|\son[a-z]+=\"|javascript:", text) or re.search(
            r"<script(?![^>]*(src=|type=\"application/(ld\+)?json\"))", text
        ):
            faults.append(template.name)
    assert not faults


def test_no_python_file_outgrows_its_subject():
    long = {str(path.relative_to(ROOT)): lines for path in sources(".py") if (lines := len(path.read_text().splitlines())) > 400}
    assert not long
