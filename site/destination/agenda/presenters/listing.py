"""The filtered agenda put in order: pages of days, weeks, months, points of the map."""

from bisect import bisect_right
from calendar import Calendar
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import accumulate

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.slugs import slug_of
from common.translations import texts_of
from destination.agenda.facets import AgendaRows, index
from destination.agenda.filters import AgendaFilters
from destination.agenda.models import Event, EventTranslation, Occurrence, is_over, state_on
from destination.agenda.presenters.event_cards import (
    card,
    events_by_id,
    occurrences_by_event,
    on_day,
    place_of_dates,
    prices_in_words,
    times_in_words,
    until_in_words,
)
from destination.places.models import Place
from destination.places.presenters.distances import away_in_words

ROWS_PER_PAGE = 20
# What goes on now stays above the days: a few lines, the others one click away.
ONGOING_SHOWN = 4
MONTH_SHOWN = 3
WEEK_SHOWN = 8
# Folded below today: a reader looks for what was on this morning, not for the whole day of a big town.
OVER_SHOWN = 20
# More points than these hide each other, and a phone draws them slowly.
MOST_POINTS = 150


@dataclass
class Day:
    """A day of the list; `over` are the events of today that are over, in short, `over_count` how many there are."""

    date: date
    count: int  # events of the whole day, beyond what this page shows
    rows: list[dict]
    over: list[dict] = field(default_factory=list)
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
        days = self.events.days
        counted = {
            day: (self._bits_of(day) & bits).bit_count() + len(self._beginning.get(day, ()))
            for day, bits in days.items()
            if self.first <= day <= self.last
        }
        counted |= {day: len(ids) for day, ids in self._beginning.items() if day not in days}
        return sorted((day, number) for day, number in counted.items() if number)

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
        """Those that have begun on the first of these days: « En ce moment »."""
        return [pk for pk in self.ongoing_ids if self._lasting[pk][0] <= self.first]

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
        """The days of the page and, on the first page, what goes on now and what is over today: seven queries."""
        ids_by_day = {} if self.filters.ongoing else self._ids_of_page()
        ongoing = self._ongoing_of_page()
        over = [] if self.filters.ongoing or self.page.number > 1 else self.over_today()
        shown_over = over[:OVER_SHOWN]
        if over:
            ids_by_day = {self.today: ids_by_day.get(self.today, []), **ids_by_day}
        ids = {pk for members in ids_by_day.values() for pk in members} | {*ongoing}
        events, briefs = events_by_id(ids, self.user), briefs_of(shown_over, self.user) if over else {}
        first, last = (min(ids_by_day), max(ids_by_day)) if ids_by_day else (self.first, self.first)
        times = occurrences_by_event({*ids, *shown_over}, min(first, self.first), max(last, self.first))
        now, numbers = timezone.now(), dict(self.dated)
        self.away = self._away(ids)
        days = [
            Day(day, numbers.get(day, 0), [self.line(events[pk], times[pk], day, now) for pk in members if pk in events])
            for day, members in ids_by_day.items()
        ]
        if over:
            days[0].over_count = len(over)
            days[0].over = [_in_short(briefs[pk], times[pk], self.today, now) for pk in shown_over if pk in briefs]
        return days, [self._ongoing_row(events[pk], times[pk], now) for pk in ongoing if pk in events]

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
        events, times, now = events_by_id(ids, self.user), occurrences_by_event(ids, self.first, self.first), timezone.now()
        return [self._ongoing_row(events[pk], times[pk], now) for pk in ids if pk in events]

    def line(self, event, occurrences, day, now) -> dict:
        return card(event, on_day(occurrences, day), day, now) | {"away": self.away.get(event.pk, "")}

    def _away(self, ids) -> dict[int, str]:
        """How far each of these events is from the position of the filters, in words."""
        near = self.filters.near.located(self.events.communes) if self.filters.near else None
        if near is None:
            return {}
        distances = self.events.distances(near, ids)
        return {pk: away_in_words(distance) for pk, distance in distances.items()}

    def _ongoing_row(self, event, occurrences, now) -> dict:
        # Of something daily, the dates of the first day may be over: it goes on.
        going_on = [occurrence for occurrence in occurrences if not is_over(occurrence, now)]
        line = card(event, going_on, self.first, now)
        last = self._lasting[event.pk][1]
        return line | {"time": until_in_words(last, get_language()), "date": last, "away": self.away.get(event.pk, "")}

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
        if days[0] == self.first == self.today:  # a calendar shows the whole day
            members[days[0]] = self.over_today() + members[days[0]]
        briefs = briefs_of({pk for ids in members.values() for pk in ids[:limit]}, self.user)
        times, now = occurrences_by_event(briefs, days[0], days[-1]), timezone.now()
        return [
            {
                "date": day,
                "is_today": day == self.today,
                "is_past": day < self.today,
                "count": len(ids),
                "more": max(len(ids) - limit, 0),
                "events": [_in_short(briefs[pk], times[pk], day, now) for pk in ids[:limit] if pk in briefs],
            }
            for day, ids in members.items()
        ]

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
        briefs, away = briefs_of(soonest, self.user), self._away(soonest)
        said_of_date = self.events.among(self.events.having("state of a date", True), soonest)
        times = _times_on({pk: dates[pk] for pk in said_of_date})
        elsewhere = {pk: where for pk, each in times.items() if (where := place_of_dates(each))}
        others = Place.objects.named(set(elsewhere.values()))
        points = []
        for pk in soonest:
            brief = briefs.get(pk)
            if brief and pk in elsewhere:
                brief = _at_place(brief, others.get(elsewhere[pk]))
            if brief and brief["latitude"] is not None:
                state = state_on(brief["stored_state"], times.get(pk, ()))
                if not state.is_online:
                    words = {"date": dates[pk], "away": away.get(pk, ""), "state": state.component, "state_words": state.label}
                    points.append(brief | words)
        return points


