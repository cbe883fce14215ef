"""Text from outside and for scripts: keys of rows, texts without hidden characters, one folding of accents for search boxes,
comparisons and sorting, JSON."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable

from django.utils.safestring import SafeString, mark_safe

# Characters that would end the script element; JSON may write them as escapes.
UNSAFE = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
#: Letters that Unicode does not take apart, the apostrophes that keyboards do not have (U+2019, U+2018, U+02BC), and what is seen
#: at the end of a line alone (soft hyphen, places where a word may break).
UNDECOMPOSED = str.maketrans({
    "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "’": "'", "‘": "'", "\u02bc": "'",
    "\u00ad": None, "\u200b": None, "\u2060": None, "\ufeff": None,
})  # fmt: skip
# Control characters, and the marks that turn the direction of what follows.
HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
# What a person cannot type and no database takes: NUL, and halves of characters, which JSON may write as escapes.
UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
TAG = re.compile(r"(<[^>]*>)")
# Between these tags words are a link already, or stand where none belongs.
WITHOUT_LINKS = ("a", "h1", "h2", "h3", "h4", "button", "summary")


def row_key(text: str | None) -> int | None:
    """The key of a row as an address or a form holds it: a whole number that any database can hold; None for anything else."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 19 else None


def row_keys(texts: Iterable[str]) -> list[int]:
    """`row_key` of each, without what is none."""
    return [key for text in texts if (key := row_key(text)) is not None]


def split_keywords(text: str | Iterable[str]) -> list[str]:
    """The keywords of a line, between commas or semicolons, each once."""
    line = text if isinstance(text, str) else ",".join(text)
    return list(dict.fromkeys(filter(None, (" ".join(part.split()) for part in re.split(r"[,;\n]", line)))))


def fold_accents(text: str) -> str:
    """The text without capitals, accents and ligatures: « L’Œuvre d’été » gives « l'oeuvre d'ete ». Spaces and punctuation
    stay where they are."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(UNDECOMPOSED))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def storable(text: str) -> str:
    """The text without what no database takes: for words out of JSON that somebody sent."""
    return UNSTORABLE.sub("", text)


def plain(text: str) -> str:
    """The text without control characters and without the marks that turn the direction of what follows."""
    return HIDDEN.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))


def change_where_links_may_be(html: str, change: Callable[[str], str]) -> SafeString:
    """`html` with `change` applied to its text outside links, headings and buttons; `change` gives HTML."""
    depth, parts = 0, []
    for part in TAG.split(html):
        if part.startswith("<"):
            tag = part.strip("</> ").split(" ", 1)[0].lower()
            depth += (tag in WITHOUT_LINKS) * (-1 if part.startswith("</") else 1)
            parts.append(part)
        else:
            parts.append(part if depth else change(part))
    return mark_safe("".join(parts))  # noqa: S308  what came in as HTML, changed by us


def web_address(text: str) -> str:
    """The text where it is the address of a page, else nothing."""
    return text if text.startswith(("https://", "http://")) else ""


def json_in_script(document) -> SafeString:
    """JSON ready to stand in a script element."""
    return mark_safe(json.dumps(document, ensure_ascii=False).translate(UNSAFE))  # escaped by UNSAFE
