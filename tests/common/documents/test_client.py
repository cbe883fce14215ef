"""The text of every type of document, and a sentence for those that have none: real files, the real process."""

import os
import resource
import signal
from datetime import date

import pytest

from common.documents import client
from common.documents.choices import TextState
from common.documents.client import NoPicture, draw_page, read_document
from tests.factories import documents as make


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """`read(content, kind)` gives the reading of a file of that content."""
    path = tmp_path_factory.mktemp("documents") / "document"

    def read(content: bytes, kind: str, **more):
        path.write_bytes(content)
        return read_document(str(path), kind, **more)

    return read


def pages_of(reading) -> list[tuple[int, str, str]]:
    assert reading.state == TextState.READ, reading.sentence
    return [(page.number, page.title, page.text) for page in reading.pages]


LONG_MAIL = make.mail("Réunion", "", html="<style>p{}</style><p>Salle d’été</p><ul><li>Clés</li></ul>", attachment="plan.pdf")
TEXTS = [
    ("pdf", make.pdf("Été à Céret\nMarché (couvert)", "", "Fin"), [(1, "", "Été à Céret\nMarché (couvert)"), (3, "", "Fin")]),
    ("pptx", make.pptx(("Bilan", "L’été", "dire merci"), ("Suite", "L’hiver", "")),
     [(1, "Bilan", "Bilan\n\nL’été\ndire merci"), (2, "Suite", "Suite\n\nL’hiver")]),
    ("odp", make.odp(("Bilan", "L’été"), ("Suite", "L’hiver")),
     [(1, "Bilan", "Bilan\n\nL’été"), (2, "Suite", "Suite\n\nL’hiver")]),
    ("ods", make.ods("Été", ("Mois", "Nuitées"), ("Juillet", "12 400")), [(1, "Été", "Mois | Nuitées\nJuillet | 12 400")]),
    ("xlsx", make.xlsx({"Été": [["Jour", "Taux"], [date(2026, 7, 14), 0.5, None, True]], "Caché": [["x"]], "B": [[7]]}, "Caché"),
     [(1, "Été", "Jour | Taux\n14/07/2026 | 0,5 | ✓"), (2, "B", "7")]),
    ("txt", "\ufeffÉté à Céret".encode(), [(1, "", "Été à Céret")]),
    ("txt", "« Été à Céret »".encode("cp1252"), [(1, "", "« Été à Céret »")]),
    ("txt", "Été".encode("utf-16"), [(1, "", "Été")]),
    ("txt", ("ligne\n" * 150 + "après").encode(), [(1, "", "\n".join(["ligne"] * 150)), (2, "", "après")]),
    ("csv", "sep=;\nNom;Prix\n\"Le; Port\";12,50\n".encode("cp1252"), [(1, "", "Nom | Prix\nLe; Port | 12,50")]),
    ("eml", LONG_MAIL, [(1, "", "Réunion\nMirabelle <mirabelle@aurelle.example>\noffice@aurelle.example\n\nSalle d’été\n\nClés\n\nplan.pdf")]),
    ("odt", make.odt(
        '<text:h text:outline-level="1">Bilan</text:h><text:p>L’<text:span>été</text:span><text:s text:c="2"/>fini</text:p>'
        "<text:tracked-changes><text:p>biffé</text:p></text:tracked-changes>"
        '<text:p>avant<text:soft-page-break/> après</text:p><text:p text:style-name="P1">Page trois</text:p>',
        automatic='<style:style style:name="P1"><style:paragraph-properties fo:break-before="page"/></style:style>',
        styles="<style:header><text:p>Office</text:p></style:header>"),
     [(1, "", "Bilan\n\nL’été fini\navant après"), (2, "", "Page trois\n\nOffice")]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "content", "pages"), TEXTS, ids=lambda value: value if isinstance(value, str) else "")
def test_text_is_what_was_put_in(read, kind, content, pages):
    assert pages_of(read(content, kind)) == pages


