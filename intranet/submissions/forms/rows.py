"""Lines that repeat (dates, prices): `date-0-day`, `date-1-day`… Their number is read from the names themselves."""

import re

from django.http import QueryDict

from common.forms.typed_fields import Typed

# Ten dates more than an event may have, so that the schedule itself reports « too many ».
MOST_ROWS = 1010


def numbers(raw: QueryDict, prefix: str) -> list[int]:
    """The numbers of the lines that were sent, in order."""
    pattern = re.compile(rf"{prefix}-(\d{{1,4}})-\w+")
    return sorted({int(match[1]) for name in raw if (match := pattern.fullmatch(name))})[:MOST_ROWS]


def rows(kind: type[Typed], raw: QueryDict, prefix: str, *, checked: bool, least: int = 1) -> list[Typed]:
    """The lines as forms, at least `least` of them; an added empty line stays, so that it can be filled without JavaScript."""
    row_numbers = numbers(raw, prefix)
    while len(row_numbers) < least:
        row_numbers.append(max(row_numbers, default=-1) + 1)
    return [kind(raw, checked=checked, prefix=f"{prefix}-{number}") for number in row_numbers]


def blank(kind: type[Typed], prefix: str) -> Typed:
    """The line that the browser copies to add one."""
    return kind(QueryDict(), checked=False, prefix=f"{prefix}-__n__")


def next_number(raw: QueryDict, prefix: str) -> int:
    return max(numbers(raw, prefix), default=0) + 1
