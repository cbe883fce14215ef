"""Telephone numbers: read as people write them, kept in one form, shown and dialled.

A line may hold several numbers, each with a word beside it: « +33 4 68 00 00 00 (mairie) / +33 6 00 00 00 00 ». What a number is
in each country, and how it is written there, is known to ``phonenumbers`` (ITU-T E.164); what stands around it is read here.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from phonenumbers import PhoneNumberFormat, shortnumberinfo

from common.text import change_where_links_may_be

COUNTRY = "FR"
# Numbers dialled as French ones from France, under country codes of their own.
OVERSEAS = ("GP", "MQ", "GF", "RE", "YT", "PM", "NC", "PF", "WF")
FRENCH_CODE, FRENCH_LENGTH = 33, 9
# « / » with spaces, a comma, « ou »: what surely parts two numbers; then a bare stroke or dash, where one number is no number.
SURE_SEPARATOR = re.compile(r"\s+/\s+|[;,|\n&]|\s+(?:ou|et|or|and|o|i)\s+|(?<=\d)\s*(?=\+)", re.IGNORECASE)
POSSIBLE_SEPARATOR = re.compile(r"\s*/\s*|\s+[-–—]\s+")
WORDS_IN_BRACKETS = re.compile(r"\(([^()]*[^\W\d_][^()]*)\)")
MARK = "\N{REPLACEMENT CHARACTER}"  # stands for words in brackets while the numbers are parted
NUMBER = re.compile(r"[+(]*\d(?:[\d\s().\-–/]*\d)?")
WORD_FOR_TELEPHONE = re.compile(r"(?:t[eèé]l(?:[eèé](?:phone|fon))?|phone|portable|mobile|mòbil)\b\.?\s*:?\s*", re.IGNORECASE)
EDGES = " .,:;/-–—()"
# An e-mail address or what may be a whole number, in HTML.
CONTACT = re.compile(
    r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w+./,-])(?:\+\d{1,3}|0)(?:(?:[ \u00a0\u202f.-]|&nbsp;)?(?:\(0\)|\d)){7,13}(?![\w/])"
)
MOST_CHARACTERS, MOST_NUMBERS = 200, 4
UNBREAKABLE = str.maketrans({" ": "\u00a0", "-": "\u2011"})


class UnreadablePhone(ValidationError):
    """Something that is no number; ``message`` says what to write instead."""


@dataclass(frozen=True, slots=True)
class Phone:
    """One number. ``text`` is « +33 4 68 00 00 00 », ``url`` its ``tel:`` of RFC 3966, empty where it cannot be dialled; ``note``
    is what was written beside it (« mairie »)."""

    text: str
    url: str = ""
    note: str = ""

    @property
    def shown(self) -> str:
        """The text without a place where a line may break."""
        return self.text.translate(UNBREAKABLE)

    def __str__(self):
        return f"{self.text} ({self.note})" if self.note else self.text


def read_phones(text: str) -> tuple[Phone, ...]:
    """Every number of a line; raises ``UnreadablePhone`` at the first thing that is none."""
    numbers = tuple(phone for part in _parts(text[: MOST_CHARACTERS + 1]) for phone in _phones(*part))
    if len(text) > MOST_CHARACTERS or len(numbers) > MOST_NUMBERS:
        raise UnreadablePhone(_("C’est trop pour un champ : gardez les numéros que l’on appelle."))
    if not numbers:
        raise UnreadablePhone(_("Ce numéro de téléphone n’est pas lisible : écrivez-le comme 04 68 00 00 00."))
    return numbers


def tidy_phones(text: str) -> str:
    """The line as it is kept: « +33 4 68 00 00 00 (mairie) / +376 812 345 ». Raises ``UnreadablePhone``."""
    return " / ".join(map(str, read_phones(text)))


@lru_cache(maxsize=2000)
def phones_of(stored: str) -> tuple[Phone, ...]:
    """The numbers of a line that was kept, whenever and however it was written: what cannot be read has no link."""
    phones: list[Phone] = []
    for candidate, note in _parts(stored[:MOST_CHARACTERS]):
        try:
            phones += _phones(candidate, note)
        except UnreadablePhone:
            phones.append(Phone(f"{candidate} {note}".strip()))
    return tuple(phones)


def dialled(stored: str) -> list[str]:
    """The numbers alone, « +33 4 68 00 00 00 », for machines: vCard, JSON-LD."""
    return [phone.text for phone in phones_of(stored) if phone.url]


def with_contact_links(html: str) -> SafeString:
    """`html` with its e-mail addresses and telephone numbers as links, outside what is a link or a heading."""
    return change_where_links_may_be(html, lambda text: CONTACT.sub(_contact_link, text))


def _contact_link(match: re.Match) -> str:
    written = match[0]
    if "@" in written:
        return format_html('<a href="mailto:{}">{}</a>', written, written)
    phones = phones_of(written.replace("&nbsp;", " "))
    return format_html('<a href="{}">{}</a>', phones[0].url, phones[0].shown) if len(phones) == 1 and phones[0].url else written


def _parts(text: str) -> list[tuple[str, str]]:
    """What may be one number, and the words beside it."""
    text = unicodedata.normalize("NFKC", text).replace(MARK, "")
    text = "".join(letter for letter in text if letter.isspace() or unicodedata.category(letter) not in ("Cf", "Cc"))
    notes = iter(WORDS_IN_BRACKETS.findall(text))
    parts: list[tuple[str, str]] = []
    for piece in SURE_SEPARATOR.split(WORDS_IN_BRACKETS.sub(MARK, text)):
        words = [next(notes, "").strip() for _mark in range(piece.count(MARK))]
        piece = " ".join(piece.replace(MARK, " ").split())
        if parts and not re.search(r"\d", piece):  # « 04 68 00 00 00, demander Léa »
            number, before = parts.pop()
            piece, words = number, [before, piece.strip(EDGES), *words]
        if piece or words:
            parts.append((piece, ", ".join(filter(None, words))))
    return parts


def _phones(piece: str, note: str) -> list[Phone]:
    match = NUMBER.search(piece)
    if not match:
        raise UnreadablePhone(_("Ce numéro de téléphone n’est pas lisible : écrivez-le comme 04 68 00 00 00."))
    around = [WORD_FOR_TELEPHONE.sub("", side).strip(EDGES) for side in (piece[: match.start()], piece[match.end() :])]
    note = ", ".join(filter(None, [*around, note]))
    numbers = _numbers(match[0])
    return [*(_phone(number, "") for number in numbers[:-1]), _phone(numbers[-1], note)]


def _numbers(text: str) -> list[str]:
    """One number, or those that a stroke, a dash or nothing at all parts."""
    if _parsed(text) or len(numbers := POSSIBLE_SEPARATOR.split(text)) < 2:
        digits = re.sub(r"\D", "", text)
        twice = len(digits) == 20 and digits[0] == digits[10] == "0"
        return [digits[:10], digits[10:]] if twice else [text]
    return numbers if all(map(_parsed, numbers)) else [text]


def _phone(text: str, note: str) -> Phone:
    digits = re.sub(r"\D", "", text)
    parsed = _parsed(text)
    if parsed is None:
        raise UnreadablePhone(_why_not(text, digits))
    if len(digits) <= 6 and parsed.country_code == FRENCH_CODE:  # 112, 3949, 116 117
        return Phone(f"{digits[:3]} {digits[3:]}" if len(digits) == 6 else digits, f"tel:{digits}", note)
    number = phonenumbers.format_number(parsed, PhoneNumberFormat.E164)
    return Phone(phonenumbers.format_number(parsed, PhoneNumberFormat.INTERNATIONAL), f"tel:{number}", note)


def _parsed(text: str) -> phonenumbers.PhoneNumber | None:
    """The number, None where there is none: a foreign one says its country code, a French one begins with 0."""
    digits = re.sub(r"\D", "", text)
    international = text.lstrip("( ").startswith("+")
    if not international and len(digits) <= 6:
        number = _in_region(digits, COUNTRY)
        return number if number and shortnumberinfo.is_valid_short_number_for_region(number, COUNTRY) else None
    if not international and not digits.startswith("0") and not (digits.startswith("33") and len(digits) == FRENCH_LENGTH + 2):
        return None
    number = _in_region(text if international else digits, COUNTRY)
    if number is None or not phonenumbers.is_possible_number(number):
        return None
    if number.country_code != FRENCH_CODE:
        return number
    if not phonenumbers.is_valid_number(number) and len(digits) == FRENCH_LENGTH + 1:
        elsewhere = (_in_region(digits, region) for region in OVERSEAS)
        number = next((each for each in elsewhere if each and phonenumbers.is_valid_number(each)), number)
    national = phonenumbers.national_significant_number(number)
    is_whole = len(national) == FRENCH_LENGTH and national[0] != "0"
    return number if is_whole or number.country_code != FRENCH_CODE else None


def _in_region(text: str, region: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None


def _why_not(text: str, digits: str):
    if re.match(r"[\s(]*(?:\+|00)\s*\(?33", text) or (digits.startswith("0") and len(digits) > 8):
        return _("Un numéro français compte dix chiffres : vérifiez celui-ci.")
    if not text.startswith("+") and not digits.startswith("0") and len(digits) > 5:
        return _("Commencez un numéro de l’étranger par son indicatif, comme +376 812 345.")
    return _("Ce numéro de téléphone semble incomplet : écrivez-le comme 04 68 00 00 00.")
