"""What a place costs and how it is classed, in words: the same on its card and its page."""

from decimal import Decimal

from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from destination.places.choices import PriceUnit
from destination.places.models import Place, PlaceKind

FROM_WORDS = {
    "": gettext_lazy("à partir de %(amount)s €"),
    PriceUnit.NIGHT: gettext_lazy("à partir de %(amount)s € la nuit"),
    PriceUnit.NIGHT_EACH: gettext_lazy("à partir de %(amount)s € la nuit par personne"),
    PriceUnit.MEAL: gettext_lazy("à partir de %(amount)s € le repas"),
    PriceUnit.ENTRY: gettext_lazy("à partir de %(amount)s € l’entrée"),
    PriceUnit.PERSON: gettext_lazy("à partir de %(amount)s € par personne"),
    PriceUnit.DAY: gettext_lazy("à partir de %(amount)s € la journée"),
}


def price_in_words(place: Place) -> str:
    """« à partir de 92 € la nuit », « Gratuit »; empty where it is not known."""
    if place.price_from is not None:
        return FROM_WORDS.get(place.price_unit, FROM_WORDS[""]) % {"amount": amount_in_words(place.price_from)}
    return _("Gratuit") if place.free else ""


def stars_in_words(place: Place) -> str:
    """« 3 étoiles »; empty where it is no lodging, or where they are not known."""
    if not place.stars or place.kind != PlaceKind.ACCOMMODATION:
        return ""
    return ngettext("%(count)d étoile", "%(count)d étoiles", place.stars) % {"count": place.stars}


def amount_in_words(amount: float | Decimal) -> str:
    """« 12 », « 12,50 » or “12.50”."""
    text = f"{amount:.0f}" if amount == int(amount) else f"{amount:.2f}"
    return text if get_language() == "en" else text.replace(".", ",")
