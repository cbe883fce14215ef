"""Opening hours in sentences, and as schema.org data."""

from datetime import date, datetime, timedelta
from itertools import groupby

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from common.date_formats import DateFormats, formats_of
from destination.places.opening_hours.hours import A_DAY, Hours, HoursMeaning, Opening, Period, zone

SCHEMA_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEK = timedelta(days=6)
# Said of hours that are not those of the place itself: on a day with hours, day and night, on a day without.
SERVICE_WORDS = {
    HoursMeaning.RECEPTION: (
        gettext_lazy("Réception ouverte %(hours)s"),
        gettext_lazy("Réception ouverte jour et nuit"),
        gettext_lazy("Pas de réception aujourd’hui"),
    ),
    HoursMeaning.DESK: (
        gettext_lazy("Bureau ouvert %(hours)s"),
        gettext_lazy("Bureau ouvert jour et nuit"),
        gettext_lazy("Pas de permanence aujourd’hui"),
    ),
    HoursMeaning.BOX_OFFICE: (
        gettext_lazy("Billetterie ouverte %(hours)s"),
        gettext_lazy("Billetterie ouverte jour et nuit"),
        gettext_lazy("Pas de billetterie aujourd’hui"),
    ),
    HoursMeaning.SUPERVISION: (
        gettext_lazy("Baignade surveillée %(hours)s"),
        gettext_lazy("Baignade surveillée jour et nuit"),
        gettext_lazy("Baignade non surveillée aujourd’hui"),
    ),
}
HEADINGS = {
    HoursMeaning.OPENING: gettext_lazy("Horaires"),
    HoursMeaning.RECEPTION: gettext_lazy("Horaires de la réception"),
    HoursMeaning.DESK: gettext_lazy("Horaires du bureau"),
    HoursMeaning.BOX_OFFICE: gettext_lazy("Horaires de la billetterie"),
    HoursMeaning.SUPERVISION: gettext_lazy("Horaires de surveillance"),
}
TODAY_LABELS = {
    HoursMeaning.OPENING: gettext_lazy("Aujourd’hui"),
    HoursMeaning.RECEPTION: gettext_lazy("Réception, aujourd’hui"),
    HoursMeaning.DESK: gettext_lazy("Bureau, aujourd’hui"),
    HoursMeaning.BOX_OFFICE: gettext_lazy("Billetterie, aujourd’hui"),
    HoursMeaning.SUPERVISION: gettext_lazy("Surveillance, aujourd’hui"),
}


def status_in_words(opening: Opening, moment: datetime, language: str) -> str:
    """« Ouvert · ferme à 18 h », « Fermé · ouvre demain à 10 h »; empty where the hours are not known. Of hours that are not
    those of the place itself, « Réception ouverte de 7 h à 21 h », whatever the hour."""
    if not opening:
        return ""
    day = moment.astimezone(zone()).date()
    with translation.override(language):
        if not opening.is_of_the_place and not _closes_the_place(opening, day):
            return _service_in_words(opening, day, language)
        is_open, change = opening.is_open(moment), opening.next_change(moment)
        if change is None:
            return _("Ouvert jour et nuit") if is_open else _("Fermé")
        when = _moment_in_words(change, moment.astimezone(zone()), formats_of(language), is_open)
        return (_("Ouvert · ferme %(when)s") if is_open else _("Fermé · ouvre %(when)s")) % {"when": when}


def next_opening_in_words(opening: Opening, moment: datetime, language: str) -> str:
    """« Ouvre demain à 10 h »; empty where it is open, or opens no more within a year."""
    change = None if not opening or opening.is_open(moment) else opening.next_change(moment)
    if change is None:
        return ""
    with translation.override(language):
        return _("Ouvre %(when)s") % {"when": _moment_in_words(change, moment.astimezone(zone()), formats_of(language), False)}


def _closes_the_place(opening: Opening, day: date) -> bool:
    """A hotel that has no hours for a whole season is closed; a beach without supervision is not."""
    return opening.meaning == HoursMeaning.RECEPTION and opening.is_out_of_season(day)


def _service_in_words(opening: Opening, day: date, language: str) -> str:
    with_hours, day_and_night, without_hours = SERVICE_WORDS[opening.meaning]
    hours = opening.today(day)
    if not hours:
        return str(without_hours)
    if len(hours) == 1 and hours[0][0] == hours[0][1]:
        return str(day_and_night)
    return with_hours % {"hours": hours_in_words(hours, language)}


