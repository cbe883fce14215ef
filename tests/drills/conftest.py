"""The scene of the drills, made once; the seed of their chance, which is printed and may be given."""

import logging
import os
import subprocess
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.drills.person import Person
from tests.drills.scene import Scene, missing_tools
from tests.shipped.machines import Machines
from tests.upgrade.test_upgrade import statement

SEED = int(os.environ.get("DRILL_SEED") or time.time_ns() % 1_000_000)
#: The measure of a subject: proposals are killed in three times as often, the migrations half as often. 24 makes 220 in all.
KILLS = int(os.environ.get("DRILL_KILLS", "24"))
DISK_SIZE = "3G"  # sparse; the log that PostgreSQL writes ahead may take one
ROWS: list[str] = []


# The mail server of the drills says much of what its library will change.
logging.getLogger("mail.log").setLevel(logging.ERROR)


@pytest.fixture(scope="session")
def seed() -> int:
    return SEED


def mounted_disk(folder: Path, machines: Machines) -> Path | None:
    """A disk of its own that may be filled, with a real file system; None where this machine lets nobody mount one."""
    # A short path, for PostgreSQL's socket; it runs as another user, who may not look into the tests' own folders.
    image, disk = folder / "disk.img", Path(machines.stack.enter_context(TemporaryDirectory(prefix="escale-disk-")))
    disk.chmod(0o755)
    make = f"truncate -s {DISK_SIZE} {image} && mkfs.ext4 -q -m 0 {image} && mount -o loop {image} {disk}"
    if subprocess.run(["bash", "-c", make], capture_output=True).returncode:
        return None
    machines.stack.callback(subprocess.run, ["umount", "--lazy", disk])
    disk.chmod(0o755)
    return disk


@pytest.fixture(scope="session")
def scene(tmp_path_factory):
    if missing := missing_tools():
        pytest.skip(f"missing on this machine: {', '.join(missing)}")
    folder = tmp_path_factory.mktemp("drills")
    machines = Machines(folder)
    with machines.stack:
        scene = Scene(folder, machines, place=mounted_disk(folder, machines))
        scene.manage("prepare")
        statement(scene.database_address("postgres"), "CREATE DATABASE untouched TEMPLATE escale")
        scene.town = scene.ask("make_town")
        scene.start()
        print(f"\nDRILL_SEED={SEED}; what the processes print: {folder}")
        yield scene
        scene.end()
        ROWS.append(f"kills: {sum(scene.kills.values())} ({', '.join(f'{name} {n}' for name, n in sorted(scene.kills.items()))})")


@pytest.fixture
def person(scene):
    """Somebody of the town by name, signed in."""
    return lambda name: Person(scene.web_port, scene.town["people"][name]).sign_in()


@pytest.fixture
def report():
    """One line of results, shown at once and at the end."""

    def add(row: str) -> None:
        ROWS.append(row)
        print(f"\n{row}")

    return add


def pytest_terminal_summary(terminalreporter):
    if ROWS:
        terminalreporter.section(f"drills, DRILL_SEED={SEED} DRILL_KILLS={KILLS}")
        for row in ROWS:
            terminalreporter.write_line(row)
