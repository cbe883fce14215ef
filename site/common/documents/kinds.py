"""What a file is: by its content first, then by its name. A few kilobytes are read, so a web process may ask.

The first bytes are those that the formats' own specifications state; for ZIP and for Microsoft's compound files the names of the
parts inside decide.
"""

import re
import zipfile
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from common.documents.choices import OFFICE, Kind
from common.documents.names import ending_of
from common.documents.reading.archives import COMPOUND, Parts, opened
from common.documents.reading.limits import MOST_UNPACKED
from common.job_process.server import Refused

HEAD = 8192
#: A PDF may have something else before its first line, up to here (PDF 1.7, annex H.3.4.1).
PDF_WITHIN = 1024
#: Ending → kind and the type by which a browser is told of it.
ENDINGS: dict[str, tuple[Kind, str]] = {
    "pdf": (Kind.PDF, "application/pdf"),
    **dict.fromkeys(
        ("docx", "docm", "dotx"), (Kind.DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    ),
    **dict.fromkeys(("odt", "ott"), (Kind.ODT, "application/vnd.oasis.opendocument.text")),
    **dict.fromkeys(
        ("pptx", "pptm", "ppsx", "potx"), (Kind.PPTX, "application/vnd.openxmlformats-officedocument.presentationml.presentation")
    ),
    **dict.fromkeys(("odp", "otp"), (Kind.ODP, "application/vnd.oasis.opendocument.presentation")),
    **dict.fromkeys(
        ("xlsx", "xlsm", "xltx", "xlsb"), (Kind.XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    ),
    **dict.fromkeys(("ods", "ots"), (Kind.ODS, "application/vnd.oasis.opendocument.spreadsheet")),
    **dict.fromkeys(("doc", "dot"), (Kind.DOC, "application/msword")),
    **dict.fromkeys(("ppt", "pps", "pot"), (Kind.PPT, "application/vnd.ms-powerpoint")),
    **dict.fromkeys(("xls", "xlt"), (Kind.XLS, "application/vnd.ms-excel")),
    **dict.fromkeys(("txt", "text", "md", "log"), (Kind.TXT, "text/plain; charset=utf-8")),
    **dict.fromkeys(("csv", "tsv"), (Kind.CSV, "text/csv")),
    "eml": (Kind.EML, "message/rfc822"),
    "msg": (Kind.MSG, "application/vnd.ms-outlook"),
    **dict.fromkeys(("jpg", "jpeg", "jfif"), (Kind.PICTURE, "image/jpeg")),
    "png": (Kind.PICTURE, "image/png"),
    "gif": (Kind.PICTURE, "image/gif"),
    "webp": (Kind.PICTURE, "image/webp"),
    "avif": (Kind.PICTURE, "image/avif"),
    **dict.fromkeys(("heic", "heif"), (Kind.PICTURE, "image/heic")),
    **dict.fromkeys(("tif", "tiff"), (Kind.PICTURE, "image/tiff")),
    "bmp": (Kind.PICTURE, "image/bmp"),
    "mp3": (Kind.SOUND, "audio/mpeg"),
    "m4a": (Kind.SOUND, "audio/mp4"),
    **dict.fromkeys(("ogg", "oga", "opus"), (Kind.SOUND, "audio/ogg")),
    "flac": (Kind.SOUND, "audio/flac"),
    "wav": (Kind.SOUND, "audio/wav"),
    **dict.fromkeys(("mp4", "m4v"), (Kind.VIDEO, "video/mp4")),
    "mov": (Kind.VIDEO, "video/quicktime"),
    **dict.fromkeys(("webm", "mkv"), (Kind.VIDEO, "video/webm")),
    "ogv": (Kind.VIDEO, "video/ogg"),
    "avi": (Kind.VIDEO, "video/x-msvideo"),
    **dict.fromkeys(("mpg", "mpeg"), (Kind.VIDEO, "video/mpeg")),
    **dict.fromkeys(("html", "htm", "xhtml", "mht", "mhtml"), (Kind.WEB, "text/html")),
    "svg": (Kind.WEB, "image/svg+xml"),
    **dict.fromkeys(("zip", "7z", "rar", "gz", "tgz", "bz2", "xz", "tar"), (Kind.ARCHIVE, "application/octet-stream")),
    **dict.fromkeys(
        ("exe", "msi", "bat", "cmd", "com", "scr", "ps1", "vbs", "js", "mjs", "jar", "apk", "sh", "dll", "lnk", "hta"),
        (Kind.PROGRAM, "application/octet-stream"),
    ),
}
#: Types that a browser shows without running anything, under `nosniff`; whatever is not among them is given to be stored.
SHOWN_IN_BROWSER = frozenset(
    (
        "application/pdf", "text/plain; charset=utf-8",
        "image/jpeg", "image/png", "image/gif", "image/webp", "image/avif",
        "audio/mpeg", "audio/mp4", "audio/ogg", "audio/flac", "audio/wav",
        "video/mp4", "video/quicktime", "video/webm", "video/ogg",
    )
)  # fmt: skip
#: Names of kinds that differ by little: a text under the name of another text is no lie.
TEXTS = frozenset((Kind.TXT, Kind.CSV, Kind.EML))

SIGNATURES: tuple[tuple[int, bytes, Kind], ...] = (
    (0, b"\xff\xd8\xff", Kind.PICTURE),
    (0, b"\x89PNG\r\n\x1a\n", Kind.PICTURE),
    (0, b"GIF87a", Kind.PICTURE),
    (0, b"GIF89a", Kind.PICTURE),
    (8, b"WEBP", Kind.PICTURE),
    (0, b"II*\x00", Kind.PICTURE),
    (0, b"MM\x00*", Kind.PICTURE),
    (0, b"BM", Kind.PICTURE),
    (8, b"WAVE", Kind.SOUND),
    (8, b"AVI ", Kind.VIDEO),
    (0, b"ID3", Kind.SOUND),
    (0, b"fLaC", Kind.SOUND),
    (0, b"\x1aE\xdf\xa3", Kind.VIDEO),
    (0, b"\x00\x00\x01\xba", Kind.VIDEO),
    (0, b"7z\xbc\xaf'\x1c", Kind.ARCHIVE),
    (0, b"Rar!\x1a\x07", Kind.ARCHIVE),
    (0, b"\x1f\x8b", Kind.ARCHIVE),
    (0, b"BZh", Kind.ARCHIVE),
    (0, b"\xfd7zXZ\x00", Kind.ARCHIVE),
    (257, b"ustar", Kind.ARCHIVE),
    (0, b"MZ", Kind.PROGRAM),
    (0, b"\x7fELF", Kind.PROGRAM),
    (0, b"#!", Kind.PROGRAM),
)
#: ISO base media (ISO/IEC 14496-12): the brand after `ftyp`; any other is a video.
PICTURE_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"heim", b"heis", b"avif", b"avis")
OPEN_DOCUMENT = {b"text": Kind.ODT, b"spreadsheet": Kind.ODS, b"presentation": Kind.ODP}
CONTENT_TYPES = "[Content_Types].xml"
OFFICE_FOLDERS = {"word/": Kind.DOCX, "xl/": Kind.XLSX, "ppt/": Kind.PPTX}
OFFICE_TYPES = {b"wordprocessingml": Kind.DOCX, b"spreadsheetml": Kind.XLSX, b"presentationml": Kind.PPTX}
#: Streams of a compound file ([MS-CFB]), whose names are UTF-16.
STREAMS = {
    "worddocument": Kind.DOC, "workbook": Kind.XLS, "book": Kind.XLS, "powerpoint document": Kind.PPT,
    "__properties_version1.0": Kind.MSG,
}  # fmt: skip
WEB_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|script|svg|iframe|meta|object|embed)\b", re.IGNORECASE)
MAIL = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}")
MAIL_FIELD = re.compile(rb"^(?:from|received|mime-version|message-id):", re.IGNORECASE | re.MULTILINE)

