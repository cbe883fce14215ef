"""Events like the one being typed: the same one perhaps, or others nearby on the same evening."""

import re
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from django.utils.translation import gettext as _

from accounts.models import User
from common.forms.parsing import folded
from destination.agenda.models import Event, Occurrence
from destination.places.presenters.distances import away_in_words
from destination.places.querysets import kilometres

# Enough to notice, few enough to read; the comparison itself stays under some milliseconds.
MOST_COMPARED = 300
MOST_SHOWN = 4
MOST_DAYS = 31
LIKE_ENOUGH = 0.62
SAME_PLACE_BONUS = 0.15
SAME_WORD = 0.8
NEARBY_KM = 15
SAME_SPOT_KM = 0.05
SMALL_WORDS = {
    "a", "al", "als", "amb", "au", "aux", "avec", "d", "de", "del", "des", "du", "el", "els", "en", "et", "i", "l",
    "la", "le", "les", "los", "of", "on", "per", "pour", "sur", "the", "un", "une", "y",
}  # fmt: skip


@dataclass(frozen=True)
class SimilarEvent:
    event: Event
    day: date
    score: float = 0
    distance_km: float | None = None

    @property
    def where(self) -> str:
        """« au même endroit », « à 900 m », « à 2,3 km »; empty without a distance."""
        if self.distance_km is None:
            return ""
        return _("au même endroit") if self.distance_km < SAME_SPOT_KM else away_in_words(self.distance_km)


def _significant_words(title: str) -> list[str]:
    return sorted({word for word in re.findall(r"\w+", folded(title)) if word not in SMALL_WORDS})


def likeness(one: str, other: str) -> tuple[float, int]:
    """From 0 to 1, how much two titles say the same, whatever the order of their words; and how many words they have in common. A
    word with a mistake in it is the same word."""
    words, other_words = _significant_words(one), _significant_words(other)
    if not words or not other_words:
        return 0, 0
    left = list(other_words)
    for word in words:
        if same := next((each for each in left if _is_same_word(word, each)), None):
            left.remove(same)
    common = len(other_words) - len(left)
    return 2 * common / (len(words) + len(other_words)), common


def _is_same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) > 3 and SequenceMatcher(None, one, other, autojunk=False).ratio() >= SAME_WORD


def _occurrences(person: User, days: list[date], without: int | None):
    """What the person may see on these days, one line for each event and day; their own proposals included."""
    events = Event.objects.visible_to(person).filter(removed_at=None).exclude(pk=without)
    occurrences = Occurrence.objects.filter(event__in=events, day__in=days[:MOST_DAYS], cancelled=False)
    return (
        occurrences.select_related("event__place", "event__commune")
        .prefetch_related("event__words", "event__place__words")
        .order_by("starts_at")[:MOST_COMPARED]
    )


def likely_duplicates(
    person: User, title: str, days: list[date], *, place_id: int | None = None, without: int | None = None
) -> list[SimilarEvent]:
    """Events of these days with nearly this title, the likeliest first; only what the person may see."""
    if len(folded(title)) < 4 or not days:
        return []
    best: dict[int, SimilarEvent] = {}
    for occurrence in _occurrences(person, days, without):
        event = occurrence.event
        score, common = max((likeness(title, words.title) for words in event.words.all()), default=(0, 0))
        # One word in common, « marché » or « concert », says nothing, at the same place either.
        if place_id and event.place_id == place_id and common > 1:
            score += SAME_PLACE_BONUS
        if score >= LIKE_ENOUGH and (event.pk not in best or best[event.pk].score < score):
            best[event.pk] = SimilarEvent(event, occurrence.day, score)
    return sorted(best.values(), key=lambda similar: -similar.score)[:MOST_SHOWN]


def position_of(event_or_place) -> tuple[float, float] | None:
    """Of a place, of an event's place, else of its commune."""
    place = getattr(event_or_place, "place", None) if isinstance(event_or_place, Event) else event_or_place
    for spot in (place, getattr(event_or_place, "commune", None)):
        if spot is not None and spot.latitude is not None and spot.longitude is not None:
            return spot.latitude, spot.longitude
    return None


def nearby_that_day(
    person: User, day: date, here: tuple[float, float] | None, *, without: tuple[int, ...] = ()
) -> list[SimilarEvent]:
    """Other events of the same day within fifteen kilometres, the nearest first."""
    if here is None:
        return []
    nearest: dict[int, SimilarEvent] = {}
    for occurrence in _occurrences(person, [day], None):
        event = occurrence.event
        there = position_of(event)
        if event.pk in without or there is None:
            continue
        distance = kilometres(*here, *there)
        if distance <= NEARBY_KM:
            nearest.setdefault(event.pk, SimilarEvent(event, day, 0, distance))
    return sorted(nearest.values(), key=lambda similar: similar.distance_km)[:MOST_SHOWN]
