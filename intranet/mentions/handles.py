"""How a text names a person or a group: `@garance.fabre`, `@hebergement`, as `Profile.handle` and `WorkGroup.slug` have them."""

import re
from collections.abc import Callable

# Neither in an address of mail (a@b.example) nor in one of the web (/@name).
HANDLE = re.compile(r"(?<![\w@./+-])@([a-z0-9]+(?:[._-][a-z0-9]+)*)", re.IGNORECASE | re.ASCII)
SEPARATOR = re.compile(r"[._-](?=[^._-]+$)")


def readings(handle: str) -> list[str]:
    """What these letters may mean, the longest first: after `@garance.fabre.Merci` the person is `garance.fabre`."""
    handle = handle.lower()
    candidates = [handle]
    while match := SEPARATOR.search(handle):
        handle = handle[: match.start()]
        candidates.append(handle)
    return candidates


def handles_in(text: str) -> list[list[str]]:
    """The readings of each name in the text, in its order, each name once."""
    names = dict.fromkeys(match[1].lower() for match in HANDLE.finditer(text))
    return [readings(name) for name in names]


def replace_handles(text: str, replacement: Callable[[str], str | None]) -> str:
    """The text with `replacement(handle)` in the place of each name; what it gives None for stays as it is."""

    def replaced(match: re.Match) -> str:
        for handle in readings(match[1]):
            if (words := replacement(handle)) is not None:
                return words + match[1][len(handle) :]
        return match[0]

    return HANDLE.sub(replaced, text)
