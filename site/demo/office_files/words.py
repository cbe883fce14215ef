"""Texts: DOCX and ODT, from the blocks of `common.pdf.rich_runs`."""

from xml.sax.saxutils import escape

from demo.office_files.packages import content_types, open_document, packed, relations

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def docx(title: str, blocks: list[dict], rows: list[list]) -> bytes:
    paragraphs = [_word_paragraph([{"text": title, "bold": False, "italic": False}], "Heading1")]
    for block in blocks:
        style = {"h": "Heading2", "li": "ListBullet"}.get(block["kind"], "")
        runs = block["runs"]
        if block["kind"] == "li":
            runs = [{"text": f"{block['mark'] or '•'} ", "bold": False, "italic": False}, *runs]
        paragraphs.append(_word_paragraph(runs, style))
    if rows:
        cells = (
            "".join(
                f"<w:tc><w:tcPr/>{_word_paragraph([{'text': str(cell), 'bold': place == 0, 'italic': False}])}</w:tc>"
                for cell in row
            )
            for place, row in enumerate(rows)
        )
        lines = "".join(f"<w:tr>{line}</w:tr>" for line in cells)
        grid = "<w:gridCol/>" * len(rows[0])
        paragraphs.append(f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl><w:p/>")
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:pPr>{outline}</w:pPr>'
        f'<w:rPr>{bold}<w:sz w:val="{size}"/></w:rPr></w:style>'
        for key, name, size, bold, outline in (
            ("Normal", "Normal", 22, "", ""),
            ("Heading1", "heading 1", 36, "<w:b/>", '<w:outlineLvl w:val="0"/>'),
            ("Heading2", "heading 2", 26, "<w:b/>", '<w:outlineLvl w:val="1"/>'),
            ("ListBullet", "List Bullet", 22, "", '<w:ind w:left="360"/>'),
        )
    )
    return packed({
        "[Content_Types].xml": content_types(**{
            "word/document.xml": f"{MEDIA}.document.main+xml", "word/styles.xml": f"{MEDIA}.styles+xml",
        }),
        "_rels/.rels": relations(rId1=("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(rId1=("styles", "styles.xml")),
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{"".join(paragraphs)}<w:sectPr/></w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>',
    })  # fmt: skip


def _word_paragraph(runs: list[dict], style: str = "") -> str:
    style = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    words = "".join(
        f"<w:r><w:rPr>{'<w:b/>' * run['bold']}{'<w:i/>' * run['italic']}</w:rPr>"
        f'<w:t xml:space="preserve">{escape(run["text"])}</w:t></w:r>'
        for run in runs
    )
    return f"<w:p>{style}{words}</w:p>"


def odt(title: str, blocks: list[dict], rows: list[list]) -> bytes:
    body = f'<text:h text:outline-level="1">{escape(title)}</text:h>'
    for block in blocks:
        words = "".join(
            f'<text:span text:style-name="B">{escape(run["text"])}</text:span>' if run["bold"] else escape(run["text"])
            for run in block["runs"]
        )
        if block["kind"] == "h":
            body += f'<text:h text:outline-level="2">{words}</text:h>'
        elif block["kind"] == "li":
            body += f"<text:list><text:list-item><text:p>{words}</text:p></text:list-item></text:list>"
        else:
            body += f"<text:p>{words}</text:p>"
    if rows:
        body += table("Tableau", rows)
    bold = '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    return open_document("text", body, bold)


def table(name: str, rows: list[list]) -> str:
    """A table of an OpenDocument, in a text or as a sheet; numbers are numbers."""
    lines = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
    columns = f'<table:table-column table:number-columns-repeated="{max(map(len, rows))}"/>'
    return f'<table:table table:name="{escape(name)}">{columns}{lines}</table:table>'


def _cell(value) -> str:
    number = isinstance(value, int | float)
    kind = f'office:value-type="float" office:value="{value}"' if number else 'office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{escape(str(value))}</text:p></table:table-cell>"