def _moment_in_words(change: datetime, now: datetime, formats: DateFormats, is_open: bool) -> str:
    """« à 18 h », « demain à 10 h », « mardi à 10 h », « le mardi 1er avril à 10 h »."""
    hour, day, today = formats.at_hour(change.time()), change.date(), now.date()
    # « ferme à 2 h » is said of the night that begins, as of the same evening.
    if day == today or (is_open and change - now < timedelta(hours=18)):
        return hour
    if day == today + A_DAY:
        return _("demain %(hour)s") % {"hour": hour}
    if day - today <= WEEK:
        return f"{formats.weekdays[day.weekday()]} {hour}"
    return f"{formats.on(formats.day(day, weekday=True, year=False), day)} {hour}"


def hours_in_words(hours: Hours, language: str, meaning: str = HoursMeaning.OPENING) -> str:
    """« de 10 h à 12 h 30 et de 14 h à 18 h », « fermé », or « aucune » of hours that are not those of the place itself."""
    with translation.override(language):
        if not hours:
            return pgettext("un jour", "fermé") if meaning == HoursMeaning.OPENING else pgettext("heures de présence", "aucune")
        if len(hours) == 1 and hours[0][0] == hours[0][1]:
            return _("jour et nuit")
        formats = formats_of(language)
        return formats.listed([formats.hours(start, end) for start, end in hours])


def seasons_in_words(opening: Opening, today: date, language: str) -> list[dict]:
    """The weeks of the year: heading, is_now, rows of {days, hours, is_closed, is_today}; the present season first."""
    present = opening.period_of(today)
    seasons = [
        {
            "heading": _dates_in_words(period, today, language),
            "is_now": period is present,
            "rows": _rows(period, today if period is present else None, language, opening.meaning),
        }
        for period in opening.periods
    ]
    following = {id(season): number for number, season in enumerate(seasons)}
    return sorted(seasons, key=lambda season: (not season["is_now"], following[id(season)]))


def _dates_in_words(period: Period, today: date, language: str) -> str:
    with translation.override(language):
        if period.is_whole_year:
            return _("Toute l’année")
        formats = formats_of(language)
        first, last = period.dates_around(today)
        sentence = formats.span(formats.day(first, year=False), formats.day(last, year=False), first, last)
        return sentence[:1].upper() + sentence[1:]


def _rows(period: Period, today: date | None, language: str, meaning: str) -> list[dict]:
    """Days that follow each other with the same hours make one row."""
    rows = []
    with translation.override(language):
        for hours, group in groupby(range(7), key=lambda day: period.hours[day]):
            days = list(group)
            rows.append(
                {
                    "days": _days_in_words(days, formats_of(language)),
                    "hours": hours_in_words(hours, language, meaning),
                    "is_closed": not hours,
                    "is_today": today is not None and today.weekday() in days,
                }
            )
    return rows


def _days_in_words(days: list[int], formats: DateFormats) -> str:
    first, last = formats.weekdays[days[0]], formats.weekdays[days[-1]]
    if len(days) == 7:
        return _("tous les jours")
    if len(days) == 1:
        return first
    return formats.listed([first, last]) if len(days) == 2 else _("du %(first)s au %(last)s") % {"first": first, "last": last}


def closed_days_in_words(opening: Opening, today: date, language: str) -> list[str]:
    """The days closed by exception, from today on, the soonest first."""
    formats = formats_of(language)
    return [formats.day(day, year=not every_year) for day, every_year in opening.coming_closed_days(today)]


def specification(opening: Opening, today: date) -> list[dict]:
    """`openingHoursSpecification` of schema.org: each season with its dates of this year, or of its next time."""
    entries = []
    for period in opening.periods:
        dates = {}
        if not period.is_whole_year:
            first, last = period.dates_around(today)
            dates = {"validFrom": first.isoformat(), "validThrough": last.isoformat()}
        entries += [_hours_specification(days, start, end) | dates for (start, end), days in _days_by_hours(period).items()]
        if period.is_closed:
            entries.append(_closed_specification(dates))
    for closed, _every_year in opening.coming_closed_days(today):
        entries.append(_closed_specification({"validFrom": closed.isoformat(), "validThrough": closed.isoformat()}))
    return entries


def _days_by_hours(period: Period) -> dict:
    days_by_hours: dict = {}
    for day, hours in enumerate(period.hours):
        for pair in hours:
            days_by_hours.setdefault(pair, []).append(SCHEMA_DAYS[day])
    return days_by_hours


def _hours_specification(days: list[str], start, end) -> dict:
    # schema.org writes « all day » 00:00 to 23:59: the same hour twice would mean closed.
    closes = "23:59" if start == end else f"{end:%H:%M}"
    return {"@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": f"{start:%H:%M}", "closes": closes}


def _closed_specification(dates: dict) -> dict:
    return {"@type": "OpeningHoursSpecification", "dayOfWeek": list(SCHEMA_DAYS), "opens": "00:00", "closes": "00:00"} | dates
