"""What other parts of the destination add to the page of a place or of a commune, such as the events held there.

Places lie below the agenda and may not know it: whoever has something to add registers it when the applications are ready.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """`context(request, thing)` gives the template its values as `section`; nothing is shown where it answers None."""

    template: str
    context: Callable[..., dict | None]
    of: str = "place"  # or "commune"
    order: int = 0


_sections: list[Section] = []


def register(section: Section) -> None:
    """Add a section to every page of a place or of a commune."""
    _sections.append(section)
    _sections.sort(key=lambda section: section.order)


def sections_of(request, thing, of: str = "place") -> list[dict]:
    """The sections that have something to say: template and its values."""
    contexts = [(section.template, section.context(request, thing)) for section in _sections if section.of == of]
    return [{"template": template, "values": values} for template, values in contexts if values is not None]
