"""Stored files that no virus scanner has looked at yet: all of them in turn, and what is not passed is held from then on.

One rule for every model with `ScannedFilesMixin`. A wing that tells somebody says so with `when_held`.
"""

import logging
from collections.abc import Callable, Collection, Iterator
from time import monotonic

from django.apps import apps
from django.db import models, transaction

from common.documents import virus_scanner
from common.documents.choices import ScanState
from common.documents.virus_scanner import Scan
from common.models.scans import REFUSED, ScannedFilesMixin

#: Seconds in which the worker looks at what was stored before a virus scanner was named, every ten minutes: mail goes first.
SCANNING_TIME = 20
NEVER_SCANNED = (ScanState.OFF,)
logger = logging.getLogger("escale.scanning")
_told: dict[type[models.Model], Callable] = {}


def when_held(model: type[models.Model]) -> Callable[[Callable], Callable]:
    """Decorator: `function(row)` is called, in the same transaction, for each row of the model whose file is held."""

    def register(function: Callable) -> Callable:
        _told[model] = function
        return function

    return register


def scanned_models() -> list[type[ScannedFilesMixin]]:
    """Documents first: they are taken most."""
    found = [model for model in apps.get_models() if issubclass(model, ScannedFilesMixin)]
    return sorted(found, key=lambda model: (model._meta.model_name != "shareddocument", model._meta.label))


def has_stored_files() -> bool:
    """Whether there is a scanner, and something that it has not looked at."""
    return virus_scanner.is_on() and any(_rows(model, NEVER_SCANNED).exists() for model in scanned_models())


def scan_stored_files(states: Collection[ScanState] = NEVER_SCANNED, seconds: float = SCANNING_TIME) -> tuple[int, int]:
    """Look at the files of these states, until the seconds are over or the scanner is away. Meanwhile they stay open. Gives how
    many rows were looked at, and how many of them are held."""
    looked_at = held = 0
    end = monotonic() + seconds
    for row in _in_turn(states) if virus_scanner.is_on() else ():
        if monotonic() > end:
            break
        answer = _scan(row)
        if answer is None:
            continue
        if answer.state in (ScanState.AWAY, ScanState.OFF):
            break
        _store(row, answer)
        looked_at, held = looked_at + 1, held + (not answer.may_be_given)
    return looked_at, held


def _rows(model: type[ScannedFilesMixin], states: Collection[ScanState]) -> models.QuerySet:
    has_file = models.Q()
    for field in model.SCANNED:
        has_file |= ~models.Q(**{field: ""})
    return model._base_manager.filter(has_file, scan_state__in=states)


def _in_turn(states: Collection[ScanState]) -> Iterator[ScannedFilesMixin]:
    for model in scanned_models():
        rows = _rows(model, states)
        for pk in list(rows.order_by("pk").values_list("pk", flat=True)):
            if row := rows.filter(pk=pk).first():
                yield row


def _files(row: ScannedFilesMixin) -> list[str]:
    return [getattr(row, field).name for field in row.SCANNED]


def _scan(row: ScannedFilesMixin) -> Scan | None:
    """Of its files the worst answer, none where all are lost; a storage that does not answer raises, and is asked again."""
    answer = None
    for stored in (getattr(row, field) for field in row.SCANNED):
        try:
            if stored:
                with stored.storage.open(stored.name) as file:
                    answer = virus_scanner.scan(file, stored.storage.size(stored.name))
        except FileNotFoundError:
            continue
        if answer is not None and not answer.may_be_given:
            break
    return answer


@transaction.atomic
def _store(row: ScannedFilesMixin, answer: Scan) -> None:
    """What was answered of the files that this row had; another one that came meanwhile met the scanner by itself."""
    model = type(row)
    current = model._base_manager.select_for_update().filter(pk=row.pk, scan_state=row.scan_state).first()
    if current is None or current.scan_state == answer.state or _files(current) != _files(row):
        return
    changes = {"scan_state": answer.state, "scan_result": answer.name[:200]}
    if answer.may_be_given and not current.is_held:  # nothing that is shown changes
        model._base_manager.filter(pk=row.pk).update(**changes)
        return
    current.scan_state, current.scan_result = changes.values()
    current.save(update_fields=list(changes))  # lists and the search follow its signal
    if answer.state in REFUSED:
        logger.warning("The virus scanner holds %s %s: %s", model.__name__, row.pk, answer.name or answer.state)
        if model in _told:
            _told[model](current)
