"""Each service asked once, each answer one line; the sentence of a wrong variable was said before (`config.environment`).

What only a command may do (write to each storage, sign in to the mail server now) stands here; the rest is what the probes of the
administrator's page say (`common.health`), in English as all that this command writes.
"""

from collections.abc import Callable
from io import StringIO
from uuid import uuid4

from django.conf import settings
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.utils import translation

from backups.actions.upgrade import missing_migrations
from common.health import State, findings, probes
from common.outbox import server_words
from health.actions import try_mail
from health.probes.mail import greet_server, is_sent_by_server


class Problem(Exception):
    """What is wrong, and its mend, in one sentence."""


def check_settings() -> str:
    call_command("check", deploy=not settings.DEBUG, fail_level="ERROR", stdout=StringIO())
    return settings.BASE_URL


def check_database() -> str:
    if missing := missing_migrations():
        raise Problem(f"{len(missing)} migrations are missing: run manage.py prepare.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return connection.vendor


def check_cache() -> str:
    key, cache = f"doctor-{uuid4()}", caches["default"]
    cache.set(key, "here", 60)
    if cache.get(key) != "here":
        raise Problem("what is written there is not found again: see CACHE_URL, and whether its server has room.")
    cache.delete(key)
    return type(cache).__name__


def check_storage(alias: str) -> str:
    storage = storages[alias]
    name = storage.save(f"doctor-{uuid4()}.txt", ContentFile(b"here"))
    try:
        with storage.open(name) as file:
            if file.read() != b"here":
                raise Problem("a file that was written there is read back otherwise.")
    finally:
        storage.delete(name)
    return type(storage).__name__


def check_mail() -> str:
    if not is_sent_by_server():
        return "written to files: EMAIL_URL is empty"
    greet_server()
    return f"{settings.EMAIL_HOST} lets us in"


CHECKS: dict[str, Callable[[], str]] = {
    "settings": check_settings,
    "database": check_database,
    "cache": check_cache,
    "pictures": lambda: check_storage("default"),
    "private files": lambda: check_storage("private"),
    "mail server": check_mail,
}
MENDS = {
    "database": "see POSTGRES_HOST and POSTGRES_PASSWORD, or DATABASE_URL.",
    "cache": "see CACHE_URL.",
    "pictures": "the folder or bucket must be writable for this user: see VAR_DIR and STORAGE_URL.",
    "private files": "the folder or bucket must be writable for this user: see VAR_DIR and STORAGE_URL.",
    "mail server": "see EMAIL_URL.",
}
#: The probes that say better what a check above has said.
SAID = {"storage", "cache"}
#: Where one of these is red the installation does not work; what the others say can wait until it does.
NEEDED = {"clock", "disk", "search"}


class Command(BaseCommand):
    help = "Ask each service once and say what is wrong; with --mail, send one mail and say what the server answered."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--mail", metavar="ADDRESS", help="send one mail there")

    def handle(self, *args, mail, **options):
        with translation.override("en"):
            problems = [name for name, check in CHECKS.items() if not self.passes(name, check)]
            if "database" not in problems:  # all of them read it
                problems += self.ask_probes()
            if mail and not self.passes("one mail", lambda: send_one_mail(mail)):
                problems.append("one mail")
        if problems:
            raise CommandError(f"{len(problems)} of them must be mended: {', '.join(problems)}.")

    def passes(self, name: str, check: Callable[[], str]) -> bool:
        try:
            answer = check()
        except Problem as problem:
            self.stdout.write(f"✗ {name}: {problem}")
        # Whatever a service answers is what the person must read.
        except Exception as error:
            words = server_words(error)[:300]
            self.stdout.write(f"✗ {name}: {words}{' — ' if name in MENDS else ''}{MENDS.get(name, '')}")
        else:
            self.stdout.write(f"✓ {name}: {answer}")
            return True
        return False

    def ask_probes(self) -> list[str]:
        """Write what each probe says; gives the keys of those that must be mended."""
        problems = []
        for probe, answer in findings(only=[one.key for one in probes() if one.key not in SAID]).items():
            is_needed = probe.key in NEEDED
            for finding in answer:
                mark = "✓" if finding.state == State.OK else "✗" if is_needed and finding.state == State.FAILURE else "!"
                mend = f" {finding.mend}" if finding.mend and finding.state != State.OK else ""
                self.stdout.write(f"{mark} {probe.key}: {finding.sentence}{mend}")
            if is_needed and any(finding.state == State.FAILURE for finding in answer):
                problems.append(probe.key)
        return problems


def send_one_mail(address: str) -> str:
    trial = try_mail(address)
    if not trial.is_accepted:
        raise Problem(f"{address}: {trial.words}")
    return f"sent to {address}" + (f", the server answered: {trial.words}" if trial.words else "")
