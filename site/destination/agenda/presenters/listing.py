"""The filtered agenda put in order: pages of days, weeks, months, points of the map."""

from bisect import bisect_right
from calendar import Calendar
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language

from common.slugs import slug_of
from common.translations import texts_of
from destination.agenda.facets import AgendaRows, index
from destination.agenda.filters import AgendaFilters
from destination.agenda.models import Event, EventTranslation, Occurrence, state_of
from destination.agenda.presenters.event_cards import (
    card,
    events_by_id,
    occurrences_by_event,
    on_day,
    prices_in_words,
    times_in_words,
    until_in_words,
)

ROWS_PER_PAGE = 20
# What goes on now stays above the days: a few lines, the others one click away.
ONGOING_SHOWN = 4
MONTH_SHOWN = 3
WEEK_SHOWN = 8
# More points than these hide each other, and a phone draws them slowly.
MOST_POINTS = 150


@dataclass
class Day:
    date: date
    count: int  # events of the whole day, beyond what this page shows
    rows: list[dict]


class Listing:
    """What `filters` give to `user`, in the order of days and hours. A row is an event on a day."""

    def __init__(self, filters: AgendaFilters, user, events: AgendaRows | None = None):
        self.filters, self.user = filters, user
        self.events = events or index.current()
        self.today = timezone.localdate()
        self.first, self.last = self.events.bounds(filters)
        self.bits = self.events.matching(filters, user)

    @cached_property
    def counts(self) -> dict[tuple, int]:
        return self.events.counts(self.filters, self.user)

    @property
    def total(self) -> int:
        """How many events, each counted once."""
        return (self.bits & self.events.between(self.first, self.last)).bit_count()

    @cached_property
    def dated(self) -> list[tuple[date, int]]:
        """The days that have something, and how many events."""
        counted = (
            (day, (bits & self.bits).bit_count()) for day, bits in self.events.days.items() if self.first <= day <= self.last
        )
        return [(day, number) for day, number in counted if number]

    def on_day(self, day: date) -> list[int]:
        """The ids of the day's events, in the order of their hours."""
        ids, bits = self.events.ids, self.bits
        return [ids[position] for position in self.events.in_order(day) if bits >> position & 1]

    @cached_property
    def ongoing_ids(self) -> list[int]:
        """What lasts for weeks and goes on at the beginning of these days or later, the first to end first."""
        bits, ids = self.bits, self.events.ids
        ends = (
            (last, ids[position])
            for day, last, position in self.events.long
            if day <= self.last and last >= self.first and bits >> position & 1
        )
        return list(dict.fromkeys(pk for _, pk in sorted(ends)))

    # ---- the list ----------------------------------------------------------------------------------------------
    @cached_property
    def paginator(self) -> Paginator:
        rows = range(len(self.ongoing_ids) if self.filters.ongoing else sum(number for _, number in self.dated))
        return Paginator(rows, ROWS_PER_PAGE)

    @cached_property
    def page(self) -> Page:
        """The requested page, or the last one where there are fewer."""
        return self.paginator.get_page(self.filters.page)

    def days(self) -> tuple[list[Day], list[dict]]:
        """The days of the page and, on the first page, what goes on now: five queries."""
        ids_by_day = {} if self.filters.ongoing else self._ids_of_page()
        ongoing = self._ongoing_of_page()
        ids = {pk for members in ids_by_day.values() for pk in members} | set(ongoing)
        events = events_by_id(ids, self.user)
        first, last = (min(ids_by_day), max(ids_by_day)) if ids_by_day else (self.first, self.first)
        times = occurrences_by_event(ids, min(first, self.first), max(last, self.first))
        now, numbers = timezone.now(), dict(self.dated)
        days = [
            Day(day, numbers[day], [self.line(events[pk], times[pk], day, now) for pk in members if pk in events])
            for day, members in ids_by_day.items()
        ]
        return days, [self._ongoing_row(events[pk], times[pk], now) for pk in ongoing if pk in events]

    def _ids_of_page(self) -> dict[date, list[int]]:
        start, end = self.page.start_index() - 1, self.page.end_index()
        ends = list(accumulate(number for _, number in self.dated))
        ids_by_day = {}
        for number in range(bisect_right(ends, start), len(ends)):
            day, size = self.dated[number]
            before = ends[number] - size
            if before >= end:
                break
            ids_by_day[day] = self.on_day(day)[max(start - before, 0) : end - before]
        return ids_by_day

    def _ongoing_of_page(self) -> list[int]:
        if self.filters.ongoing:
            return self.ongoing_ids[max(self.page.start_index() - 1, 0) : self.page.end_index()]
        return self.ongoing_ids[:ONGOING_SHOWN] if self.page.number == 1 else []

    def line(self, event, occurrences, day, now) -> dict:
        return card(event, on_day(occurrences, day), day, now)

    def _ongoing_row(self, event, occurrences, now) -> dict:
        line = card(event, occurrences, self.first, now)
        last = max((occurrence.last_day for occurrence in occurrences), default=event.last_day)
        return line | {"time": until_in_words(last, get_language()), "date": last}

    def next_days(self) -> list[date]:
        """Where nothing is found: the next days that have something under the same filters, else under none."""
        for bits in (self.bits, self.events.visible_to(self.user)):
            after = [day for day, members in self.events.days.items() if day >= self.today and members & bits]
            if after:
                return after[:3]
        return []

    # ---- week, month, map --------------------------------------------------------------------------------------
    def cells(self, days: list[date], limit: int) -> list[dict]:
        """For each day: date, count, `more` and the first events in short, two queries for all of them."""
        members = {day: self.on_day(day) for day in days}
        starting = self._starting(days[0], days[-1])
        for day, ids in starting.items():
            members[day] = list(dict.fromkeys(ids + members[day]))
        briefs = briefs_of({pk for ids in members.values() for pk in ids[:limit]}, self.user)
        times = occurrences_by_event(briefs, days[0], days[-1])
        return [
            {
                "date": day,
                "is_today": day == self.today,
                "count": len(ids),
                "more": max(len(ids) - limit, 0),
                "events": [_in_short(briefs[pk], times[pk], day) for pk in ids[:limit] if pk in briefs],
            }
            for day, ids in members.items()
        ]

    def _starting(self, first: date, last: date) -> dict[date, list[int]]:
        """Long events on the day they begin, listed only there."""
        ids_by_day: dict[date, list[int]] = {}
        for day, _, position in self.events.long:
            if first <= day <= last and self.bits >> position & 1:
                ids_by_day.setdefault(day, []).append(self.events.ids[position])
        return ids_by_day

    def points(self) -> list[dict]:
        """The next MOST_POINTS events that have a position: id, title, day, place, url, latitude, longitude."""
        dates: dict[int, date] = {}
        for day, _number in self.dated:
            for pk in self.on_day(day):
                dates.setdefault(pk, day)
            if len(dates) >= MOST_POINTS:
                break
        for pk in self.ongoing_ids:
            dates.setdefault(pk, max(self.first, self.today))
        soonest = sorted(dates, key=dates.get)[:MOST_POINTS]
        doubtful = self.events.among(self.events.having("cancelled date", True), soonest)
        briefs, cancelled = briefs_of(soonest, self.user), _cancelled_on({pk: dates[pk] for pk in doubtful})
        return [
            briefs[pk] | {"date": dates[pk], "state": state_of(briefs[pk]["stored_state"], pk in cancelled).component}
            for pk in soonest
            if pk in briefs and briefs[pk]["latitude"] is not None
        ]


