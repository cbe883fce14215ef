"""The registry of probes: each app says how its own part of the installation is, in one sentence and with how to mend it.

The administrator's page, the alerts and `manage.py doctor` ask the same probes. An app registers its own where it is loaded,
in its `apps.ready` or a module imported there:

    @probe("backup", title=_("Sauvegarde"), order=60)
    def backup() -> Finding: ...
"""

import logging
import threading
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from django.db import connection, connections, models
from django.utils import translation
from django.utils.translation import gettext_lazy as _

logger = logging.getLogger("escale.health")

#: Seconds for all probes together, which run side by side: a frozen engine or network folder must not freeze the page.
LIMIT = 5


class State(models.TextChoices):
    OK = "ok", _("En ordre")
    WARNING = "warning", _("À surveiller")
    FAILURE = "failure", _("À réparer")


@dataclass(frozen=True)
class Finding:
    """What a probe saw. Sentences are translated, or lazy; `link` is the address where it is mended or looked at."""

    state: State
    sentence: str
    mend: str = ""
    link: str = ""


@dataclass(frozen=True)
class Probe:
    key: str
    title: str
    order: int
    look: Callable[[], Finding | Iterable[Finding]]

    def findings(self) -> list[Finding]:
        """What it sees now; where it raises, that is what is wrong."""
        try:
            answer = self.look()
            return [answer] if isinstance(answer, Finding) else list(answer)
        except Exception as error:
            logger.warning("The probe %s failed", self.key, exc_info=True)
            words = " ".join(str(error).split())[:300] or type(error).__name__
            sentence = _("On n’a pas pu regarder : {words}").format(words=words)
            return [Finding(State.FAILURE, sentence, _("Le journal du serveur en dit plus."))]


_probes: dict[str, Probe] = {}


class _Look(threading.Thread):
    """One probe at work; `findings` stands when it has ended."""

    def __init__(self, one: Probe, language: str | None):
        super().__init__(name=f"probe-{one.key}", daemon=True)
        self._probe, self._language = one, language
        self.findings: list[Finding] = []

    def run(self) -> None:
        try:
            with translation.override(self._language):
                self.findings = self._probe.findings()
        finally:
            connections.close_all()  # this thread's own


#: (probe, language) → its latest look. Who asks meanwhile waits for the same one, so that one that hangs hangs once.
_looks: dict[tuple[str, str | None], _Look] = {}
_looks_lock = threading.Lock()


def probe(key: str, *, title: str, order: int) -> Callable[[Callable], Callable]:
    """Decorator: this function says how a part of the installation is. `key` names it in the database, `order` places it."""

    def register(look: Callable) -> Callable:
        _probes[key] = Probe(key, title, order, look)
        return look

    return register


def probes() -> list[Probe]:
    return sorted(_probes.values(), key=lambda one: (one.order, one.key))


def findings(only: Collection[str] | None = None) -> dict[Probe, list[Finding]]:
    """What all of them see, or those with the keys of `only`, in order, within LIMIT seconds. Each has a thread and a database
    connection of its own. Inside a transaction, whose rows other threads do not see, they run here one after the other, without
    a limit."""
    chosen = [one for one in probes() if only is None or one.key in only]
    if connection.in_atomic_block:
        return {one: one.findings() for one in chosen}
    deadline = time.monotonic() + LIMIT
    looks = {one: _look(one, translation.get_language()) for one in chosen}
    for look in looks.values():
        look.join(max(0, deadline - time.monotonic()))
    return {one: look.findings or [_late()] for one, look in looks.items()}


def _look(one: Probe, language: str | None) -> _Look:
    with _looks_lock:
        look = _looks.get((one.key, language))
        if look is None or not look.is_alive():
            look = _looks[one.key, language] = _Look(one, language)
            look.start()
        return look


def _late() -> Finding:
    sentence = _("Aucune réponse en {seconds} secondes.").format(seconds=LIMIT)
    return Finding(State.FAILURE, sentence, _("Ce service est bloqué ou très lent : redémarrez-le, puis regardez le journal."))