def test_word_document_is_read_by_page_and_shown_as_light_html(read):
    reading = read(make.full_docx(), "docx")
    assert pages_of(reading) == [
        (1, "", "Bilan de la saison\n\nLes hébergements d’été sont pleins.\n- Plages\n- Port-Aurelle\n- Marchés\n- Ouvrir\n"
         "Mois | Nuitées\nJuillet | 12 400"),
        (2, "", "Seconde page.\nFin\n\nSource : enquête\n\nOffice d’Aurelle"),
    ]  # fmt: skip
    assert reading.html == (
        "<h2>Bilan de la saison</h2><p>Les hébergements d’été sont pleins.</p><ul><li>Plages<ul><li>Port-Aurelle</li></ul></li>"
        "<li>Marchés</li></ul><ol><li>Ouvrir</li></ol><table><tbody><tr><td><p>Mois</p></td><td><p>Nuitées</p></td></tr>"
        "<tr><td><p>Juillet</p></td><td><p>12 400</p></td></tr></tbody></table><p>Seconde page.</p><p>Fin</p>"
    )
    assert reading.page_count == 2


def test_markup_in_a_text_stays_a_text(read):
    reading = read(make.docx(make.word_paragraph("<script>alert(1)</script> & cie")), "docx")
    assert reading.html == "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; cie</p>"


def test_tables_are_shown_row_by_row_within_bounds(read):
    reading = read(make.xlsx({"A": [["Nom", "Prix"], [], *([f"n{row}", row] for row in range(300))]}), "xlsx")
    (sheet,) = reading.sheets
    assert (sheet.name, sheet.rows[:3], len(sheet.rows), sheet.is_cut) == ("A", [["Nom", "Prix"], [], ["n0", "0"]], 200, True)
    assert "n299 | 299" in reading.pages[0].text


# ---- those that have no text -------------------------------------------------------------------------------------
ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
BAD = {
    "a scan": ("pdf", make.pdf_of_streams(b"0 0 100 100 re f"), TextState.WITHOUT_TEXT),
    "password": ("pdf", make.pdf("Secret", encrypt=True), TextState.ENCRYPTED),
    "password of Office": ("docx", make.compound("EncryptedPackage"), TextState.ENCRYPTED),
    "password of LibreOffice": ("odt", make.odt("", manifest="<encryption-data/>"), TextState.ENCRYPTED),
    "broken": ("pdf", b"%PDF-1.4\nrien", TextState.DAMAGED),
    "pages that are their own children": ("pdf", make.circular_pdf(), TextState.DAMAGED),
    "cut": ("docx", make.full_docx()[:800], TextState.DAMAGED),
    "no XML": ("docx", make.docx("<w:p>"), TextState.DAMAGED),
    "tags without end": ("docx", make.docx("<w:p>" * 5000), TextState.DAMAGED),
    "entities": ("docx", make.office("docx", {"word/document.xml": f"{ENTITIES}<w>&b;</w>"}), TextState.DAMAGED),
    "no sheet": ("xlsx", make.zipped({"xl/a.xml": ""}), TextState.DAMAGED),
    "zip bomb": ("odt", make.odt("<text:p>" + "a" * (65 * 1024**2)), TextState.TOO_LARGE),
    "0 bytes": ("pdf", b"", TextState.EMPTY),
    "another kind": ("picture", b"", TextState.NOT_READ),
    "an old one": ("doc", make.compound("WordDocument"), TextState.NOT_READ),
}


@pytest.mark.parametrize("name", BAD)
def test_document_without_text_has_a_sentence(read, name):
    kind, content, state = BAD[name]
    reading = read(content, kind)
    assert (reading.state, reading.pages, reading.html) == (state, [], "")
    assert str(reading.sentence)


def test_rows_repeated_without_end_do_not_fill_the_memory(read):
    many = 'repeated="999999999"'
    cell = f'<table:table-cell table:number-columns-{many} office:value-type="string"><text:p>x</text:p></table:table-cell>'
    rows = f"<table:table-row table:number-rows-{many}>{cell}</table:table-row>"
    body = f'<office:spreadsheet><table:table table:name="A">{rows}</table:table></office:spreadsheet>'
    content = make.open_document("spreadsheet", body)
    assert read(content, "ods").state == TextState.TOO_LARGE
    assert read(make.pdf("Été"), "pdf").state == TextState.READ


