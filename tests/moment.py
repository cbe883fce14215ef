"""The moment at which the tests run: the real one, or the one that `TEST_NOW` names.

`TEST_NOW=2027-03-27T23:59` (Europe/Paris) gives every test that moment at its start; the clock goes on from there. Without it a test
that starts after midnight is given the last minute of the day on which the run began, because what is made once for a module (the
scene of `tests/access`) is made for that day.
"""

import os
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import time_machine
from django.utils import timezone

PARIS = ZoneInfo("Europe/Paris")
LAST_MINUTE = time(23, 59)
CHOICE = "TEST_NOW"
BEGINNING = "TEST_RUN_BEGAN"  # read by the processes of one run, which may start on both sides of midnight


def begin() -> None:
    """At the start of a test process, before test modules are imported."""
    if chosen := os.environ.get(CHOICE):
        time_machine.travel(_moment(chosen)).start()
    os.environ.setdefault(BEGINNING, datetime.now(PARIS).isoformat())


def is_chosen() -> bool:
    """Whether the run has another moment than the real one."""
    return CHOICE in os.environ


def of_a_test() -> AbstractContextManager:
    """The clock of one test; a test may travel on from it."""
    if chosen := os.environ.get(CHOICE):
        return time_machine.travel(_moment(chosen))
    day = datetime.fromisoformat(os.environ[BEGINNING]).date()
    if datetime.now(PARIS).date() == day:
        return nullcontext()
    return time_machine.travel(datetime.combine(day, LAST_MINUTE, PARIS))


def in_days(number: int) -> date:
    """The day so many days after that of the test; to be asked inside a test, never when a module is imported."""
    return timezone.localdate() + timedelta(days=number)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)
