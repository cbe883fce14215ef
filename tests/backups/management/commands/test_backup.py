"""What the commands print, and that they fail with one sentence."""

import pytest
from django.core.management import CommandError, call_command

from backups.sealing import Seal

pytestmark = pytest.mark.django_db


def test_backup_says_where_it_lies_and_what_is_weak_about_it(filled, capsys):
    call_command("backup", to=str(filled.folder / "there"))
    printed = capsys.readouterr()
    assert (
        printed.out.startswith("The backup 20")
        and f"is in {filled.folder / 'there'}: " in printed.out
        and "files: 4" in printed.out
    )
    assert "BACKUP_KEY is empty" in printed.err
    call_command("check_backup", str(filled.folder / "there"))
    assert "is sound: its database opens" in capsys.readouterr().out


def test_problem_is_one_sentence(settings):
    settings.BACKUP_URL = ""
    for name in ("backup", "check_backup", "restore"):
        with pytest.raises(CommandError, match="^There is no place for backups: set BACKUP_URL"):
            call_command(name)


def test_new_key_opens(capsys):
    call_command("backup", new_key=True)
    printed = capsys.readouterr()
    assert Seal(printed.out.strip().removeprefix("BACKUP_KEY='").removesuffix("'")).public.startswith("age1")
    assert "keep it in a second place" in printed.err
