"""`config/alive.py`: a worker or a clock that worked lately, told from one that did not."""

import os
import subprocess
import sys
import time

import pytest
import yaml

from common.processes import touch_sign
from tests.architecture.files import ROOT


def ask(folder, *arguments) -> tuple[int, str]:
    command = [sys.executable, "site/config/alive.py", *arguments]
    answer = subprocess.run(command, cwd=ROOT, env={"VAR_DIR": str(folder)}, capture_output=True, text=True)
    return answer.returncode, (answer.stdout or answer.stderr).strip()


@pytest.mark.parametrize(("name", "silence"), [("worker", 120), ("clock", 300)])
def test_sign_of_life_is_believed_for_a_while(settings, tmp_path, name, silence):
    settings.VAR_DIR = tmp_path
    assert ask(tmp_path, name) == (1, f"The {name} has given no sign of life yet in {tmp_path}.")
    touch_sign(name)
    assert ask(tmp_path, name)[0] == 0
    for moment in (time.time() - silence - 1, time.time() + silence + 60):  # the second: before the clock was set back
        os.utime(tmp_path / f"{name}.alive", (moment, moment))
        assert ask(tmp_path, name)[0] == 1


def test_unknown_process_gets_a_sentence(tmp_path):
    assert ask(tmp_path, "web") == (1, "“web” is none of: worker, clock.")


def test_sign_without_room_ends_nobody(settings, tmp_path):
    settings.VAR_DIR = tmp_path / "absent"
    touch_sign("worker")
    assert ask(settings.VAR_DIR, "worker")[0] == 1


def test_worker_and_clock_are_looked_at_in_compose():
    services = yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]
    for name in ("worker", "clock"):
        assert services[name]["healthcheck"]["test"] == ["CMD", "python", "site/config/alive.py", name]
