"""The clock: once a slot, whoever runs it."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from common import clock
from common.clock import ABANDONED, ClockRun, every, run_due

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
ROOT = Path(__file__).resolve().parents[2]
NOON = datetime(2026, 7, 15, 12, 0, 5, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture
def ran(monkeypatch):
    """One job alone, that notes its runs."""
    monkeypatch.setattr(clock, "_jobs", {})
    monkeypatch.setattr(clock, "autodiscover_modules", lambda name: None)
    return []


def test_a_minute_runs_once_and_a_missed_one_is_caught_up_once(ran):
    every(minutes=1)(lambda: ran.append("run"))

    for seconds in (0, 10, 50, 60, 61, 600, 601):
        run_due(NOON + timedelta(seconds=seconds))

    assert len(ran) == 3


def test_two_clocks_share_one_slot(ran):
    every(minutes=1)(lambda: ran.append("run"))
    [job] = clock._jobs.values()

    assert [job.claim(NOON), job.claim(NOON)] == [True, False]


def test_a_failing_job_is_logged_and_does_not_stop_the_others(ran, caplog):
    @every(minutes=5)
    def failing():
        raise ValueError("broken")

    @every(minutes=5)
    def working():
        ran.append("run")

    assert len(run_due(NOON)) == 1
    assert "failing" in caplog.text
    caplog.clear()
    assert ran == ["run"]
    assert ClockRun.objects.get(name__endswith="failing").finished_at is None


def test_a_job_left_by_a_dead_process_is_taken_up_again(ran):
    @clock.daily(at="07:30")
    def job():
        ran.append("run")

    run_due(NOON - timedelta(days=1))
    [declared] = clock._jobs.values()
    assert declared.claim(NOON)  # and the process dies here

    run_due(NOON + timedelta(minutes=1))
    assert ran == []
    run_due(NOON + ABANDONED + timedelta(minutes=1))
    assert ran == ["run"]


@pytest.mark.parametrize("minutes", [1, 5])
def test_jobs_go_on_where_the_machines_clock_is_set_back(ran, minutes):
    every(minutes=minutes)(lambda: ran.append("run"))
    for moment in (NOON, NOON - timedelta(hours=1), NOON - timedelta(minutes=54)):
        run_due(moment)
    assert len(ran) == 3


def test_what_the_day_has_seen_is_not_done_again_where_the_clock_is_set_back(ran):
    @clock.daily(at="11:30")
    def job():
        ran.append("run")

    run_due(NOON - timedelta(days=1))
    for moment in (NOON, NOON - timedelta(hours=1), NOON - timedelta(minutes=29)):
        run_due(moment)
    assert ran == ["run"]


def test_jobs_of_a_day_that_was_a_year_ahead_by_mistake_are_done_again(ran):
    @clock.daily(at="11:30")
    def job():
        ran.append("run")

    run_due(NOON - timedelta(days=1))
    for moment in (NOON + timedelta(days=365), NOON):
        run_due(moment)
    assert ran == ["run", "run"]


def test_every_declared_job_runs(capsys):
    from django.core.management import call_command

    call_command("every_minute", verbosity=2)
    assert "common.periodic.send_waiting_mail" in capsys.readouterr().out

    ClockRun.objects.update(slot=timezone.now() - timedelta(days=8))
    ran = run_due()
    assert {
        "common.periodic.sweep_rate_counters",
        "notifications.periodic.daily_digests",
        "notifications.periodic.weekly_digests",
        "privacy.periodic.carry_out_erasures",
        "privacy.periodic.carry_out_terms",
    } <= set(ran)


def wait_for_a_run(path):
    """Until the clock has noted a first job, thirty seconds at most."""
    for _ in range(300):
        with closing(sqlite3.connect(path)) as database:
            if database.execute("SELECT count(*) FROM common_clockrun").fetchone()[0]:
                return
        time.sleep(0.1)
    raise AssertionError("the clock ran no job")


def test_clock_command_stops_cleanly(tmp_path, own_database):
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.base",
        "SECRET_KEY": "only-for-tests",
        "VAR_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{own_database}",
    }
    process = subprocess.Popen([sys.executable, "manage.py", "clock"], cwd=ROOT, env=environment, stderr=subprocess.PIPE)
    wait_for_a_run(own_database)
    process.send_signal(signal.SIGTERM)
    _out, errors = process.communicate(timeout=10)

    assert (process.returncode, errors.decode()) == (0, "")
