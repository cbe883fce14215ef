"""Zip packages of XML, as office programs write them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def packed(parts: dict[str, str]) -> bytes:
    """The parts in a zip. `mimetype`, the first of an OpenDocument, is stored as it is: its type is read without a zip."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if name == "mimetype":
                archive.writestr(name, content, ZIP_STORED)
            else:
                archive.writestr(name, XML + content)
    return target.getvalue()


def relations(**targets: tuple[str, str]) -> str:
    """`relations(rId1=("slide", "slides/slide1.xml"))`: the targets of a part, each with the last word of its type."""
    lines = "".join(
        f'<Relationship Id="{key}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>' for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def content_types(**parts: str) -> str:
    """`content_types(**{"word/document.xml": "application/…"})`."""
    lines = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
    )


def open_document(kind: str, body: str, styles: str = "") -> bytes:
    """An OpenDocument of this kind (`text`, `spreadsheet`, `presentation`)."""
    media = f"application/vnd.oasis.opendocument.{kind}"
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
        for name, path in (
            ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
            ("presentation", "presentation"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
        )
    )  # fmt: skip
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return packed({
        "mimetype": media,
        "content.xml": (
            f'<office:document-content {names} office:version="1.2"><office:automatic-styles>{styles}</office:automatic-styles>'
            f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
        ),
        "META-INF/manifest.xml": (
            f'<manifest:manifest xmlns:manifest="{manifest}" manifest:version="1.2">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{media}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
        ),
    })  # fmt: skip
