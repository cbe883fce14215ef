"""What people type, read with indulgence: days, hours, amounts. Each reader raises `Unreadable`."""

import re
from datetime import date, time
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from common.date_reading import hour_of, month_of, next_such_day
from common.positions import is_in_france, is_swapped
from common.text import fold_accents

# What may stand before: « vendredi », « Ven. », « le vendredi », « vendredi, le ».
WEEKDAY = r"(?:(?:[a-z]+\.?,?\s+){1,2})?"
ISO_DAY = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
NUMBERS_DAY = re.compile(WEEKDAY + r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})(?:\s*[/.\- ]\s*(\d{4}|\d{2}))?")
WORDS_DAY = re.compile(
    WEEKDAY
    + r"(\d{1,2})\s?(?:er|st|nd|rd|th)?[\s/-]+(?:de\s+|d\s+|of\s+)?([a-z]{3,})\.?,?(?:[\s/-]+(?:de\s+|del\s+)?(\d{4}|\d{2}))?"
)
DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
HOUR = re.compile(r"(?:a\s+)?(\d{1,2})\s*(?:(?:[:.]|h(?:eures?|rs?)?)\s*(\d{2})?)?(?:\s*(?:min|mn))?\s*([ap]\.?m\.?)?")
AMOUNT = re.compile(
    r"(?:€\s*)?(\d{1,3}(?:[ \u202f\u00a0]\d{3})+|\d+)(?:[.,](\d{1,2}))?\s*(?:€|eur|euros?)?|(\d+)\s*(?:€|euros?)\s*(\d{2})"
)
FREE = re.compile(r"(?:(?:entree|entrada|acces) )?(?:gratuite?s?|libre|lliure|gratis)|free(?: (?:entry|admission))?|offerte?")
# A comma between the two numbers is one when they have points, or a space after it.
POSITION = re.compile(r"(-?\d{1,3}(?:[.,]\d+)?)\s*°?\s*(?:[,;/]\s+|;|/|\s+|(?<=\d),(?=-?\d+\.))\s*(-?\d{1,3}(?:[.,]\d+)?)\s*°?")
LARGEST_AMOUNT = Decimal("99999.99")


class Unreadable(ValidationError):
    """Something typed that cannot be read; `message` says what to write instead."""


def folded(text: str) -> str:
    """Lower case, without accents, spaces put in order: to compare what people write."""
    return re.sub(r"[\s']+", " ", fold_accents(text)).strip()


def read_day(text: str, today: date) -> date:
    """« 16/07/2026 », « 16 juillet 2026 », `2026-07-16`; without a year, the next such day."""
    words = folded(text.translate(DASHES))
    if match := ISO_DAY.fullmatch(words):
        year, month, day = int(match[1]), int(match[3]), int(match[4])
    elif match := NUMBERS_DAY.fullmatch(words):
        day, month, year = int(match[1]), int(match[2]), _year(match[3])
    elif (match := WORDS_DAY.fullmatch(words)) and (month := month_of(match[2])):
        day, year = int(match[1]), _year(match[3])
    else:
        raise Unreadable(_("Cette date n’est pas lisible : écrivez-la comme 16/07/2026."))
    try:
        if year:
            return date(year, month, day)
        return next_such_day(today, month, day)
    except ValueError:
        raise Unreadable(_("Cette date n’existe pas dans le calendrier : vérifiez le jour et le mois.")) from None


def _year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) + 2000 if len(text) == 2 else int(text)


def read_hour(text: str) -> time:
    """« 18h30 », « 18:30 », « 18 h », « 6.30 pm »."""
    words = folded(text)
    if words in ("midi", "noon", "migdia"):
        return time(12)
    if words in ("minuit", "midnight", "mitjanit"):
        return time(0)
    match = HOUR.fullmatch(words)
    try:
        return hour_of(match[1], match[2], match[3])
    except (TypeError, ValueError):
        raise Unreadable(_("Cette heure n’est pas lisible : écrivez-la comme 18:30.")) from None


def read_position(text: str) -> tuple[float, float]:
    """Latitude and longitude in degrees, in France or close to it: « 42.6812, 2.7953 », « 42,6812 ; 2,7953 »."""
    figures = POSITION.fullmatch(text.strip())
    if not figures:
        raise Unreadable(_("Ce point n’est pas lisible : écrivez-le comme 42.6812, 2.7953, ou touchez la carte."))
    latitude, longitude = (float(figure.replace(",", ".")) for figure in figures.groups())
    if is_swapped(latitude, longitude):
        latitude, longitude = longitude, latitude
    if not is_in_france(latitude, longitude):
        raise Unreadable(_("Ce point n’est pas en France : vérifiez ses deux nombres, ou touchez la carte."))
    return latitude, longitude


def read_amount(text: str) -> Decimal:
    """« 12,50 € », « 12.5 », « 12€50 », in euros; « gratuit » is nothing to pay."""
    if FREE.fullmatch(folded(text)):
        return Decimal(0)
    match = AMOUNT.fullmatch(text.strip().lower())
    if not match:
        raise Unreadable(_("Ce montant n’est pas lisible : écrivez-le comme 12,50."))
    whole = re.sub(r"\s", "", match[1] or match[3])
    cents = (match[2] or match[4] or "0").ljust(2, "0")
    amount = Decimal(f"{whole}.{cents}")
    if amount > LARGEST_AMOUNT:
        raise Unreadable(_("Ce montant est trop grand : vérifiez la virgule."))
    return amount
