"""What other parts of the destination add to the page of a place or of a commune, such as the events held there.

Places lie below the agenda and may not know it: whoever has something to add registers it when the applications are ready.
"""

from collections.abc import Callable

# "place" or "commune" → the sections of its page: template and context
_sections: dict[str, list[tuple[str, Callable[..., dict | None]]]] = {"place": [], "commune": []}


def register(of: str, template: str, context: Callable[..., dict | None]) -> None:
    """Add a section to every page `of` "place" or "commune". `context(request, thing)` gives its template the values, as
    `section`; nothing is shown where it answers None."""
    _sections[of].append((template, context))


def sections_of(request, thing, of: str = "place") -> list[dict]:
    """The sections that have something to say: template and its values."""
    contexts = [(template, context(request, thing)) for template, context in _sections[of]]
    return [{"template": template, "values": values} for template, values in contexts if values is not None]
