"""The filtered agenda put in order: pages of days, weeks, months, points of the map."""

from bisect import bisect_right
from calendar import Calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate

from django.core.paginator import Page, Paginator
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from destination.agenda.facets import AgendaRows, index
from destination.agenda.filters import AgendaFilters
from destination.agenda.models import Event, is_over, state_on
from destination.agenda.presenters.event_cards import (
    ListedDate,
    card,
    listed_dates,
    listed_events,
    on_day,
    times_in_words,
    titles_of,
    until_in_words,
)
from destination.places.presenters.distances import away_in_words

ROWS_PER_PAGE = 20
# What goes on now stays above the days: a few lines, the others one click away.
ONGOING_SHOWN = 4
MONTH_SHOWN = 3
WEEK_SHOWN = 8
# Of what is over today, in short lines: the whole day of all but a big town.
OVER_PER_PAGE = 100


@dataclass
class Day:
    """A day of the list; `over_count` says how many events of today are over (`Listing.over_lines`)."""

    date: date
    count: int  # events of the whole day, beyond what this page shows
    rows: list[dict]
    over_count: int = 0


class Listing:
    """What `filters` give to `user`, in the order of days and hours. A row is an event on a day."""

    def __init__(self, filters: AgendaFilters, user, events: AgendaRows | None = None):
        self.filters, self.user = filters, user
        self.events = events or index.current()
        self.today = timezone.localdate()
        self.first, self.last = self.events.bounds(filters)
        self.bits = self.events.matching(filters, user)
        # What is to come begins now: of today, what is over is told apart. A week that began before is shown whole.
        self.over = self.events.over_now() if self.first == self.today else 0
        self.away: dict[int, str] = {}

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
        first, last, bits = self.first, self.last, self.bits
        counted = {day: (members & bits).bit_count() for day, members in self.events.days.items() if first <= day <= last}
        if self.today in counted:
            counted[self.today] = (self.events.days[self.today] & self._bits_of(self.today)).bit_count()
        for day, ids in self._beginning.items():
            counted[day] = counted.get(day, 0) + len(ids)
        return sorted((day, number) for day, number in counted.items() if number)

    def days_in_order(self) -> list[date]:
        """The days that may have something: for who needs the first ones, as counting each costs as much as a question."""
        return sorted(day for day in {*self.events.days, *self._beginning} if self.first <= day <= self.last)

    def _bits_of(self, day: date) -> int:
        return self.bits & ~self.over if day == self.today else self.bits

    def on_day(self, day: date) -> list[int]:
        """The ids of the day's events that are not over, in the order of their hours; first what lasts and begins that day."""
        ids, bits = self.events.ids, self._bits_of(day)
        dated = [ids[position] for position in self.events.in_order(day) if bits >> position & 1]
        return [*self._beginning.get(day, ()), *dated] if self._beginning else dated

    def over_today(self) -> list[int]:
        """The ids of today's events that are over, in the order of their hours; none where these days do not begin today."""
        ids, bits = self.events.ids, self.bits & self.over
        return [ids[position] for position in self.events.in_order(self.today) if bits >> position & 1]

    @cached_property
    def _lasting(self) -> dict[int, tuple[date, date]]:
        """What lasts for weeks and takes place on these days, the first to end first: id → first and last day."""
        bits, ids, now = self.bits & self.events.between(self.first, self.last), self.events.ids, timezone.now().timestamp() / 60
        spans: dict[int, tuple[date, date]] = {}
        for each in sorted(self.events.long, key=lambda each: (each.last_day, ids[each.position])):
            is_here = each.first_day <= self.last and each.last_day >= self.first and bits >> each.position & 1
            ended = self.first == self.today == each.last_day and each.until <= now
            if is_here and not ended:
                spans.setdefault(ids[each.position], (each.first_day, each.last_day))
        return spans

    @property
    def ongoing_ids(self) -> list[int]:
        """What lasts for weeks and goes on during these days, the first to end first."""
        return list(self._lasting)

    @cached_property
    def now_on_ids(self) -> list[int]:
        """Those that go on today where these days hold it, as a calendar's do, else on the first of them: « En ce moment »."""
        return [pk for pk in self.ongoing_ids if self._lasting[pk][0] <= self.reference_day <= self._lasting[pk][1]]

    @property
    def holds_today(self) -> bool:
        return self.first <= self.today <= self.last

    @property
    def reference_day(self) -> date:
        return self.today if self.holds_today else self.first

    @cached_property
    def _beginning(self) -> dict[date, list[int]]:
        """Those that begin later: they stand once in the list, on the day on which they begin."""
        ids_by_day: dict[date, list[int]] = {}
        for pk in self.ongoing_ids:
            if (day := self._lasting[pk][0]) > self.first:
                ids_by_day.setdefault(day, []).append(pk)
        return ids_by_day

    # ---- the list ----------------------------------------------------------------------------------------------
    @cached_property
    def paginator(self) -> Paginator:
        rows = range(len(self.now_on_ids) if self.filters.ongoing else sum(number for _day, number in self.dated))
        return Paginator(rows, ROWS_PER_PAGE)

    @cached_property
    def page(self) -> Page:
        """The requested page, or the last one where there are fewer."""
        return self.paginator.get_page(self.filters.page)

    def days(self) -> tuple[list[Day], list[dict]]:
        """The days of the page and, on the first page, what goes on now and how many are over today: five queries."""
        ids_by_day = {} if self.filters.ongoing else self._ids_of_page()
        ongoing = self._ongoing_of_page()
        over_count = 0 if self.filters.ongoing or self.page.number > 1 else len(self.over_today())
        if over_count:
            ids_by_day = {self.today: ids_by_day.get(self.today, []), **ids_by_day}
        ids = {pk for members in ids_by_day.values() for pk in members} | {*ongoing}
        events = listed_events(ids, self.user)
        first, last = (min(ids_by_day), max(ids_by_day)) if ids_by_day else (self.first, self.first)
        times = listed_dates(ids, min(first, self.first), max(last, self.reference_day))
        now, numbers = timezone.now(), dict(self.dated)
        self.away = self.away_of(ids)
        days = [
            Day(day, numbers.get(day, 0), [self.line(events[pk], times[pk], day, now) for pk in members if pk in events])
            for day, members in ids_by_day.items()
        ]
        if over_count:
            days[0].over_count = over_count
        return days, [self._ongoing_row(events[pk], times[pk], now) for pk in ongoing if pk in events]

    def over_lines(self) -> tuple[Page, list[dict]]:
        """What is over today, in short: the page asked for and its lines, three queries."""
        page = Paginator(self.over_today(), OVER_PER_PAGE).get_page(self.filters.page)
        ids, now = list(page.object_list), timezone.now()
        briefs, times = briefs_of(ids, self.user), listed_dates(ids, self.today, self.today)
        return page, [_in_short(briefs[pk], times[pk], self.today, now) for pk in ids if pk in briefs]

    def _ids_of_page(self) -> dict[date, list[int]]:
        start, end = self.page.start_index() - 1, self.page.end_index()
        ends = list(accumulate(number for _day, number in self.dated))
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
            return self.now_on_ids[max(self.page.start_index() - 1, 0) : self.page.end_index()]
        return self.now_on_ids[:ONGOING_SHOWN] if self.page.number == 1 else []

    def now_on(self, limit: int = ONGOING_SHOWN) -> list[dict]:
        """What goes on, as lines that say until when: four queries, none where there is nothing."""
        ids = self.now_on_ids[:limit]
        if not ids:
            return []
        day, now = self.reference_day, timezone.now()
        events, times = listed_events(ids, self.user), listed_dates(ids, day, day)
        return [self._ongoing_row(events[pk], times[pk], now) for pk in ids if pk in events]

    def line(self, event, occurrences, day, now) -> dict:
        moment = self._moment(event.pk, occurrences, day, now)
        return card(event, on_day(occurrences, day), day, moment) | {"away": self.away.get(event.pk, "")}

    def away_of(self, ids) -> dict[int, str]:
        """How far each of these events is from the position of the filters, in words."""
        near = self.filters.near.located(self.events.communes) if self.filters.near else None
        if near is None:
            return {}
        distances = self.events.distances(near, ids)
        return {pk: away_in_words(distance) for pk, distance in distances.items()}

    def _ongoing_row(self, event, occurrences, now) -> dict:
        # Of something daily, the dates of the first day may be over: it goes on.
        going_on = [occurrence for occurrence in occurrences if not is_over(occurrence, now)]
        line = card(event, going_on, self.reference_day, now)
        last = self._lasting[event.pk][1]
        return line | {"time": until_in_words(last, get_language()), "date": last, "away": self.away.get(event.pk, "")}

    def next_days(self) -> list[date]:
        """Where nothing is found: the next days that have something under the same filters, else under none."""
        for bits in (self.bits, self.events.visible_to(self.user)):
            after = [day for day, members in self.events.days.items() if day >= self.today and members & bits]
            if after:
                return after[:3]
        return []

    # ---- week, month --------------------------------------------------------------------------------------
    def cells(self, days: list[date], limit: int) -> list[dict]:
        """For each day: date, count, `more` and the first events in short, two queries for all of them."""
        members = {day: self.on_day(day) for day in days}
        if days[0] == self.first == self.today:  # a calendar shows the whole day
            members[days[0]] = self.over_today() + members[days[0]]
        briefs = briefs_of({pk for ids in members.values() for pk in ids[:limit]}, self.user)
        times, now = listed_dates(briefs, days[0], days[-1]), timezone.now()
        return [
            {
                "date": day,
                "is_today": day == self.today,
                "is_past": day < self.today,
                "count": len(ids),
                "more": max(len(ids) - limit, 0),
                "events": [
                    _in_short(briefs[pk], times[pk], day, self._moment(pk, times[pk], day, now))
                    for pk in ids[:limit]
                    if pk in briefs
                ],
            }
            for day, ids in members.items()
        ]

    def _moment(self, pk: int, occurrences: list[ListedDate], day: date, now: datetime) -> datetime:
        """When to ask whether it is over: what lasts for weeks stands on the day on which it begins, and goes on after it."""
        if pk in self._beginning.get(day, ()) and self._lasting[pk][1] >= self.today:
            return min((occurrence.starts_at for occurrence in occurrences), default=now)
        return now


