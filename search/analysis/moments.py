"""When something is sought for, read in the question: « concert samedi soir », “market on Sunday”, «demà a les 18.30 h».

Each language gives its words; the grammar is one. A question is read in the reader's language, then in the others."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache

from dateutil.relativedelta import relativedelta

from common.date_formats import LANGUAGES
from common.date_reading import hour_of, month_of, next_such_day
from search.analysis.feasts import feasts, names_in
from search.analysis.moment_words import ARTICLES, EVENING, INDEFINITE, LAST_HOUR, PARTS, VOCABULARIES, Hours
from search.analysis.words import Token, tokenise

Days = tuple[date, date]

FIRST_HOUR = time(0)
# « 18 h 30 » is found by who remembers 18 h 15; « 18 h » means what begins in that hour.
AROUND = timedelta(minutes=15)
# An hour alone, with nothing that says it is one: a walk of « 2 h » or « 3 h 30 » is no event of the night.
EARLIEST_ALONE = 7


@dataclass(frozen=True)
class Moment:
    """What was understood: the days, both included; between which hours something begins, both included; None for any. `text`
    is the question without these words, `words` are these words as they were typed."""

    text: str
    words: str
    days: Days | None = None
    hours: Hours | None = None
    feast: tuple[str, int] | None = None  # its code and year; then its words are sought too, and the days are no limit


# Written with figures only, read in the question itself: a token keeps no sign.
FIGURES_DAY = re.compile(
    r"(?<![\d/.-])(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?)(?![\d/]|[.:-]\d)"
)
FIGURES_HOUR = re.compile(r"(?<![\d:.])(\d{1,2}):(\d{2})(?![\d:])\s*([ap]\.?m\.?)?", re.IGNORECASE)


def understand(text: str, language: str, today: date) -> Moment | None:
    """The moment that a question of a reader of `language` names, counted from `today`; None where it names none."""
    reader_first = sorted(VOCABULARIES, key=lambda code: code != language)
    for code in reader_first:
        reading = _Reading(text, code, today)
        if moment := reading.moment():
            return moment
    return None


def _folded(name: str) -> str:
    return " ".join(token.folded for token in tokenise(name))


@cache
def _names(language: str) -> tuple[list[str], list[str]]:
    """The days of the week and the months, folded."""
    formats = LANGUAGES[language]
    return [_folded(name) for name in formats.weekdays], [_folded(name) for name in formats.months]


class _Reading:
    """One question read with the words of one language. What was understood is blanked in `line`, so that nothing is read
    twice."""

    def __init__(self, text: str, language: str, today: date):
        self.text, self.today, self.language, self.words = text, today, language, VOCABULARIES[language]
        self.tokens = list(tokenise(text))
        self.line, self.starts = _line(self.tokens)
        self.weekdays, self.months = _names(language)
        self.taken: list[tuple[int, int]] = []  # parts of the question

    def moment(self) -> Moment | None:
        hours = self._figures_hour()
        if self._take(self.words.tonight):
            days, part = (self.today, self.today), PARTS[EVENING]
        else:
            days = self._figures_day() or self._span()
            if not days and (feast := self._feast()):
                name, days = feast
                if not (hours := hours or self._hours(alone=False)):
                    return Moment(self._rest(), self._typed(), days, None, name)
            days = days or self._day()
            part = self._part()
        hours = hours or self._hours(alone=days is None) or part
        if days is None and hours is None:
            return None
        return Moment(self._rest(), self._typed(), days, hours)

    # ---- days ----

    def _feast(self) -> tuple[tuple[str, int], Days] | None:
        """Code and year of the feast that is named, and its days to come."""
        names = names_in(self.language, tuple(self.weekdays))
        match = self._search(rf"{names.pattern}(?: (?:{self.words.next}))?(?: (?:de |of )?(?P<year>20\d\d))?")
        if not match:
            return None
        self._blank(*match.span())
        feast = feasts()[names.code_of(match["feast"])]
        year, (first, last) = feast.next_days(self.today, int(match["year"]) if match["year"] else None)
        return (feast.code, year), (max(first, self.today) if last >= self.today else first, last)

    def _figures_day(self) -> Days | None:
        for match in FIGURES_DAY.finditer(self.text):
            year, month, day, short_day, short_month, short_year = match.groups()
            try:
                if year:
                    one = date(int(year), int(month), int(day))
                elif short_year:
                    number = int(short_year)
                    one = date(number + 2000 if len(short_year) == 2 else number, int(short_month), int(short_day))
                else:
                    one = next_such_day(self.today, int(short_month), int(short_day))
            except ValueError:
                continue
            self._take_text(*match.span())
            return one, one
        return None

    def _span(self) -> Days | None:
        first, last = self.words.span
        # Every rank is folded to « 1e », « 12e » (`search.analysis.words`).
        number, month, year = r"(\d{1,2})e?", "(?:d |de |of )?([a-z]{3,})", r"(?: (?:de |del )?(20\d\d))?"
        pattern = rf"(?:{first}) {number}(?: {month})?{year} (?:{last}) {number} {month}{year}"
        match = self._search(pattern)
        if not match:
            return None
        one, one_month, one_year, other, other_month, other_year = match.groups()
        end = self._date(other, other_month, other_year)
        begin = self._date(one, one_month or other_month, one_year or other_year)
        if not begin or not end:
            return None
        self._blank(*match.span())
        if begin > end and not one_year:
            begin -= relativedelta(years=1)
        return min(begin, end), max(begin, end)

    def _date(self, number: str, word: str, year: str | None) -> date | None:
        month = self._month(word)
        try:
            if month is None:
                return None
            return date(int(year), month, int(number)) if year else next_such_day(self.today, month, int(number))
        except ValueError:
            return None

    def _month(self, word: str) -> int | None:
        """« déc » and « décembre » are months, « marché » is none."""
        month = month_of(word)
        return month if month and any(_folded(each.months[month - 1]).startswith(word) for each in LANGUAGES.values()) else None

    def _day(self) -> Days | None:
        readers: tuple[Callable[[], Days | None], ...] = (
            self._written_day, self._relative_day, self._week_end, self._week, self._weekday, self._whole_month,
        )  # fmt: skip
        return next((days for read in readers if (days := read())), None)

    def _written_day(self) -> Days | None:
        weekday = f"(?:(?:{'|'.join(self.weekdays)}) )?"
        one = r"(\d{1,2})e? (?:d |de |of )?([a-z]{3,})(?: (?:de |del )?(20\d\d))?"
        for pattern, order in ((one, (1, 2, 3)), (r"([a-z]{3,}) (\d{1,2})e?(?: (20\d\d))?", (2, 1, 3))):
            for match in re.finditer(rf"\b(?:(?:{self.words.on}) )?{weekday}{pattern}\b", self.line):
                number, word, year = (match[place] for place in order)
                if day := self._date(number, word, year):
                    self._blank(*match.span())
                    return day, day
        return None

    def _relative_day(self) -> Days | None:
        for pattern, days in ((self.words.day_after, 2), (self.words.tomorrow, 1), (self.words.today, 0)):
            if self._take(f"(?:(?:{self.words.on}) )?(?:{pattern})"):
                day = self.today + timedelta(days=days)
                return day, day
        parts = "|".join(self.words.parts.values())
        if match := re.search(rf"\b(?:{self._pointing()}) (?=(?:{parts})(?:$| ))", self.line):
            self._blank(*match.span())
            return self.today, self.today
        return None

    def _pointing(self) -> str:
        """« ce », “this”: the part of the day that follows is today's."""
        return "|".join(word for word in self.words.this.split("|") if word not in ARTICLES)

    def _week_end(self) -> Days | None:
        saturday = self.today + timedelta(days=5 - self.today.weekday())
        first, last = max(self.today, saturday), saturday + timedelta(days=1)
        match = self._search(f"{self._before_span()}(?:{self.words.week_end})( (?:{self.words.next}))?")
        if not match or re.search(rf"\b(?:{INDEFINITE}) $", self.line[: match.start()]):
            return None
        self._blank(*match.span())
        if match["next"] or match[2]:
            week = timedelta(days=7)
            return saturday + week, last + week
        return first, last

    def _before_span(self) -> str:
        return rf"(?:(?:{self.words.on}) )?(?:(?:{self.words.this}) )?(?:(?P<next>{self.words.next}) )?"

    def _week(self) -> Days | None:
        sunday = self.today + timedelta(days=6 - self.today.weekday())
        following = sunday + timedelta(days=1), sunday + timedelta(days=7)
        if self._take(f"(?:(?:{self.words.this}) )?(?:{self.words.next}) {self.words.week}") or self._take(
            f"(?:(?:{self.words.this}) )?{self.words.week} (?:{self.words.next})"
        ):
            return following
        if self._take(f"(?:{self._pointing()}) {self.words.week}"):
            return self.today, sunday
        if self._take(f"(?:{self._pointing()}) (?:{self.words.month})"):
            return self.today, self.today + relativedelta(day=31)
        return None

    def _weekday(self) -> Days | None:
        names = "|".join(self.weekdays)
        match = self._search(rf"{self._before_span()}({names})(s?)(?: ({self.words.next}))?")
        if not match:
            return None
        self._blank(*match.span())
        ahead = (self.weekdays.index(match[2]) - self.today.weekday()) % 7
        if ahead == 0 and (match["next"] or match[4]):
            ahead = 7
        day = self.today + timedelta(days=ahead)
        return day, day

    def _whole_month(self) -> Days | None:
        # « mars » and “may” alone are words of other things: they need a word before them, or a year behind.
        names = "|".join(self.months)
        match = self._search(
            rf"(?:(?:en|au mois de|au mois d|in|al|el mes de|el mes d|de|d|pour|for|per al) )?({names})(?: (?:de )?(20\d\d))?"
        )
        if not match:
            return None
        if re.search(r"\d $", self.line[: match.start()]):  # a day that no calendar has
            return None
        bare = match[0] == match[1]
        if bare and match[1] in ("mars", "mai", "may", "march", "marc", "set"):
            return None
        self._blank(*match.span())
        month = self.months.index(match[1]) + 1
        year = int(match[2]) if match[2] else self.today.year + (month < self.today.month)
        first = date(year, month, 1)
        last = first + relativedelta(day=31)
        return (max(first, self.today), last) if last >= self.today else (first, last)

    # ---- hours ----

    def _part(self) -> Hours | None:
        """The part of the day: of a day that was read, of every day where an article says so or nothing else is asked for."""
        for part, words in self.words.parts.items():
            before = "le|l|the|in the|in|el|a la|al|au|du"
            match = self._search(f"(?:(?:{before}) )*(?:{words})")
            if match and (self.taken or match[0] == self.line):
                self._blank(*match.span())
                return PARTS[part]
        return None

    def _figures_hour(self) -> Hours | None:
        for match in FIGURES_HOUR.finditer(self.text):
            try:
                hour = hour_of(match[1], match[2], (match[3] or "").lower())
            except ValueError:
                continue
            before, after = self._side(self.text[: match.start()])
            self._take_text(match.start() - len(before or after or ""), match.end())
            return self._limits(hour, True, bool(after), bool(before))
        return None

    def _side(self, text: str) -> tuple[str, str]:
        """The word that limits what follows, as it stands at the end of a text: (before, after), one of them empty."""
        end = fold_line(text)
        for words, place in ((self.words.before, 0), (self.words.after, 1)):
            if re.search(rf"\b(?:{words})$", end):
                typed = re.search(r"\S+\s*$", text)
                return (typed[0], "") if place == 0 else ("", typed[0])
        return "", ""

    def _hours(self, alone: bool) -> Hours | None:
        words, hour = self.words, self.words.hour
        opening, closing = words.between
        bare = r"(\d{1,2})()()"
        if match := self._search(f"(?:{opening}) (?:{hour}|{bare}) (?:{closing}) {hour}"):
            groups = list(match.groups())
            first = groups[0:3] if groups[0] else [groups[3], "", groups[8]]
            try:
                begin, end = hour_of(*first), hour_of(*groups[6:9])
            except ValueError:
                return None
            self._blank(*match.span())
            return (begin, end) if begin <= end else (end, begin)
        for pattern, is_after, is_before in (
            (words.after, True, False),
            (words.before, False, True),
            (words.at, False, False),
            ("", 0, 0),
        ):
            lead = f"(?:{pattern}) " if pattern else ""
            for match in re.finditer(rf"\b{lead}(?:l |les )?(?:{hour})(?=$| )", self.line):
                if limits := self._limited(match, is_after, is_before, alone and not pattern):
                    return limits
            for name, one in ((words.noon, time(12)), (words.midnight, LAST_HOUR)):
                if pattern and self._take(f"{lead}(?:{name})"):
                    return self._limits(one, False, bool(is_after), bool(is_before))
        return None

    def _limited(self, match: re.Match, is_after: bool, is_before: bool, alone: bool) -> Hours | None:
        try:
            hour = hour_of(match[1], match[2], match[3])
        except ValueError:
            return None
        if alone and hour.hour < EARLIEST_ALONE and not match[3]:
            return None
        self._blank(*match.span())
        return self._limits(hour, bool(match[2]), is_after, is_before)

    def _limits(self, hour: time, with_minutes: bool, is_after: bool, is_before: bool) -> Hours:
        if is_after:
            return hour, LAST_HOUR
        if is_before:
            return FIRST_HOUR, _moved(hour, timedelta(minutes=-1))
        if with_minutes:
            return _moved(hour, -AROUND), _moved(hour, AROUND)
        return hour.replace(minute=0), hour.replace(minute=59)

    # ---- what was read ----

    def _search(self, pattern: str) -> re.Match | None:
        return re.search(rf"\b{pattern}(?=$| )", self.line)

    def _take(self, pattern: str) -> bool:
        match = self._search(f"(?:{pattern})")
        if match:
            self._blank(*match.span())
        return bool(match)

    def _blank(self, start: int, end: int) -> None:
        """These letters of the line are understood: their words leave the question."""
        inside = [token for token, at in zip(self.tokens, self.starts, strict=True) if start <= at < end]
        if inside:
            self.taken.append((inside[0].start, inside[-1].end))
        self.line = self.line[:start] + "\x00" * (end - start) + self.line[end:]

    def _take_text(self, start: int, end: int) -> None:
        for token, at in zip(self.tokens, self.starts, strict=True):
            if start <= token.start < end:
                self.line = self.line[:at] + "\x00" * len(token.folded) + self.line[at + len(token.folded) :]
        self.taken.append((start, end))

    def _rest(self) -> str:
        parts, done = [], 0
        for start, end in sorted(self.taken):
            parts.append(self.text[done:start])
            done = max(done, end)
        return " ".join(" ".join([*parts, self.text[done:]]).split())

    def _typed(self) -> str:
        return " ".join(self.text[start:end] for start, end in sorted(self.taken))


def fold_line(text: str) -> str:
    """The words of a text without accents, one space between them."""
    return _line(list(tokenise(text)))[0]


def _line(tokens: list[Token]) -> tuple[str, list[int]]:
    """The words as one line, and where each begins in it."""
    starts, length = [], 0
    for token in tokens:
        starts.append(length)
        length += len(token.folded) + 1
    return " ".join(token.folded for token in tokens), starts


def _moved(hour: time, by: timedelta) -> time:
    """The hour moved, inside its day."""
    minutes = min(max(hour.hour * 60 + hour.minute + round(by.total_seconds() / 60), 0), 24 * 60 - 1)
    return time(*divmod(minutes, 60))
