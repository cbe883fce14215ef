"""A place or a person as a contact to keep on a telephone: vCard 3.0 (RFC 2426), which every address book reads."""

from collections.abc import Iterable, Sequence

from icalendar import vText
from icalendar.parser import Contentline

from common.absolute_urls import absolute
from common.phones import dialled


def vcard(
    *,
    uid: str,
    name: Sequence[str],
    full_name: str,
    organisation: str = "",
    title: str = "",
    address: Sequence[str] = (),
    phones: Iterable[tuple[str, str]] = (),
    email: str = "",
    position: tuple[float, float] | None = None,
    note: str = "",
    url: str = "",
) -> bytes:
    """The whole card, in UTF-8, lines folded. `uid` and `url` are paths of ours; `name` is (family, given); `address` the seven
    parts of RFC 2426, 3.2.1; `phones` are (type, line of numbers): ("WORK,VOICE", "+33 4 68 00 00 00")."""
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"UID:{absolute(uid)}",
        "N:" + ";".join(map(_text, (*name, *[""] * (5 - len(name))))),
        f"FN:{_text(full_name)}",
    ]
    lines += [f"{label}:{_text(value)}" for label, value in (("ORG", organisation), ("TITLE", title)) if value]
    if any(address):
        lines.append("ADR;TYPE=WORK:" + ";".join(map(_text, address)))
    lines += [f"TEL;TYPE={kind}:{_text(number)}" for kind, stored in phones for number in dialled(stored)]
    if email:
        lines.append(f"EMAIL;TYPE=INTERNET:{_text(email)}")
    if position:
        lines.append(f"GEO:{position[0]:.6f};{position[1]:.6f}")
    if note:
        lines.append(f"NOTE:{_text(note)}")
    lines += [f"URL:{absolute(url)}"] if url else []
    # Escapes and folding are those of calendars, which took them from vCard.
    return b"".join(Contentline(line).to_ical() + b"\r\n" for line in (*lines, "END:VCARD"))


def _text(value: str) -> str:
    return vText(value).to_ical().decode()
