"""The queue: whether what waits is worked off, and what failed."""

from collections import defaultdict
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django_tasks_db.models import DBTaskResult

from common.health import Finding, State, probe
from health.probes.words import age, lasting, since

# A large picture or a zip takes a minute or two.
LONG, TOO_LONG = timedelta(minutes=5), timedelta(minutes=15)
HANGS_AFTER = timedelta(hours=2)
MOST_KINDS = 5


@probe("tasks", title=gettext_lazy("Tâches"), order=40)
def tasks() -> list[Finding]:
    now = timezone.now()
    return [_waiting(now), *_hanging(now), *_failed(now)]


def _waiting(now) -> Finding:
    due = DBTaskResult.objects.ready().filter(Q(run_after__lte=now) | Q(run_after=None) | Q(run_after__year=9999))
    count = due.count()
    # Pictures that are drawn ahead let all others pass: a whole library may wait for hours, and nobody for it.
    oldest = due.filter(priority__gte=0).order_by("enqueued_at").first()
    if oldest is None:
        sentence = ngettext("{count} image attend d’être préparée.", "{count} images attendent d’être préparées.", count)
        return Finding(State.OK, sentence.format(count=count) if count else _("Aucune tâche n’attend."))
    begin = max(oldest.enqueued_at, oldest.run_after) if oldest.run_after and oldest.run_after.year < 9999 else oldest.enqueued_at
    wait = age(begin)
    sentence = ngettext(
        "{count} tâche attend, la plus ancienne depuis {duration}.",
        "{count} tâches attendent, la plus ancienne depuis {duration}.",
        count,
    ).format(count=count, duration=lasting(wait))
    if wait <= LONG:
        return Finding(State.OK, sentence)
    mend = _("Le processus « worker » est arrêté, bloqué ou surchargé : redémarrez-le, ou démarrez-en un deuxième.")
    return Finding(State.FAILURE if wait > TOO_LONG else State.WARNING, sentence, mend)


def _hanging(now) -> list[Finding]:
    tasks = DBTaskResult.objects.running().filter(started_at__lt=now - HANGS_AFTER).order_by("started_at")
    sentence = _("La tâche « {name} » dure depuis {duration}.")
    mend = _("Redémarrez le processus « worker » : elle est reprise, et ne fait rien deux fois.")
    return [
        Finding(State.WARNING, sentence.format(name=_name(task.task_path), duration=since(task.started_at)), mend)
        for task in tasks[:MOST_KINDS]
    ]


def _failed(now) -> list[Finding]:
    failures = DBTaskResult.objects.failed().filter(finished_at__gt=now - timedelta(days=1)).order_by("finished_at")
    by_name = defaultdict(list)
    for path, moment, error in failures.values_list("task_path", "finished_at", "exception_class_path"):
        by_name[_name(path)].append((moment, error.rpartition(".")[2]))
    findings = []
    for name, times in sorted(by_name.items(), key=lambda item: -len(item[1]))[:MOST_KINDS]:
        sentence = ngettext(
            "Une tâche « {name} » a échoué depuis hier, il y a {duration} : {error}.",
            "{count} tâches « {name} » ont échoué depuis hier, la dernière il y a {duration} : {error}.",
            len(times),
        )
        moment, error = times[-1]
        sentence = sentence.format(count=len(times), name=name, duration=since(moment), error=error)
        findings.append(Finding(State.WARNING, sentence, _("Le journal du processus « worker » en dit plus.")))
    return findings


def _name(path: str) -> str:
    return path.rpartition(".")[2]
