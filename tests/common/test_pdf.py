"""PDF files hold the words given to them, whatever they are."""

import json
import os
import re
import shutil
import subprocess

import pytest

from common.pdf import STANDARD, rich_runs, typeset
from tests.factories.tutorials import pdf_values
from tests.pdf import read_pdf

HOSTILE = {
    "nul": "a\x00b", "controls": "\x01\x1b[31m\x7f", "emoji": "🎉👨‍👩‍👧 ❤️", "right to left": "\u202eمرحبا بالعالم",
    "half a character": "\ud83d", "markup": "#panic() *x* _y_ $z$ @ref <label> // ```raw``` \\ #import \"/etc/passwd\"",
    "markup of other kinds": "<script>alert(1)</script> {{ x }} {% load %}", "long": "é" * 10_000, "long words": "mot " * 2500,
    "chinese": "海边小镇", "nothing": "", "tab": "a\tb\nc", "unassigned": "\U000e0fff\ufffe",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_give_a_file(name):
    words = HOSTILE[name]
    pdf = typeset("tutorials/tutorial.typ", pdf_values(title=words, text=str(words), url=str(words)), "fr")
    assert pdf.startswith(b"%PDF-") and len(pdf) < 400_000


def test_markup_is_shown_and_not_run():
    pdf = typeset("tutorials/tutorial.typ", pdf_values(title="#panic() *x*"), "fr")
    assert "#panic() *x*" in read_pdf(pdf)


def test_file_is_tagged_with_title_and_language():
    pdf = typeset("tutorials/tutorial.typ", pdf_values(title="Titre"), "ca")
    assert b"/StructTreeRoot" in pdf and b"pdfuaid" in pdf and re.search(rb"/Lang ?\(ca\)", pdf) and b"/MarkInfo" in pdf
    assert STANDARD == "ua-1"


def test_unknown_template_is_said():
    with pytest.raises(LookupError):
        typeset("tutorials/nothing.typ", {}, "fr")


def test_rich_text_becomes_runs():
    html = '<p>Un <b>mot</b> &amp; <a href="https://x.example/">un lien</a></p><ol><li>un</li><li>deux</li></ol><ul><li>rond</li></ul>'
    found = [(block["kind"], block["mark"], "".join(run["text"] for run in block["runs"])) for block in rich_runs(html)]
    assert found == [("p", "", "Un mot & un lien"), ("li", "1.", "un"), ("li", "2.", "deux"), ("li", "", "rond")]
    bold = [run["text"] for run in rich_runs(html)[0]["runs"] if run["bold"]]
    links = [run["link"] for run in rich_runs(html)[0]["runs"] if run["link"]]
    assert (bold, links) == (["mot"], ["https://x.example/"])


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", ""])
def test_only_harmless_links_are_kept(address):
    assert json.dumps(rich_runs(f'<p><a href="{address}">x</a></p>')).count(address or "none") == 0


def test_pdftotext_reads_it(tmp_path):
    if not shutil.which("pdftotext"):
        sentence = "pdftotext is missing: install the system package `poppler-utils`."
        pytest.fail(sentence) if os.environ.get("CI") else pytest.skip(sentence)
    path = tmp_path / "a.pdf"
    path.write_bytes(typeset("tutorials/tutorial.typ", pdf_values(title="Été à l’île"), "fr"))
    read = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert "Été à l’île" in read
