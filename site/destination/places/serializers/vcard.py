"""A place as a contact to keep on a telephone: vCard 3.0 (RFC 2426), which every address book reads."""

from icalendar import vText
from icalendar.parser import Contentline

from common.absolute_urls import absolute
from common.phones import dialled
from destination.places.models import Place, PlaceTranslation


def vcard(place: Place, words: PlaceTranslation) -> bytes:
    """The whole card, in UTF-8, lines folded."""
    postcode = place.postcode or place.commune.postcode
    address = ["", "", place.address, place.commune.name, "", postcode, "France"]
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"UID:{absolute(f'/place/{place.pk}')}",
        f"N:{_text(words.name)};;;;",
        f"FN:{_text(words.name)}",
        f"ORG:{_text(words.name)}",
        "ADR;TYPE=WORK:" + ";".join(map(_text, address)),
    ]
    lines += [f"TEL;TYPE=WORK,VOICE:{_text(number)}" for number in dialled(place.phone)]
    if place.email:
        lines.append(f"EMAIL;TYPE=INTERNET:{_text(place.email)}")
    if place.has_position:
        lines.append(f"GEO:{place.latitude:.6f};{place.longitude:.6f}")
    if words.summary:
        lines.append(f"NOTE:{_text(words.summary)}")
    lines += [f"URL:{absolute(place.get_absolute_url())}", "END:VCARD"]
    # Escapes and folding are those of calendars, which took them from vCard.
    return b"".join(Contentline(line).to_ical() + b"\r\n" for line in lines)


def _text(value: str) -> str:
    return vText(value).to_ical().decode()
