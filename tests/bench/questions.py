"""The questions of `tests/search/questions.yaml`, asked of the demo on each engine there is: the share whose right answer is among
the first three.

SQLite always; PostgreSQL where `TEST_DATABASE_URL` names a server, in a database of its own; Elasticsearch or OpenSearch where
`TEST_SEARCH_URL` names one. `python tests/bench/questions.py` asks them alone, and says what came instead.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from uuid import uuid4

ROOT = Path(__file__).resolve().parents[2]


def ask_everywhere() -> None:
    """Each engine in a process of its own: settings are read once."""
    print("\nquestions with a right answer among the first three")
    run("SQLite", {"DATABASE_URL": ""})
    if address := os.environ.get("TEST_SEARCH_URL"):
        run(address.split("+")[0] if "+" in address else "elasticsearch", {"DATABASE_URL": "", "SEARCH_URL": prefixed(address)})
    if address := os.environ.get("TEST_DATABASE_URL"):
        run("PostgreSQL", {"DATABASE_URL": address})


def prefixed(address: str) -> str:
    return f"{address}?prefix=escale-questions-{uuid4().hex[:8]}&timeout=20"


def run(name: str, variables: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory(prefix="escale-questions-") as folder:
        settings = {"VAR_DIR": folder, "DJANGO_SETTINGS_MODULE": "config.settings.dev", "SEARCH_URL": ""}
        environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}", **settings, **variables}
        subprocess.run([sys.executable, "-m", "tests.bench.questions", "--one", name], cwd=ROOT, env=environment, check=True)


def ask_one(name: str) -> None:
    import django

    django.setup()
    import time_machine
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from tests.search.questions import DAY, unanswered

    if connection.vendor == "postgresql":
        make_database(connection)
    call_command("upgrade_database", without_copy=True, verbosity=0, stdout=open(os.devnull, "w"))  # noqa: SIM115
    call_command("createcachetable")
    try:
        with time_machine.travel(DAY):
            from demo.actions import load_demo

            load_demo((300, 200))
            call_command("rebuild_search", stdout=open(os.devnull, "w"))  # noqa: SIM115
        wrong, asked = unanswered()
        print(f"{name:32}{(asked - len(wrong)) / asked:>9.1%} of {asked}")
        print("".join(f"    {line}\n" for line in wrong), end="", flush=True)
    finally:
        if settings.SEARCH_URL:
            from search.engines import current_engine

            current_engine().drop()
        if connection.vendor == "postgresql":
            drop_database(connection)


def make_database(connection) -> None:
    """A database of its own on the server that is named, in place of the one that is."""
    name = f"questions_{uuid4().hex[:8]}"
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
    connection.close()
    connection.settings_dict["HOME"], connection.settings_dict["NAME"] = connection.settings_dict["NAME"], name


def drop_database(connection) -> None:
    name, connection.settings_dict["NAME"] = connection.settings_dict["NAME"], connection.settings_dict["HOME"]
    connection.close()
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        ask_one(sys.argv[2])
    else:
        ask_everywhere()
