"""The published agenda as sets of events: what filters, counts and orders it (see `common.facets`)."""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import reduce
from itertools import chain, islice
from math import cos, hypot, radians
from operator import attrgetter, or_
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import Organisation, Territory
from common.facets.index import FacetIndex
from common.facets.rows import FacetRows, Row, all_of, positions_in
from common.filters import Near
from destination.agenda.filters import ANY_ACCESS, SHORTCUTS, AgendaFilters, shortcut_bounds
from destination.agenda.models import Category, Event, Occurrence
from destination.places.choices import settings_found

# Further back only the pages of the events remain.
PAST_DAYS = 400
# What lasts longer is listed once, « jusqu’au … », instead of on each day: one date of many days, or many dates of which five
# days out of seven have one (an exhibition closed on Mondays, a tour from Monday to Friday), with no pause of more than two days.
LONG_DAYS = 7
DAILY, OUT_OF = 5, 7
LONGEST_STEP = 3
KM_PER_DEGREE = 111.2
# The facets whose values have a number beside them.
COUNTED = ("category", "commune", "free", "family", "access", "setting", "audience")
MOST_PERIODS = 256
# An entry of a day: the minute at which the event begins, then its position in the lower bits.
POSITION_BITS = 24
POSITION = (1 << POSITION_BITS) - 1
# A date without an end hour is over when its day is: no minute of the day comes after this one.
NEVER = (1 << 39) - 1
# day → position → minute
DayEntries = dict[date, dict[int, int]]


class Long(NamedTuple):
    """What lasts for more than LONG_DAYS; `until` is the minute at which it ends for good."""

    first_day: date
    last_day: date
    position: int
    until: int


class Published(NamedTuple):
    """When an event was published first; the latest stand at the end."""

    at: datetime
    pk: int
    position: int
    last_day: date
    author_id: int | None


