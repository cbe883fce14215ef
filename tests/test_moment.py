"""The run's own clock."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from tests import moment


@pytest.fixture(autouse=True)
def _no_moment_chosen(monkeypatch):
    monkeypatch.delenv(moment.CHOICE, raising=False)


def test_run_that_crosses_midnight_stays_on_its_day(monkeypatch):
    yesterday = datetime.now(moment.PARIS) - timedelta(days=1)
    monkeypatch.setenv(moment.BEGINNING, yesterday.isoformat())
    with moment.of_a_test():
        assert timezone.localdate() == yesterday.date()


def test_chosen_moment_is_that_of_paris_before_the_clock_change(monkeypatch):
    monkeypatch.setenv(moment.CHOICE, "2027-03-27T23:59")
    with moment.of_a_test():
        assert f"{timezone.localtime():%Y-%m-%d %H:%M %z}" == "2027-03-27 23:59 +0100"
        assert f"{timezone.localtime() + timedelta(hours=3):%H:%M %z}" == "02:59 +0100"
