"""Files of every type that people share, written by code: what stands in them is known, and so is what is wrong with them."""

import zlib
from email.message import EmailMessage
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE_TYPES = {
    "docx": ("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
    "pptx": ("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
}
DRAWING = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
OPEN_DOCUMENT = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
        ("presentation", "presentation"), ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip


def zipped(parts: dict[str, str | bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


# ---- PDF ---------------------------------------------------------------------------------------------------------
def pdf(*pages: str, encrypt: bool = False, resources: str = "", more: tuple[bytes, ...] = ()) -> bytes:
    """A PDF whose pages show these lines, in cp1252. `encrypt`: behind a password. `more`: objects after those of the pages."""
    streams = []
    for text in pages:
        lines = [line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in text.split("\n")]
        shown = " T* ".join(f"({line}) Tj" for line in lines)
        streams.append(f"BT /F1 12 Tf 14 TL 60 780 Td {shown} ET".encode("cp1252"))
    return pdf_of_streams(*streams, encrypt=encrypt, resources=resources, more=more)


def pdf_of_streams(*streams: bytes, encrypt: bool = False, resources: str = "", more: tuple[bytes, ...] = ()) -> bytes:
    """A PDF of A4 pages that draw these content streams; objects 1 to 3 are its catalogue, its pages and its font."""
    numbers = [4 + 2 * place for place in range(len(streams))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in zip(numbers, streams, strict=True):
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R "
        objects.append(f"{page}/Resources << /Font << /F1 3 0 R >> {resources} >> >>".encode())
        objects.append(stream_object(stream))
    return pdf_of_objects(
        [*objects, *more],
        "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "41" * 32 + "> /U <" + "42" * 32 + "> >> /ID [<00> <00>]"
        if encrypt
        else "",
    )


def stream_object(content: bytes, more: str = "") -> bytes:
    packed = zlib.compress(content)
    return f"<< /Length {len(packed)} /Filter /FlateDecode {more} >>\nstream\n".encode() + packed + b"\nendstream"


def pdf_of_objects(objects: list[bytes], trailer: str = "") -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n"
    )
    return content + head.encode() + f"startxref\n{len(content)}\n%%EOF\n".encode()


def endless_pdf() -> bytes:
    """Forms that draw ten forms each, twelve deep: a million million lines."""
    first = 6
    forms = []
    for depth in range(12):
        drawn = b"BT /F1 12 Tf (encore) Tj ET " if depth == 11 else b"/X Do " * 10
        resources = f"/Resources << /Font << /F1 3 0 R >> /XObject << /X {first + depth + 1} 0 R >> >>"
        forms.append(stream_object(drawn, f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] {resources}"))
    return pdf_of_streams(b"/X Do " * 10, resources=f"/XObject << /X {first} 0 R >>", more=tuple(forms))


def circular_pdf() -> bytes:
    """Pages that are their own children."""
    return pdf_of_objects(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>"]
    )


# ---- office ------------------------------------------------------------------------------------------------------
def office(ending: str, parts: dict[str, str | bytes]) -> bytes:
    part, media = OFFICE_TYPES[ending]
    types = f'<Types xmlns="x"><Override PartName="/{part}" ContentType="{media}"/></Types>'
    return zipped({"[Content_Types].xml": types} | parts)


def docx(body: str, parts: dict[str, str | bytes] | None = None) -> bytes:
    document = f"<w:document {WORD}><w:body>{body}</w:body></w:document>"
    return office("docx", {"word/document.xml": document} | (parts or {}))


def word_paragraph(text: str, style: str = "", numbering: str = "", before: str = "") -> str:
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    numbering = f'<w:numPr><w:ilvl w:val="{numbering[-1]}"/><w:numId w:val="{numbering[0]}"/></w:numPr>' if numbering else ""
    return f"<w:p><w:pPr>{style}{numbering}</w:pPr><w:r>{before}<w:t>{escape(text)}</w:t></w:r></w:p>"


def word_table(*rows: tuple[str, ...]) -> str:
    lines = ("".join(f"<w:tc>{word_paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{line}</w:tr>" for line in lines) + "</w:tbl>"


def full_docx() -> bytes:
    """A text with everything that is read: a heading, lists, a table, two pages, a header, a note, what was struck out."""
    p = word_paragraph
    body = (
        p("Bilan de la saison", "Titre1") + p("Les hébergements d’été sont pleins.") + p("Plages", numbering="1:0")
        + p("Port-Aurelle", numbering="1:1") + p("Marchés", numbering="1:0") + p("Ouvrir", numbering="2:0")
        + word_table(("Mois", "Nuitées"), ("Juillet", "12 400")) + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        + p("Seconde page.", before="<w:lastRenderedPageBreak/>")
        + "<w:p><w:del><w:r><w:delText>biffé</w:delText></w:r></w:del><w:r><w:t>Fin</w:t></w:r></w:p>"
    )  # fmt: skip
    styles = f'<w:styles {WORD}><w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style></w:styles>'
    formats = "".join(
        f'<w:abstractNum w:abstractNumId="{key}"><w:lvl w:ilvl="0"><w:numFmt w:val="{shape}"/></w:lvl></w:abstractNum>'
        for key, shape in (("7", "bullet"), ("8", "decimal"))
    )
    lists = (
        f'{formats}<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    )
    return docx(
        body,
        {
            "word/styles.xml": styles,
            "word/numbering.xml": f"<w:numbering {WORD}>{lists}</w:numbering>",
            "word/header1.xml": f"<w:hdr {WORD}>{p('Office d’Aurelle')}</w:hdr>",
            "word/footnotes.xml": f"<w:footnotes {WORD}>{p('Source : enquête')}</w:footnotes>",
        },
    )


def pptx(*slides: tuple[str, str, str]) -> bytes:
    """Slides of a title, a text and notes, stored in reverse order of their numbers."""
    relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts, order, targets = {}, "", ""
    for place, (title, text, notes) in enumerate(slides):
        number = len(slides) - place
        shapes = "".join(
            f'<p:sp><p:nvPr><p:ph type="{shape}"/></p:nvPr><a:p><a:r><a:t>{escape(words)}</a:t></a:r></a:p></p:sp>'
            for shape, words in (("title", title), ("body", text), ("sldNum", "99"))
        )
        parts[f"ppt/slides/slide{number}.xml"] = f"<p:sld {DRAWING}>{shapes}</p:sld>"
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = (
            f'<Relationships {relations}><Relationship Id="n" Type="{kind}/notesSlide" Target="../notesSlides/notes{number}.xml"/>'
            "</Relationships>"
        )
        parts[f"ppt/notesSlides/notes{number}.xml"] = f"<p:notes {DRAWING}><a:p><a:t>{escape(notes)}</a:t></a:p></p:notes>"
        order += f'<p:sldId id="{300 + place}" r:id="r{number}"/>'
        targets += f'<Relationship Id="r{number}" Type="{kind}/slide" Target="slides/slide{number}.xml"/>'
    parts["ppt/presentation.xml"] = f"<p:presentation {DRAWING}><p:sldIdLst>{order}</p:sldIdLst></p:presentation>"
    parts["ppt/_rels/presentation.xml.rels"] = f"<Relationships {relations}>{targets}</Relationships>"
    return office("pptx", parts)


def open_document(kind: str, body: str, styles: str = "", automatic: str = "", manifest: str = "") -> bytes:
    content = (
        f"<office:document-content {OPEN_DOCUMENT}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body>{body}</office:body></office:document-content>"
    )
    parts = {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content, "META-INF/manifest.xml": manifest}
    return zipped(parts | {"styles.xml": f"<office:document-styles {OPEN_DOCUMENT}>{styles}</office:document-styles>"})


def odt(body: str, **more) -> bytes:
    return open_document("text", f"<office:text>{body}</office:text>", **more)


def odp(*slides: tuple[str, str]) -> bytes:
    pages = "".join(
        f'<draw:page draw:name="p"><draw:frame presentation:class="title"><draw:text-box><text:p>{title}</text:p></draw:text-box>'
        f"</draw:frame><draw:frame><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame></draw:page>"
        for title, text in slides
    )
    return open_document("presentation", f"<office:presentation>{pages}</office:presentation>")


def ods(name: str, *rows: tuple[str, ...]) -> bytes:
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    table = f'<table:table table:name="{name}">{cells}</table:table>'
    return open_document("spreadsheet", f"<office:spreadsheet>{table}</office:spreadsheet>")


def xlsx(sheets: dict[str, list[list]], hidden: str = "") -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        sheet.sheet_state = "hidden" if name == hidden else "visible"
        for row in rows:
            sheet.append(row)
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


def compound(*streams: str) -> bytes:
    """The head and the directory of one of Microsoft's compound files, in sectors of 512 bytes, with streams of these names."""
    head = bytearray(512)
    head[:8] = bytes.fromhex("d0cf11e0a1b11ae1")
    head[30:32], head[48:52] = (9).to_bytes(2, "little"), (0).to_bytes(4, "little")
    entries = b""
    for name in ("Root Entry", *streams):
        words = name.encode("utf-16-le") + b"\0\0"
        entries += words.ljust(64, b"\0") + len(words).to_bytes(2, "little") + bytes(62)
    return bytes(head) + entries.ljust(1024, b"\0")


def mail(subject: str, text: str, html: str = "", attachment: str = "") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = (
        "Mirabelle <mirabelle@aurelle.example>",
        "office@aurelle.example",
        subject,
    )
    message.set_content(text)
    if html:
        message.set_content(html, subtype="html")
    if attachment:
        message.add_attachment(b"plan", maintype="application", subtype="pdf", filename=attachment)
    return message.as_bytes()
