"""The next events that have a position: the points of the map, and the list beside it."""

from datetime import date

from django.utils.translation import get_language

from destination.agenda.models import Event, state_on
from destination.agenda.presenters.event_cards import (
    ListedDate,
    listed_dates,
    on_day,
    place_of_dates,
    prices_in_words,
    times_in_words,
    titles_of,
)
from destination.agenda.presenters.listing import Listing
from destination.agenda.schedule.sentences import day_in_words
from destination.places.models import Place

# More points than these hide each other, and a phone draws them slowly.
MOST_POINTS = 150


def points_of(listing: Listing) -> list[dict]:
    """The next MOST_POINTS events of a filtered agenda that have a position: pk, title, lang, url, date, day (in words), place,
    latitude, longitude, away, state (as the components know it) and state_words. Two queries, one where something is said of a
    date, and two where a date has another place: its point is there if it is known, else in the middle of the event's commune."""
    days = _days_of(listing)
    said_of_date = listing.events.among(listing.events.having("state of a date", True), days)
    return _points(listing, days, _dates_on({pk: days[pk] for pk in said_of_date}))


def points_in_full(listing: Listing) -> list[dict]:
    """The same with time, price (both in words) and free, in three queries."""
    days, language = _days_of(listing), get_language()
    dates = _dates_on(days)
    said_of_date = listing.events.among(listing.events.having("state of a date", True), days)
    points = _points(listing, days, {pk: dates[pk] for pk in said_of_date})
    for point in points:
        point["time"] = times_in_words(dates[point["pk"]], point["date"], language)
    return points


def _days_of(listing: Listing) -> dict[int, date]:
    """The events and the day of each, the soonest first."""
    days: dict[int, date] = {}
    for day in listing.days_in_order():
        for pk in listing.on_day(day):
            days.setdefault(pk, day)
        if len(days) >= MOST_POINTS:
            break
    for pk in listing.ongoing_ids:
        days.setdefault(pk, max(listing.first, listing.today))
    return {pk: days[pk] for pk in sorted(days, key=days.get)[:MOST_POINTS]}


def _dates_on(days: dict[int, date]) -> dict[int, list[ListedDate]]:
    """The dates of each event on its day."""
    if not days:
        return {}
    times = listed_dates(days, min(days.values()), max(days.values()))
    return {pk: on_day(times[pk], day) for pk, day in days.items()}


def _points(listing: Listing, days: dict[int, date], dates: dict[int, list[ListedDate]]) -> list[dict]:
    rows = Event.objects.published().visible_to(listing.user).with_spot().filter(pk__in=list(days)).order_by().values_list(
        "pk", "state", "free", "prices", "commune__name", "commune__latitude", "commune__longitude",
        "spot_latitude", "spot_longitude", named=True,
    )  # fmt: skip
    events = {row.pk: row for row in rows}
    titles, away, language = titles_of(events), listing.away_of(days), get_language()
    elsewhere = {pk: where for pk, each in dates.items() if (where := place_of_dates(each))}
    others = Place.objects.named(set(elsewhere.values()))
    day_words = {day: day_in_words(day, language, with_year=False) for day in set(days.values())}
    points = []
    for pk, day in days.items():
        event = events.get(pk)
        if event is None:
            continue
        state = state_on(event.state, dates.get(pk, ()))
        latitude, longitude, town = event.spot_latitude, event.spot_longitude, event.commune__name or ""
        if place := others.get(elsewhere.get(pk, "")):
            latitude, longitude, town = place.latitude, place.longitude, place.commune.name
        elif pk in elsewhere:
            latitude = None
        if latitude is None and event.state != Event.State.MOVED_ONLINE:
            latitude, longitude = event.commune__latitude, event.commune__longitude
        if latitude is None or state.is_online:
            continue
        title = titles[pk]
        points.append(
            {
                "pk": pk, "title": title.text, "lang": title.lang, "url": title.url,
                "date": day, "day": day_words[day], "place": town, "away": away.get(pk, ""),
                "latitude": latitude, "longitude": longitude,
                "state": state.component, "state_words": state.label,
                "free": event.free, "price": prices_in_words(event),
            }
        )  # fmt: skip
    return points
