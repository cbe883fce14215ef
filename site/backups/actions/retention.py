"""Which backups stay: those of the last two days, then one a day, a week, a month; and the files that they name."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import islice

from django.utils import timezone

from backups import manifest
from backups.actions.shelf import Shelf
from backups.problems import BackupProblem
from backups.stores import Store

ALL_OF = timedelta(days=2)  # those made by hand before something risky, too
DAYS, WEEKS, MONTHS = 7, 4, 6


def names_to_keep(names: Iterable[str], now=None) -> set[str]:
    """The newest of each of the last DAYS days, WEEKS weeks and MONTHS months that have one, and all of the last two days."""
    now = now or timezone.now()
    newest_first = sorted(names, reverse=True)
    keep = {name for name in newest_first if manifest.moment_of(name) > now - ALL_OF}
    for most, period in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        newest: dict[str, str] = {}
        for name in newest_first:
            newest.setdefault(timezone.localtime(manifest.moment_of(name)).strftime(period), name)
        keep.update(islice(newest.values(), most))
    return keep


def clear(store: Store, keep: set[str] | None = None) -> None:
    """Take away the backups that need not stay, then the files that no other names. Where one manifest cannot be read nobody
    knows which files are its own: then all files stay."""
    shelf = Shelf(store)
    names = shelf.whole()
    keep = names_to_keep(names) if keep is None else keep
    for name in set(names) - keep:
        shelf.remove(name)
    try:
        blobs = {manifest.blob_path(blob) for name in shelf.whole() for blob in shelf.manifest(name).blobs}
    except BackupProblem:
        return
    for path in store.names(manifest.FILES).keys() - blobs:
        store.delete(path)
