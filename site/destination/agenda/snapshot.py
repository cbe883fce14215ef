"""The published agenda as sets of bits in the memory of the process, so that counting costs microseconds.

Each published event is a row, a day is a set of bits too (see `common.in_memory`). The snapshot is made anew when the agenda has
changed (`AgendaChange`) and at midnight.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache, reduce
from math import cos, radians
from operator import or_

from django.utils import timezone

from accounts.models import Organisation, Territory
from common.in_memory import Latest, Rows
from destination.agenda.filters import ANY_ACCESS, SHORTCUTS, AgendaFilters, Near, shortcut_bounds
from destination.agenda.models import AgendaChange, Category, Event, Occurrence

# Further back only the pages of the events remain.
PAST_DAYS = 400
# What lasts longer is said once, « jusqu’au … », instead of on each day.
LONG_DAYS = 7
KM_PER_DEGREE = 111.2


class Snapshot(Rows):
    """The rows are the published events, in no order of their own."""

    def __init__(self, today: date):
        self.today = today
        self.first_day = today - timedelta(days=PAST_DAYS)
        self.categories = list(Category.objects.all())
        self.communes = list(Territory.objects.filter(events__isnull=False).distinct().defer("outline", "presentation"))
        self.organisations = list(Organisation.objects.filter(events__isnull=False).distinct().only("slug", "name"))
        self.facets: dict[tuple, int] = defaultdict(int)
        self.spots: dict[tuple[float, float], int] = defaultdict(int)  # (latitude, longitude) → bits
        self._read_events()
        self._read_categories()
        self._read_occurrences()
        self.between = lru_cache(maxsize=256)(self._between)

    def _published(self):
        return Event.objects.published().filter(last_day__gte=self.first_day)

    def _read_events(self):
        communes = {commune.pk: commune for commune in self.communes}
        organisations = {organisation.pk: organisation.slug for organisation in self.organisations}
        rows = self._published().with_spot().order_by("pk").values_list(
            "pk", "commune_id", "organisation_id", "free", "family", "accessibility", "setting", "audience",
            "spot_latitude", "spot_longitude", "state",
        )  # fmt: skip
        rows = list(rows)
        super().__init__(facts[0] for facts in rows)
        gathered, cancelled = defaultdict(list), []
        for position, facts in enumerate(rows):
            pk, commune, organisation, free, family, access, setting, audience, latitude, longitude, state = facts
            keys = [("audience", audience)]
            if commune in communes:
                keys.append(("commune", communes[commune].slug))
                if latitude is None:
                    latitude, longitude = communes[commune].latitude, communes[commune].longitude
            if organisation in organisations:
                keys.append(("organisation", organisations[organisation]))
            keys += [("free", "")] if free else []
            keys += [("family", "")] if family else []
            keys += [("access", kind) for kind in access]
            keys += [("access", ANY_ACCESS)] if access else []
            if setting:
                keys += [("setting", each) for each in (("indoors", "outdoors") if setting == "both" else (setting,))]
            if latitude is not None and longitude is not None:
                keys.append(("spot", latitude, longitude))
            if state == Event.State.CANCELLED:
                cancelled.append(position)
            for key in keys:
                gathered[key].append(position)
        self.cancelled = self.bits(cancelled)
        for key, members in gathered.items():
            target, key = (self.spots, key[1:]) if key[0] == "spot" else (self.facets, key)
            target[key] = self.bits(members)

    def _read_categories(self):
        codes = {category.pk: category.code for category in self.categories}
        gathered = defaultdict(list)
        for event, category in Event.categories.through.objects.values_list("event_id", "category_id"):
            if event in self.positions:
                gathered["category", codes[category]].append(self.positions[event])
        for key, members in gathered.items():
            self.facets[key] = self.bits(members)

    def _read_occurrences(self):
        """`days`: events of each day in the order of their hours; `long`: what lasts for more than LONG_DAYS."""
        days: dict[date, dict[int, None]] = defaultdict(dict)
        self.long: list[tuple[date, date, int]] = []
        rows = Occurrence.objects.published().from_day(self.first_day).order_by("starts_at", "pk")
        for event, day, last_day in rows.values_list("event_id", "day", "last_day").iterator(chunk_size=5000):
            position = self.positions.get(event)
            if position is None:
                continue
            if day == last_day:
                days[day][position] = None
            elif (last_day - day).days >= LONG_DAYS:
                self.long.append((day, last_day, position))
            else:
                for number in range((last_day - day).days + 1):
                    days[day + timedelta(days=number)][position] = None
        self.days = {day: tuple(members) for day, members in sorted(days.items())}
        self.day_bits = {day: self.bits(members) for day, members in self.days.items()}
        self.last_day = max([*self.days, *(last for _, last, _ in self.long), self.today])

    # ---- who ---------------------------------------------------------------------------------------------------
    def visible_to(self, user) -> int:
        """The events that `user` may see, by the rule of `common.access` itself."""
        return self.seen_by(user, self._published())

    # ---- when --------------------------------------------------------------------------------------------------
    def _between(self, first: date, last: date) -> int:
        """The events that take place on one of these days at least."""
        return reduce(or_, (bits for day, bits in self.day_bits.items() if first <= day <= last), self.ongoing(first, last))

    def ongoing(self, first: date, last: date) -> int:
        """The long events that touch these days."""
        return self.bits(position for day, last_day, position in self.long if last_day >= first and day <= last)

    # ---- what --------------------------------------------------------------------------------------------------
    def near(self, near: Near) -> int:
        """The events within the radius, on a flat earth: exact enough over a hundred kilometres."""
        scale = cos(radians(near.latitude))
        reach = (near.radius / KM_PER_DEGREE) ** 2
        close = (
            bits
            for (latitude, longitude), bits in self.spots.items()
            if (latitude - near.latitude) ** 2 + ((longitude - near.longitude) * scale) ** 2 <= reach
        )
        return reduce(or_, close, 0)

    def conditions(self, filters: AgendaFilters) -> dict[str, int]:
        """One set of bits for each filter that is on; all of them must hold."""
        asked = {}
        if filters.communes:
            asked["commune"] = self.any_of("commune", filters.communes)
        if filters.categories:
            asked["category"] = self.any_of("category", filters.categories)
        for kind in filters.access:
            asked[f"access {kind}"] = self.facets.get(("access", kind), 0)
        for name in ("free", "family"):
            if getattr(filters, name):
                asked[name] = self.facets.get((name, ""), 0)
        for name in ("setting", "organisation", "audience"):
            if value := getattr(filters, name):
                asked[name] = self.facets.get((name, value), 0)
        if filters.near:
            asked["near"] = self.near(filters.near)
        return asked

    def any_of(self, facet: str, values: Iterable[str]) -> int:
        return reduce(or_, (self.facets.get((facet, value), 0) for value in values), 0)

    def matching(self, filters: AgendaFilters, user, leave_out: str = "") -> int:
        """The events that `user` may see and that pass the filters, days apart; `leave_out` ignores one of them."""
        found = self.visible_to(user)
        for name, bits in self.conditions(filters).items():
            if name != leave_out:
                found &= bits
        return found

    def bounds(self, filters: AgendaFilters) -> tuple[date, date]:
        return filters.bounds(self.today, self.last_day)

    def counts(self, filters: AgendaFilters, user) -> dict[tuple, int]:
        """How many events each value would give beside the other filters, keyed (facet, value)."""
        when = self.between(*self.bounds(filters))
        asked = self.conditions(filters)
        visible = self.visible_to(user)
        found = {}
        for (facet, value), bits in self.facets.items():
            name = f"access {value}" if facet == "access" else facet
            rest = reduce(int.__and__, (each for key, each in asked.items() if key != name), visible)
            found[facet, value] = (bits & rest & when).bit_count()
        rest = reduce(int.__and__, asked.values(), visible)
        for word in SHORTCUTS:
            found["day", word] = (rest & self.between(*shortcut_bounds(word, self.today))).bit_count()
        found["total", ""] = (rest & when).bit_count()
        return found


latest = Latest(Snapshot)


def current_snapshot() -> Snapshot:
    """The snapshot of now: one query, or six more when the agenda has changed since."""
    return latest.of(AgendaChange.version(), timezone.localdate())
