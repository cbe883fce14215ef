"""The versions, and whether the installation is behind its own code."""

import platform
from functools import cache
from pathlib import Path

import django
import wagtail
from django.conf import settings
from django.core.files.storage import storages
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from common.health import Finding, State, probe
from common.management.commands.compile_catalogues import stale_catalogues
from common.storages import StaticFiles
from health.models import Upgrade


@probe("installation", title=gettext_lazy("Versions"), order=100)
def installation() -> list[Finding]:
    return [*_behind(), Finding(State.OK, versions())]


def versions() -> str:
    names = {
        "Escale": settings.VERSION, "Python": platform.python_version(), "Django": django.get_version(),
        "Wagtail": wagtail.__version__, _database_name(): _database_version(),
    }  # fmt: skip
    return ", ".join(f"{name}\u00a0{version}" for name, version in names.items()) + "."


def _database_name() -> str:
    return {"postgresql": "PostgreSQL", "sqlite": "SQLite"}.get(connection.vendor, connection.vendor)


def _database_version() -> str:
    version = connection.get_database_version()
    return ".".join(map(str, version))


def _behind() -> list[Finding]:
    """What `manage.py prepare` has yet to do."""
    mend = _("Lancez « manage.py prepare », puis redémarrez tous les processus.")
    findings = []
    if count := len(missing_migrations()):
        sentence = ngettext(
            "La base de données est en retard sur le logiciel : {count} migration manque.",
            "La base de données est en retard sur le logiciel : {count} migrations manquent.",
            count,
        )
        findings.append(Finding(State.FAILURE, sentence.format(count=count), mend))
    latest = Upgrade.latest()
    if latest and number(latest.version) > number(settings.VERSION):
        sentence = _(
            "Le logiciel est en retard sur la base de données : il est de la version {own}, elle de la version {version}."
        )
        sentence = sentence.format(own=settings.VERSION, version=latest.version)
        findings.append(Finding(State.FAILURE, sentence, _("Une ancienne version a été démarrée : remettez la nouvelle.")))
    if are_static_files_stale():
        findings.append(
            Finding(State.WARNING, _("Les feuilles de style et les scripts ne sont pas ceux de cette version."), mend)
        )
    if any(stale_catalogues()):
        findings.append(Finding(State.WARNING, _("Les traductions ne sont pas celles de cette version."), mend))
    return findings


def number(version: str) -> tuple[int, ...]:
    """(0, 3, 0) of "0.3.0", to tell the later of two."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def missing_migrations() -> set[tuple[str, str]]:
    """(app, name) of those that this database has not seen."""
    return migrations_of_code() - MigrationRecorder(connection).applied_migrations().keys()


@cache  # the code stays as it is while the process lives
def migrations_of_code() -> frozenset[tuple[str, str]]:
    loader = MigrationLoader(None)
    replaced = {name for migration in loader.disk_migrations.values() for name in migration.replaces}
    return frozenset(loader.disk_migrations.keys() - replaced)


def are_static_files_stale() -> bool:
    """Whether a source changed since `collectstatic`, by the time of the files: their contents are rewritten on the way."""
    storage = storages["staticfiles"]
    if not isinstance(storage, StaticFiles):
        return False
    manifest = Path(storage.path(storage.manifest_name))
    return not manifest.exists() or latest_static_source() > manifest.stat().st_mtime


@cache
def latest_static_source() -> float:
    """When the last of our own was written; those of the libraries change with a version of ours."""
    wings = ("site", "intranet", "pro_portal", "search")
    return max(path.stat().st_mtime for wing in wings for path in Path(settings.BASE_DIR, wing).rglob("static/**/*.*"))
