"""What a file is by its content, whatever its name says."""

from io import BytesIO

import pytest

from common.documents.choices import Kind
from common.documents.kinds import CUT_OFF, EMPTY, LOCKED, MACROS, TWO_IN_ONE, file_kind, may_run_script
from tests.factories import documents as make

HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
MP4 = b"\x00\x00\x00\x18ftypisom" + bytes(20)


def kind_of(content: bytes, name: str) -> Kind:
    return file_kind(BytesIO(content), name).kind


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("plan.pdf", make.pdf("Plan"), Kind.PDF),
        ("plan.PDF", b"\n\n" + make.pdf("Plan"), Kind.PDF),
        ("a.docx", make.docx(""), Kind.DOCX),
        ("a.odt", make.odt(""), Kind.ODT),
        ("a.pptx", make.pptx(("A", "b", "c")), Kind.PPTX),
        ("a.odp", make.odp(("A", "b")), Kind.ODP),
        ("a.xlsx", make.xlsx({"A": [["b"]]}), Kind.XLSX),
        ("a.ods", make.ods("A", ("b",)), Kind.ODS),
        ("a.doc", make.compound("WordDocument"), Kind.DOC),
        ("a.ppt", make.compound("Current User", "PowerPoint Document"), Kind.PPT),
        ("a.xls", make.compound("Workbook"), Kind.XLS),
        ("a.msg", make.compound("__properties_version1.0"), Kind.MSG),
        ("a.txt", "Été".encode("cp1252"), Kind.TXT),
        ("a.txt", "Été".encode("utf-16"), Kind.TXT),
        ("BMX", b"BMX et autres sports", Kind.TXT),
        ("a.csv", b"a;b\n1;2\n", Kind.CSV),
        ("a.eml", make.mail("Objet", "Texte"), Kind.EML),
        ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(20), Kind.PICTURE),
        ("a.heic", b"\x00\x00\x00\x18ftypheic" + bytes(20), Kind.PICTURE),
        ("a.mp3", b"\xff\xfb\x90\x64" + bytes(20), Kind.SOUND),
        ("a.ogg", b"OggS" + bytes(24) + b"\x01vorbis", Kind.SOUND),
        ("a.mp4", MP4, Kind.VIDEO),
        ("a.webm", b"\x1aE\xdf\xa3" + bytes(20), Kind.VIDEO),
        ("a.zip", make.zipped({"a": "b"}), Kind.ARCHIVE),
        ("a.svg", SVG, Kind.WEB),
        ("a.exe", b"MZ" + bytes(20), Kind.PROGRAM),
        ("a.bat", b"del *.*", Kind.PROGRAM),
        ("sans-nom", bytes(20), Kind.OTHER),
    ],
)
def test_kind_is_that_of_the_content_and_an_honest_name_has_no_warning(name, content, kind):
    file = BytesIO(content)
    looked = file_kind(file, name)
    assert (looked.kind, looked.warnings, looked.tells_lies, looked.is_usable) == (kind, (), False, True)
    assert file.tell() == 0


@pytest.mark.parametrize(
    ("name", "content", "kind", "sentence"),
    [
        ("plan.pdf", HTML, Kind.WEB, "Le nom dit « PDF », mais le contenu est autre chose : page web ou dessin SVG."),
        ("photo.jpg", SVG, Kind.WEB, "Le nom dit « image », mais le contenu est autre chose : page web ou dessin SVG."),
        ("a.docx", make.pdf("Plan"), Kind.PDF, "Le nom dit « document Word », mais le contenu est autre chose : PDF."),
        ("a.txt", HTML, Kind.WEB, "Le nom dit « texte », mais le contenu est autre chose : page web ou dessin SVG."),
        ("a.pdf", bytes(50), Kind.OTHER, "Le nom dit « PDF », mais le contenu n’en est pas."),
        ("a.jpg", b"MZ" + bytes(20), Kind.PROGRAM, "Le nom dit « image », mais le contenu est autre chose : programme."),
        ("a.xls", make.xlsx({"A": [["b"]]}), Kind.XLSX,
         "Le nom dit « ancien classeur Excel », mais le contenu est autre chose : classeur Excel."),
    ],
)  # fmt: skip
def test_lie_is_told_in_a_sentence(name, content, kind, sentence):
    looked = file_kind(BytesIO(content), name)
    assert (looked.kind, [str(warning) for warning in looked.warnings], looked.tells_lies) == (kind, [sentence], True)


def test_picture_that_is_a_pdf_too_is_neither():
    looked = file_kind(BytesIO(b"GIF89a" + make.pdf("Plan")), "plan.gif")
    assert (looked.kind, looked.warnings) == (Kind.OTHER, (TWO_IN_ONE,))


@pytest.mark.parametrize("content", [b"", make.docx("")[:300]])
def test_file_that_is_empty_or_cut_is_of_no_use(content):
    looked = file_kind(BytesIO(content), "a.docx")
    assert (looked.kind, looked.warnings, looked.is_usable) == (Kind.DOCX, (CUT_OFF if content else EMPTY,), False)


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.docx", make.compound("EncryptedPackage")), ("a.odt", make.odt("", manifest="<encryption-data/>"))],
)
def test_password_is_seen(name, content):
    looked = file_kind(BytesIO(content), name)
    assert (looked.kind, looked.warnings, looked.is_encrypted) == (name[2:], (LOCKED,), True)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docm", make.docx("", {"word/vbaProject.bin": b""})),
        ("a.xls", make.compound("Workbook", "_VBA_PROJECT_CUR")),
        ("a.odt", make.zipped({"mimetype": "application/vnd.oasis.opendocument.text", "Basic/Standard/Module1.xml": ""})),
    ],
)
def test_macros_are_seen(name, content):
    looked = file_kind(BytesIO(content), name)
    assert (looked.warnings, looked.has_macros) == ((MACROS,), True)


@pytest.mark.parametrize(
    ("kind", "name", "runs"),
    [
        (Kind.PICTURE, "a.jpg", False),
        (Kind.PICTURE, "a.svg", True),  # the content decides, the name may only narrow it
        (Kind.WEB, "a.jpg", True),
        (Kind.WEB, "a.svg", True),
        (Kind.PDF, "a.html", False),
        (Kind.TXT, "a.txt", False),
        (Kind.TXT, "a.html", True),
        (Kind.DOCX, "a.docx", True),
        (Kind.VIDEO, "a.mp4", False),
        (Kind.OTHER, "a", True),
    ],
)
def test_what_can_run_script_is_known(kind, name, runs):
    assert may_run_script(kind, name) is runs
