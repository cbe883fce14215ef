"""An event as schema.org says it (JSON-LD), for search engines."""

from __future__ import annotations

import json

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from common.absolute_urls import absolute
from common.models import line_picture
from destination.agenda.models import Event, EventTranslation, Occurrence
from destination.agenda.rows import amount_of, shown_place
from destination.agenda.schedule import PARIS

MOST_DATES = 10
STATUSES = {
    Event.State.CANCELLED: "EventCancelled",
    Event.State.POSTPONED: "EventPostponed",
    Event.State.MOVED_ONLINE: "EventMovedOnline",
}
# Characters that would end the script element; JSON may write them as escapes.
UNSAFE = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def event_json(event: Event, words: EventTranslation | None, occurrences: list[Occurrence]) -> SafeString:
    """One `Event` for each of the next dates, MOST_DATES at most, ready to stand in a script element."""
    if words is None or not occurrences:
        return mark_safe("")
    common = _common(event, words)
    dated = [common | _dates(each) | _status(event, each) for each in occurrences[:MOST_DATES]]
    written = {"@context": "https://schema.org", **(dated[0] if len(dated) == 1 else {"@graph": dated})}
    return mark_safe(json.dumps(written, ensure_ascii=False).translate(UNSAFE))  # escaped by UNSAFE


def _common(event: Event, words: EventTranslation) -> dict:
    url = absolute(event.get_absolute_url())
    said = {
        "@type": "Event",
        "name": words.title,
        "description": words.summary or words.text[:300],
        "url": url,
        "inLanguage": words.language,
        "location": _location(event),
        "eventAttendanceMode": f"https://schema.org/{'Online' if _is_online(event) else 'Offline'}EventAttendanceMode",
        "isAccessibleForFree": event.free,
        "offers": _offers(event, url),
        "organizer": _organiser(event),
    }
    if picture := line_picture(event.picture, None):
        said["image"] = [absolute(picture.url_for(1280, "jpeg", ratio)) for ratio in ("16:9", "4:3", "1:1")]
    return {name: value for name, value in said.items() if value not in (None, "", [])}


def _is_online(event: Event) -> bool:
    return event.state == Event.State.MOVED_ONLINE or (bool(event.online_url) and not event.place_id and not event.commune_id)


def _dates(occurrence: Occurrence) -> dict:
    """With the hour and its offset where it is known, the date alone where it is not."""
    if not occurrence.hour_known:
        return {"startDate": occurrence.day.isoformat(), "endDate": occurrence.last_day.isoformat()}
    dates = {"startDate": occurrence.starts_at.astimezone(PARIS).isoformat()}
    if occurrence.ends_at:
        dates["endDate"] = occurrence.ends_at.astimezone(PARIS).isoformat()
    return dates


def _status(event: Event, occurrence: Occurrence) -> dict:
    status = "EventCancelled" if occurrence.cancelled else STATUSES.get(event.state, "EventScheduled")
    return {"eventStatus": f"https://schema.org/{status}"}


def _location(event: Event) -> dict | None:
    if _is_online(event):
        return {"@type": "VirtualLocation", "url": event.online_url or absolute(event.get_absolute_url())}
    place = shown_place(event)
    if not place and not event.commune:
        return None
    name = (place and place.name) or event.meeting_point or event.commune.name
    address = {
        "@type": "PostalAddress",
        "streetAddress": place.address if place else "",
        "postalCode": (place and place.postcode) or (event.commune.postcode if event.commune else ""),
        "addressLocality": event.commune.name if event.commune else "",
        "addressCountry": "FR",
    }
    said = {"@type": "Place", "name": name, "address": {key: value for key, value in address.items() if value}}
    if place and place.latitude is not None and place.longitude is not None:
        said["geo"] = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    return said


def _offers(event: Event, url: str) -> list[dict]:
    availability = "SoldOut" if event.state == Event.State.FULL else "InStock"
    common = {"@type": "Offer", "url": event.booking_url or url, "priceCurrency": "EUR"}
    common["availability"] = f"https://schema.org/{availability}"
    if event.first_published_at:
        common["validFrom"] = timezone.localtime(event.first_published_at).isoformat()
    if event.free:
        return [common | {"price": "0"}]
    priced = [(price, amount) for price in event.prices if (amount := amount_of(price)) is not None]
    offers = [common | {"price": f"{amount:.2f}", "name": price.get("label") or ""} for price, amount in priced]
    return [{key: value for key, value in offer.items() if value} for offer in offers]


def _organiser(event: Event) -> dict | None:
    name = event.organiser or (event.organisation.name if event.organisation else "")
    if not name:
        return None
    return {"@type": "Organization", "name": name, **({"url": event.website} if event.website else {})}
