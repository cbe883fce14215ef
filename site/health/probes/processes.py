"""Web, worker and clock: each process and its machine."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from common.clock import ABANDONED, ClockRun
from common.health import Finding, State, probe
from common.processes import ProcessLife
from health.probes.words import lasting, since

Kind = ProcessLife.Kind
# The clock works each minute; a long nightly job may keep it for some.
CLOCK_LATE = timedelta(minutes=5)


@probe("web", title=gettext_lazy("Site"), order=10)
def web() -> list[Finding]:
    return _processes(
        Kind.WEB,
        _("Aucun processus du site ne donne signe de vie."),
        _("Redémarrez le site : « docker compose up -d web », ou « systemctl restart escale-web »."),
    )


@probe("worker", title=gettext_lazy("Travail d’arrière-plan"), order=20)
def worker() -> list[Finding]:
    return _processes(
        Kind.WORKER,
        _("Le travail d’arrière-plan est arrêté : les courriels ne partent pas, les photos ne sont pas préparées."),
        _("Démarrez-le : « docker compose up -d worker », ou « systemctl restart escale-worker »."),
    )


@probe("clock", title=gettext_lazy("Horloge"), order=30)
def clock() -> list[Finding]:
    mend = _("Démarrez-la : « docker compose up -d clock », ou « systemctl restart escale-clock ».")
    now = timezone.now()
    last = ClockRun.objects.exclude(started_at=None).order_by("-started_at").values_list("started_at", flat=True).first()
    if last is None:
        return [Finding(State.FAILURE, _("L’horloge n’a encore jamais travaillé."), mend)]
    if last > now + CLOCK_LATE:
        sentence = _("L’horloge a travaillé à une heure qui n’est pas encore venue : celle de la machine a été reculée.")
        return [Finding(State.WARNING, sentence, _("Vérifiez l’heure de la machine ; le travail reprend de lui-même."))]
    if now - last > CLOCK_LATE:
        sentence = _("L’horloge est arrêtée depuis {duration} : rien de ce qui se fait chaque nuit n’est fait.")
        return [Finding(State.FAILURE, sentence.format(duration=since(last)), mend)]
    # A process that runs `manage.py every_minute` leaves no sign: what was done is the proof.
    processes = _processes(Kind.CLOCK, "", "") if ProcessLife.objects.filter(kind=Kind.CLOCK).exists() else []
    return [
        *processes,
        Finding(State.OK, _("Elle a travaillé il y a {duration}.").format(duration=since(last))),
        *_unfinished(now),
    ]


def _unfinished(now) -> list[Finding]:
    names = ClockRun.objects.filter(finished_at=None, started_at__lt=now - ABANDONED).order_by("name")
    names = [f"« {name} »" for name in names.values_list("name", flat=True)]
    if not names:
        return []
    sentence = ngettext("Un travail n’a pas fini : {names}.", "Des travaux n’ont pas fini : {names}.", len(names))
    mend = _("Le journal de l’horloge dit pourquoi ; il est repris à son heure.")
    return [Finding(State.WARNING, sentence.format(names=", ".join(names)), mend)]


def _processes(kind: str, nobody: str, mend: str) -> list[Finding]:
    """One finding for those that live, one for each that is silent and was not replaced; `nobody` says that none lives."""
    now = timezone.now()
    living_names = ProcessLife.living(now)
    processes = list(ProcessLife.objects.filter(kind=kind).order_by("machine", "number"))
    living = [process for process in processes if process.name in living_names]
    findings = []
    if living:
        sentence = ngettext("Un processus tourne : {places}.", "{count} processus tournent : {places}.", len(living))
        places = ", ".join(_place(process, now) for process in living)
        findings.append(Finding(State.OK, sentence.format(count=len(living), places=places)))
    elif nobody:
        findings.append(Finding(State.FAILURE, nobody, mend))
    started = [process.started_at for process in living if process.started_at]
    for process in processes:
        # One that began since took its place: an upgrade, a restart.
        if process in living or any(moment > process.alive_at for moment in started):
            continue
        if living:
            sentence = _("Celui de {place} ne donne plus signe de vie depuis {duration}.")
            sentence = sentence.format(place=process.machine or "?", duration=since(process.alive_at))
            findings.append(Finding(State.WARNING, sentence, _("Si vous l’avez arrêté vous-même, il n’y a rien à faire.")))
    others = {process.version for process in living if process.version} - {settings.VERSION}
    if others:
        sentence = _("La version {version} tourne encore, alors que celle-ci est la {own}.")
        sentence = sentence.format(version=", ".join(sorted(others)), own=settings.VERSION)
        findings.append(
            Finding(State.WARNING, sentence, _("Redémarrez tous les processus : ils doivent être de la même version."))
        )
    return findings


def _place(process: ProcessLife, now) -> str:
    if not process.started_at:
        return process.machine or "?"
    duration = lasting(now - process.started_at)
    return _("{machine} (numéro {number}) depuis {duration}").format(
        machine=process.machine, number=process.number, duration=duration
    )
