"""The words of a PDF, read with nothing but Python."""

import re
import zlib


def read_pdf(pdf: bytes) -> str:
    """The words of a PDF of ours. Each piece of text is read with the table of each font (ToUnicode): one of them is its own."""
    streams = []
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S):
        try:
            # Not `decompress`, which wants the whole checksum: one that ends with \r looks like the end of a line.
            streams.append(zlib.decompressobj().decompress(found[1]).decode("latin-1"))
        except zlib.error:
            continue
    tables = [_table(stream) for stream in streams if "begincmap" in stream]
    pieces = [
        _codes(piece) for stream in streams for piece in re.findall(r"\[((?:\((?:\\.|[^\\)])*\)|[^\]()])*)\]\s*TJ", stream, re.S)
    ]
    return "\n".join(" ".join("".join(table.get(code, "") for code in codes).split()) for codes in pieces for table in tables)


def _table(stream: str) -> dict[int, str]:
    found = re.findall(r"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>", stream.split("begincmap", 1)[1])
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be", "ignore") for code, text in found}


ESCAPED = {"n": 10, "r": 13, "t": 9, "b": 8, "f": 12}


def _codes(array: str) -> list[int]:
    raw = bytearray()
    for literal in re.findall(r"\(((?:\\.|[^\\)])*)\)", array, re.S):
        for octal, escaped, plain in re.findall(r"\\([0-7]{1,3})|\\(.)|(.)", literal, re.S):
            raw.append(int(octal, 8) if octal else ESCAPED.get(escaped, ord(escaped or plain)))
    return [raw[place] << 8 | raw[place + 1] for place in range(0, len(raw) - 1, 2)]
