"""`make test`: the suite on SQLite, then what touches the database again on PostgreSQL when `TEST_DATABASE_URL` is given.

Where `CI` is set, a missing service or browser is a failure. Any argument is passed on to pytest.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NOTHING_CHOSEN = 5  # pytest's word for arguments that leave no test in this part
ALONE = "not browser and not postgresql"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def say(sentence: str) -> None:
    print(f"\n== {sentence}", flush=True)


def pytest(*arguments: str, **environment: str) -> int:
    command = [sys.executable, "-m", "pytest", "-q", *arguments, *sys.argv[1:]]
    code = subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}).returncode
    return 0 if code == NOTHING_CHOSEN else code


def main() -> int:
    in_ci = bool(os.environ.get("CI"))
    if not any(shutil.which(name) for name in BROWSERS):
        say("Chromium is missing: install the system package `chromium`; the browser journeys need it.")
        if in_ci:
            return 1
    subprocess.run([sys.executable, "manage.py", "compile_catalogues"], cwd=ROOT, check=True)
    workers = os.environ.get("TEST_WORKERS", "2")
    say("SQLite")
    results = [pytest("-n", workers, "--dist", "worksteal", "-m", ALONE)]
    # Parts of their own: the browser's event loop changes which connection Django sees in the process it runs in, and
    # the races empty the database when they end.
    say("SQLite, in a browser")
    results.append(pytest("-n", workers, "--dist", "worksteal", "-m", "browser"))
    postgresql = os.environ.get("TEST_DATABASE_URL", "")
    if postgresql:
        say("PostgreSQL")
        results.append(pytest("-n", workers, "--dist", "worksteal", "-m", ALONE, DATABASE_URL=postgresql))
        say("PostgreSQL, races")
        results.append(pytest("-m", "postgresql", DATABASE_URL=postgresql))
    elif in_ci:
        say("TEST_DATABASE_URL is missing: the suite must run on PostgreSQL too.")
        results.append(1)
    return max(results)


if __name__ == "__main__":
    sys.exit(main())