EMPTY = _("Ce fichier est vide : choisissez-en un autre.")
CUT_OFF = _("Ce fichier n’est pas complet : il a sans doute été coupé pendant l’envoi. Envoyez-le de nouveau.")
LOCKED = _("Ce document est protégé par un mot de passe : il n’est ni lu ni montré, seulement téléchargé.")
MACROS = _("Ce document contient des macros : n’acceptez de les exécuter que si vous connaissez son auteur.")
LIE = _("Le nom dit « {name} », mais le contenu est autre chose : {content}.")
NOT_THAT = _("Le nom dit « {name} », mais le contenu n’en est pas.")
TWO_IN_ONE = _("Ce fichier se présente à la fois comme une image et comme un PDF.")


@dataclass(frozen=True)
class FileKind:
    """What a file is. `warnings` are sentences for its owner, lazy. `is_usable` is False for one that is empty or cut: it is not
    worth storing. `tells_lies`: its name says something else than its content."""

    kind: Kind
    warnings: tuple[Promise, ...] = ()
    is_usable: bool = True
    tells_lies: bool = False
    is_encrypted: bool = False
    has_macros: bool = False


def file_kind(file: BinaryIO, name: str) -> FileKind:
    """What the file is; `file` can be sought in, and is given back at its beginning."""
    try:
        return _look(file, ending_of(name))
    finally:
        file.seek(0)


