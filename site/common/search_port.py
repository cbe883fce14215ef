"""The search, for apps below it: `search` stands above them and answers the hooks."""

from common.registry import call_hook


def ask_engine() -> str:
    """The name of the engine that answers; raises what it raises where it does not, or has no whole index."""
    return call_hook("search.ask_engine")


def fill_after_restore() -> None:
    """The database was put back as of another day: a separate engine is filled from it anew."""
    call_hook("search.fill_after_restore")


def find_things(kind: str, text: str, user, language: str, most: int = 2000) -> list[str]:
    """The names of the things of a kind that hold the words and that the reader may see, best first."""
    return call_hook("search.find_things", kind, text, user, language, most)