def test_endless_pdf_holds_nobody_longer_than_the_ceiling(read):
    assert read(make.endless_pdf(), "pdf", seconds=1).state in (TextState.TOO_SLOW, TextState.TOO_LARGE)
    assert client._process.pid is None
    assert read(make.pdf("Été"), "pdf").state == TextState.READ


def test_process_that_a_file_ends_is_started_again(read):
    read(make.pdf("Été"), "pdf")
    os.kill(client._process.pid, signal.SIGKILL)
    assert read(make.pdf("Été"), "pdf").state == TextState.READ


def test_thousand_pages_are_read_in_little_memory(read):
    """A process begun for them alone, so that its peak is theirs."""
    if client._process.pid:
        client._process._kill()
    reading = read(make.pdf(*(f"Page numéro {number}\n" + "mot " * 200 for number in range(1, 1001))), "pdf")
    assert (reading.page_count, len(reading.pages), reading.is_cut) == (1000, 1000, False)
    assert reading.pages[-1].text.startswith("Page numéro 1000\n")
    limits = resource.prlimit(client._process.pid, resource.RLIMIT_AS)
    assert limits == (700 * 1024**2,) * 2


def test_text_is_bounded_and_says_so(read):
    reading = read(b"mot " * 600_000, "txt")
    assert (reading.state, reading.is_cut, len(reading.pages[0].text) <= 2_000_000) == (TextState.READ, True, True)
    assert str(reading.sentence).startswith("Ce document est très long")


