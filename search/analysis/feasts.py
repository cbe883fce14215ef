"""Feasts and seasons as moments: when they are in a year, by rule, and the terms by which the search knows them.

They stand in `search/content/feasts.yaml`. « Noël » names days, but much that belongs to it bears its name on others: what names
a feast is given a term of it, what happens on its days another one, and a question that names it seeks either."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from common.content_files import read_yaml
from search.analysis.words import LONGEST_TEXT, feast_name_term, feast_term, tokenise

CONTENT = Path(__file__).parents[1] / "content" / "feasts.yaml"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# An exhibition of years happens at every feast: its first days tell enough.
MOST_DAYS = 800


@dataclass(frozen=True)
class Feast:
    """A feast or a season: its `rule` and `names` as the file has them."""

    code: str
    rule: dict
    names: dict[str, list[str]]

    @property
    def is_season(self) -> bool:
        return "months" in self.rule

    def days(self, year: int) -> tuple[date, date]:
        """The first and the last day that people mean; of a season that begins in that year."""
        if self.is_season:
            first, last = self.rule["months"]
            return date(year, first, 1), date(year + (last < first), last, 1) + relativedelta(day=31)
        day = self._day(year)
        before, after = self.rule.get("around", (0, 0))
        return day - timedelta(days=before), day + timedelta(days=after)

    def _day(self, year: int) -> date:
        rule = self.rule
        if "easter" in rule:
            return easter(year) + timedelta(days=rule["easter"])
        if "date" in rule:
            return date.fromisoformat(f"{year}-{rule['date']}")
        weekday, first = WEEKDAYS.index(rule["weekday"]), date(year, rule["month"], 1)
        if rule["nth"] > 0:
            day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (rule["nth"] - 1))
        else:
            last = first + relativedelta(day=31)
            day = last - timedelta(days=(last.weekday() - weekday) % 7)
        taken = "unless_easter" in rule and day == easter(year) + timedelta(days=rule["unless_easter"])
        return day + timedelta(days=7) if taken else day

    def next_days(self, today: date, year: int | None = None) -> tuple[int, tuple[date, date]]:
        """Its year and its days: the one that is not over, or that of a year."""
        years = [year] if year else range(today.year - 1, today.year + 2)
        each = ((number, self.days(number)) for number in years)
        return next((number, days) for number, days in each if year or days[1] >= today)


@lru_cache(maxsize=1)
def feasts() -> dict[str, Feast]:
    entries = read_yaml(CONTENT)["feasts"]
    return {code: Feast(code, entry, entry["names"]) for code, entry in entries.items()}


@dataclass(frozen=True)
class Names:
    """How the feasts are called in a language: a pattern over folded words, whose group `feast` has a code."""

    pattern: str
    codes: dict[str, str]

    def code_of(self, name: str) -> str:
        return self.codes[_whole(name)]


@lru_cache(maxsize=10)
def names_in(language: str, weekdays: tuple[str, ...]) -> Names:
    content = read_yaml(CONTENT)
    codes = {_whole(_folded(name)): code for code, feast in feasts().items() for name in feast.names.get(language, ())}
    before = "|".join([*map(_folded, content["before"].get(language, ())), *weekdays])
    joints = "|".join(content["joints"])
    escaped = (re.escape(name).replace("saint", "(?:saint|st)") for name in sorted(codes, key=len, reverse=True))
    longest_first = "|".join(escaped)
    return Names(rf"(?:(?:{before}) (?:(?:{joints}) )*)*?(?P<feast>{longest_first})", codes)


@lru_cache(maxsize=1)
def _names_by_first_word() -> dict[str, list[tuple[list[str], str]]]:
    """The names of all feasts in all languages as folded words, longest first, each with its feast."""
    names: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
    for code, feast in feasts().items():
        for name in dict.fromkeys(_whole(_folded(name)) for each in feast.names.values() for name in each):
            words = name.split()
            names[words[0]].append((words, code))
    return {first: sorted(each, key=lambda name: -len(name[0])) for first, each in names.items()}


@lru_cache(maxsize=4)
def feasts_named(text: str) -> frozenset[str]:
    """The feasts that a text names, in any language: « Le marché de Noël », “a Christmas market”. The same text is asked for by
    the readers of each language."""
    names, found = _names_by_first_word(), set()
    words = ["saint" if token.folded == "st" else token.folded for token in tokenise(text[:LONGEST_TEXT])]
    for place, word in enumerate(words):
        for name, code in names.get(word, ()):
            if words[place : place + len(name)] == name:
                found.add(code)
                break
    return frozenset(found)


def feast_name_terms(text: str, language: str, with_seasons: bool) -> str:
    """The terms of the feasts that a text names. Without the seasons where it is long: « a été » is no summer."""
    codes = (code for code in feasts_named(text) if with_seasons or not feasts()[code].is_season)
    return " ".join(sorted(feast_name_term(code, language) for code in codes))


def _whole(name: str) -> str:
    """« st jean » is « saint jean »."""
    return re.sub(r"\bst\b", "saint", name)


def _folded(name: str) -> str:
    return " ".join(token.folded for token in tokenise(name))


@lru_cache(maxsize=4000)
def _feasts_on(day: date) -> tuple[tuple[str, int], ...]:
    """Code and year of each feast to which a day belongs."""
    return tuple(
        (feast.code, year)
        for feast in feasts().values()
        for year in (day.year - 1, day.year, day.year + 1)
        if (days := feast.days(year))[0] <= day <= days[1]
    )


class ItsFeasts(NamedTuple):
    """The feasts of a thing by code and year: those at which `alone` it happens, and those at which it happens `too`. A weekly
    market is no thing of Christmas, a ball on 24 December is."""

    alone: frozenset[tuple[str, int]] = frozenset()
    too: frozenset[tuple[str, int]] = frozenset()


NO_FEAST = ItsFeasts()


def feasts_of(days: Iterable[tuple[date, date, time | None]]) -> ItsFeasts:
    """The feasts of a thing that happens on these days; first day, last day and hour as `search.sources.Source.days` has them."""
    number, counts, met = 0, Counter(), set()
    for day in _each_day(days):
        number += 1
        for code, year in _feasts_on(day):
            counts[code] += 1
            met.add((code, year))
    alone = frozenset((code, year) for code, year in met if counts[code] == number and not feasts()[code].is_season)
    return ItsFeasts(alone, frozenset(met) - alone)


def _each_day(days: Iterable[tuple[date, date, time | None]]) -> Iterator[date]:
    number = 0
    for first, last, _start in days:
        for ahead in range((last - first).days + 1):
            if number >= MOST_DAYS:
                return
            number += 1
            yield first + timedelta(days=ahead)


def feast_terms(names: Iterable[tuple[str, int]], language: str) -> str:
    return " ".join(sorted(feast_term(code, year, language) for code, year in names))
