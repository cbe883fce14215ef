"""A place as a contact to keep on a telephone: vCard 3.0 (RFC 2426), which every address book reads."""

from common.absolute_urls import absolute
from destination.places.models import Place, PlaceTranslation

ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})
MOST_OCTETS = 75


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
    if place.phone:
        lines.append(f"TEL;TYPE=WORK,VOICE:{_text(place.phone)}")
    if place.email:
        lines.append(f"EMAIL;TYPE=INTERNET:{_text(place.email)}")
    if place.has_position:
        lines.append(f"GEO:{place.latitude:.6f};{place.longitude:.6f}")
    if words.summary:
        lines.append(f"NOTE:{_text(words.summary)}")
    lines += [f"URL:{absolute(place.get_absolute_url())}", "END:VCARD"]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _text(value: str) -> str:
    return value.translate(ESCAPES)


def _folded(line: str) -> str:
    """Lines of 75 octets at most; the following ones begin with a space, and no letter is cut in two."""
    parts, current, octets = [], "", 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > MOST_OCTETS:
            parts.append(current)
            current, octets = "", 1
        current += letter
        octets += size
    return "\r\n ".join([*parts, current])