class AgendaRows(FacetRows):
    """The rows are the published events, in no order of their own. `long` has those that last; the others stand in the facet
    "day" and, in the order of their hours, in `in_order`. The days of what is daily are in the facet "daily day"."""

    def gather(self) -> None:
        self.first_day = timezone.localdate() - timedelta(days=PAST_DAYS)
        self.categories = list(Category.objects.all())
        self.communes = list(Territory.objects.defer("outline", "presentation"))
        self.organisations = list(Organisation.objects.only("slug", "name", "translated_names"))
        self.names = object()  # stands for these names: the same as long as none of them was read again
        self._codes = {category.pk: category.code for category in self.categories}
        self._communes = {commune.pk: commune for commune in self.communes}
        self._organisations = {organisation.pk: organisation.slug for organisation in self.organisations}
        self._days: dict[date, array] = {}
        self._ends: dict[date, array] = {}  # day → the minute at which an event is over for that day, and its position
        self.long: list[Long] = []
        self._published: list[Published] = []

    def queryset(self) -> QuerySet:
        return Event.objects.published().filter(last_day__gte=self.first_day)

    def read(self, ids: Collection[int] | None) -> Iterator[Row]:
        codes, with_state_of_a_date = self._codes_of(ids), self._with_state_of_a_date(ids)
        columns = (
            "pk", "commune_id", "organisation_id", "free", "family", "accessibility", "shown_setting", "audience",
            "spot_latitude", "spot_longitude", "state",
        )  # fmt: skip
        for pk, commune_id, organisation_id, free, family, access, setting, audience, latitude, longitude, state in (
            self.rows_of(ids).with_spot().order_by("pk").values_list(*columns)
        ):
            facets = [("audience", audience), *(("category", code) for code in codes.get(pk, ()))]
            if commune := self._communes.get(commune_id):
                facets.append(("commune", commune.slug))
                if latitude is None:
                    latitude, longitude = commune.latitude, commune.longitude
            if organisation := self._organisations.get(organisation_id):
                facets.append(("organisation", organisation))
            facets += [("free", True)] if free else []
            facets += [("family", True)] if family else []
            facets += [("access", kind) for kind in access]
            facets += [("access", ANY_ACCESS)] if access else []
            facets += [("setting", value) for value in settings_found(setting)]
            if latitude is not None and longitude is not None and state != Event.State.MOVED_ONLINE:
                facets.append(("spot", (latitude, longitude)))
            facets += [("cancelled", True)] if state == Event.State.CANCELLED else []
            facets += [("state of a date", True)] if pk in with_state_of_a_date else []
            yield Row(pk, facets)

    def _codes_of(self, ids: Collection[int] | None) -> dict[int, list[str]]:
        links = Event.categories.through.objects.order_by()
        links = links if ids is None else links.filter(event__in=ids)
        codes: dict[int, list[str]] = defaultdict(list)
        for event, category in links.values_list("event_id", "category_id"):
            if category in self._codes:
                codes[event].append(self._codes[category])
        return codes

    def _with_state_of_a_date(self, ids: Collection[int] | None) -> set[int]:
        """The events of which something is said of one date at least: that it is cancelled, full, elsewhere."""
        dates = Occurrence.objects.exclude(state="", cancelled=False)
        dates = dates if ids is None else dates.filter(event__in=ids)
        return set(dates.order_by().values_list("event_id", flat=True))

    def follow(self, ids: Collection[int] | None, before: "AgendaRows | None") -> None:
        self._periods: dict[tuple[date, date], int] = {}
        removed_bits = before.of_ids(ids) if before else 0
        gone, emptied = (
            set(positions_in(removed_bits)),
            [day for day, bits in before.facets["day"].items() if bits & removed_bits] if before else [],
        )
        self.long = [entry for entry in self.long if entry.position not in gone]
        entries, ends, daily = self._entries(ids)
        self._days = _replaced(self._days, entries, gone, emptied)
        for day, members in entries.items():
            self.add("day", day, self.bits(members))
        sets = self.facets.get("day", {})
        self.facets["day"] = {day: sets[day] for day in self._days}
        self._ends = _replaced(self._ends, ends, gone, self._ends)
        for day, positions in daily.items():
            self.add("daily day", day, self.bits(positions))
        self._published = sorted([*(entry for entry in self._published if entry.position not in gone), *self._publications(ids)])
        self._last_news: tuple[tuple, int] | None = None
        self._over: dict[tuple[date, int], int] = {}
        self.last_day = max(chain(self._days, (entry.last_day for entry in self.long)), default=self.first_day)

    def _publications(self, ids: Collection[int] | None) -> Iterator[Published]:
        rows = self.rows_of(ids).exclude(first_published_at=None)
        for pk, at, last_day, author in rows.values_list("pk", "first_published_at", "last_day", "author_id"):
            if (position := self.positions.get(pk)) is not None:
                yield Published(at, pk, position, last_day, author)

    def _entries(self, ids: Collection[int] | None) -> tuple[DayEntries, DayEntries, dict[date, set[int]]]:
        """The days of these events: day → position → first minute, and the minute at which it is over; what lasts goes to `long`,
        the days of what is daily to the third."""
        entries: DayEntries = defaultdict(dict)
        ends: DayEntries = defaultdict(dict)
        plain_days: dict[int, list[date]] = defaultdict(list)  # the days of which nothing is said, by position
        occurrences = Occurrence.objects.published().from_day(self.first_day).order_by("starts_at", "pk")
        occurrences = occurrences if ids is None else occurrences.filter(event__in=ids)
        rows = occurrences.values_list("event_id", "day", "last_day", "starts_at", "ends_at", "state", "cancelled")
        yesterday = timezone.localdate() - timedelta(days=1)
        for event, day, last_day, starts_at, ends_at, state, cancelled in rows.iterator(chunk_size=5000):
            position = self.positions.get(event)
            if position is None:
                continue
            until = _minute(ends_at) if ends_at else NEVER
            if (last_day - day).days >= LONG_DAYS:
                self.long.append(Long(day, last_day, position, until))
                continue
            minute = _minute(starts_at)
            for number in range((last_day - day).days + 1):
                here = day + timedelta(days=number)
                entries[here].setdefault(position, minute)
                if not state and not cancelled:
                    plain_days[position].append(here)
                if here >= yesterday:
                    ends[here][position] = max(ends[here].get(position, 0), until if here == last_day else NEVER)
        daily: dict[date, set[int]] = defaultdict(set)
        for position, days in plain_days.items():
            for run in daily_runs(days):
                self.long.append(Long(run[0], run[-1], position, ends[run[-1]].get(position, NEVER)))
                for day in run:
                    daily[day].add(position)
                    del entries[day][position]
        return entries, ends, daily

    # ---- when --------------------------------------------------------------------------------------------------
    @property
    def days(self) -> dict[date, int]:
        """The events of each day that has some, in the order of the days."""
        return self.facets["day"]

    def in_order(self, day: date) -> Iterator[int]:
        """The positions of a day's events, in the order of their hours."""
        return (entry & POSITION for entry in self._days.get(day, ()))

    def daily_since(self, day: date) -> list[int]:
        """The ids of what is daily and has begun before this day."""
        daily = self.facets.get("daily day", {})
        begun = (each for each in self.long if each.first_day < day <= each.last_day)
        return [self.ids[each.position] for each in begun if daily.get(each.first_day, 0) >> each.position & 1]

    def over_now(self) -> int:
        """The events whose dates of today are all over at this minute, though they may have others."""
        now = timezone.now()
        day = timezone.localdate(now)
        ends = self._ends.get(day, ())
        number = bisect_right(ends, _minute(now) << POSITION_BITS | POSITION)
        if (day, number) not in self._over:
            self._over = {(day, number): self.bits(entry & POSITION for entry in ends[:number])}
        return self._over[day, number]

    def bounds(self, filters: AgendaFilters) -> tuple[date, date]:
        today = timezone.localdate()
        return filters.bounds(today, max(today, self.last_day))

    def between(self, first: date, last: date) -> int:
        """The events that take place on one of these days at least; from today on, those of today that are over left out."""
        if first != timezone.localdate():
            return self._touching(first, last)
        remaining = self._touching(first, first) & ~self.over_now()
        return remaining | self._touching(first + timedelta(days=1), last) if last > first else remaining

    def _touching(self, first: date, last: date) -> int:
        if (first, last) not in self._periods:
            if len(self._periods) >= MOST_PERIODS:
                self._periods.clear()
            sets = (self.days, self.facets.get("daily day", {}))
            days = (bits for days in sets for day, bits in days.items() if first <= day <= last)
            self._periods[first, last] = reduce(or_, days, self._lasting(first, last))
        return self._periods[first, last]

    def _lasting(self, first: date, last: date) -> int:
        """The events that have a date of many days which touches these days; what is daily has days of its own."""
        daily = self.facets.get("daily day", {})
        lasting = (entry for entry in self.long if entry.last_day >= first and entry.first_day <= last)
        return self.bits({each.position for each in lasting if not daily.get(each.first_day, 0) >> each.position & 1})

    def new_to(self, reader, since: datetime) -> int:
        """The events of others that this reader may see and that are not over, published after this moment."""
        key = reader.pk, since, timezone.localdate()
        news = self._last_news
        if news is None or news[0] != key:  # asked several times for one page
            first = bisect_right(self._published, since, key=attrgetter("at"))
            latest = (each for each in self._published[first:] if each.last_day >= key[2] and each.author_id != reader.pk)
            news = self._last_news = key, self.bits(each.position for each in latest)
        return news[1] & self.visible_to(reader)

    def latest_of(self, bits: int, number: int) -> list[int]:
        """The ids of those of a set that were published last, the last first."""
        latest = (each.pk for each in reversed(self._published) if bits >> each.position & 1)
        return list(islice(latest, number)) if bits else []

    # ---- what --------------------------------------------------------------------------------------------------
    def near(self, near: Near) -> int:
        """The events within the radius."""
        return reduce(or_, (bits for distance, bits in self._spots_around(near)), 0)

    def distances(self, near: Near, ids: Collection[int]) -> dict[int, float]:
        """How far those of these events that lie within the radius are, in kilometres."""
        wanted = self.of_ids(ids)
        distances = ((distance, bits & wanted) for distance, bits in self._spots_around(near))
        return {self.ids[position]: distance for distance, bits in distances for position in positions_in(bits)}

    def _spots_around(self, near: Near) -> Iterator[tuple[float, int]]:
        """The distance in kilometres of each spot within the radius, and its events; on a flat earth, which is exact enough
        over a hundred kilometres."""
        scale = cos(radians(near.latitude))
        for (latitude, longitude), bits in self.facets.get("spot", {}).items():
            distance = hypot(latitude - near.latitude, (longitude - near.longitude) * scale) * KM_PER_DEGREE
            if distance <= near.radius:
                yield distance, bits

    def conditions(self, filters: AgendaFilters) -> dict[str, int]:
        """One set for each filter that is on, days apart; an event must be in all of them."""
        conditions = {}
        if filters.communes:
            conditions["commune"] = self.having("commune", *filters.communes)
        if filters.categories:
            conditions["category"] = self.having("category", *filters.categories)
        for kind in filters.access:
            conditions[f"access {kind}"] = self.having("access", kind)
        for name in ("free", "family", "setting", "organisation", "audience"):
            if value := getattr(filters, name):
                conditions[name] = self.having(name, value)
        if filters.near and (near := filters.near.located(self.communes)):
            conditions["near"] = self.near(near)
        return conditions

    def matching(self, filters: AgendaFilters, user) -> int:
        """The events that `user` may see and that pass the filters, days apart."""
        return all_of(self.visible_to(user), self.conditions(filters))

    def counts(self, filters: AgendaFilters, user) -> dict[tuple, int]:
        """How many events each value would give beside the other filters, keyed (facet, value)."""
        when, visible, conditions = self.between(*self.bounds(filters)), self.visible_to(user), self.conditions(filters)
        matches = all_of(visible, conditions)
        counts = {}
        for facet in COUNTED:
            beside = all_of(visible, conditions, facet) & when
            for value, bits in self.facets.get(facet, {}).items():
                if f"access {value}" in conditions and facet == "access":
                    counts[facet, value] = (bits & all_of(visible, conditions, f"access {value}") & when).bit_count()
                else:
                    counts[facet, value] = (bits & beside).bit_count()
        today = timezone.localdate()
        for word in SHORTCUTS:
            counts["day", word] = (matches & self.between(*shortcut_bounds(word, today))).bit_count()
        counts["total", ""] = (matches & when).bit_count()
        return counts


def daily_runs(days: list[date]) -> Iterator[list[date]]:
    """Those of these days that make something daily: see LONG_DAYS. Each run in order, without repetition."""
    run: list[date] = []
    for day in [*sorted(set(days)), date.max]:
        if run and (day - run[-1]).days > LONGEST_STEP:
            length = (run[-1] - run[0]).days + 1
            if length > LONG_DAYS and len(run) * OUT_OF >= length * DAILY:
                yield run
            run = []
        run.append(day)


def _minute(moment: datetime) -> int:
    return max(int(moment.timestamp() // 60), 0)


def _replaced(days: dict[date, array], entries: DayEntries, gone: set[int], emptied: Iterable[date]) -> dict[date, array]:
    """`days` with these entries in the place of those of the positions that are gone; each day in order."""
    result = dict(days)
    for day in {*emptied, *entries}:
        others = [entry for entry in result.get(day, ()) if entry & POSITION not in gone]
        result[day] = array("Q", sorted([*others, *(minute << POSITION_BITS | at for at, minute in entries[day].items())]))
    return {day: members for day, members in sorted(result.items()) if members}


index = FacetIndex("agenda", AgendaRows)
