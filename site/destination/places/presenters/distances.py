"""How far a thing is, in words, and what a list says of the position that it looks around."""

from collections.abc import Iterable

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from accounts.models import Territory
from common.filters import COMMUNE_PREFIX, RADIUS_KM, Filters, Near, chip

# Kilometres: on foot, by bicycle, a short drive, an outing, the whole destination.
RADII = (2, 5, 10, 20, 50)
# Metres: nobody walks by less, and a position of a telephone is not nearer.
STEP = 100


def distance_in_words(distance: float) -> str:
    """« 900 m », « 2 km », « 2,3 km », « 14 km », as the crow flies, in the active language; `distance` is in kilometres."""
    if distance < 0.95:
        return _("%(number)d m") % {"number": max(round(distance * 1000 / STEP) * STEP, STEP)}
    kilometres = round(distance, 0 if distance >= 9.95 else 1)  # `number_format` cuts, it does not round
    return _("%(number)s km") % {"number": number_format(kilometres, 0 if kilometres == int(kilometres) else 1)}


def kilometres_in_words(radius: int) -> str:
    return _("%(number)s km") % {"number": radius}


def away_in_words(distance: float) -> str:
    """« à 2,3 km »"""
    return _("à %(distance)s") % {"distance": distance_in_words(distance)}


def around_in_words(near: Near, communes: Iterable[Territory]) -> str:
    """« À moins de 10 km de moi », « À moins de 5 km de Port-Aurelle »."""
    name = next((commune.name for commune in communes if commune.slug == near.commune), "")
    if name:
        return _("À moins de %(km)d km de %(commune)s") % {"km": near.radius, "commune": name}
    return _("À moins de %(km)d km de moi") % {"km": near.radius}


def from_in_words(near: Near, communes: Iterable[Territory]) -> str:
    """« depuis le centre de Port-Aurelle », « depuis votre position, arrondie au kilomètre »."""
    name = next((commune.name for commune in communes if commune.slug == near.commune), "")
    if name:
        return _("depuis le centre de %(commune)s") % {"commune": name}
    return _("depuis votre position, arrondie au kilomètre")


def nearness(filters: Filters, url: str, communes: Iterable[Territory]) -> dict:
    """What `components/near.html` shows: the communes to choose from, and around a position its radius to change."""
    near = filters.near.located(communes) if filters.near else None
    listed = sorted((commune for commune in communes if commune.latitude is not None), key=lambda commune: commune.name)
    if near is None:
        radii = []
    else:
        radii = [
            chip(
                kilometres_in_words(radius),
                url + filters.replace(near=near.within(radius)).query(),
                is_on=radius == near.radius,
            )
            for radius in sorted({*RADII, near.radius})
        ]
    return {
        "url": url,
        "near_url": url + filters.replace(near=None).query(),
        "hidden_fields": [pair for pair in filters.parameters(page=False) if pair[0] != "near"],
        "communes": [
            {
                "value": COMMUNE_PREFIX + commune.slug,
                "name": commune.name,
                "is_chosen": bool(near) and near.commune == commune.slug,
            }
            for commune in listed
        ],
        "radii": radii,
        "from_words": from_in_words(near, listed) if near else "",
        "distances": [
            {"km": radius, "label": kilometres_in_words(radius), "is_on": radius == (near.radius if near else RADIUS_KM)}
            for radius in sorted({*RADII, near.radius if near else RADIUS_KM})
        ],
        "position": str(near) if near else "",
        "is_mine": bool(near) and not near.commune,
    }
