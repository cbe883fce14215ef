"""`make test`: the suite on SQLite, the journeys in a browser, the shipped installation, and on PostgreSQL what has SQL of its own,
side by side.

PostgreSQL runs when `TEST_DATABASE_URL` names a server. The SQLite part leaves the processor to the two others and takes what they
leave, so that two cores stay busy to the end. Each part writes to a file of its own: a failure is named at once, what it looks like
follows when its part has ended. Any argument is passed on to pytest; where `CI` is set, a missing browser or PostgreSQL is a failure.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NOTHING_CHOSEN = 5  # pytest's word for arguments that leave no test in this part
# The first one has no window to draw, which is a fifth of its work.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
FAILURE = re.compile(r"::.*\b(FAILED|ERROR)\b|\b(FAILED|ERROR) .*::")
DETAILS = re.compile(r"^=+ (ERRORS|FAILURES|short test summary info|no tests ran|\d+ .* in )|^(INTERNALERROR|ERROR)")
WORKERS = os.environ.get("TEST_WORKERS", "2")
MARKS_OF_POSTGRESQL = re.compile(r"\bmark\.(every_database|postgresql)\b")


@dataclass
class Part:
    """One pytest of the run; `politely` gives way to the others."""

    name: str
    arguments: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)
    politely: bool = False

    def start(self, folder: Path) -> None:
        self.folder = folder / self.name.split()[0].lower().strip(",")
        self.folder.mkdir()
        self.output = self.folder / "output.txt"
        command = ["nice", "-n", "5"] if self.politely else []
        command += [sys.executable, "-m", "pytest", "-v", "--color=no", *self.arguments, *sys.argv[1:]]
        environment = {**os.environ, "VAR_DIR": str(self.folder), **self.environment}
        self.began = time.monotonic()
        self.lines_read, self.has_details = 0, False
        with open(self.output, "w") as output:
            self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)

    def has_ended(self) -> bool:
        ended, status, usage = os.wait4(self.process.pid, os.WNOHANG)
        if not ended:
            return False
        code = os.waitstatus_to_exitcode(status)
        self.process.returncode = code
        self.code = 0 if code == NOTHING_CHOSEN else abs(code)
        self.seconds = time.monotonic() - self.began
        self.processor_seconds = usage.ru_utime + usage.ru_stime
        return True

    def name_new_failures(self) -> None:
        lines = self.output.read_text(errors="replace").splitlines(keepends=True)
        for line in lines[self.lines_read :]:
            if not line.endswith("\n"):
                break
            self.lines_read += 1
            self.has_details = self.has_details or bool(DETAILS.match(line))
            if not self.has_details and FAILURE.search(line):
                print(f"{self.name}: {line.strip()}", flush=True)

    def show_details(self) -> None:
        """What pytest says after its tests: the failures, what was skipped and why, the counts."""
        lines = self.output.read_text(errors="replace").splitlines()
        first = next((number for number, line in enumerate(lines) if DETAILS.match(line)), max(0, len(lines) - 40))
        say(self.name)
        print("\n".join(lines[first:]), flush=True)


def say(sentence: str) -> None:
    print(f"\n== {sentence}", flush=True)


def files_of_postgresql() -> list[str]:
    """The modules with a test that runs there: to read all the others takes five seconds."""
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    return [str(file.relative_to(ROOT)) for file in files if MARKS_OF_POSTGRESQL.search(file.read_text())]


def parts_to_run(postgresql: str) -> list[Part]:
    has_chosen = any((ROOT / argument.partition("::")[0]).exists() for argument in sys.argv[1:])

    def all_of(*files: str) -> tuple[str, ...]:
        return () if has_chosen else files

    # The browser has a process of its own: its event loop changes which connection Django sees there.
    parts = [
        Part("Browser, on SQLite", ("-m", "browser", *all_of("tests/journeys"))),
        Part("Installation", ("-m", "installation", *all_of("tests/shipped"))),
    ]
    if postgresql:
        # One process: the races, which empty the database, come last in it.
        parts.append(
            Part(
                "PostgreSQL",
                ("-m", "not browser and not installation and not drill", *all_of(*files_of_postgresql())),
                {"DATABASE_URL": postgresql},
            )
        )
    alone = ("-n", WORKERS, "--dist", "worksteal", "-m", "not browser and not postgresql and not installation and not drill")
    parts.append(Part("SQLite", alone, politely=True))
    if os.environ.get("TEST_NOW"):  # an installation is processes of its own, which keep the real time
        parts = [part for part in parts if part.name != "Installation"]
    return parts


def run(parts: list[Part]) -> int:
    """Start all, tell what happens, and answer the worst exit code."""
    (ROOT / "var").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="test-run-", dir=ROOT / "var") as folder:
        running = list(parts)
        try:
            for part in parts:
                part.start(Path(folder))
            while running:
                time.sleep(1)
                for part in list(running):
                    ended = part.has_ended()
                    part.name_new_failures()
                    if ended:
                        running.remove(part)
                        part.show_details()
        finally:
            for part in running:
                part.process.terminate()
                part.process.wait()
    say("What each part cost")
    for part in parts:
        print(f"{part.name:<24}{part.seconds:7.0f} s{part.processor_seconds:7.0f} s of processor")
    return max(part.code for part in parts)


def main() -> int:
    in_ci = bool(os.environ.get("CI"))
    if not any(shutil.which(name) for name in BROWSERS):
        say("Chromium is missing: install the system package `chromium`; the browser journeys need it.")
        if in_ci:
            return 1
    postgresql = os.environ.get("TEST_DATABASE_URL", "")
    if in_ci and not postgresql:
        say("TEST_DATABASE_URL is missing: the suite must run on PostgreSQL too.")
        return 1
    if not os.environ.get("TEST_SEARCH_URL"):
        say("TEST_SEARCH_URL names no search engine: its tests are skipped.")
    subprocess.run([sys.executable, "manage.py", "compile_catalogues"], cwd=ROOT, check=True)
    return run(parts_to_run(postgresql))


if __name__ == "__main__":
    sys.exit(main())
