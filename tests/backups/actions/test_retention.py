"""Which backups stay, and that no file goes which one of them names."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.storage import storages

from backups.actions import retention
from backups.actions.backup import back_up
from backups.actions.check import check
from backups.actions.shelf import Shelf
from backups.manifest import name_of
from backups.stores import store_at

NOW = datetime(2026, 11, 29, 3, 0, tzinfo=UTC)  # a Sunday


def night(days_ago: float) -> str:
    return name_of(NOW - timedelta(days=days_ago, minutes=30))


def test_seven_days_four_weeks_six_months_stay():
    nights = [night(number) for number in range(400)]
    kept = sorted(retention.names_to_keep(nights, NOW), reverse=True)
    assert [nights.index(name) for name in kept] == [0, 1, 2, 3, 4, 5, 6, 7, 14, 21, 29, 60, 90, 121, 152]


def test_all_of_the_last_two_days_stay():
    by_hand = [night(0.1), night(0.2), night(1.5), night(1.6)]
    assert retention.names_to_keep([*by_hand, night(9), night(9.1)], NOW) == {*by_hand, night(9)}


def test_what_is_missing_is_not_made_up_for_by_deleting():
    """A server that was off for a year keeps what it has."""
    old = [night(400), night(431), night(462)]
    assert retention.names_to_keep(old, NOW) == set(old)


def test_backup_of_the_future_stays():
    """Made before the clock of the machine was set back."""
    assert night(-30) in retention.names_to_keep([night(-30), *map(night, range(9))], NOW)


@pytest.mark.django_db
def test_files_go_with_the_last_backup_that_names_them(filled, time_machine):
    time_machine.move_to(NOW)
    back_up()
    storages["default"].delete("documents/plan.pdf")
    time_machine.move_to(NOW + timedelta(days=1))
    back_up()
    store = store_at(str(filled.backups))
    assert len(store.names("files")) == 3  # two pictures are the same
    newest = Shelf(store).chosen()
    retention.clear(store, keep={newest})
    assert Shelf(store).whole() == [newest] and len(store.names("files")) == 2
    check()


@pytest.mark.django_db
def test_no_file_goes_while_a_manifest_is_unreadable(backup):
    store = store_at(str(backup.site.backups))
    files = store.names("files")
    (backup.folder / "manifest.json").write_text("{")
    retention.clear(store)
    assert store.names("files") == files
