"""How the backups are, in sentences: for the health page and for the list of backups."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db.migrations.recorder import MigrationRecorder
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from backups.models import BackupRun
from backups.stores import shares_the_sites_disk
from common.health import Finding, State, probe

# A night and the time that the largest backup may take; then two nights.
LATE, TOO_LATE = timedelta(hours=28), timedelta(hours=52)
CHECK_LATE = timedelta(days=8)
Kind = BackupRun.Kind
MEND = _("La page des sauvegardes en dit plus ; docs/backup.md dit comment les régler.")


def last_success(kind: str) -> BackupRun | None:
    return BackupRun.objects.of(kind).succeeded().first()


def last_end(kind: str) -> BackupRun | None:
    return BackupRun.objects.of(kind).exclude(ended_at=None).first()


@probe("backup", title=_("Sauvegarde"), order=60)
def look_at_backups() -> list[Finding]:
    link = reverse("backups:index")
    if not settings.BACKUP_URL:
        mend = _("Réglez BACKUP_URL sur un autre disque ou un bucket : docs/backup.md dit comment.")
        return [Finding(State.FAILURE, gettext("Aucune sauvegarde n’est faite."), mend, link)]
    findings = [_finding_of_backup(link), _finding_of_check(link)]
    if shares_the_sites_disk(settings.BACKUP_URL):
        mend = _("Donnez-leur un autre disque, un dossier du réseau ou un bucket : docs/backup.md dit comment.")
        sentence = gettext("Les sauvegardes sont sur le disque du site : ce qui détruit l’un détruit les autres.")
        findings.insert(0, Finding(State.FAILURE, sentence, mend, link))
    return findings


def _finding_of_backup(link: str) -> Finding:
    success, end, now = last_success(Kind.BACKUP), last_end(Kind.BACKUP), timezone.now()
    if success is None and end is None and _is_young():
        return Finding(State.WARNING, gettext("La première sauvegarde se fait la nuit prochaine."), MEND, link)
    if success is None:
        sentence = gettext("Aucune sauvegarde n’a encore réussi.")
        if end and end.message:
            sentence = f"{sentence} {end.message}"
        return Finding(State.FAILURE, sentence, MEND, link)
    sentence = gettext("Dernière sauvegarde : %(day)s.") % {"day": _moment(success.started_at)}
    has_failed = end != success
    if has_failed:
        sentence += " " + gettext("La suivante a échoué : %(words)s") % {"words": end.message}
    age = now - success.started_at
    state = State.FAILURE if age > TOO_LATE else State.WARNING if age > LATE or has_failed else State.OK
    return Finding(state, sentence, "" if state == State.OK else MEND, link)


def _finding_of_check(link: str) -> Finding:
    success, end = last_success(Kind.CHECK), last_end(Kind.CHECK)
    if end and not end.succeeded:
        return Finding(
            State.FAILURE, gettext("La dernière vérification a échoué : %(words)s") % {"words": end.message}, MEND, link
        )
    if success is None:
        first = BackupRun.objects.of(Kind.BACKUP).succeeded().last()
        is_young = first is None or timezone.now() - first.started_at < CHECK_LATE
        sentence = gettext("Aucune sauvegarde n’a encore été vérifiée ; c’est fait chaque dimanche.")
        return Finding(State.OK if is_young else State.WARNING, sentence, "" if is_young else MEND, link)
    sentence = gettext("Dernière vérification : %(day)s.") % {"day": _moment(success.started_at)}
    is_late = timezone.now() - success.started_at > CHECK_LATE
    return Finding(State.WARNING if is_late else State.OK, sentence, MEND if is_late else "", link)


def _is_young() -> bool:
    """No night has passed since the database was made."""
    first = MigrationRecorder.Migration.objects.order_by("id").values_list("applied", flat=True).first()
    return first is not None and timezone.now() - first < LATE


def _moment(moment) -> str:
    return date_format(timezone.localtime(moment), "DATETIME_FORMAT")


@dataclass(frozen=True)
class RunRow:
    """A line of the list."""

    run: BackupRun
    state: str  # done | failed | waiting
    label: str
    is_checked: bool  # a backup that a check found sound


def run_rows(runs) -> list[RunRow]:
    checks = BackupRun.objects.of(Kind.CHECK).succeeded().exclude(name="").values_list("name", flat=True)
    sound = set(checks)
    labels = {"done": gettext("réussie"), "failed": gettext("échouée"), "waiting": gettext("demandée ou en cours")}
    rows = []
    for run in runs:
        state = "waiting" if run.ended_at is None else "done" if run.succeeded else "failed"
        rows.append(RunRow(run, state, labels[state], run.kind == Kind.BACKUP and run.succeeded and run.name in sound))
    return rows
