"""A moment that was understood, said again so that the reader can judge it."""

from datetime import date, time

from django.utils.translation import gettext as _

from common.date_formats import formats_of
from destination.agenda.schedule.sentences import days_in_words
from search.analysis.moment_words import AFTERNOON, EVENING, LAST_HOUR, MORNING, NIGHT, NOON, PARTS, Hours
from search.analysis.moments import AROUND, FIRST_HOUR, Moment


def moment_in_words(moment: Moment, language: str, today: date) -> str:
    """« samedi soir (samedi 5 décembre, en soirée) », in the active language, which is `language`."""
    parts = []
    if moment.days:
        first, last = moment.days
        parts.append(days_in_words(first, last, language, with_year=(first.year, last.year) != (today.year, today.year)))
    if moment.hours:
        parts.append(_hours_in_words(moment.hours, language))
    return f"{moment.words} ({', '.join(parts)})"


def _hours_in_words(hours: Hours, language: str) -> str:
    names = {
        MORNING: _("le matin"), NOON: _("vers midi"), AFTERNOON: _("l’après-midi"), EVENING: _("en soirée"), NIGHT: _("la nuit"),
    }  # fmt: skip
    for part, bounds in PARTS.items():
        if bounds == hours:
            return names[part]
    first, last = hours
    formats = formats_of(language)
    if last == LAST_HOUR:
        return _("à partir de %(hour)s") % {"hour": formats.hour(first)}
    minutes = (last.hour - first.hour) * 60 + last.minute - first.minute
    if first == FIRST_HOUR:
        return _("avant %(hour)s") % {"hour": formats.hour(_minute(last, 1))}
    if minutes == 2 * AROUND.seconds // 60:
        return _("vers %(hour)s") % {"hour": formats.hour(_minute(first, minutes // 2))}
    if minutes == 59:
        return _("vers %(hour)s") % {"hour": formats.hour(first)}
    return formats.hours(first, last)


def _minute(hour: time, more: int) -> time:
    return time(*divmod((hour.hour * 60 + hour.minute + more) % (24 * 60), 60))
