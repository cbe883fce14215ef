"""Signed documents: a PDF or a picture of the sheet, told by what the file holds and not by its name."""

LARGEST_DOCUMENT = 20 * 1024 * 1024  # bytes: a scan of a few pages
MOST_DOCUMENTS = 40  # of one lot: a class, with an agreement for each child
BEGINNING = 1024  # bytes: a PDF may begin that late
HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1")


def document_ending(file) -> str:
    """The ending that suits what an open binary file holds: pdf, jpg, png, heic, tif or webp; empty where it is none of these.
    The file is left at its beginning."""
    file.seek(0)
    start = file.read(BEGINNING)
    file.seek(0)
    if b"%PDF-" in start:
        return "pdf"
    if start.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if start[4:8] == b"ftyp" and start[8:12] in HEIF_BRANDS:
        return "heic"
    if start.startswith((b"II*\0", b"MM\0*")):
        return "tif"
    return "webp" if start[:4] == b"RIFF" and start[8:12] == b"WEBP" else ""
