"""Each night once, caught up once, never repeated; the newest is looked through each week."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from backups import periodic
from backups.models import BackupRun
from common import clock
from common.clock import ClockRun, run_due

PARIS = ZoneInfo("Europe/Paris")
FRIDAY = datetime(2026, 11, 27, 12, tzinfo=PARIS)
JOBS = [f"{periodic.__name__}.{function}" for function in ("back_up_each_night", "check_each_week")]


def runs_at(time_machine, moment: datetime) -> list[str]:
    """What the clock made of backups when it ran twice at that moment."""
    time_machine.move_to(moment)
    last = BackupRun.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    with pytest.MonkeyPatch.context() as patch:
        jobs = {name: job for name, job in clock._jobs.items() if name in JOBS}
        patch.setattr("common.clock._jobs", jobs)
        run_due(moment)
        run_due(moment + timedelta(minutes=1))
    return list(BackupRun.objects.filter(pk__gt=last, succeeded=True).order_by("pk").values_list("kind", flat=True))


@pytest.mark.django_db(transaction=True)
def test_night_and_week(filled, time_machine):
    ClockRun.objects.bulk_create(ClockRun(name=name, slot=FRIDAY - timedelta(days=7), finished_at=FRIDAY) for name in JOBS)
    hours = [FRIDAY, FRIDAY + timedelta(hours=14), FRIDAY + timedelta(hours=15), FRIDAY + timedelta(days=1, hours=18)]
    assert [runs_at(time_machine, moment) for moment in hours] == [["backup", "check"], [], ["backup"], ["backup", "check"]]
    assert runs_at(time_machine, FRIDAY + timedelta(days=5)) == ["backup"]  # of four missed nights one is made up for


@pytest.mark.django_db(transaction=True)
def test_without_a_place_nothing_is_tried(settings, time_machine):
    settings.BACKUP_URL = ""
    ClockRun.objects.bulk_create(ClockRun(name=name, slot=FRIDAY - timedelta(days=7), finished_at=FRIDAY) for name in JOBS)
    assert runs_at(time_machine, FRIDAY) == [] and not BackupRun.objects.exists()
