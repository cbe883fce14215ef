"""Putting a backup in: looked through first, files before the database, the database whole or as before, then migrated."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.files import File
from django.core.files.storage import storages
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult
from wagtail.models import Site

from backups.actions.backup import files_of, fingerprint
from backups.actions.check import OpenBackup
from backups.actions.runs import alone, noted
from backups.actions.upgrade import MigrationFailed, has_people, migrate
from backups.databases import copies
from backups.manifest import STORAGES, KeptFile
from backups.models import BackupRun
from backups.problems import BackupProblem, sentences
from backups.sealing import BLOCK, Measured, Nowhere
from backups.stores import store_at
from common.measures import Measure
from common.outbox import OutgoingMail
from common.processes import ProcessLife
from common.rate_limits import RateCounter
from common.search_port import fill_after_restore

logger = logging.getLogger("escale.backups")
#: Notes of who was erased since the backup (`docs/privacy.md`): they may be brought before the restore, which erases again.
ERASURES = "erasures/"


@dataclass(frozen=True)
class Plan:
    """What a restore would do, in sentences, before it does anything."""

    backup: OpenBackup
    sentences: list[str]


def plan(address: str = "", name: str = "") -> Plan:
    """Raises BackupProblem where the backup cannot be restored here; nothing is changed."""
    backup = OpenBackup.at(store_at(address or settings.BACKUP_URL), name)
    require_engine(backup)
    missing = migrations_to_apply(backup)
    require_unused(backup)
    made_at = timezone.localtime(datetime.fromisoformat(backup.record.made_at))
    lines = [
        gettext("Sauvegarde %(name)s de %(site)s, faite le %(day)s par Escale %(version)s.")
        % {"name": backup.name, "site": backup.record.settings.get("address", "?"), "day": f"{made_at:%d/%m/%Y %H:%M}",
           "version": backup.record.version},
        gettext("Elle remplacera la base de cette installation et remettra les fichiers du site (%(count)s).")
        % {"count": len(backup.contents.files)},
    ]  # fmt: skip
    if missing:
        lines.append(
            gettext("Elle vient d’une version plus ancienne : les migrations suivront (%(count)s).") % {"count": missing}
        )
    lines.append(gettext("Chacun devra se reconnecter ; les courriels qui attendaient alors ne repartiront pas."))
    if backup.record.settings.get("secret_key") != fingerprint()["secret_key"]:
        lines.append(
            gettext(
                "Elle a été faite avec une autre SECRET_KEY : les liens signés des courriels (désabonnements, mots de passe) "
                "ne s’ouvriront plus, tout le reste marche. Pour les garder, remettez d’abord l’ancienne SECRET_KEY."
            )
        )
    if not backup.record.with_files:
        lines.append(gettext("C’est la base seule, copiée avant des migrations : les fichiers d’ici restent."))
    return Plan(backup, lines)


def restore(backup: OpenBackup, report: Callable[[str], None] = lambda sentence: None) -> BackupRun:
    """Put the backup of a plan in. Stopped at any point, it may be run again; the database is then as it was."""
    run = BackupRun(kind=BackupRun.Kind.RESTORE, name=backup.name, location=backup.store.place, size=backup.size)
    run.files = len(backup.contents.files)
    with noted(run), alone():
        require_unused(backup)
        report(gettext("Vérification…"))
        backup.require_files()
        with backup.database() as path, TemporaryDirectory() as folder:
            report(gettext("Fichiers…"))
            put_files(backup)
            report(gettext("Base…"))
            former = Path(folder, "former")
            with sentences(folder):
                copies().copy_to(former)
            try:
                with sentences(gettext("la base")):
                    copies().put_in(path)
                require_rows(backup)
                bring_up_to_date(backup)
            except BaseException:
                copies().put_in(former)
                raise
        report(gettext("Mise en ordre…"))
        clear_passing_rows()
        forget_what_was_read()
        call_command("erase_again", stdout=StringIO())
        fill_after_restore()
    return run


def require_engine(backup: OpenBackup) -> None:
    if backup.record.engine != connection.vendor:
        names = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
        raise BackupProblem(
            _("Cette sauvegarde est celle d’une base %(theirs)s, et cette installation utilise %(ours)s : réglez DATABASE_URL."),
            theirs=names[backup.record.engine], ours=names[connection.vendor],
        )  # fmt: skip


def migrations_to_apply(backup: OpenBackup) -> int:
    """How many this version has more than the backup; BackupProblem where the backup has one that this version does not know."""
    loader = MigrationLoader(None)
    known = {f"{app}.{name}" for app, name in loader.disk_migrations}
    drawn_together = {f"{app}.{name}" for migration in loader.disk_migrations.values() for app, name in migration.replaces}
    theirs = set(backup.contents.schema)
    if theirs - known - drawn_together:
        raise BackupProblem(
            _("La sauvegarde vient d’Escale %(theirs)s et cette installation est en %(ours)s, plus ancienne : installez d’abord "
              "la version %(theirs)s ou une plus récente."),
            theirs=backup.record.version, ours=settings.VERSION,
        )  # fmt: skip
    return len(known - theirs)


def require_unused(backup: OpenBackup) -> None:
    """Nobody has an account here, and no file is here but those of this very backup (a restore that was stopped half-way)."""
    if has_people():
        raise BackupProblem(
            _("Cette installation est utilisée : elle a des comptes. Une restauration se fait dans une installation neuve "
              "(base vide, dossiers vides) ; docs/backup.md dit comment.")
        )  # fmt: skip
    if not backup.record.with_files:
        return
    expected = {(file.storage, file.name): file.size for file in backup.contents.files}
    for storage in STORAGES:
        for file in files_of(storage):
            is_note = storage == "private" and file.name.startswith(ERASURES)
            if not is_note and expected.get((storage, file.name)) != file.size:
                raise BackupProblem(
                    _("Cette installation est utilisée : elle a des fichiers (%(name)s). Une restauration se fait dans une "
                      "installation neuve (base vide, dossiers vides) ; docs/backup.md dit comment."),
                    name=file.name,
                )  # fmt: skip


def put_files(backup: OpenBackup) -> None:
    """Under their own names; one that is there already stays, where it is the same."""
    present = {(storage, file.name) for storage in STORAGES for file in files_of(storage)}
    for file in backup.contents.files:
        storage = storages[file.storage]
        with sentences(file.name):
            if (file.storage, file.name) in present:
                if _is_same(storage, file):
                    continue
                storage.delete(file.name)
            with TemporaryFile() as content:
                backup.open_file(file, content)
                content.seek(0)
                name = storage.save(file.name, File(content, name=file.name))
        if name != file.name:
            storage.delete(name)
            raise BackupProblem(_("Le fichier %(name)s ne peut pas être remis sous son nom."), name=file.name)


def _is_same(storage, file: KeptFile) -> bool:
    with storage.open(file.name) as content:
        measure = Measured(Nowhere())
        while block := content.read(BLOCK):
            measure.write(block)
    return measure.sha256 == file.sha256


def require_rows(backup: OpenBackup) -> None:
    rows = copies().rows()
    differences = [table for table, number in backup.contents.rows.items() if rows.get(table) != number]
    if differences:
        raise BackupProblem(_("La base remise n’a pas toutes ses lignes (%(tables)s)."), tables=", ".join(differences[:5]))


def bring_up_to_date(backup: OpenBackup) -> None:
    try:
        migrate(with_copy=False)
    except MigrationFailed as problem:
        raise BackupProblem(
            _("La sauvegarde n’a pas pu être mise à la version d’ici (%(words)s). Rien n’est changé : restaurez-la avec Escale "
              "%(version)s, puis mettez à jour."),
            words=problem.words, version=backup.record.version,
        ) from problem  # fmt: skip
    call_command("createcachetable", verbosity=0)


def clear_passing_rows() -> None:
    """What was true at the moment of the backup alone. Sessions and cache are in no backup."""
    states = OutgoingMail.State
    # Most of them have left since: it is better to miss one than to send all of them twice.
    OutgoingMail.objects.filter(state__in=(states.WAITING, states.CLAIMED)).update(
        state=states.HANDING_OVER, last_error=gettext("Restauration : ce courriel attendait au moment de la sauvegarde.")
    )
    DBTaskResult.objects.filter(finished_at=None, task_path__startswith="backups.tasks.").delete()
    ProcessLife.objects.all().delete()
    RateCounter.objects.all().delete()
    Measure.objects.all().delete()  # of another machine
    BackupRun.objects.unfinished().delete()


def forget_what_was_read() -> None:
    """What this process and the shared cache know is of the database that was there before."""
    for alias in settings.CACHES:
        try:
            caches[alias].clear()
        except (OSError, DatabaseError):  # a cache that is away knows nothing
            logger.warning("The cache %s could not be emptied", alias)
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