# ---- pictures of pages -------------------------------------------------------------------------------------------
@pytest.fixture
def two_pages(tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(make.pdf_of_streams(b"1 0 0 rg 0 0 595 842 re f", b"0 0 1 rg 0 0 595 842 re f"))
    return str(path)


def test_page_is_drawn_as_wide_as_asked(two_pages):
    from io import BytesIO

    from PIL import Image

    drawn = draw_page(two_pages, 2, width=200)
    picture = Image.open(BytesIO(drawn.content))
    assert (picture.format, picture.size, (drawn.width, drawn.height)) == ("WEBP", (200, 284), (200, 284))
    red, _green, blue = picture.convert("RGB").getpixel((100, 100))
    assert red < 30 and blue > 220


@pytest.mark.parametrize(("number", "code"), [(0, "no_page"), (3, "no_page")])
def test_page_that_is_not_there_has_no_picture(two_pages, number, code):
    with pytest.raises(NoPicture, match=code):
        draw_page(two_pages, number)


def test_document_behind_a_password_has_no_picture(tmp_path):
    (tmp_path / "a.pdf").write_bytes(make.pdf("Secret", encrypt=True))
    with pytest.raises(NoPicture, match="encrypted"):
        draw_page(str(tmp_path / "a.pdf"), 1)


# ---- real files --------------------------------------------------------------------------------------------------
#: Words that the file shows, with the page on which they stand.
SHOWN = {
    "markitdown__test.docx": (2, "49e168b7-d2ae-407f-a055-2167576f39a1"),
    "markitdown__docx_complex_layout.docx": (1, "Authentication | Active"),
    "markitdown__docx_image_end.docx": (1, "Main findings of the report."),
    "markitdown__equations.docx": (1, "The angle is"),
    "markitdown__rlink.docx": (1, "Testing Linked Images"),
    "odfpy__samples__Electra.odt": (1, "ΥΠΟΘΕΣΙΣ"),
    "odfpy__examples__headerfooter.odt": (1, "Footer Bottom"),
    "odfpy__examples__simpletable.odt": (1, "Cell 3 (bold) | Cell 4 (italic)"),
    "odfpy__examples__serious_poem.odt": (1, "Shone o'er him, round the dead."),
    "odfpy__examples__definitionlists.odt": (1, "nummer 2"),
    "odfpy__examples__ol.odp": (1, "Draytsn"),
    "odfpy__examples__emb_spreadsheet.odp": (1, "Embedded Spreadsheet"),
    "markitdown__test.pptx": (3, "1b92870d-e3b5-4e65-8153-919f4ff45592"),
    "markitdown__pptx_image_start.pptx": (1, "Welcome"),
    "markitdown__test.xlsx": (2, "ColA | ColB"),
    "calamine__date_1904.xlsx": (1, "01/01/2021 | 15"),
    "calamine__minimal_package.xlsx": (1, "ARREST BOOKINGS"),
    "calamine__temperature-table.xlsx": (2, "something | 12,5"),
    "calamine__nonstandard-xml-ns-prefix.xlsx": (1, "a | b"),
    "markitdown__test.xls": (1, "Alpha | Beta | Gamma | Delta"),
    "calamine__sst_continue.xls": (1, "serial number at the end 0001"),
    "calamine__biff5_write.xls": (1, "sheetjs"),
    "odfpy__samples__spreadsheet-with-macro.ods": (1, "PM kilometers"),
    "odfpy__examples__pythagoras-kspread.ods": (1, "3\n4\n5"),
    "calamine__special_cells.ods": (1, "Value With 3 spaces"),
    "markitdown__test_mskanji.csv": (1, "佐藤太郎 | 30 | 東京"),
    "markitdown__REPAIR-2022-INV-001_multipage.pdf": (2, "Bruce Wayne"),
    "markitdown__pdf_multipage.pdf": (3, "Content that follows the image."),
    "sample-files__013-reportlab-overlay__reportlab-overlay.pdf": (1, "Foo Bar"),
    "sample-files__015-arabic__habibi-rotated.pdf": (4, "habibi"),
    "sample-files__026-latex-multicolumn__multicolumn.pdf": (1, "adipiscing elit"),
    "sample-files__011-google-doc-document__google-doc-document.pdf": (1, "Beautiful is better than ugly."),
}
#: Those that have a sentence in place of a text.
TOLD = {
    "sample-files__005-libreoffice-writer-password__libreoffice-writer-password.pdf": TextState.ENCRYPTED,
    "calamine__pass_protected.xlsx": TextState.ENCRYPTED,
    "calamine__issue_385.xls": TextState.ENCRYPTED,
    "calamine__issue252.xlsx": TextState.DAMAGED,  # states another size than it has
    "calamine__issue_594_dos.ods": TextState.TOO_LARGE,  # 17 thousand million cells
    "markitdown__test_outlook_msg.msg": TextState.NOT_READ,
    "markitdown__pptx_multiple_images.pptx": TextState.WITHOUT_TEXT,
    "sample-files__007-imagemagick-images__imagemagick-ASCII85Decode.pdf": TextState.WITHOUT_TEXT,
    "sample-files__007-imagemagick-images__imagemagick-images.pdf": TextState.WITHOUT_TEXT,
    "sample-files__007-imagemagick-images__imagemagick-lzw.pdf": TextState.WITHOUT_TEXT,
    "sample-files__023-cmyk-image__cmyk-image.pdf": TextState.WITHOUT_TEXT,
    # Workbooks without a word.
    "calamine__capitalized_wbook_stream.xls": TextState.WITHOUT_TEXT,
    "calamine__empty-string.xls": TextState.WITHOUT_TEXT,
    "calamine__issue343.xls": TextState.WITHOUT_TEXT,
    "calamine__empty_sheet.xlsx": TextState.WITHOUT_TEXT,
    "calamine__errors.xlsx": TextState.WITHOUT_TEXT,
    "odfpy__examples__empty.ods": TextState.WITHOUT_TEXT,
}


def test_real_files_give_their_text_or_a_sentence(shared_data):
    files = sorted((shared_data / "documents").iterdir())
    missing, states = [], {}
    for path in files:
        reading = read_document(str(path), path.suffix[1:], seconds=20)
        if reading.state != TextState.READ:
            states[path.name] = reading.state
            assert str(reading.sentence)
        if path.name in SHOWN:
            number, words = SHOWN[path.name]
            if not any(page.number == number and words in page.text for page in reading.pages):
                missing.append((path.name, reading.pages[:3]))
    assert missing == []
    assert states == TOLD
    assert len(files) > 100
