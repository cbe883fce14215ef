"""The members' manual: its text, its pictures and its PDF belong together."""

import re

import yaml

from demo.management.commands.make_manual import FOLDER, SOURCE, TARGET, digest_of_source, read_manual


def test_every_picture_is_there_is_described_and_is_taken_by_the_command():
    _title, parts = read_manual(SOURCE.read_text())
    pictures = {part["path"] for part in parts if part["kind"] == "picture"}
    assert pictures == {f"pictures/{path.name}" for path in (FOLDER / "pictures").iterdir()}
    assert pictures == {f"pictures/{shot['file']}.jpg" for shot in yaml.safe_load((FOLDER / "pictures.yaml").read_text())}
    assert all(len(part["alt"]) > 30 for part in parts if part["kind"] == "picture")


def test_pdf_is_made_from_the_text_of_today_and_tagged():
    """Where this fails: `manage.py make_manual`."""
    pdf = TARGET.read_bytes()
    assert digest_of_source().encode() in pdf
    assert re.search(rb"<pdfuaid:part>1</pdfuaid:part>", pdf)


def test_text_of_the_manual_is_read_whole():
    title, parts = read_manual("# Titre\n\nUn **mot**.\n\n## Partie\n\n![Une image](a.jpg)\n\n- un\n- deux\n")
    assert title == "Titre"
    assert [(part["kind"], part.get("title", "")) for part in parts] == [
        ("text", ""), ("heading", "Partie"), ("picture", ""), ("text", ""),
    ]  # fmt: skip
    assert [run["text"] for block in parts[-1]["runs"] for run in block["runs"]] == ["un", "deux"]
