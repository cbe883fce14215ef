"""The search, for apps that look for their own objects: `search` stands above them and answers the hook."""

from common.registry import call_hook


def find_things(kind: str, text: str, user, language: str, most: int = 2000) -> list[str]:
    """The names of the things of a kind that hold the words and that the reader may see, best first."""
    return call_hook("search.find_things", kind, text, user, language, most)
