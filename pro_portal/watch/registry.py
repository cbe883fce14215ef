"""What the newsletter announces beside the items of the watch: each room registers its source; the watch knows none of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import QuerySet

from common.access import can_see


@dataclass(frozen=True)
class Announcement:
    """One thing of another room. `subject` has the audience that decides who reads it; `theme` is that of the watch under which
    it is followed, None for everybody; `details` are short facts; `section` the heading above it. Words are lazy: a letter is
    written in the language of each reader."""

    subject: Any
    title: str
    text: str
    details: tuple
    url: str
    theme: Any
    section: Any

    @property
    def detail(self) -> str:
        return " · ".join(str(fact) for fact in self.details if fact)


class LetterSource(Protocol):
    def waiting(self) -> int:
        """How many wait for the next letter."""

    def take(self, letter) -> int:
        """Mark those that wait as announced by this letter, which is leaving; gives how many."""

    def of(self, letter) -> list[Announcement]:
        """Those that this letter announced; where it is a draft, those that wait. Whom they are for is asked by the watch."""

    def letters(self, reader) -> QuerySet:
        """The keys of the letters that announced something this reader may see, as a query of one column."""


_sources: list[LetterSource] = []


def letter_source(source: LetterSource) -> LetterSource:
    if type(source) not in {type(each) for each in _sources}:
        _sources.append(source)
    return source


def sources() -> Iterable[LetterSource]:
    return tuple(_sources)


def announcements_of(letter) -> list[Announcement]:
    return [each for source in _sources for each in source.of(letter)]


def announced_to(reader, announcements: Iterable[Announcement], themes=None) -> list[tuple]:
    """[(section, announcements)] of what this reader may see now; where `themes` are given, of what is of one of them or of
    none."""
    sections: dict[Any, list[Announcement]] = {}
    for each in announcements:
        if can_see(reader, each.subject) and (themes is None or each.theme is None or each.theme in themes):
            sections.setdefault(each.section, []).append(each)
    return list(sections.items())
