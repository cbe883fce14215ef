"""The published agenda as sets of events: what filters, counts and orders it (see `common.facets`)."""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from functools import reduce
from itertools import chain
from math import cos, hypot, radians
from operator import or_

from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import Organisation, Territory
from common.facets.index import FacetIndex
from common.facets.rows import FacetRows, Row, all_of, positions_in
from common.filters import Near
from destination.agenda.filters import ANY_ACCESS, SHORTCUTS, AgendaFilters, shortcut_bounds
from destination.agenda.models import Category, Event, Occurrence

# Further back only the pages of the events remain.
PAST_DAYS = 400
# What lasts longer is listed once, « jusqu’au … », instead of on each day.
LONG_DAYS = 7
KM_PER_DEGREE = 111.2
# The facets whose values have a number beside them.
COUNTED = ("category", "commune", "free", "family", "access", "setting", "audience")
MOST_PERIODS = 256
# An entry of a day: the minute at which the event begins, then its position in the lower bits.
POSITION_BITS = 24
POSITION = (1 << POSITION_BITS) - 1


class AgendaRows(FacetRows):
    """The rows are the published events, in no order of their own. `long` has those that last for more than LONG_DAYS, as
    (first day, last day, position); the others stand in the facet "day" and, in the order of their hours, in `on_day`."""

    def gather(self) -> None:
        self.first_day = timezone.localdate() - timedelta(days=PAST_DAYS)
        self.categories = list(Category.objects.all())
        self.communes = list(Territory.objects.defer("outline", "presentation"))
        self.organisations = list(Organisation.objects.only("slug", "name"))
        self._codes = {category.pk: category.code for category in self.categories}
        self._communes = {commune.pk: commune for commune in self.communes}
        self._organisations = {organisation.pk: organisation.slug for organisation in self.organisations}
        self._days: dict[date, array] = {}
        self.long: list[tuple[date, date, int]] = []

    def queryset(self) -> QuerySet:
        return Event.objects.published().filter(last_day__gte=self.first_day)

    def read(self, ids: Collection[int] | None) -> Iterator[Row]:
        codes, with_cancelled_date = self._codes_of(ids), self._with_cancelled_date(ids)
        columns = (
            "pk", "commune_id", "organisation_id", "free", "family", "accessibility", "setting", "audience",
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
            facets += [("setting", value) for value in (("indoors", "outdoors") if setting == "both" else (setting,)) if value]
            if latitude is not None and longitude is not None:
                facets.append(("spot", (latitude, longitude)))
            facets += [("cancelled", True)] if state == Event.State.CANCELLED else []
            facets += [("cancelled date", True)] if pk in with_cancelled_date else []
            yield Row(pk, facets)

    def _codes_of(self, ids: Collection[int] | None) -> dict[int, list[str]]:
        links = Event.categories.through.objects.order_by()
        links = links if ids is None else links.filter(event__in=ids)
        codes: dict[int, list[str]] = defaultdict(list)
        for event, category in links.values_list("event_id", "category_id"):
            if category in self._codes:
                codes[event].append(self._codes[category])
        return codes

    def _with_cancelled_date(self, ids: Collection[int] | None) -> set[int]:
        """The events of which one date at least does not take place."""
        dates = Occurrence.objects.filter(cancelled=True)
        dates = dates if ids is None else dates.filter(event__in=ids)
        return set(dates.order_by().values_list("event_id", flat=True))

    def follow(self, ids: Collection[int] | None, before: "AgendaRows | None") -> None:
        self._periods: dict[tuple[date, date], int] = {}
        removed_bits = before.of_ids(ids) if before else 0
        gone, emptied = (
            set(positions_in(removed_bits)),
            [day for day, bits in before.facets["day"].items() if bits & removed_bits] if before else [],
        )
        self.long = [entry for entry in self.long if entry[2] not in gone]
        entries = self._entries(ids)
        days = dict(self._days)
        for day in {*emptied, *entries}:
            others = [entry for entry in days.get(day, ()) if entry & POSITION not in gone]
            days[day] = array("Q", sorted([*others, *(minute << POSITION_BITS | at for at, minute in entries[day].items())]))
            self.add("day", day, self.bits(entries[day]))
        self._days = {day: members for day, members in sorted(days.items()) if members}
        sets = self.facets.get("day", {})
        self.facets["day"] = {day: sets[day] for day in self._days}
        self.last_day = max(chain(self._days, (last for _, last, _ in self.long)), default=self.first_day)

    def _entries(self, ids: Collection[int] | None) -> dict[date, dict[int, int]]:
        """The days of these events: day → position → first minute; the long ones go to `long`."""
        entries: dict[date, dict[int, int]] = defaultdict(dict)
        occurrences = Occurrence.objects.published().from_day(self.first_day).order_by("starts_at", "pk")
        occurrences = occurrences if ids is None else occurrences.filter(event__in=ids)
        rows = occurrences.values_list("event_id", "day", "last_day", "starts_at")
        for event, day, last_day, starts_at in rows.iterator(chunk_size=5000):
            position = self.positions.get(event)
            if position is None:
                continue
            if (last_day - day).days >= LONG_DAYS:
                self.long.append((day, last_day, position))
                continue
            minute = max(int(starts_at.timestamp() // 60), 0)
            for number in range((last_day - day).days + 1):
                entries[day + timedelta(days=number)].setdefault(position, minute)
        return entries

    # ---- when --------------------------------------------------------------------------------------------------
    @property
    def days(self) -> dict[date, int]:
        """The events of each day that has some, in the order of the days."""
        return self.facets["day"]

    def in_order(self, day: date) -> Iterator[int]:
        """The positions of a day's events, in the order of their hours."""
        return (entry & POSITION for entry in self._days.get(day, ()))

    def bounds(self, filters: AgendaFilters) -> tuple[date, date]:
        today = timezone.localdate()
        return filters.bounds(today, max(today, self.last_day))

    def between(self, first: date, last: date) -> int:
        """The events that take place on one of these days at least."""
        if (first, last) not in self._periods:
            if len(self._periods) >= MOST_PERIODS:
                self._periods.clear()
            days = (bits for day, bits in self.days.items() if first <= day <= last)
            self._periods[first, last] = reduce(or_, days, self.ongoing(first, last))
        return self._periods[first, last]

    def ongoing(self, first: date, last: date) -> int:
        """The long events that touch these days."""
        return self.bits({position for day, last_day, position in self.long if last_day >= first and day <= last})

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


index = FacetIndex("agenda", AgendaRows)
