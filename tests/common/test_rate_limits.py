"""How often a sender may do something, on each cache that an installation may have."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.utils import translation

from common.periodic import sweep_rate_counters
from common.rate_limits import GrowingDelay, RateCounter, allowed, client_address, count, seconds_to_wait, waiting_time

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
NOON = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Europe/Paris"))


def test_five_an_hour_are_five_an_hour_whatever_is_tried_meanwhile(cache_of_life):
    """A try each minute for three hours: five at the start of each hour, and nobody who goes on asking stays shut out."""
    answers = []
    for minute in range(180):
        with time_machine.travel(NOON + timedelta(minutes=minute), tick=False):
            answers.append(allowed("report", "192.0.2.7", 5))
            cache.clear()
    assert answers == ([True] * 5 + [False] * 55) * 3


def test_wait_is_until_the_window_ends():
    with time_machine.travel(NOON, tick=False) as clock:
        assert seconds_to_wait("api", "key", 1) == 0
        clock.shift(600)
        assert seconds_to_wait("api", "key", 1) == 3000
        assert seconds_to_wait("other", "key", 1) == seconds_to_wait("api", "other", 1) == 0


def test_clock_that_is_set_back_begins_a_new_window():
    with time_machine.travel(NOON, tick=False):
        assert [allowed("report", "a", 1) for _ in range(2)] == [True, False]
    with time_machine.travel(NOON - timedelta(days=30), tick=False):
        assert [allowed("report", "a", 1) for _ in range(2)] == [True, False]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "is_let_through",
    [lambda: allowed("report", "a", 5), lambda: not GrowingDelay("door", 5, (30, 60)).take("a")],
    ids=["window", "growing delay"],
)
def test_tries_at_the_same_moment_are_each_counted(is_let_through):
    def try_once(_number):
        try:
            return is_let_through()
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(try_once, range(40))) == 5


def test_no_address_is_stored_and_ended_counters_are_swept():
    with time_machine.travel(NOON - timedelta(hours=1), tick=False):
        count("report", "192.0.2.7")
    with time_machine.travel(NOON, tick=False):
        count("report", "192.0.2.8")
        assert not [row for row in RateCounter.objects.values_list() if "192" in str(row)]
        sweep_rate_counters()
        assert RateCounter.objects.count() == 1
        assert count("report", "192.0.2.8") == 2


def test_what_cannot_be_counted_is_let_through(caplog):
    def refuse(execute, sql, params, many, context):
        if "common_ratecounter" in sql:
            raise DatabaseError("database or disk is full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        assert [allowed("report", "a", 1) for _ in range(2)] == [True, True]
    assert "could not be counted: database or disk is full" in caplog.text


@pytest.mark.parametrize(
    ("proxies", "forwarded", "remote", "address"),
    [
        (0, "203.0.113.9", "192.0.2.7", "192.0.2.7"),  # nobody vouches for what the visitor wrote
        (1, None, "192.0.2.7", "192.0.2.7"),
        (1, "203.0.113.9", "10.0.0.1", "203.0.113.9"),
        (1, "8.8.8.8, 203.0.113.9", "10.0.0.1", "203.0.113.9"),
        (2, "8.8.8.8, 203.0.113.9, 10.0.0.2", "10.0.0.1", "203.0.113.9"),
        (2, "203.0.113.9", "10.0.0.1", "10.0.0.1"),  # it came past one of the proxies
        (1, "pas une adresse", "10.0.0.1", "10.0.0.1"),
        (0, None, "2001:db8:1:2:aaaa::1", "2001:db8:1:2::"),
        (0, None, "2001:db8:1:2:bbbb::9", "2001:db8:1:2::"),
        (0, None, "::ffff:192.0.2.7", "192.0.2.7"),
        (0, None, "", ""),
    ],
)
def test_client_address_is_what_the_outermost_proxy_met(rf, settings, proxies, forwarded, remote, address):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    assert client_address(rf.get("/", REMOTE_ADDR=remote, headers=headers)) == address


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "1 seconde"), (60, "60 secondes"), (61, "2 minutes"), (3600, "60 minutes"), (3601, "2 heures"), (86400, "24 heures")],
)
def test_waiting_time_is_rounded_up(seconds, words):
    assert waiting_time(seconds) == words
    with translation.override("ca"):
        assert waiting_time(7200) == "2 hores"
