"""Names of files, as people give them and as every computer takes them."""

import re
import unicodedata
from pathlib import PurePath

from common.text import HIDDEN

#: Letters of a name; file systems take 255 bytes, of which a letter may need four, and storages add some of their own.
MOST_LETTERS = 80
# What Windows refuses, and marks that are seen by nobody.
FORBIDDEN = re.compile(r'[<>:"|?*\u200b-\u200f\ufeff\ud800-\udfff]')
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def clean_file_name(name: str | None, without_name: str = "fichier") -> str:
    """A name that is a name on every computer: without path, control characters or marks that turn it round, at most
    MOST_LETTERS long, its ending kept in small letters; `without_name` where nothing is left."""
    text = HIDDEN.sub("", unicodedata.normalize("NFC", name or ""))
    text = " ".join(FORBIDDEN.sub("", text).replace("\\", "/").replace("/", "_").replace("\n", " ").split())
    pure = PurePath(text.rstrip(". "))
    ending = pure.suffix.lower() if re.fullmatch(r"\.\w{1,9}", pure.suffix) else ""
    stem = (pure.stem if ending else text)[:MOST_LETTERS].strip(". _")
    if not stem or RESERVED.fullmatch(stem):
        stem = without_name
    return f"{stem}{ending}"


def ending_of(name: str) -> str:
    """`pdf` of « Plan.PDF »; empty where there is none."""
    return PurePath(name).suffix.lstrip(".").lower()
