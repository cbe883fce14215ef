"""How each language writes days, hours and repetitions.

A new language is one class here, added to ``LANGUAGES``: the pieces are put together where a subject needs sentences
(``destination.agenda.schedule.sentences``, ``destination.places.opening_hours.sentences``).
"""

from datetime import date, time

NBSP = "\u00a0"


class DateFormats:
    """What a language must say. ``DateFormats`` holds what is the same everywhere, and the sentences that differ by their words
    alone, which a language gives as templates."""

    comma_list = ", "
    time_separator = ", "
    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    months: tuple[str, ...]
    ordinals: dict[int, str]
    numbers: dict[int, str]
    and_word: str
    #: Each time, each other time, each so many times.
    every_day: tuple[str, str, str]
    every_month: tuple[str, str, str]
    every_year: tuple[str, str, str]
    weekdays_only: str
    leap_day: str
    duration: str
    more_dates: str
    #: What may be said of one day: code of the state → its words.
    day_states: dict[str, str]

    def listed(self, items: list[str]) -> str:
        """« a, b et c »"""
        if len(items) < 2:
            return "".join(items)
        return f"{self.comma_list.join(items[:-1])} {self.and_word} {items[-1]}"

    def weekday(self, day: date, whole: bool, short: bool) -> list[str]:
        """The name of the day of the week, whole, short or not at all."""
        return [self.weekdays[day.weekday()]] if whole else [self.short_weekdays[day.weekday()]] if short else []

    def day(self, day: date, weekday=False, month=True, year=True, short=False) -> str:
        parts = [*self.weekday(day, weekday, short), self.day_number(day)]
        parts += [self.months[day.month - 1]] if month else []
        parts += [str(day.year)] if year else []
        return " ".join(parts)

    def day_number(self, day: date) -> str:
        return str(day.day)

    def from_hours(self, start: time, end: time) -> str:
        """The hours inside a sentence, after a date."""
        return self.hours(start, end)

    def until_hour(self, hour: time) -> str:
        raise NotImplementedError

    def until_next_day(self, start: time, end: time) -> str:
        """The hours of what ends on the following day, inside a sentence."""
        raise NotImplementedError

    def span_with_hours(self, first: str, last: str, first_day: date, last_day: date) -> str:
        return self.span(first, last, first_day, last_day)

    def counted(self, number: int) -> str:
        """A small number in letters."""
        return self.numbers.get(number, str(number))

    def _every(self, words: tuple[str, str, str], interval: int, which: str = "") -> str:
        return words[min(interval, 3) - 1].format(which=which, number=self.counted(interval))

    def daily(self, interval: int) -> str:
        return self._every(self.every_day, interval)

    def monthly(self, which: str, interval: int) -> str:
        return self._every(self.every_month, interval, which)

    def yearly(self, which: str, interval: int) -> str:
        return self._every(self.every_year, interval, which)

    def lasting(self, days: int) -> str:
        return self.duration.format(days=days)

    def and_also(self, dates: str) -> str:
        return self.more_dates.format(dates=dates)

    def state_of_day(self, code: str, day: str, date_: date) -> str:
        """« ; annulé le 14 août »"""
        return f"{self.day_states[code]} {self.on(day, date_)}"

    def of_month(self, which: str, month: int) -> str:
        return f"{which} {self._of(self.months[month - 1])}"

    @staticmethod
    def _of(month: str) -> str:
        """« d’avril », « de mai », in the Romance languages."""
        return f"d’{month}" if month[0] in "ao" else f"de {month}"


