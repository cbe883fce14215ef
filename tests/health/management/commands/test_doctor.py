"""`manage.py doctor`: each service asked, and the sentence of what is wrong."""

from datetime import timedelta
from io import StringIO

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from django.core.management import CommandError, call_command
from django.utils import timezone

from common.clock import ClockRun

pytestmark = pytest.mark.django_db


@pytest.fixture
def installation(settings, tmp_path, monkeypatch):
    """One where nothing is wrong."""
    monkeypatch.delenv("DJANGO_ALLOW_ASYNC_UNSAFE", raising=False)  # the journeys set it for their own queries
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path
    ClockRun.objects.update_or_create(name="job", defaults={"slot": timezone.now(), "started_at": timezone.now()})
    return settings


def lines(*arguments) -> list[str]:
    out = StringIO()
    try:
        call_command("doctor", *arguments, stdout=out)
    except CommandError as error:
        out.write(str(error))
    return out.getvalue().splitlines()


def wrong(*arguments) -> str:
    [line] = [line for line in lines(*arguments) if line.startswith("✗")]
    return line


def test_every_service_of_a_sound_installation_passes(installation):
    answers = lines()
    assert [line for line in answers if line.startswith("✗")] == []
    assert "✓ database: sqlite" in answers or "✓ database: postgresql" in answers
    # Before the start nobody works yet: said, and no fault of the settings.
    assert {"! web", "! worker", "! mail"} <= {line.split(":")[0] for line in answers}


def test_clock_that_stands_still_is_named(installation):
    ClockRun.objects.update(started_at=timezone.now() - timedelta(minutes=6))
    assert wrong().startswith("✗ clock: The clock has stopped for 6\xa0minutes")
    ClockRun.objects.update(started_at=timezone.now() + timedelta(hours=1))
    assert "not come yet" in next(line for line in lines() if line.startswith("! clock"))


def test_mail_server_that_is_away_is_named(installation, free_port):
    installation.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    installation.EMAIL_HOST, installation.EMAIL_PORT = "127.0.0.1", free_port
    assert wrong().startswith("✗ mail server: ") and "Connection refused" in wrong() and "EMAIL_URL" in wrong()


def test_mail_server_of_an_unknown_name_is_named(installation):
    installation.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    installation.EMAIL_HOST = "poste.invalid"
    assert wrong().startswith("✗ mail server: ") and wrong().endswith(" — see EMAIL_URL.")


def test_wrong_password_of_the_mail_server_is_said(installation, free_port):
    installation.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    installation.EMAIL_HOST, installation.EMAIL_PORT = "127.0.0.1", free_port
    installation.EMAIL_HOST_USER, installation.EMAIL_HOST_PASSWORD = "bonjour", "faux"
    controller = Controller(
        object(), hostname="127.0.0.1", port=free_port, auth_require_tls=False,
        authenticator=lambda *arguments: AuthResult(success=False, handled=False),
    )  # fmt: skip
    controller.start()
    try:
        assert wrong().startswith("✗ mail server: 535 5.7.8 ") and wrong().endswith(" — see EMAIL_URL.")
    finally:
        controller.stop()


def test_answer_of_the_mail_server_is_said(installation, letterbox):
    letterbox.recipient_answer = "550 5.1.1 No such person"
    assert wrong("--mail", "personne@aurelle.example") == "✗ one mail: personne@aurelle.example: 550 5.1.1 No such person"
    letterbox.recipient_answer = None
    line = "✓ one mail: sent to personne@aurelle.example, the server answered: 250 OK"
    assert line in lines("--mail", "personne@aurelle.example")


def test_folder_that_cannot_be_written_is_named(installation, tmp_path):
    file = tmp_path / "file"
    file.write_text("")
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": file}}
    installation.STORAGES = installation.STORAGES | {"private": storage}
    assert wrong().startswith("✗ private files: ") and "VAR_DIR" in wrong()


@pytest.mark.parametrize("nodes", ["http://127.0.0.1:{port}", "http://127.0.0.1:{port},127.0.0.1:{port}", "127.0.0.1:{port}"])
def test_search_that_is_away_or_wrongly_named_is_said(installation, free_port, nodes):
    """One node, several, one without its scheme."""
    installation.SEARCH_URL = nodes.format(port=free_port)
    assert "SEARCH_URL" in next(line for line in lines() if line.startswith("✗ search: "))


def test_cache_that_is_away_is_named(installation, free_port):
    redis = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": f"redis://127.0.0.1:{free_port}/0"}
    installation.CACHES = installation.CACHES | {"default": redis}
    assert wrong().startswith("✗ cache: ") and "CACHE_URL" in wrong()
    installation.CACHES = installation.CACHES | {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
