"""kill -9 of `prepare`, and of the database under it, until it has come to its end: the same columns and rows as where nobody
killed it. Of an empty database, and of the one that version 0.1 left."""

import lzma
import random
import subprocess
import time

import pytest

from tests.drills.conftest import KILLS
from tests.drills.scene import PYTHON, ROOT, Scene, send_signal, wait_until
from tests.upgrade.test_upgrade import VERSIONS, rows_of_postgresql, statement

pytestmark = pytest.mark.drill

COLUMNS = "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns WHERE table_schema = 'public'"
INDEXES = "SELECT indexname FROM pg_indexes WHERE schemaname = 'public'"


def make_database(scene: Scene, name: str, content: str = "") -> dict[str, str]:
    """Anew; gives the environment of an installation that uses it."""
    server = scene.database_address("postgres")
    statement(server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    statement(server, f"CREATE DATABASE {name}")
    if content:
        statement(scene.database_address(name), content)
    return scene.environment | {"POSTGRES_DB": name}


def facts_of(scene: Scene, name: str) -> tuple:
    address = scene.database_address(name)
    rows = rows_of_postgresql(address)
    return rows, *(sorted(statement(address, sql)) for sql in (COLUMNS, INDEXES))


def prepare_with_kills(scene: Scene, environment: dict, choice: random.Random, most: int) -> int:
    """Until it ends well; gives the number of kills."""
    kills, patience = 0, 6.0  # seconds at most before the next kill
    command = [PYTHON, "manage.py", "prepare"]
    while True:
        with open(scene.folder / "prepare.log", "ab") as log:
            process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log, start_new_session=True)
        try:
            process.wait(choice.uniform(patience / 2, patience) if kills < most else 600)
        except subprocess.TimeoutExpired:
            if kills % 3 == 1:
                scene.kill("database", choice)
            send_signal([process.pid], 9)
            process.wait()
            kills += 1
            patience += 0.5  # one migration alone may take longer than the first kills leave it
            continue
        if process.returncode == 0:
            return kills
        time.sleep(1)  # the database comes back


@pytest.mark.parametrize("version", ["", *VERSIONS], ids=lambda version: getattr(version, "name", "empty"))
def test_prepare_killed_again_and_again_ends_as_if_it_had_not_been(scene, seed, report, version):
    before, choice = scene.kills["database"], random.Random(seed + 30)
    content = lzma.decompress((version / "postgresql.sql.xz").read_bytes()).decode() if version else ""
    if version:
        subprocess.run(
            [PYTHON, "manage.py", "prepare"], cwd=ROOT, env=make_database(scene, "untouched", content), check=True,
            capture_output=True,
        )  # fmt: skip
    kills = prepare_with_kills(scene, make_database(scene, "killed", content), choice, KILLS // 2)
    wait_until(lambda: scene.processes["database"].poll() is None, 30)
    scene.wait_until_up("database")
    assert facts_of(scene, "killed") == facts_of(scene, "untouched")
    scene.kills["prepare"] += kills
    report(
        f"migration of {getattr(version, 'name', 'an empty database')}: prepare killed {kills} times, the database "
        f"{scene.kills['database'] - before} times: same columns, same indexes, same rows"
    )