def media_type(kind: str, name: str) -> str:
    """By which type a browser is told of a file of this kind; nothing of what the name says is believed that `kind` does not."""
    expected, media = ENDINGS.get(ending_of(name), (Kind.OTHER, ""))
    if expected == kind and media:
        return media
    return "application/pdf" if kind == Kind.PDF else "application/octet-stream"


def may_run_script(kind: str, name: str) -> bool:
    """Whether a browser, or the program that opens it, could run something of this file: it is only ever downloaded."""
    return media_type(kind, name) not in SHOWN_IN_BROWSER


def _look(file: BinaryIO, ending: str) -> FileKind:
    file.seek(0)
    head = file.read(HEAD)
    if not head:
        return FileKind(ENDINGS.get(ending, (Kind.OTHER,))[0], (EMPTY,), is_usable=False)
    expected = ENDINGS[ending][0] if ending in ENDINGS else None
    if head.startswith(COMPOUND):
        return _compound(file, expected)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(file, expected)
    kind = _by_signature(head)
    has_pdf = b"%PDF-" in head[:PDF_WITHIN]
    if has_pdf and kind is not None and not head.startswith(b"%PDF-"):
        return FileKind(Kind.OTHER, (TWO_IN_ONE,), tells_lies=True)
    kind = Kind.PDF if has_pdf else kind or _by_text(head, expected)
    return _compared(kind, expected)


def _by_signature(head: bytes) -> Kind | None:
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        return Kind.PICTURE if brand in PICTURE_BRANDS else Kind.SOUND if brand in (b"M4A ", b"M4B ") else Kind.VIDEO
    if head.startswith(b"OggS"):
        return Kind.VIDEO if b"theora" in head[:256] else Kind.SOUND
    if (
        head[0] == 0xFF and len(head) > 1 and head[1] & 0xE6 in (0xE2, 0xE4) and b"\x00" in head
    ):  # a frame of MPEG audio, layers III and II
        return Kind.SOUND
    for place, start, kind in SIGNATURES:
        # A text may begin with two or three letters: « BMX », « MZ ».
        if head[place : place + len(start)] == start and (not start.isalnum() or place or b"\x00" in head):
            return kind
    return None


