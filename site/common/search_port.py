"""The search, for apps that look for their own objects: `search` stands above them and registers itself here."""

from collections.abc import Callable

_finder: Callable[..., list[str]] | None = None


def register_finder(finder: Callable[..., list[str]]) -> None:
    """`finder(kind, text, user, language, most)` gives the names of the things of a kind that hold the words and that the reader
    may see, best first."""
    global _finder
    _finder = finder


def find_things(kind: str, text: str, user, language: str, most: int = 2000) -> list[str]:
    return _finder(kind, text, user, language, most) if _finder else []
