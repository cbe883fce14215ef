"""Events as structured data (schema.org, JSON-LD), for search engines."""

from collections.abc import Callable
from functools import cache, partial

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from accounts.models import Territory
from common.absolute_urls import absolute
from common.models import line_picture
from common.text import json_in_script, web_address
from destination.agenda.models import Event, EventState, EventTranslation, Occurrence, event_state
from destination.agenda.presenters.event_cards import amount_of, organiser_in, price_label, shown_place
from destination.agenda.schedule import PARIS
from destination.places.models import Place
from destination.places.serializers.structured_data import amenities, images_of, position_of, postal_address

MOST_DATES = 10


def event_json(event: Event, words: EventTranslation | None, occurrences: list[Occurrence]) -> SafeString:
    """One `Event` for each of the next dates, MOST_DATES at most, ready to stand in a script element."""
    if words is None or not occurrences:
        return mark_safe("")
    common, location, now = _common(event, words), _location(event), timezone.now()
    offers = cache(partial(_offers, event))  # the same for nearly all dates
    others = Place.objects.named({occurrence.where for occurrence in occurrences[:MOST_DATES]})
    dated = [
        common
        | _where(event, occurrence, location, others)
        | _dates(occurrence)
        | _state(event_state(event, [occurrence], now), offers)
        for occurrence in occurrences[:MOST_DATES]
    ]
    document = {"@context": "https://schema.org", **(dated[0] if len(dated) == 1 else {"@graph": dated})}
    return json_in_script(document)


def _common(event: Event, words: EventTranslation) -> dict:
    url = absolute(event.get_absolute_url())
    facts = {
        "@type": "Event",
        "name": words.title,
        "description": words.summary or words.text[:300],
        "url": url,
        "inLanguage": words.language,
        "isAccessibleForFree": event.free,
        "organizer": _organiser(event),
    }
    if picture := line_picture(event.picture, None):
        facts["image"] = images_of(picture)
    return {name: value for name, value in facts.items() if value not in (None, "", [])}


def _where(event: Event, occurrence: Occurrence, location: dict | None, others: dict[str, Place]) -> dict:
    """`location` is the event's; `others`: by what a date says of its other place, the one it is."""
    is_online = event_state(event, [occurrence]).is_online or (
        bool(event.online_url) and not event.place_id and not event.commune_id
    )
    mode = {"eventAttendanceMode": f"https://schema.org/{'Online' if is_online else 'Offline'}EventAttendanceMode"}
    if is_online:
        url = web_address(occurrence.where) or event.online_url or absolute(event.get_absolute_url())
        return mode | {"location": {"@type": "VirtualLocation", "url": url}}
    if occurrence.where:
        if place := others.get(occurrence.where):
            return mode | {"location": _place(place, place.commune, place.name)}
        return mode | {"location": {"@type": "Place", "name": occurrence.where, "address": postal_address(event.commune, None)}}
    return mode | ({"location": location} if location else {})


def _dates(occurrence: Occurrence) -> dict:
    """With the hour and its offset where it is known, the date alone where it is not; a date that moved says which it was."""
    previous = {"previousStartDate": occurrence.original_day.isoformat()} if occurrence.state == "rescheduled" else {}
    if not occurrence.hour_known:
        return previous | {"startDate": occurrence.day.isoformat(), "endDate": occurrence.last_day.isoformat()}
    dates = previous | {"startDate": occurrence.starts_at.astimezone(PARIS).isoformat()}
    if occurrence.ends_at:
        dates["endDate"] = occurrence.ends_at.astimezone(PARIS).isoformat()
    return dates


def _state(state: EventState, offers_of: Callable[[str], list[dict]]) -> dict:
    status = {"eventStatus": f"https://schema.org/{state.schema_status}"}
    offers = offers_of(state.schema_availability)
    return status | ({"offers": offers} if offers else {})


def _location(event: Event) -> dict | None:
    place = shown_place(event)
    if not place and not event.commune:
        return None
    name = (place and place.name) or event.meeting_point or event.commune.name
    return _place(place, event.commune, name, event)


def _place(place: Place | None, commune: Territory | None, name: str, *also: Event) -> dict:
    facts = {"@type": "Place", "name": name, "address": postal_address(commune, place)}
    if place and place.has_position:
        facts["geo"] = position_of(place)
    if features := amenities(*filter(None, (place, *also))):
        facts["amenityFeature"] = features
    return facts


def _offers(event: Event, availability: str) -> list[dict]:
    if not availability:
        return []
    common = {"@type": "Offer", "url": event.booking_url or absolute(event.get_absolute_url()), "priceCurrency": "EUR"}
    common["availability"] = f"https://schema.org/{availability}"
    if event.first_published_at:
        common["validFrom"] = timezone.localtime(event.first_published_at).isoformat()
    if event.free:
        return [common | {"price": "0"}]
    priced = [(price, amount) for price in event.prices if (amount := amount_of(price)) is not None]
    offers = [common | {"price": f"{amount:.2f}", "name": price_label(price)} for price, amount in priced]
    return [{key: value for key, value in offer.items() if value} for offer in offers]


def _organiser(event: Event) -> dict | None:
    organiser = organiser_in(event)
    if organiser is None:
        return None
    return {"@type": "Organization", "name": organiser.text["text"], **({"url": event.website} if event.website else {})}
