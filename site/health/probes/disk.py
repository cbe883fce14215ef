"""Room on the disks of this machine, and what the data take."""

import os
import shutil
from pathlib import Path

from django.conf import settings
from django.core.files.storage import storages
from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.health import Finding, State, probe
from common.measures import Measure
from common.storages import LocalStorage
from common.templatetags.look import weight
from health.probes.words import at

# Bytes. A picture with its sizes takes some ten megabytes; PostgreSQL ends where it cannot write.
LOW, TOO_LOW = 2_000_000_000, 500_000_000
MEASURE = "sizes"


def folders() -> list[Path]:
    """Where files are kept on this machine, one for each disk."""
    places = [Path(settings.VAR_DIR)]
    for name in ("default", "private"):
        if isinstance(storages[name], LocalStorage):
            places.append(Path(storages[name].location))
    disks = {}
    for place in places:
        while not place.exists():
            place = place.parent
        disks.setdefault(place.stat().st_dev, place)
    return list(disks.values())


@probe("disk", title=gettext_lazy("Disque"), order=80)
def disk() -> list[Finding]:
    return [_free(folder) for folder in folders()] + _sizes()


def _free(folder: Path) -> Finding:
    usage = shutil.disk_usage(folder)
    sentence = _("{free} libres sur {total} dans {folder}.")
    sentence = sentence.format(free=weight(usage.free), total=weight(usage.total), folder=folder)
    if usage.free >= LOW:
        return Finding(State.OK, sentence)
    mend = _(
        "Faites de la place : vieilles sauvegardes, journaux, images Docker (« docker system df »), ou un disque plus grand."
    )
    return Finding(State.FAILURE if usage.free < TOO_LOW else State.WARNING, sentence, mend)


def _sizes() -> list[Finding]:
    measure = Measure.latest(MEASURE)
    if measure is None:
        return []
    labels = {"database": _("base de données"), "default": _("photos et documents"), "private": _("fichiers privés")}
    parts = [f"{label} {weight(measure.value[name])}" for name, label in labels.items() if name in measure.value]
    sentence = _("Les données, le {moment} : {parts}.").format(moment=at(measure.measured_at), parts=", ".join(parts))
    return [Finding(State.OK, sentence)]


def measure_sizes() -> None:
    """Bytes of the database and of each storage on disk; those of a bucket are its own affair."""
    sizes = {"database": _database_size()}
    for name in ("default", "private"):
        if isinstance(storages[name], LocalStorage):
            sizes[name] = _folder_size(storages[name].location)
    Measure.store(MEASURE, sizes)


def _database_size() -> int:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
        else:
            cursor.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        return cursor.fetchone()[0]


def _folder_size(folder: str) -> int:
    total, folders_left = 0, [folder]
    while folders_left:
        try:
            with os.scandir(folders_left.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        folders_left.append(entry.path)
                    else:
                        total += entry.stat(follow_symlinks=False).st_size
        except FileNotFoundError:  # it was deleted meanwhile, or is not made yet
            continue
    return total
