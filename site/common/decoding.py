"""Bytes that say they are UTF-8 and are, but for a few: one bad byte spoils one letter, never the rest of the text."""

import re

# A sign beyond the first 65,536 as programs in Java write it, each half of its UTF-16 by itself (CESU-8, Unicode report 26).
HALVES = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")


def decoded_utf8(content: bytes) -> str | None:
    """The text, in which a byte that means nothing is « � »; None where the letters that are right are fewer than those that are
    not, so that it is written in another encoding."""
    content = HALVES.sub(_joined, content)
    text = content.decode("utf-8", "replace")
    bad_bytes = text.count("\ufffd")
    return text if not bad_bytes or sum(not char.isascii() for char in text) >= 2 * bad_bytes else None


def _joined(halves: re.Match[bytes]) -> bytes:
    return halves[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16").encode()
