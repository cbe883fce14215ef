"""The manuals: their texts, their pictures and their PDFs belong together."""

import re

import pytest
import yaml

from demo.management.commands.make_manual import FOLDER, digest_of, manuals, pdf_of, read_manual
from intranet.home.views import MANUALS


def test_every_picture_is_there_is_described_and_is_taken_by_the_command():
    parts = [part for source in manuals() for part in read_manual(source.read_text())[1]]
    pictures = {part["path"] for part in parts if part["kind"] == "picture"}
    assert pictures == {f"pictures/{path.name}" for path in (FOLDER / "pictures").iterdir()}
    assert pictures == {f"pictures/{shot['file']}.jpg" for shot in yaml.safe_load((FOLDER / "pictures.yaml").read_text())}
    assert all(len(part["alt"]) > 30 for part in parts if part["kind"] == "picture")


def test_every_manual_has_an_address():
    assert {source.stem for source in manuals()} == MANUALS | {"intranet"}


@pytest.mark.parametrize("source", manuals(), ids=lambda source: source.stem)
def test_pdf_is_made_from_the_text_of_today_and_tagged(source):
    """Where this fails: `manage.py make_manual`."""
    pdf = pdf_of(source).read_bytes()
    assert digest_of(source).encode() in pdf
    assert re.search(rb"<pdfuaid:part>1</pdfuaid:part>", pdf)


def test_text_of_the_manual_is_read_whole():
    title, parts = read_manual("# Titre\n\nUn **mot**.\n\n## Partie\n\n![Une image](a.jpg)\n\n- un\n- deux\n")
    assert title == "Titre"
    assert [(part["kind"], part.get("title", "")) for part in parts] == [
        ("text", ""), ("heading", "Partie"), ("picture", ""), ("text", ""),
    ]  # fmt: skip
    assert [run["text"] for block in parts[-1]["runs"] for run in block["runs"]] == ["un", "deux"]