def _in_short(brief: dict, occurrences: list[ListedDate], day: date, now: datetime) -> dict:
    """The event in short on that day: with the hour where it begins then, and its state."""
    dates = on_day(occurrences, day)
    beginning = [occurrence for occurrence in dates if occurrence.day == day][:1]
    state = state_on(brief["stored_state"], dates, now)
    return brief | {
        "time": times_in_words(beginning, day, get_language()),
        "state": state.component,
        "state_words": state.label,
        "place": _("En ligne") if state.is_online else brief["place"],
    }


def briefs_of(ids: Iterable[int], user) -> dict[int, dict]:
    """Events in short (title, lang, url, stored_state, place), in two queries and without model objects."""
    visible = Event.objects.published().visible_to(user).filter(pk__in=list(ids)).order_by()
    rows = {pk: (state, commune or "") for pk, state, commune in visible.values_list("pk", "state", "commune__name")}
    return {
        pk: {"pk": pk, "title": title.text, "lang": title.lang, "url": title.url, "stored_state": state, "place": commune}
        for (pk, (state, commune)), title in zip(rows.items(), titles_of(rows).values(), strict=True)
    }


def week_of(day: date) -> list[date]:
    """The seven days from Monday."""
    monday = day - timedelta(days=day.weekday())
    return [monday + timedelta(days=number) for number in range(7)]


def month_of(day: date) -> list[list[date]]:
    """The weeks that hold the month's days."""
    return Calendar().monthdatescalendar(day.year, day.month)
