"""Files that were stored before a virus scanner was named: looked at in turn, and held where it does not pass them."""

import logging
from collections.abc import Collection, Iterator
from time import monotonic

from django.db import transaction

from common.documents import virus_scanner
from common.documents.choices import ScanState
from common.documents.virus_scanner import Scan
from common.models import DocumentVersion, SharedDocument
from intranet.documents.limits import SCANNING_TIME
from intranet.documents.notifications import DocumentHeld
from intranet.documents.querysets import REFUSED
from notifications.actions import notify

logger = logging.getLogger("escale.documents")
NEVER_SCANNED = (ScanState.OFF,)


def has_stored_files() -> bool:
    """Whether there is a scanner, and something that it has not looked at."""
    return virus_scanner.is_on() and any(rows.exists() for rows in _rows(NEVER_SCANNED))


def scan_stored_files(states: Collection[ScanState] = NEVER_SCANNED, seconds: float = SCANNING_TIME) -> tuple[int, int]:
    """Look at the files of these states, current versions first, until the seconds are over or the scanner is away. Meanwhile
    they stay open; what is not passed is held from then on, and who looks after the document is told. Gives how many were
    looked at, and how many of them are held."""
    looked_at = held = 0
    end = monotonic() + seconds
    for row in _in_turn(states) if virus_scanner.is_on() else ():
        if monotonic() > end:
            break
        try:
            with row.file.open("rb") as file:
                answer = virus_scanner.scan(file, row.file.size)
        except FileNotFoundError:  # lost; a storage that does not answer raises another error, and is asked again
            continue
        if answer.state in (ScanState.AWAY, ScanState.OFF):
            break
        _store(row, answer)
        looked_at, held = looked_at + 1, held + (not answer.may_be_given)
    return looked_at, held


def _rows(states: Collection[ScanState]):
    """The documents, then the earlier versions."""
    yield SharedDocument.objects.filter(scan_state__in=states).exclude(file="")
    yield DocumentVersion.objects.filter(scan_state__in=states)


def _in_turn(states: Collection[ScanState]) -> Iterator[SharedDocument | DocumentVersion]:
    for rows in _rows(states):
        for pk in list(rows.order_by("pk").values_list("pk", flat=True)):
            if row := rows.filter(pk=pk).first():
                yield row


@transaction.atomic
def _store(row: SharedDocument | DocumentVersion, answer: Scan) -> None:
    """What was answered of the file that this row had; another one that came meanwhile is looked at by its own task."""
    current = type(row).objects.select_for_update().filter(pk=row.pk, file=row.file.name, scan_state=row.scan_state).first()
    if current is None or current.scan_state == answer.state:
        return
    current.scan_state, columns = answer.state, ["scan_state"]
    if isinstance(current, SharedDocument):
        current.scan_result, columns = answer.name[:200], ["scan_state", "scan_result"]
    current.save(update_fields=columns)  # lists and the search follow its signal
    if answer.state in REFUSED:
        logger.warning("The virus scanner holds %s %s: %s", type(row).__name__, row.pk, answer.name or answer.state)
        is_version = isinstance(current, DocumentVersion)
        document = current.document if is_version else current
        if document.shared_at:
            notify(DocumentHeld(document, **({"version": current.number} if is_version else {})))