def with_times_and_prices(points: list[dict]) -> list[dict]:
    """The same points (of `Listing.points`) with `time`, `price` and `free`, in two queries."""
    if not points:
        return points
    ids, days = [point["pk"] for point in points], [point["date"] for point in points]
    times = occurrences_by_event(ids, min(days), max(days))
    rows = Event.objects.filter(pk__in=ids).values_list("pk", "free", "prices", named=True)
    events = {row.pk: row for row in rows}
    language = get_language()
    for point in points:
        event = events.get(point["pk"])
        point["time"] = times_in_words(on_day(times[point["pk"]], point["date"]), point["date"], language)
        point["price"] = prices_in_words(event) if event else ""
        point["free"] = bool(event and event.free)
    return points


def _in_short(brief: dict, occurrences: list[Occurrence], day: date, now: datetime) -> dict:
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


def _at_place(brief: dict, place: Place | None) -> dict:
    """The event in short where its date moved; in the middle of its commune where that place is not known."""
    if place is None:
        return brief | dict(zip(("latitude", "longitude"), brief["town"], strict=True))
    return brief | {"place": place.commune.name, "latitude": place.latitude, "longitude": place.longitude}


def _times_on(days: dict[int, date]) -> dict[int, list[Occurrence]]:
    """The dates of each event on its day. To be asked of the few of which something is said of a date."""
    if not days:
        return {}
    times = occurrences_by_event(days, min(days.values()), max(days.values()))
    return {pk: on_day(times[pk], day) for pk, day in days.items()}


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
        is_somewhere = facts["state"] != Event.State.MOVED_ONLINE
        briefs[pk] = {
            "pk": pk,
            "title": title,
            "lang": words.language if words and words.language != language else "",
            # What `Event.get_absolute_url` gives, without resolving hundreds of times.
            "url": f"{base}{slug_of(title, 'evenement')}-{pk}/",
            "stored_state": facts["state"],
            "place": facts["commune__name"] or "",
            "town": (facts["commune__latitude"], facts["commune__longitude"]),
            "latitude": facts["spot_latitude"] if at_place else facts["commune__latitude"] if is_somewhere else None,
            "longitude": facts["spot_longitude"] if at_place else facts["commune__longitude"] if is_somewhere else None,
        }
    return briefs


def week_of(day: date) -> list[date]:
    """The seven days from Monday."""
    monday = day - timedelta(days=day.weekday())
    return [monday + timedelta(days=number) for number in range(7)]


def month_of(day: date) -> list[list[date]]:
    """The weeks that hold the month's days."""
    return Calendar().monthdatescalendar(day.year, day.month)
