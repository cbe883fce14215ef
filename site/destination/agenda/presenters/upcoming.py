"""What takes place next, as lines or tiles: the embedded list, the front pages, the pages of places and communes, the feeds.

Each event stands once, on its next date. What is over, and dates that are cancelled or postponed, are left out; an event
cancelled as a whole stays, struck through (`models.is_upcoming`).
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime

from django.db.models import Min, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from accounts.models import Territory
from common.facets.rows import all_of, positions_in
from common.statements import rows_for
from destination.agenda.facets import AgendaRows, index
from destination.agenda.filters import AgendaFilters
from destination.agenda.models import Event, EventState, Occurrence, StateCode, is_upcoming, state_of
from destination.agenda.presenters.event_cards import ListedDate, ListedEvent, card, listed_dates, listed_events, on_day
from destination.agenda.presenters.listing import Listing
from destination.agenda.schedule.sentences import day_in_words
from destination.places.models import Place

AT_PLACE_SHOWN = 4
# Enough rows to find different events even where a daily one comes first.
ROWS_READ_PER_EVENT = 24
# Some of the next events are over for today, or cancelled.
ROWS_ASKED_PER_EVENT = 3

# event id → its next day (today while it lasts) and its dates of that day
NextDates = dict[int, tuple[date, list[Occurrence | ListedDate]]]


def upcoming_cards(user, limit: int = 5, **conditions) -> list[dict]:
    """The cards of the next `limit` events that `user` may see and that meet `conditions` (of `Event`)."""
    return cards_of(next_dates(Event.objects.filter(**conditions), user, limit), user)


def upcoming_cards_among(user, ids: Collection[int], limit: int = 5, **facets: Iterable) -> list[dict]:
    """The cards of the next `limit` of these events that have one of the values of each facet (`AgendaRows`)."""
    rows = index.current()
    bits = all_of(rows.visible_to(user) & rows.of_ids(ids), _with_facets(rows, facets))
    return cards_of(next_dates_among(rows, bits, limit), user) if bits else []


def dated_cards(user, limit: int = 5, **facets: Iterable) -> list[dict]:
    """The next events that have one of the values of each facet (`AgendaRows`), with the day before the hours, for lists that are
    not grouped by day."""
    return dated_lists(user, limit, cards=facets)["cards"]


def dated_lists(user, limit: int = 5, **lists: dict[str, Iterable]) -> dict[str, list[dict]]:
    """Several lists of dated cards, each with its own facets, read together: {name: cards}."""
    cards_by_list = card_lists(user, limit, **lists)
    return {name: [with_day(line, get_language()) for line in cards] for name, cards in cards_by_list.items()}


def card_lists(user, limit: int = 5, with_pictures: bool = True, **lists: dict[str, Iterable]) -> dict[str, list[dict]]:
    """`dated_lists` with the hours alone, for lists that are grouped by day."""
    rows = index.current()
    bits = {name: all_of(rows.visible_to(user), _with_facets(rows, facets)) for name, facets in lists.items()}
    dates_by_list = _next_dates_by_list(rows, bits, limit)
    events = listed_events({pk for dates in dates_by_list.values() for pk in dates}, user, with_pictures)
    return {name: _cards(dates, events) for name, dates in dates_by_list.items()}


def _with_facets(rows: AgendaRows, facets: dict[str, Iterable]) -> dict[str, int]:
    return {facet: rows.having(facet, *values) for facet, values in facets.items()}


def cards_of_listing(listing: Listing, limit: int) -> list[dict]:
    """The cards of the next `limit` events of a filtered agenda."""
    return cards_of(next_dates_of_listing(listing, limit), listing.user)


def events_at(request, place: Place) -> dict | None:
    """The next events at a place, for the page of that place (`places.sections`)."""
    return _section(request, place.commune, Event.objects.filter(place=place).exclude(state=Event.State.MOVED_ONLINE), where="")


def events_in(request, commune: Territory) -> dict | None:
    """The next events in a commune, for the page of that commune."""
    return _section(request, commune, Event.objects.filter(commune=commune))


def _section(request, territory: Territory, events: QuerySet, **dates) -> dict | None:
    """None when there is nothing to come."""
    cards = cards_of(next_dates(events, request.user, AT_PLACE_SHOWN, **dates), request.user)
    all_url = reverse("agenda:list") + AgendaFilters(communes=(territory.slug,)).query()
    return {"events": cards, "all_url": all_url} if cards else None


# ---- which dates -----------------------------------------------------------------------------------------------------
def next_dates(events: QuerySet, user, limit: int, **conditions) -> NextDates:
    """The next date of `limit` of these events that meets `conditions` (of `Occurrence`), read from the database in one query,
    soonest first."""
    return _next_dates(Occurrence.objects.filter(event__in=events.published().visible_to(user), **conditions), limit)


def _next_dates(occurrences: QuerySet, limit: int) -> NextDates:
    return _first_dates(occurrences.upcoming().order_by("starts_at", "pk")[: limit * ROWS_READ_PER_EVENT], limit)


def _first_dates(occurrences: Iterable[Occurrence | ListedDate], limit: int) -> NextDates:
    today = timezone.localdate()
    dates_by_event: NextDates = {}
    for occurrence in occurrences:
        day = max(occurrence.day, today)
        if occurrence.event_id in dates_by_event:
            if dates_by_event[occurrence.event_id][0] == day:
                dates_by_event[occurrence.event_id][1].append(occurrence)
        elif len(dates_by_event) < limit:
            dates_by_event[occurrence.event_id] = day, [occurrence]
    return dates_by_event


def next_dates_among(rows: AgendaRows, bits: int, limit: int) -> NextDates:
    """`next_dates` of these rows, however many they are: the database is asked of those of the next days alone, and of more where
    too many of them are over or cancelled."""
    number = limit * ROWS_ASKED_PER_EVENT
    while True:
        last = _day_by_which(rows, bits, number)
        soonest = bits & rows.between(timezone.localdate(), last)
        ids = [rows.ids[position] for position in positions_in(soonest)]
        # The index knows that the reader may see them, and their cards are read through `visible_to` once more.
        dates_by_event = _next_dates(Occurrence.objects.filter(event__in=ids), limit) if ids else {}
        # A date after that day may come after one of an event that was not asked for.
        timely = sum(day <= last for day, _dates in dates_by_event.values())
        if timely >= limit or last >= rows.last_day:
            return dates_by_event
        number *= 8


def _next_dates_by_list(rows: AgendaRows, lists: dict[str, int], limit: int) -> dict[str, NextDates]:
    """`next_dates_among` of each of these lists: mostly one query gives all of them."""
    last_days = {name: _day_by_which(rows, bits, limit * ROWS_ASKED_PER_EVENT) for name, bits in lists.items()}
    today, ids = timezone.localdate(), {}
    for name, bits in lists.items():
        ids[name] = {rows.ids[position] for position in positions_in(bits & rows.between(today, last_days[name]))}
    every, most = set().union(*ids.values()), limit * ROWS_READ_PER_EVENT
    read = [ListedDate._make(row) for row in rows_for(_upcoming, every, timezone.now(), slice(most))] if every else []
    dates_by_list = {}
    for name, bits in lists.items():
        dates = _first_dates((each for each in read if each.event_id in ids[name]), limit)
        timely = sum(day <= last_days[name] for day, _dates in dates.values())
        is_enough = timely >= limit or (last_days[name] >= rows.last_day and len(read) < most)
        dates_by_list[name] = dates if is_enough else next_dates_among(rows, bits, limit)
    return dates_by_list


def _upcoming(ids: Collection[int], now: datetime, part: slice) -> QuerySet:
    """`OccurrenceQuerySet.upcoming`, of today."""
    dates = Occurrence.objects.filter(event__in=ids).from_day().held().exclude(ends_at__lte=now)
    return dates.order_by("starts_at", "pk").values_list(*ListedDate._fields)[part]


def _day_by_which(rows: AgendaRows, bits: int, number: int) -> date:
    """The day by which so many of these events begin, from today on; the last day of the agenda where they are fewer."""
    today, found = timezone.localdate(), 0
    for day, members in rows.days.items():
        if day >= today:
            found |= members & bits
            if found.bit_count() >= number:
                return day
    return max(rows.last_day, today)


def next_dates_of_listing(listing: Listing, limit: int, *, ongoing: bool = False) -> NextDates:
    """The next date of `limit` events of a filtered agenda; with `ongoing`, what lasts for weeks counts as well."""
    now, dates_by_event = timezone.now(), {}
    for days in _days_in_batches(listing, limit):
        ids = {pk for members in days.values() for pk in members} - dates_by_event.keys()
        times = listed_dates(ids, min(days), max(days))
        for day, members in days.items():
            for pk in members:
                if pk not in dates_by_event and (dates := _on_day(times[pk], day, now)):
                    dates_by_event[pk] = day, dates
        if len(dates_by_event) >= limit:
            break
    if ongoing:
        dates_by_event = _with_ongoing(dates_by_event, listing, now)
    soonest = sorted(dates_by_event.items(), key=lambda item: item[1][0])
    return dict(soonest[:limit])


def _with_ongoing(dates_by_event: NextDates, listing: Listing, now: datetime) -> NextDates:
    first = max(listing.first, listing.today)
    times = listed_dates(listing.ongoing_ids, first, listing.last)
    for pk in listing.ongoing_ids:
        dates = [occurrence for occurrence in times[pk] if is_upcoming(occurrence, now)][:1]
        if dates and (pk not in dates_by_event or max(dates[0].day, first) < dates_by_event[pk][0]):
            dates_by_event[pk] = max(dates[0].day, first), dates
    return dates_by_event


def _days_in_batches(listing: Listing, size: int) -> Iterator[dict[date, list[int]]]:
    """The days to come and their events, `size` events or more at a time: one batch is enough unless many are over."""
    batch: dict[date, list[int]] = {}
    number = 0
    for day, count in listing.dated:
        if day < listing.today:
            continue
        batch[day] = listing.on_day(day)
        number += count
        if number >= size:
            yield batch
            batch, number = {}, 0
    if batch:
        yield batch


def _on_day(occurrences: list[ListedDate], day: date, now: datetime) -> list[ListedDate]:
    """The dates of one event that touch this day and may still stand in a list of next dates."""
    return [occurrence for occurrence in on_day(occurrences, day) if is_upcoming(occurrence, now)]


def current_states(stored: dict[int, str], now: datetime | None = None) -> dict[int, tuple[date | None, EventState]]:
    """For events (id → its state as `state_of` reads it): the next day, None where there is none, and the state on it, by the
    hour; two queries."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    remaining = Occurrence.objects.filter(event__in=list(stored)).from_day(today).exclude(ends_at__lte=now).order_by()
    takes_place = Q(cancelled=False) & ~Q(state=StateCode.POSTPONED)
    next_days = dict(remaining.values("event").annotate(next_day=Min("day", filter=takes_place)).values_list("event", "next_day"))
    said = {(event, day): state for event, day, state in remaining.exclude(state="").values_list("event", "day", "state")}
    states = {}
    for pk, code in stored.items():
        day = next_days.get(pk)
        # What is said of the next date counts before what all dates have in common.
        state = state_of(code, said.get((pk, day), ""), pk not in next_days)
        states[pk] = (max(day, today) if day else None), state
    return states


# ---- how they are shown ----------------------------------------------------------------------------------------------
def cards_of(dates_by_event: NextDates, user) -> list[dict]:
    """The cards of those that `user` may see."""
    return _cards(dates_by_event, listed_events(dates_by_event, user))


def _cards(dates_by_event: NextDates, events: dict[int, ListedEvent]) -> list[dict]:
    now = timezone.now()
    return [card(events[pk], dates, day, now) for pk, (day, dates) in dates_by_event.items() if pk in events]


def with_day(values: dict, language: str) -> dict:
    """The card with its day before its hours."""
    day = day_in_words(values["date"], language, with_year=False)
    return {**values, "time": f"{day}, {values['time']}" if values["time"] else day}
