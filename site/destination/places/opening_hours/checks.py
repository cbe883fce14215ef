"""What is wrong with opening hours, in sentences for the person who wrote them."""

from datetime import date
from itertools import combinations

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from common.date_formats import formats_of
from destination.places.opening_hours.hours import DAYS, HoursMeaning, Opening, Period, read_closed_day, read_hour, read_month_day

MOST_PERIODS = 12
MOST_OPENINGS = 6
MOST_CLOSED_DAYS = 200
MOST_NOTE = 500
KEYS = {"periods", "closed", "note", "meaning"}
PERIOD_KEYS = {"from", "until", "hours"}


def faults(stored) -> list[str]:
    """The sentences; empty when all is well. Nothing at all is well: the hours are then not known."""
    if stored in ({}, None):
        return []
    if not isinstance(stored, dict) or set(stored) - KEYS or not isinstance(stored.get("periods", []), list):
        return [_("Les horaires n’ont pas la forme attendue.")]
    if stored.get("meaning", HoursMeaning.OPENING) not in HoursMeaning.values:
        return [_("Choisissez dans la liste ce que ces horaires indiquent.")]
    sentences = []
    periods = stored.get("periods", [])
    if len(periods) > MOST_PERIODS:
        sentences.append(ngettext("%(most)d saison au plus.", "%(most)d saisons au plus.", MOST_PERIODS) % {"most": MOST_PERIODS})
    for number, period in enumerate(periods[:MOST_PERIODS], 1):
        sentences += [_("Saison %(number)d : %(fault)s") % {"number": number, "fault": fault} for fault in period_faults(period)]
    if not sentences:
        sentences += _overlaps(Opening.from_json(stored).periods)
    return sentences + _closed_faults(stored.get("closed", [])) + _note_faults(stored.get("note", {}))


def period_faults(period) -> list[str]:
    """What is wrong in one season."""
    if not isinstance(period, dict) or set(period) - PERIOD_KEYS or not isinstance(period.get("hours") or {}, dict):
        return [_("elle n’a pas la forme attendue.")]
    sentences = []
    if read_month_day(period.get("from", "01-01")) is None:
        sentences.append(_("le premier jour n’existe pas dans le calendrier. Écrivez-le comme 01/04."))
    if read_month_day(period.get("until", "12-31")) is None:
        sentences.append(_("le dernier jour n’existe pas dans le calendrier. Écrivez-le comme 31/10."))
    hours = period.get("hours") or {}
    if set(hours) - set(DAYS):
        sentences.append(_("un jour de la semaine n’est pas connu."))
    for index, day in enumerate(DAYS):
        if fault := hours_fault(hours.get(day, [])):
            name = formats_of(get_language()).weekdays[index]
            sentences.append(_("%(day)s : %(fault)s") % {"day": name, "fault": fault})
    return sentences


def hours_fault(pairs) -> str:
    """What is wrong in the hours of one day, empty when nothing is."""
    if not isinstance(pairs, list) or any(not isinstance(pair, list) or len(pair) != 2 for pair in pairs):
        return _("les heures n’ont pas été comprises. Écrivez-les comme 10:00-12:30, 14:00-18:00.")
    if len(pairs) > MOST_OPENINGS:
        return _("%(most)d ouvertures par jour au plus.") % {"most": MOST_OPENINGS}
    hours = [(read_hour(start), read_hour(end)) for start, end in pairs]
    if any(start is None or end is None for start, end in hours):
        return _("une heure n’existe pas. Écrivez-les comme 10:00-12:30, 14:00-18:00.")
    minutes = sorted((_minutes(start), _minutes(end) + (0 if end > start else 24 * 60)) for start, end in hours)
    if any(later[0] < earlier[1] for earlier, later in zip(minutes, minutes[1:], strict=False)):
        return _("deux ouvertures se chevauchent.")
    return ""


def _minutes(hour) -> int:
    return hour.hour * 60 + hour.minute


def _overlaps(periods: tuple[Period, ...]) -> list[str]:
    """Two seasons may share days only where one lies within the other, which is then an exception to it."""
    for (first, one), (second, other) in combinations(enumerate(periods, 1), 2):
        days, others = _days(one), _days(other)
        if days & others and (days == others or not (days < others or others < days)):
            return [
                _("Les saisons %(first)d et %(second)d se chevauchent : changez leurs dates.")
                % {"first": first, "second": second}
            ]
    return []


def _days(period: Period) -> set[int]:
    """Its days as numbers of a leap year."""
    first, last = (date(2024, *at).timetuple().tm_yday for at in (period.first, period.last))
    return set(range(first, last + 1)) if first <= last else set(range(first, 367)) | set(range(1, last + 1))


def _closed_faults(closed) -> list[str]:
    if not isinstance(closed, list) or any(read_closed_day(day) is None for day in closed):
        return [
            _("Un jour de fermeture n’existe pas dans le calendrier. Écrivez-les comme 25/12/2026, ou 01/01 pour tous les ans.")
        ]
    if len(closed) > MOST_CLOSED_DAYS:
        return [_("%(most)d jours de fermeture au plus : faites plutôt une saison.") % {"most": MOST_CLOSED_DAYS}]
    return []


def _note_faults(note) -> list[str]:
    if not isinstance(note, dict) or any(not isinstance(text, str) for text in note.values()):
        return [_("La remarque n’a pas la forme attendue.")]
    if any(len(text) > MOST_NOTE for text in note.values()):
        return [_("La remarque est trop longue : %(most)d caractères au plus.") % {"most": MOST_NOTE}]
    return []
