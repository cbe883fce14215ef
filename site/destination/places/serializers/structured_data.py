"""A place as schema.org JSON-LD, for search engines."""

import re

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from accounts.models import Territory
from common.absolute_urls import absolute
from common.models import Picture, line_picture
from common.phones import dialled
from common.text import json_in_script, web_address
from destination.places.choices import SPOKEN_LANGUAGES, Cooking, Label, Payment, access_details_in_words, in_words
from destination.places.models import Access, Place, PlaceKind, PlaceTranslation
from destination.places.opening_hours.hours import HoursMeaning
from destination.places.opening_hours.sentences import specification
from destination.places.presenters.prices import price_in_words

TYPES = {
    PlaceKind.TOURIST_OFFICE: "TouristInformationCenter",
    PlaceKind.MUSEUM: "Museum",
    PlaceKind.MONUMENT: "LandmarksOrHistoricalBuildings",
    PlaceKind.NATURE: "TouristAttraction",
    PlaceKind.BEACH: "Beach",
    PlaceKind.LEISURE: "EntertainmentBusiness",
    PlaceKind.HALL: "EventVenue",
    PlaceKind.RESTAURANT: "Restaurant",
    PlaceKind.ACCOMMODATION: "LodgingBusiness",
    PlaceKind.PRODUCER: "LocalBusiness",
    PlaceKind.SHOP: "Store",
    PlaceKind.HARBOUR: "CivicStructure",
    PlaceKind.GARDEN: "Park",
    PlaceKind.CHURCH: "Church",
}
# What schema.org takes for businesses: they have prices, means of payment and languages.
BUSINESSES = (
    PlaceKind.TOURIST_OFFICE, PlaceKind.LEISURE, PlaceKind.RESTAURANT, PlaceKind.ACCOMMODATION, PlaceKind.PRODUCER,
    PlaceKind.SHOP,
)  # fmt: skip
# Who answers at hours that are not those of the place; https://schema.org/contactType is a free text.
CONTACT_TYPES = {HoursMeaning.RECEPTION: "reception", HoursMeaning.DESK: "office", HoursMeaning.BOX_OFFICE: "box office"}


def place_json(place: Place, words: PlaceTranslation | None) -> SafeString:
    """The place, ready to stand in a script element."""
    if words is None:
        return mark_safe("")
    facts = {
        "@context": "https://schema.org",
        "@type": TYPES.get(place.kind, "Place"),
        "@id": absolute(place.get_absolute_url()),
        "name": words.name,
        "description": words.summary or words.text[:300],
        "url": absolute(place.get_absolute_url()),
        "address": postal_address(place.commune, place),
        "geo": position_of(place),
        "telephone": _telephone(place),
        "email": place.email,
        "sameAs": place.website,
        **_hours(place),
        "amenityFeature": amenities(place),
        **_offered(place),
    }
    if picture := line_picture(place.picture, None):
        facts["image"] = images_of(picture)
    filled = {name: value for name, value in facts.items() if value}
    return json_in_script(filled)


def _offered(place: Place) -> dict:
    """Prices, class, rooms, languages, payment: each where it is known and the type of the place has it."""
    kind, booking_url = place.kind, web_address(place.booking_url)
    facts = {
        "isAccessibleForFree": place.free or None,
        "hasCertification": [{"@type": "Certification", "name": name} for name in in_words(Label, place.labels)],
        "maximumAttendeeCapacity": place.capacity if kind in (PlaceKind.HALL, PlaceKind.LEISURE) else None,
        "potentialAction": {"@type": "ReserveAction", "target": booking_url} if booking_url else None,
    }
    if kind in BUSINESSES:
        facts |= {
            "priceRange": price_in_words(place),
            "paymentAccepted": ", ".join(in_words(Payment, place.payments)),
            "knowsLanguage" if kind != PlaceKind.ACCOMMODATION else "availableLanguage": [
                code for code in SPOKEN_LANGUAGES if code in place.languages
            ],
        }
    if kind == PlaceKind.ACCOMMODATION:
        facts["starRating"] = {"@type": "Rating", "ratingValue": place.stars, "bestRating": 5} if place.stars else None
        facts["numberOfRooms"] = place.rooms
    if kind == PlaceKind.RESTAURANT:
        facts |= {"servesCuisine": in_words(Cooking, place.cooking), "hasMenu": web_address(place.menu_url)}
    return facts


def _telephone(place: Place) -> str | list[str]:
    """The numbers that can be dialled, one of them as a text."""
    numbers = dialled(place.phone)
    return numbers if len(numbers) > 1 else "".join(numbers)


def _hours(place: Place) -> dict:
    """Opening hours, or those at which a reception answers: a search engine would say that the hotel is closed."""
    hours = place.hours
    entries = specification(hours, timezone.localdate())
    if hours.is_of_the_place or not entries:
        return {"openingHoursSpecification": entries}
    if hours.meaning not in CONTACT_TYPES:
        return {}
    contact = {"@type": "ContactPoint", "contactType": CONTACT_TYPES[hours.meaning], "telephone": _telephone(place)}
    filled = {name: value for name, value in contact.items() if value}
    return {"contactPoint": filled | {"hoursAvailable": entries}}


def postal_address(commune: Territory | None, place: Place | None) -> dict:
    facts = {
        "@type": "PostalAddress",
        "streetAddress": _street(place) if place else "",
        "postalCode": (place and place.postcode) or (commune.postcode if commune else ""),
        "addressLocality": commune.name if commune else "",
        "addressCountry": "FR",
    }
    return {name: value for name, value in facts.items() if value}


def _street(place: Place) -> str:
    """The address without its postcode and town, which have fields of their own, their hyphens written or not."""
    town = re.escape(place.commune.name).replace(r"\-", "[- ]").replace(r"\ ", "[- ]")
    postcode = re.escape(place.postcode or place.commune.postcode)
    return re.sub(rf"(?:^|,)?\s*(?:{postcode})?\s*{town}\s*$", "", place.address, flags=re.IGNORECASE).strip(" ,")


def images_of(picture: Picture) -> list[str]:
    """In the three shapes that search engines ask for."""
    return [absolute(picture.url_for(1280, "jpeg", ratio)) for ratio in ("16:9", "4:3", "1:1")]


def position_of(place: Place) -> dict | None:
    if not place.has_position:
        return None
    return {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}


def amenities(*things: Place) -> list[dict]:
    """What these places or events have for people with a disability: the kinds, then each thing by its name."""
    kinds = dict(Access.choices)
    names = [str(kinds[kind]) for thing in things for kind in thing.accessibility if kind in kinds]
    names += [words for thing in things for words in access_details_in_words(thing.access_details)]
    return [{"@type": "LocationFeatureSpecification", "name": name, "value": True} for name in dict.fromkeys(names)]
