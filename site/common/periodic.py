"""Periodic work of the ground floor."""

from datetime import timedelta

from django.core.cache import caches
from django.core.files.storage import storages

from common import recycle_bin, workers
from common.caches.database import DatabaseCache
from common.clock import daily, every
from common.facets.changes import FacetChange
from common.outbox import claim_due_mails
from common.rate_limits import RateCounter
from common.statistics import refresh_statistics
from common.storages import PARTS, LocalStorage, delete_older_files
from common.tasks import deliver_mail


@every(minutes=1)
def take_up_lost_tasks() -> None:
    workers.take_up_lost_tasks()


@every(minutes=1)
def send_waiting_mail() -> None:
    """Mail whose next try has come, and mail left by a worker that died."""
    for mail_id in claim_due_mails():
        deliver_mail.enqueue(mail_id)


@daily(at="03:40")
def sweep_facet_changes() -> None:
    FacetChange.sweep()


@every(minutes=60)
def sweep_rate_counters() -> None:
    RateCounter.sweep()


@daily(at="03:42")
def delete_expired_cache_entries() -> None:
    if isinstance(caches["default"], DatabaseCache):
        caches["default"].delete_expired()


@daily(at="03:25")
def clear_half_written_files() -> None:
    """What killed processes left aside; a hundred megabytes are written in far less than a day."""
    for name in ("default", "private"):
        if isinstance(storages[name], LocalStorage):
            delete_older_files(storages[name], PARTS, timedelta(days=1))


@daily(at="03:55")
def look_at_tables() -> None:
    refresh_statistics()


@daily(at="03:30")
def empty_bin() -> None:
    """What was deleted thirty days ago."""
    recycle_bin.sweep()