def with_times_and_prices(points: list[dict]) -> list[dict]:
    """The same points (of `Listing.points`) with `time`, `price` and `free`, in two queries."""
    if not points:
        return points
    ids, days = [point["pk"] for point in points], [point["date"] for point in points]
    times = occurrences_by_event(ids, min(days), max(days))
    events = Event.objects.only("free", "prices").in_bulk(ids)
    language = get_language()
    for point in points:
        event = events.get(point["pk"])
        point["time"] = times_in_words(on_day(times[point["pk"]], point["date"]), point["date"], language)
        point["price"] = prices_in_words(event) if event else ""
        point["free"] = bool(event and event.free)
    return points


def _in_short(brief: dict, occurrences: list[Occurrence], day: date) -> dict:
    """The event in short on that day: with the hour where it begins then, and whether it is called off."""
    dates = on_day(occurrences, day)
    beginning = [occurrence for occurrence in dates if occurrence.day == day][:1]
    state = state_of(brief["stored_state"], bool(dates) and all(occurrence.cancelled for occurrence in dates))
    return brief | {"time": times_in_words(beginning, day, get_language()), "is_off": state.is_struck}


def _cancelled_on(days: dict[int, date]) -> set[int]:
    """Those of these events whose dates of that day are all cancelled. To be asked of the few that have a cancelled date."""
    if not days:
        return set()
    times = occurrences_by_event(days, min(days.values()), max(days.values()))
    dates_by_event = {pk: on_day(times[pk], day) for pk, day in days.items()}
    return {pk for pk, dates in dates_by_event.items() if dates and all(occurrence.cancelled for occurrence in dates)}


def briefs_of(ids, user) -> dict[int, dict]:
    """Events in short (title, lang, url, stored_state, latitude, longitude, place), in two queries and without model objects."""
    language = get_language()
    rows = {
        row["pk"]: row
        for row in Event.objects.published().visible_to(user).with_spot().filter(pk__in=list(ids)).values(
            "pk", "state", "commune__name", "commune__latitude", "commune__longitude", "spot_latitude", "spot_longitude"
        )
    }  # fmt: skip
    titles = texts_of(EventTranslation.objects.filter(event__in=list(rows)), "event_id", "title")
    base = reverse("agenda:list")
    briefs = {}
    for pk, facts in rows.items():
        words = titles.get(pk)
        title = words.text["title"] if words else ""
        at_place = facts["spot_latitude"] is not None
        briefs[pk] = {
            "pk": pk,
            "title": title,
            "lang": words.language if words and words.language != language else "",
            # What `Event.get_absolute_url` gives, without resolving hundreds of times.
            "url": f"{base}{slug_of(title, 'evenement')}-{pk}/",
            "stored_state": facts["state"],
            "place": facts["commune__name"] or "",
            "latitude": facts["spot_latitude"] if at_place else facts["commune__latitude"],
            "longitude": facts["spot_longitude"] if at_place else facts["commune__longitude"],
        }
    return briefs


def week_of(day: date) -> list[date]:
    """The seven days from Monday."""
    monday = day - timedelta(days=day.weekday())
    return [monday + timedelta(days=number) for number in range(7)]


def month_of(day: date) -> list[list[date]]:
    """The weeks that hold the month's days."""
    return Calendar().monthdatescalendar(day.year, day.month)
