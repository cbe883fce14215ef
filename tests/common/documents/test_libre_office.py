"""A stand-in in the place of LibreOffice: a script that takes its arguments."""

import sys
from pathlib import Path

import pytest

from common.documents import libre_office
from common.documents.client import NoPicture, draw_page
from common.documents.libre_office import as_pdf
from tests.factories import documents as make

HEAD = (
    f"#!{sys.executable}\n"
    + """
import resource, sys, time
from pathlib import Path
source = Path(sys.argv[-1])
folder = Path(sys.argv[sys.argv.index("--outdir") + 1])
assert source.name == "document.doc" and resource.getrlimit(resource.RLIMIT_FSIZE)[0] == 200 * 1024**2
"""
)


@pytest.fixture
def program(settings, tmp_path):
    """`program(lines)` names a script of these lines as LibreOffice, and answers the path of an old Word document."""

    def program(lines: str) -> str:
        script = tmp_path / "soffice"
        script.write_text(HEAD + lines)
        script.chmod(0o755)
        settings.LIBREOFFICE = str(script)
        (tmp_path / "source").write_bytes(make.compound("WordDocument"))
        return str(tmp_path / "source")

    return program


def test_old_document_is_converted_and_drawn(program):
    source = program(f"(folder / 'document.pdf').write_bytes({make.pdf('Plan')!r})")
    with as_pdf(source, "doc") as path:
        assert draw_page(path, 1, width=100).width == 100
    assert not Path(path).exists()


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("time.sleep(60)", "too_slow"),
        ("sys.exit(1)", "damaged"),
        ("(folder / 'document.pdf').write_bytes(b'')", "damaged"),
        ("bytearray(4 * 1024**3)", "damaged"),  # more memory than it may have
    ],
)
def test_conversion_that_fails_is_no_picture(program, monkeypatch, lines, code):
    monkeypatch.setattr(libre_office, "SECONDS", 1 if code == "too_slow" else 60)
    with pytest.raises(NoPicture, match=code), as_pdf(program(lines), "doc"):
        pass


def test_without_libre_office_only_a_pdf_is_a_pdf(settings, tmp_path):
    settings.LIBREOFFICE = ""
    with as_pdf("plan.pdf", "pdf") as path:
        assert path == "plan.pdf"
    with pytest.raises(NoPicture, match="off"), as_pdf("plan.doc", "doc"):
        pass
