"""The texts inside a picture file: bytes whose encoding is said, or has to be told from what they give.

A thousand programs write them: UTF-8 (what the Metadata Working Group and EXIF 3.0 ask), Windows-1252, MacRoman of older Macs,
and UTF-8 that was read as Windows-1252 and written anew.
"""

import codecs
import re
from contextlib import suppress

from common.decoding import decoded_utf8

LONGEST = 2000  # characters of one text
EMPTY = frozenset({"null", "(null)", "undefined"})  # what programs write where nobody typed anything
# What no name holds: control characters (C0, C1), marks of direction, signs without width.
NOT_KEPT = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffc\U00010000-\U0010ffff]|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
# UTF-8 read as Windows-1252: of the letters and signs that Western names hold, the first byte is one of these.
TWICE_ENCODED = re.compile("[ÂÃÅâ][\x80-\xbf\u0152-\u2122]")
IN_WORDS = frozenset("’‘·°ªº")  # signs beyond ASCII that stand between two letters
BEFORE_WORDS = frozenset("“‘‹«¡¿…’©®§€£")  # and before a word
NOT_AFTER_WORDS = frozenset("—–•†„‚")  # but with a space between
# In Windows-1252 on no sheet of ours, in MacRoman é û ö ô ƒ É à ~ â á.
RARE = frozenset("ŽžšŠŸƒˆ˜‰‡")


def tidy(text: object) -> str:
    """On one line, without what no name holds, LONGEST at most; empty where a program wrote the word for nothing."""
    words = " ".join(NOT_KEPT.sub(" ", str(text)).split())[:LONGEST]
    return "" if words in EMPTY else words


def decoded(value: bytes, *, is_utf8: bool = False) -> str:
    """The tidy text of these bytes; `is_utf8` where the file says so. What no encoding explains is left out."""
    return tidy(decoded_once(_as_utf8(value, is_utf8) or _guessed(value)))


def decoded_again(text: str) -> str:
    """`decoded` of a text that a library took for Latin-1, as Pillow does in EXIF."""
    try:
        return decoded(text.encode("latin-1"))
    except UnicodeEncodeError:
        return tidy(decoded_once(text))


def decoded_utf16(value: bytes | tuple[int, ...]) -> str:
    """The text of Windows' own tags (XPTitle, XPAuthor): UTF-16, little-endian, with a zero at its end."""
    return tidy(bytes(value).decode("utf-16-le", "ignore").partition("\0")[0])


def _as_utf8(value: bytes, is_utf8: bool) -> str:
    """Empty where it is none. A text that was cut to the length of its field may end within a letter, and a bad byte spoils one
    letter. UTF-16 says so by its mark."""
    if value.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return value.decode("utf-16", "ignore")
    try:
        return value.decode()
    except UnicodeDecodeError as error:
        is_cut = error.reason == "unexpected end of data" and error.end == len(value)
        whole = value[: error.start]
        if is_cut and (is_utf8 or not whole.isascii()):
            return whole.decode()
        text = decoded_utf8(value) or ""
        # A name is short, and two letters of MacRoman may look like one of UTF-8.
        return text if sum(not sign.isascii() for sign in text) > 2 * text.count("\ufffd") + 1 else ""


def _guessed(value: bytes) -> str:
    """Windows-1252, which holds Latin-1, unless MacRoman makes better words of it."""
    return min((value.decode(encoding, "replace") for encoding in ("cp1252", "mac-roman")), key=_faults)


def _faults(text: str) -> int:
    """How many letters and signs stand where no language that we meet has them."""
    faults = text.count("\ufffd")
    for before, sign, after in zip(f" {text}", text, f"{text[1:]} ", strict=False):
        if sign.isascii():
            continue
        if sign in RARE:
            faults += 1
        elif sign.isalpha():
            faults += before.islower() if sign.isupper() else before.isupper() and after.isupper()
        elif before.isalpha():
            is_inside = after.islower() or (before.isupper() and after.isupper())
            faults += is_inside and sign not in IN_WORDS
            faults += sign in NOT_AFTER_WORDS and not after.isalnum()
        elif before.isspace():
            faults += after.islower() and sign not in BEFORE_WORDS
    return faults


def decoded_once(text: str) -> str:
    """The text, where its UTF-8 was read as Windows-1252 and encoded a second time."""
    if TWICE_ENCODED.search(text):
        for encoding in ("cp1252", "latin-1"):
            with suppress(UnicodeError):
                return text.encode(encoding).decode()
    return text
