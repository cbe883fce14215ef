"""« Y aller »: the ways to have oneself led to a position or an address; nothing of another site is loaded."""

from urllib.parse import quote, urlencode

from django.utils.translation import gettext as _

ANDROID, APPLE = "android", "apple"
#: The part of a page where the menu stands: a link to it opens the menu, from a list, a map or the search.
FRAGMENT = "y-aller"


def go_url(page_url: str) -> str:
    """The address that opens the menu of this page, for a card or a result that has no room for the menu itself."""
    return f"{page_url}#{FRAGMENT}"


def directions(name: str, latitude: float | None = None, longitude: float | None = None, address: str = "") -> list[dict]:
    """The entries of `components/directions.html`: title, url, device (the only one that knows what to do with it, or empty)
    and is_outside. Empty without position and address.

    `geo:` is RFC 5870, with the query that Android adds to name the point; the others are the addresses that each program
    documents for directions (Apple Map Links, Google Maps URLs, the “to” of openstreetmap.org)."""
    if latitude is not None and longitude is not None:
        target = f"{latitude:.6f},{longitude:.6f}"
        geo = f"geo:{target}?q={target}({quote(name)})"
    elif address.strip():
        target = ", ".join(address.split("\n")) if "\n" in address else address.strip()
        geo = f"geo:0,0?q={quote(target)}"
    else:
        return []
    apple = "https://maps.apple.com/?" + urlencode({"daddr": target})
    openstreetmap = "https://www.openstreetmap.org/directions?" + urlencode({"to": target})
    google = "https://www.google.com/maps/dir/?" + urlencode({"api": 1, "destination": target})
    return [
        {"title": _("Avec l’application de mon téléphone"), "url": geo, "device": ANDROID, "is_outside": False},
        {"title": _("Plans, d’Apple"), "url": apple, "device": APPLE, "is_outside": True},
        {"title": "OpenStreetMap", "url": openstreetmap, "device": "", "is_outside": True},
        {"title": "Google Maps", "url": google, "device": "", "is_outside": True},
    ]
