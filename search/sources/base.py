"""What a subject tells the search about its things."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from django.conf import settings
from django.db.models import QuerySet, TextChoices
from django.utils.translation import gettext_lazy as _

from destination.agenda.models import EventState
from search.models import Entry

# When a thing changed of which nobody noted it. The same at each look, so that its entry can be compared (`search.actions.mend`).
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class Room(TextChoices):
    """Where things are at home, and the heading under which they are found elsewhere."""

    PUBLIC = "public", _("Sur le site public")
    PORTAL = "portal", _("Pour les professionnels")
    INTRANET = "intranet", _("Intranet")


@dataclass(frozen=True)
class SearchDocument:
    """A thing as the search shows it to the readers of `language`."""

    language: str
    words_language: str
    title: str
    text: str
    url: str
    keys: frozenset[str]
    changed_at: datetime
    more: str = ""  # words that find the thing without being shown: its commune, its organiser…
    subjects: str = ""  # what it is, in the reader's language: its kind, its price; nearly as telling as its title
    where: str = ""  # the name of its commune, as telling; no other form or word for it is meant by a name
    services: str = ""  # what it has and whom it receives, likewise
    names: tuple[str, ...] = ()  # what it is called besides its title: a postcode, a short name
    dated: bool = False  # whether it happens on days
    commune: str = ""
    label: str = ""
    drawing: str = ""
    state: str = ""
    place_name: str = ""
    picture_id: int | None = None
    last_on: date | None = None
    is_off: bool = False  # nothing of it takes place: it comes after what does
    shown_from: date | None = None
    shown_until: date | None = None


class Source(ABC):
    """One kind of things. A thing is called by a name of at most 40 characters, mostly its primary key. What a reader is told of
    the kind, as a result, a suggestion or a filter, is said here and nowhere else: a source without names is a TypeError."""

    code = ""
    name: Any = ""  # of one thing: « Événement »
    label: Any = ""  # plural, as a filter: « Événements »
    room: Room | None = None
    icon = "file"  # where it has no day to show
    has_drawing = True  # in the place of a picture that there is not; else its icon says what it is
    dated = False  # whether its things happen on days
    batch = 200  # things that are read, and whose words are made, together

    def __init__(self):
        if missing := [each for each in ("code", "name", "label", "room") if not getattr(self, each)]:
            raise TypeError(f"{type(self).__name__} has no {', '.join(missing)}.")

    def kind_in_words(self, label: str) -> str:
        """What a thing is, in the active language; `label` is that of its entry: « Lieu · Musée »."""
        return f"{self.name} · {label}" if label and label.casefold() != str(self.name).casefold() else str(self.name)

    def icon_for(self, drawing: str) -> str:
        """The icon of a thing, `drawing` being that of its entry."""
        return self.icon

    @abstractmethod
    def published_names(self) -> Iterator[str]:
        """The names of everything that is published."""

    @abstractmethod
    def load(self, names: Iterable[str]) -> dict[str, Any]:
        """The published things of these names, with all that `documents` reads."""

    @abstractmethod
    def documents(self, thing: Any) -> list[SearchDocument]:
        """The thing for each language of the site."""

    def days(self, thing: Any) -> list[tuple[date, date, time | None]]:
        """First and last day of each time it happens, in order, and the hour at which it begins where it is known."""
        return []

    def next_states(self, stored: dict[str, str], now: datetime) -> dict[str, tuple[date | None, EventState]]:
        """For things that have days (name → state of its entry): the next one, today while it lasts, and the state on it."""
        return {}

    def pages(self, names: Collection[str], text: str) -> dict[str, list[tuple[int, str]]]:
        """Of things that have pages: the number and the text of those that may hold words of `text`, in order. A result quotes
        the one where they stand, with its number, and opens there."""
        return {}

    @abstractmethod
    def watched_models(self) -> dict[type, Callable[[Any], Iterable]]:
        """For each model whose rows are read by `documents`: which things a changed row touches."""


class RowSource(Source):
    """A source whose things are rows of one model, called by their primary keys."""

    @abstractmethod
    def published(self) -> QuerySet:
        """The rows that are published, with all that `document` reads."""

    @abstractmethod
    def document(self, thing: Any, language: str) -> SearchDocument | None:
        """The thing for the readers of a language; None where it has no words."""

    def published_names(self):
        return (str(pk) for pk in self.published().prefetch_related(None).order_by("pk").values_list("pk", flat=True).iterator())

    def load(self, names):
        return {str(thing.pk): thing for thing in self.published().filter(pk__in=names)}

    def documents(self, thing):
        return [document for language in site_languages() if (document := self.document(thing, language))]

    def published_or_indexed(self, thing) -> list:
        """The thing where it is published, or was: a draft, saved every few seconds, makes no work."""
        return [thing.pk] if thing.live or Entry.objects.filter(kind=self.code, thing=str(thing.pk)).exists() else []


def site_languages() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]


def join_lines(*parts) -> str:
    """The parts that say something, one below the other."""
    return "\n".join(str(part) for part in parts if part)
