"""`manage.py prepare` where it cannot begin: one sentence."""

import os

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from config.settings.base import DATABASE_CACHE


def test_folder_that_cannot_be_written_is_said(settings, tmp_path):
    (tmp_path / "file").write_text("")
    settings.VAR_DIR = tmp_path / "file" / "var"
    with pytest.raises(CommandError, match=f"^VAR_DIR: {settings.VAR_DIR} cannot be written: Not a directory"):
        call_command("prepare")


@pytest.mark.skipif(os.getuid() == 0, reason="to root every folder is open")
def test_folder_of_somebody_else_is_said(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    tmp_path.chmod(0o500)
    with pytest.raises(CommandError, match="^VAR_DIR: .* cannot be written: Permission denied"):
        call_command("prepare")


def test_database_that_does_not_let_us_in_is_said(settings, tmp_path, monkeypatch):
    """The server's words, in one line, and where to look."""

    def refuse(*arguments, **options):
        raise OperationalError("password authentication failed\n  for user escale")

    settings.VAR_DIR = tmp_path
    monkeypatch.setattr("common.management.commands.prepare.call_command", refuse_after_catalogues(refuse))
    with pytest.raises(CommandError) as problem:
        call_command("prepare")
    assert "password authentication failed for user escale. " in str(problem.value)
    assert str(problem.value).endswith("manage.py doctor says where to look.")
    assert ("Is the disk full" in str(problem.value)) == (connection.vendor == "sqlite")


@pytest.mark.django_db
def test_start_prints_nothing_of_its_own(settings, tmp_path, monkeypatch, capsys):
    slow = ("compile_catalogues", "collectstatic", "setup_link")
    run = lambda name, **options: None if name in slow else call_command(name, **options)  # noqa: E731
    settings.VAR_DIR, settings.CACHES = tmp_path, settings.CACHES | {"default": DATABASE_CACHE}
    monkeypatch.setattr("common.management.commands.prepare.call_command", run)
    call_command("prepare")
    call_command("prepare")
    assert capsys.readouterr().out == ""


def refuse_after_catalogues(refuse):
    return lambda name, **options: None if name == "compile_catalogues" else refuse()