class French(DateFormats):
    weekdays = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
    short_weekdays = ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.")
    months = (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    )  # fmt: skip
    ordinals = {1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième", 5: "cinquième", -1: "dernier"}
    numbers = {2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six"}
    and_word = "et"
    all_day = "toute la journée"
    unknown_hour = "heure à préciser"
    every_day = ("tous les jours", "un jour sur deux", "tous les {number} jours")
    every_month = ("{which} de chaque mois", "{which}, un mois sur deux", "{which}, tous les {number} mois")
    every_year = ("chaque année, {which}", "tous les {number} ans, {which}", "tous les {number} ans, {which}")
    weekdays_only = "du lundi au vendredi"
    leap_day = "le 29 février, les années bissextiles seulement"
    duration = "pendant {days} jours"
    more_dates = "et aussi {dates}"
    day_states = {
        "cancelled": f"{NBSP}; annulé",
        "postponed": f"{NBSP}; reporté",
        "full": f"{NBSP}; complet",
        "moved": f"{NBSP}; dans un autre lieu",
        "moved_online": f"{NBSP}; en ligne",
    }

    def day_number(self, day: date) -> str:
        return "1er" if day.day == 1 else str(day.day)

    def hour(self, hour: time) -> str:
        if hour == time():
            return "minuit"
        minutes = f"{NBSP}{hour:%M}" if hour.minute else ""
        return f"{hour.hour}{NBSP}h{minutes}"

    def at_hour(self, hour: time) -> str:
        return f"à {self.hour(hour)}"

    def hours(self, start: time, end: time) -> str:
        return f"de {self.hour(start)} à {self.hour(end)}"

    def until_hour(self, hour: time) -> str:
        return f"jusqu’{self.at_hour(hour)}"

    def until_next_day(self, start: time, end: time) -> str:
        return f"de {self.hour(start)} au lendemain {self.at_hour(end)}"

    def span(self, first: str, last: str, first_day: date, last_day: date) -> str:
        return f"du {first} au {last}"

    def since(self, text: str, day: date) -> str:
        return f"à partir du {text}"

    def on(self, text: str, day: date) -> str:
        return f"le {text}"

    def weekly(self, days: tuple[int, ...], interval: int) -> str:
        names = [self.weekdays[day] for day in days]
        if interval == 1:
            return "tous les " + self.listed([f"{name}s" for name in names])
        if interval == 2 and len(names) == 1:
            return f"un {names[0]} sur deux"
        which = self.listed([f"le {name}" for name in names])
        every = "une semaine sur deux" if interval == 2 else f"toutes les {self.counted(interval)} semaines"
        return f"{every}, {which}"

    def month_day(self, day: int) -> str:
        return "le 1er" if day == 1 else f"le {day}"

    def nth_weekday(self, nth: int, weekday: int) -> str:
        return f"le {self.ordinals[nth]} {self.weekdays[weekday]}"

    def in_month(self, day: int, month: int) -> str:
        return f"{self.month_day(day)} {self.months[month - 1]}"

    def except_for(self, days: list[str]) -> str:
        return "sauf " + self.listed([f"le {day}" for day in days])

    def others(self, number: int, last: str, day: date) -> str:
        dates = "autre date" if number == 1 else "autres dates"
        return f"{number} {dates} jusqu’au {last}"

    def moved(self, day: str, to: str, date_: date) -> str:
        return f"{NBSP}; la date du {day} est déplacée{NBSP}: {to}"


class English(DateFormats):
    weekdays = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    short_weekdays = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    months = (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    )  # fmt: skip
    ordinals = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}
    numbers = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
    and_word = "and"
    all_day = "all day"
    unknown_hour = "time to be confirmed"
    every_day = ("every day", "every other day", "every {number} days")
    every_month = ("{which} of every month", "{which} of every other month", "{which}, every {number} months")
    every_year = ("every year on {which}", "every {number} years on {which}", "every {number} years on {which}")
    weekdays_only = "Monday to Friday"
    leap_day = "29 February, leap years only"
    duration = "for {days} days"
    more_dates = "and also {dates}"
    day_states = {
        "cancelled": "; cancelled",
        "postponed": "; postponed",
        "full": "; full",
        "moved": "; at another place",
        "moved_online": "; online",
    }

    def hour(self, hour: time) -> str:
        if hour.minute == 0 and hour.hour in (0, 12):
            return "noon" if hour.hour else "midnight"
        minutes = f":{hour:%M}" if hour.minute else ""
        return f"{hour.hour % 12 or 12}{minutes} {'am' if hour.hour < 12 else 'pm'}"

    def at_hour(self, hour: time) -> str:
        return f"at {self.hour(hour)}"

    def hours(self, start: time, end: time) -> str:
        return f"{self.hour(start)} to {self.hour(end)}"

    def from_hours(self, start: time, end: time) -> str:
        return f"from {self.hours(start, end)}"

    def until_hour(self, hour: time) -> str:
        return f"until {self.hour(hour)}"

    def until_next_day(self, start: time, end: time) -> str:
        return f"from {self.hour(start)} to {self.hour(end)} the next day"

    def span(self, first: str, last: str, first_day: date, last_day: date) -> str:
        return f"{first} to {last}"

    def span_with_hours(self, first, last, first_day, last_day) -> str:
        return f"from {first} to {last}"

    def since(self, text: str, day: date) -> str:
        return f"from {text}"

    def on(self, text: str, day: date) -> str:
        return f"on {text}"

    def weekly(self, days: tuple[int, ...], interval: int) -> str:
        names = self.listed([self.weekdays[day] for day in days])
        if interval == 1:
            return f"every {names}"
        if interval == 2 and len(days) == 1:
            return f"every other {names}"
        return f"every {self.counted(interval)} weeks on {names}"

    def month_day(self, day: int) -> str:
        suffix = "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
        return f"the {day}{suffix}"

    def nth_weekday(self, nth: int, weekday: int) -> str:
        return f"the {self.ordinals[nth]} {self.weekdays[weekday]}"

    def of_month(self, which: str, month: int) -> str:
        return f"{which} of {self.months[month - 1]}"

    def in_month(self, day: int, month: int) -> str:
        return f"{day} {self.months[month - 1]}"

    def except_for(self, days: list[str]) -> str:
        return "except " + self.listed(days)

    def others(self, number: int, last: str, day: date) -> str:
        return f"{number} other {'date' if number == 1 else 'dates'} until {last}"

    def moved(self, day: str, to: str, date_: date) -> str:
        return f"; {day} moved to {to}"


class Catalan(DateFormats):
    weekdays = ("dilluns", "dimarts", "dimecres", "dijous", "divendres", "dissabte", "diumenge")
    short_weekdays = ("dl.", "dt.", "dc.", "dj.", "dv.", "ds.", "dg.")
    months = (
        "gener", "febrer", "març", "abril", "maig", "juny",
        "juliol", "agost", "setembre", "octubre", "novembre", "desembre",
    )  # fmt: skip
    ordinals = {1: "primer", 2: "segon", 3: "tercer", 4: "quart", 5: "cinquè", -1: "últim"}
    numbers = {2: "dos", 3: "tres", 4: "quatre", 5: "cinc", 6: "sis"}
    and_word = "i"
    all_day = "tot el dia"
    unknown_hour = "hora per confirmar"
    every_day = ("cada dia", "cada {number} dies", "cada {number} dies")
    every_month = ("{which} de cada mes", "{which}, cada {number} mesos", "{which}, cada {number} mesos")
    every_year = ("cada any, {which}", "cada {number} anys, {which}", "cada {number} anys, {which}")
    weekdays_only = "de dilluns a divendres"
    leap_day = "el 29 de febrer, només els anys de traspàs"
    duration = "durant {days} dies"
    more_dates = "i també {dates}"
    day_states = {
        "cancelled": "; anul·lat",
        "postponed": "; ajornat",
        "full": "; complet",
        "moved": "; en un altre lloc",
        "moved_online": "; en línia",
    }

    def day(self, day: date, weekday=False, month=True, year=True, short=False) -> str:
        text = " ".join([*self.weekday(day, weekday, short), str(day.day)])
        if month:
            text += " " + self._of(self.months[day.month - 1])
        return f"{text} de {day.year}" if year else text

    def hour(self, hour: time) -> str:
        minutes = f".{hour:%M}" if hour.minute else ""
        return f"{hour.hour}{minutes}{NBSP}h"

    def at_hour(self, hour: time) -> str:
        return f"a la {self.hour(hour)}" if hour.hour == 1 else f"a les {self.hour(hour)}"

    def hours(self, start: time, end: time) -> str:
        return f"de {self.hour(start).removesuffix(f'{NBSP}h')} a {self.hour(end)}"

    def until_hour(self, hour: time) -> str:
        return f"fins {self.at_hour(hour)}"

    def until_next_day(self, start: time, end: time) -> str:
        return f"{self.hours(start, end)} de l’endemà"

    def span(self, first: str, last: str, first_day: date, last_day: date) -> str:
        beginning = f"de l’{first}" if self._elided(first_day) else f"del {first}"
        return f"{beginning} {self._to(last, last_day)}"

    def since(self, text: str, day: date) -> str:
        return f"a partir de l’{text}" if self._elided(day) else f"a partir del {text}"

    def on(self, text: str, day: date) -> str:
        return f"l’{text}" if self._elided(day) else f"el {text}"

    def weekly(self, days: tuple[int, ...], interval: int) -> str:
        names = [self.weekdays[day] for day in days]
        if interval == 1:
            return f"cada {self.listed(names)}"
        every = "dues" if interval == 2 else self.counted(interval)
        return f"cada {every} setmanes, " + self.listed([f"el {name}" for name in names])

    def month_day(self, day: int) -> str:
        return f"l’{day}" if day in (1, 11) else f"el {day}"

    def nth_weekday(self, nth: int, weekday: int) -> str:
        article = "l’" if nth == -1 else "el "
        return f"{article}{self.ordinals[nth]} {self.weekdays[weekday]}"

    def in_month(self, day: int, month: int) -> str:
        return f"{self.month_day(day)} {self._of(self.months[month - 1])}"

    def except_for(self, days: list[str]) -> str:
        return "excepte " + self.listed([self._the(day) for day in days])

    def others(self, number: int, last: str, day: date) -> str:
        dates = "una altra data" if number == 1 else f"{number} dates més"
        return f"{dates} fins {self._to(last, day)}"

    def moved(self, day: str, to: str, date_: date) -> str:
        of_the = f"de l’{day}" if self._elided(date_) else f"del {day}"
        return f"; la data {of_the} canvia: {to}"

    @staticmethod
    def _elided(day: date) -> bool:
        """« l’1 » and « l’11 » (un, onze)."""
        return day.day in (1, 11)

    def _the(self, text: str) -> str:
        return f"l’{text}" if text.split()[0] in ("1", "11") else f"el {text}"

    def _to(self, text: str, day: date) -> str:
        return f"a l’{text}" if self._elided(day) else f"al {text}"


LANGUAGES: dict[str, DateFormats] = {"fr": French(), "en": English(), "ca": Catalan()}


def formats_of(language: str | None) -> DateFormats:
    """The table of a language (``ca-es`` is ``ca``), French for a language without one."""
    return LANGUAGES.get((language or "fr").split("-")[0].lower(), LANGUAGES["fr"])