def _by_text(head: bytes, expected: Kind | None) -> Kind:
    """Of what has no signature: a text of the kind that its name says, or none."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode()
    if b"\x00" in head or sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head) > len(head) // 100:
        return Kind.OTHER
    if expected in (Kind.WEB, Kind.PROGRAM) or head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" and WEB_PAGE.search(head):
        return expected if expected == Kind.PROGRAM else Kind.WEB
    is_mail = MAIL.match(head.lstrip(b"\xef\xbb\xbf")) and MAIL_FIELD.search(head)
    if expected == Kind.EML:
        return Kind.EML if is_mail else Kind.TXT
    return Kind.CSV if expected == Kind.CSV else Kind.TXT


def _zip(file: BinaryIO, expected: Kind | None) -> FileKind:
    try:
        with opened(file) as archive:
            parts = Parts(archive, MOST_UNPACKED)
            kind, is_encrypted = _office_kind(parts)
            has_macros = kind in OFFICE and any(
                name.endswith("vbaProject.bin") or name.startswith("Basic/") and name.count("/") > 1 for name in parts.names
            )
    except Refused as refused:
        if str(refused) == "damaged":
            return FileKind(expected or Kind.ARCHIVE, (CUT_OFF,), is_usable=False)
        return _compared(Kind.ARCHIVE, expected)
    except (zipfile.BadZipFile, OSError, ValueError):
        return FileKind(expected or Kind.ARCHIVE, (CUT_OFF,), is_usable=False)
    return _compared(kind, expected, is_encrypted=is_encrypted, has_macros=has_macros)


def _office_kind(parts: Parts) -> tuple[Kind, bool]:
    """The kind of a ZIP, and whether a password closes it."""
    if "mimetype" in parts:
        mime = b"".join(parts.chunks("mimetype"))[:100]
        for word, kind in OPEN_DOCUMENT.items():
            if mime.startswith(b"application/vnd.oasis.opendocument." + word):
                manifest = "META-INF/manifest.xml"
                return kind, manifest in parts and b"encryption-data" in parts.content(manifest)
    if CONTENT_TYPES in parts:
        for folder, kind in OFFICE_FOLDERS.items():
            if any(name.lower().startswith(folder) for name in parts.names):
                return kind, False
        types = parts.content(CONTENT_TYPES)  # a program may put its parts where it likes
        for word, kind in OFFICE_TYPES.items():
            if word in types:
                return kind, False
    return Kind.ARCHIVE, False


def _compound(file: BinaryIO, expected: Kind | None) -> FileKind:
    """One of Microsoft's older formats, or a newer one behind a password. The directory stands in sectors of 2 to the power of
    the number at 30, from that at 48 on."""
    file.seek(0)
    head = file.read(512)
    size = 1 << min(12, int.from_bytes(head[30:32], "little"))
    file.seek((int.from_bytes(head[48:52], "little") + 1) * size)
    entries = file.read(1 << 16)
    names = set()
    for start in range(0, len(entries) - 127, 128):
        length = int.from_bytes(entries[start + 64 : start + 66], "little")
        if 2 <= length <= 64:
            names.add(entries[start : start + length - 2].decode("utf-16-le", "replace").lower())
    if "encryptedpackage" in names:
        kind = expected if expected in OFFICE else Kind.OTHER
        return FileKind(kind, (LOCKED,), is_encrypted=True)
    kind = next((kind for name, kind in STREAMS.items() if name in names), Kind.OTHER)
    return _compared(kind, expected, has_macros=bool(names & {"_vba_project", "macros", "_vba_project_cur"}))


def _compared(kind: Kind, expected: Kind | None, *, is_encrypted: bool = False, has_macros: bool = False) -> FileKind:
    """The kind beside what the name says."""
    warnings = []
    lies = expected is not None and expected != kind and not {kind, expected} <= TEXTS
    if lies and kind == Kind.OTHER:
        warnings.append(format_lazy(NOT_THAT, name=expected.label))
    elif lies:
        warnings.append(format_lazy(LIE, name=expected.label, content=kind.label))
    if is_encrypted:
        warnings.append(LOCKED)
    if has_macros:
        warnings.append(MACROS)
    return FileKind(kind, tuple(warnings), tells_lies=lies, is_encrypted=is_encrypted, has_macros=has_macros)
