"""Bytes of feeds, pages and lists as text, whatever they say of themselves: one bad byte spoils one letter."""

import codecs
import re

from common.decoding import decoded_utf8

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What the Encoding Standard (encoding.spec.whatwg.org) reads these labels as: who writes one of them means the other.
LABELS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
DECLARATION = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']", re.I)
WIDE = re.compile(rb"^(?:<\x00[\x21-\x7e]\x00|\x00<\x00[\x21-\x7e])")
# What XML 1.0 (§2.2) has no place for, as a character and as a reference to it.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
FORBIDDEN_REFERENCE = re.compile(r"&#(?:0*(?:[0-8]|1[1-2]|1[4-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));", re.I)


def decoded(content: bytes, content_type: str = "", declared: str = "") -> str:
    """The text of `content`. A byte-order mark comes first, then the charset of HTTP (`content_type`; RFC 7303 §3), then what the
    document itself says (`declared`, or its XML declaration), then UTF-8. What is UTF-8 in truth is read as such though another
    charset is named, and what is none is not, though it says so. A byte that means nothing becomes « � »."""
    for mark, charset in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(charset, "replace")
    if wide := WIDE.match(content):
        return content.decode("utf-16-le" if wide[0][0] else "utf-16-be", "replace")
    if not content.isascii() and (text := decoded_utf8(content)) is not None:
        return text
    for name in (charset_of(content_type), declared, _declared(content)):
        if (charset := _codec(name)) and (content.isascii() or charset != "utf-8"):
            return content.decode(charset, "replace")
    return content.decode("cp1252", "replace")


def decoded_xml(content: bytes, content_type: str = "") -> str:
    """The same for XML, without its declaration and without the characters that XML forbids."""
    text = re.sub(r"^\s*<\?xml[^>]{0,500}\?>", "", decoded(content, content_type))
    return FORBIDDEN_REFERENCE.sub(" ", FORBIDDEN.sub(" ", text)).lstrip()


def charset_of(content_type: str) -> str:
    """The charset that a `Content-Type` names; nothing where it names none."""
    match = re.search(r";\s*charset\s*=\s*[\"']?([\w.:-]{1,40})", content_type, re.I)
    return match[1] if match else ""


def _declared(content: bytes) -> str:
    match = DECLARATION.match(content[:1000])
    return match[1].decode() if match else ""


def _codec(name: str) -> str:
    """The name by which Python reads this charset; nothing for one that is unknown, is no charset of a text in bytes, or is wider
    than a byte: that one has a mark."""
    try:
        codec = codecs.lookup(name)
        codec.decode(b"a")
    except (LookupError, ValueError, TypeError):
        return ""
    is_text = getattr(codec, "_is_text_encoding", True)
    if not is_text or codec.name.startswith(("utf-16", "utf-32", "utf-7", "idna", "punycode", "unicode", "raw")):
        return ""
    return LABELS.get(codec.name, codec.name)
