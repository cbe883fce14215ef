"""Each service asked once, each answer one line; the sentence of a wrong variable was said before (`config.environment`)."""

import shutil
import smtplib
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from uuid import uuid4

from django.conf import settings
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.mail import EmailMessage, get_connection
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from common.clock import ClockRun
from common.outbox import server_words
from common.search_port import ask_engine

FREE_BYTES = 500_000_000
CLOCK_LATE = timedelta(minutes=5)


class Problem(Exception):
    """What is wrong, and its mend, in one sentence."""


def check_settings() -> str:
    call_command("check", deploy=not settings.DEBUG, fail_level="ERROR", stdout=StringIO())
    return settings.BASE_URL


def check_database() -> str:
    executor = MigrationExecutor(connection)
    if missing := executor.migration_plan(executor.loader.graph.leaf_nodes()):
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


def check_disk() -> str:
    free = shutil.disk_usage(settings.VAR_DIR).free
    if free < FREE_BYTES:
        raise Problem(f"only {free // 10**6} MB are free in {settings.VAR_DIR}: make room.")
    return f"{free // 10**9} GB free"


def check_mail() -> str:
    if not settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        return "written to files: EMAIL_URL is empty"
    with get_connection():
        return f"{settings.EMAIL_HOST} lets us in"


def check_clock() -> str:
    last = ClockRun.objects.order_by("-started_at").exclude(started_at=None).values_list("started_at", flat=True).first()
    if last is None or timezone.now() - last > CLOCK_LATE:
        raise Problem("nothing was done by the clock in the last five minutes: start manage.py clock.")
    if last > timezone.now() + CLOCK_LATE:
        raise Problem("it ran at an hour that is still to come: set the clock of this machine right.")
    return f"{last:%H:%M} UTC"


CHECKS: dict[str, Callable[[], str]] = {
    "settings": check_settings,
    "database": check_database,
    "cache": check_cache,
    "pictures": lambda: check_storage("default"),
    "private files": lambda: check_storage("private"),
    "disk": check_disk,
    "search": ask_engine,
    "mail": check_mail,
    "clock": check_clock,
}
MENDS = {
    "database": "see POSTGRES_HOST and POSTGRES_PASSWORD, or DATABASE_URL.",
    "cache": "see CACHE_URL.",
    "pictures": "the folder or bucket must be writable for this user: see VAR_DIR and STORAGE_URL.",
    "private files": "the folder or bucket must be writable for this user: see VAR_DIR and STORAGE_URL.",
    "search": "see SEARCH_URL and docs/search.md.",
    "mail": "see EMAIL_URL.",
}


class Command(BaseCommand):
    help = "Ask each service once and say what is wrong; with --mail, send one mail and say what the server answered."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--mail", metavar="ADDRESS", help="send one mail there")

    def handle(self, *args, mail, **options):
        problems = [name for name, check in CHECKS.items() if not self.passes(name, check)]
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


def send_one_mail(address: str) -> str:
    message = EmailMessage("Escale", f"A mail of {settings.BASE_URL}, sent by manage.py doctor.", to=[address])
    try:
        message.send()
    except smtplib.SMTPRecipientsRefused as refusal:
        raise Problem(f"{address}: {server_words(refusal)}") from refusal
    return f"sent to {address}"
