"""Days and hours as people write them, in the languages of the house: what forms and the search read alike."""

from datetime import date, time, timedelta

# Months as they are written; three letters are enough, accents and case do not matter.
MONTHS = {
    1: ("janv", "jan", "gener", "gen"),
    2: ("fevr", "fev", "feb"),
    3: ("mars", "mar"),
    4: ("avr", "apr", "abr"),
    5: ("mai", "may", "maig"),
    6: ("juin", "jun", "juny"),
    7: ("juil", "jul"),
    8: ("aou", "aug", "ago"),
    9: ("sep", "set"),
    10: ("oct",),
    11: ("nov",),
    12: ("dec", "des"),
}


def month_of(word: str) -> int | None:
    """The month that a word without accents begins like: « juil. », “Dec”, «gener»."""
    months = {number for number, beginnings in MONTHS.items() if word.startswith(beginnings)}
    return months.pop() if len(months) == 1 else None  # no word is like two of them but odd ones


def next_such_day(today: date, month: int, day: int) -> date:
    """The day of a date written without its year; yesterday was still meant. Raises ValueError where no year has it."""
    if (month, day) == (2, 29):
        leap = next(year for year in range(today.year, today.year + 9) if _is_day(year, 2, 29) and date(year, 2, 29) >= today)
        return date(leap, 2, 29)
    this_year = date(today.year, month, day)
    return this_year if this_year >= today - timedelta(days=1) else date(today.year + 1, month, day)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def hour_of(hour: str, minute: str | None = None, half: str | None = None) -> time:
    """The hour of « 18 h 30 » or “6.30 pm”, given by its parts; midnight may be 24. Raises ValueError for what is no hour."""
    hours, minutes, half = int(hour), int(minute or 0), (half or "")[:1]
    if half and hours <= 12:
        hours = hours % 12 + (12 if half == "p" else 0)
    return time(0 if (hours, minutes) == (24, 0) else hours, minutes)
