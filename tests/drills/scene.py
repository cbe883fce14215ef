"""An installation in processes of its own, whose parts may be ended at any moment: the web of the Dockerfile, two workers and a
clock on PostgreSQL (which writes through to the disk), Redis and a mail server with TLS.

All of them read the time that `pass_time` makes (`clock/sitecustomize.py`): ten minutes of waiting take no ten minutes.
"""

import http.client
import json
import os
import random
import re
import shlex
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from email import message_from_bytes
from pathlib import Path

from tests.architecture.files import ROOT
from tests.shipped.files import services
from tests.shipped.machines import Machines, end, free_port, make_certificate, wait_for_port, wait_for_postgresql, which

PASSWORD, MAIL_PASSWORD = "une-base-durable", "une-cantine-lente"
MAIL_USER = "bonjour@aurelle.example"
# Seconds that a process has before it may be killed, else it would never work: a web and a database since they answer, the
# others since their start.
WARM = {"web": 4, "worker-0": 4, "worker-1": 4, "clock": 4, "database": 3, "mail": 0}
PYTHON = sys.executable


def missing_tools() -> list[str]:
    missing = [] if which("redis-server") else ["redis-server"]
    return missing + ([] if any(Path("/usr/lib/postgresql").glob("*/bin")) else ["postgresql"])


def command_of_image() -> list[str]:
    return re.findall(r'"([^"]+)"', re.search(r"^CMD (.*)", (ROOT / "Dockerfile").read_text(), re.M)[1])


def children_of(pid: int) -> list[int]:
    """The processes below this one, the nearest first."""
    parents: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError):
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            parents.setdefault(parent, []).append(int(folder.name))
    below = list(parents.get(pid, ()))
    for child in below:  # which grows meanwhile
        below += parents.get(child, ())
    return below


def send_signal(pids: list[int], number: int) -> None:
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, number)


class Scene:
    """`folder` holds what the processes print; `place`, where one is given, the database and the files."""

    def __init__(self, folder: Path, machines: Machines, place: Path | None = None):
        self.folder, self.machines, self.place = folder, machines, place
        self.offset = 0  # seconds between the machine's time and that of the processes
        self.processes: dict[str, subprocess.Popen] = {}
        self.commands: dict[str, tuple[list[str], dict]] = {}
        self.started_at: dict[str, float] = {}
        self.kills: Counter = Counter()
        self.letters: list = []
        self.inside: subprocess.Popen | None = None
        self.stopped: set[str] = set()  # those that stay down
        self._turn = threading.RLock()
        self._ended = threading.Event()
        self._make()

    def _make(self) -> None:
        machines = self.machines
        self.certificate = make_certificate(self.folder / "certificate")
        self.mail_port, self.mail_server = free_port(), None
        self.database_port = machines.postgresql(PASSWORD, place=self.place, durable=True)
        self.processes["database"] = machines.processes["postgresql"]
        self.commands["database"] = machines.commands["postgresql"]
        self.cache_port = machines.redis(services()["cache"]["command"])
        self.processes["cache"] = machines.processes["redis"]
        self.commands["cache"] = machines.commands["redis"]
        self.web_port = free_port()
        self.var = (self.place or self.folder) / "var"
        self.var.mkdir()
        self.time_file = self.folder / "time"
        self.pass_time(0)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "PYTHONPATH": f"{ROOT / 'tests/drills/clock'}:{ROOT / 'site'}:{ROOT}",
            "DJANGO_SETTINGS_MODULE": "config.settings.production", "VAR_DIR": str(self.var), "PYTHONUNBUFFERED": "1",
            "SECRET_KEY": "a-long-and-random-key-that-only-the-drills-know-0123456789", "ALLOWED_HOSTS": "127.0.0.1",
            "BASE_URL": f"http://127.0.0.1:{self.web_port}", "SSL_REDIRECT": "false", "SECOND_FACTOR_REQUIRED": "false",
            "POSTGRES_HOST": "127.0.0.1", "POSTGRES_PORT": str(self.database_port), "POSTGRES_PASSWORD": PASSWORD,
            "CACHE_URL": f"rediscache://127.0.0.1:{self.cache_port}/0", "SEARCH_URL": "",
            "EMAIL_URL": f"smtp+tls://{MAIL_USER.replace('@', '%40')}:{MAIL_PASSWORD}@localhost:{self.mail_port}",
            "SSL_CERT_FILE": str(self.certificate / "fullchain.pem"), "MALLOC_ARENA_MAX": "2",
            "DRILL_TIME": str(self.time_file),
        }  # fmt: skip

    # ---- processes ----

    def start(self) -> None:
        """Mail, web, workers and clock, kept up as compose keeps them up until the scene ends."""
        self.start_mail()
        web = command_of_image()
        web[web.index("0.0.0.0")], web[web.index("8000")] = "127.0.0.1", str(self.web_port)
        web[0] = str(Path(PYTHON).with_name(web[0]))
        worker, clock = (shlex.split(services()[name]["command"]) for name in ("worker", "clock"))
        commands = {"web": web, "worker-0": worker, "worker-1": worker, "clock": clock}
        for name, command in commands.items():
            command = [PYTHON, *command[1:]] if command[0] == "python" else command
            self.commands[name] = (command, {"cwd": ROOT, "env": self.environment})
            self._start(name)
        self.wait_until_up("web")
        threading.Thread(target=self._keep_up, daemon=True).start()

    def _start(self, name: str) -> None:
        command, options = self.commands[name]
        self.processes[name] = self.machines.start(name, command, **options)
        self.started_at[name] = time.monotonic()

    def _keep_up(self) -> None:
        while not self._ended.wait(0.1):
            for name, process in list(self.processes.items()):
                with self._turn:
                    if process is self.processes[name] and process.poll() is not None and name not in self.stopped:
                        send_signal(getattr(process, "former_children", []), signal.SIGKILL)
                        self._start(name)

    def wait_until_up(self, name: str, seconds: int = 120) -> None:
        if name == "database":
            wait_for_postgresql(self.database_port, seconds)
            return
        wait_for_port({"web": self.web_port, "cache": self.cache_port, "mail": self.mail_port}[name], seconds=seconds)

    def answers(self, name: str) -> bool:
        """Whether the web or the database lets somebody in now."""
        try:
            if name == "database":
                wait_for_postgresql(self.database_port, 0.2)
                return True
            with urllib.request.urlopen(f"http://127.0.0.1:{self.web_port}/health/", timeout=1) as answer:
                return answer.status == 200
        except (AssertionError, OSError, http.client.HTTPException):
            return False

    def kill(self, name: str, choice: random.Random) -> None:
        """kill -9 of a process with all that it started; of a web or a database as often of one of its children alone, as the
        kernel does that lacks memory. What ended is started again at once."""
        if name == "mail":
            self.stop_mail()
            self.start_mail()
            self.kills[name] += 1
            return
        with self._turn:
            process = self.processes[name]
            if process.poll() is not None:
                return
            children = children_of(process.pid)
            process.former_children = children
            if name in ("web", "database") and children and choice.random() < 0.5:
                send_signal([choice.choice(children)], signal.SIGKILL)
            else:
                send_signal([process.pid, *children], signal.SIGKILL)
                process.wait(10)
            self.kills[name] += 1

    def stop(self, name: str) -> None:
        """Until `resume`."""
        with self._turn:
            self.stopped.add(name)
            process = self.processes[name]
            send_signal([process.pid, *children_of(process.pid)], signal.SIGKILL)
            process.wait(10)

    def resume(self, name: str) -> None:
        with self._turn:
            self.stopped.discard(name)

    def restart(self) -> None:
        """Web, workers and clock anew, as after a change of `.env`; not counted as kills."""
        for name in ("web", "worker-0", "worker-1", "clock"):
            self.stop(name)
            self.resume(name)
        if self.inside:
            self.inside.stdin.close()
            self.inside.wait()
        wait_until(lambda: self.processes["web"].poll() is None, 30)
        self.wait_until_up("web")

    @contextmanager
    def variables(self, **values: str) -> Iterator[None]:
        """Of `.env`, while the context lasts."""
        former = {name: self.environment[name] for name in values}
        self.environment.update(values)
        self.restart()
        try:
            yield
        finally:
            self.environment.update(former)
            self.restart()

    @contextmanager
    def frozen(self, name: str) -> Iterator[None]:
        pids = [self.processes[name].pid, *children_of(self.processes[name].pid)]
        send_signal(pids, signal.SIGSTOP)
        try:
            yield
        finally:
            send_signal(pids, signal.SIGCONT)

    def end(self) -> None:
        self._ended.set()
        self.stop_mail()
        with self._turn:
            for process in [*self.processes.values(), *([self.inside] if self.inside else [])]:
                send_signal([process.pid, *children_of(process.pid)], signal.SIGKILL)
                process.wait()

    # ---- mail ----

    def start_mail(self) -> None:
        self.mail_server, _letters = self.machines.mail_server(
            self.certificate, MAIL_USER, MAIL_PASSWORD, port=self.mail_port, letters=self.letters
        )

    def stop_mail(self) -> None:
        if self.mail_server:
            self.mail_server.stop()
        self.mail_server = None

    def letters_by_id(self) -> Counter:
        """How often a mail of each Message-ID was taken in."""
        return Counter(message_from_bytes(content)["Message-ID"] for _tls, _to, content in self.letters)

    # ---- time, commands ----

    def pass_time(self, seconds: float) -> None:
        """The processes' clock jumps (back where negative); they have seen it when this returns."""
        self.offset += seconds
        part = self.time_file.with_suffix(".new")
        part.write_text(str(self.offset))
        part.replace(self.time_file)
        time.sleep(0.5)  # each looks five times a second

    def manage(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess:
        command = [PYTHON, "manage.py", *arguments]
        result = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True)
        assert not check or result.returncode == 0, result.stdout + result.stderr
        return result

    def ask(self, name: str, *arguments):
        """What a function of `tests.drills.town` answers inside the installation."""
        if self.inside is None or self.inside.poll() is not None:
            with open(self.folder / "inside.log", "ab") as log:
                self.inside = subprocess.Popen(
                    [PYTHON, "-m", "tests.drills.inside"], cwd=ROOT, env=self.environment, text=True,
                    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
                )  # fmt: skip
            self.machines.stack.callback(end, self.inside)
        self.inside.stdin.write(json.dumps(["tests.drills.town", name, arguments]) + "\n")
        self.inside.stdin.flush()
        lines = []
        while (line := self.inside.stdout.readline()) != "END\n":
            assert line, f"{name} failed: {self.folder / 'inside.log'}"
            lines.append(line)
        return json.loads(lines[-1])

    def database_address(self, name: str = "escale") -> str:
        return f"postgres://escale:{PASSWORD}@127.0.0.1:{self.database_port}/{name}"

    def settle(self, minutes: int = 40) -> int:
        """With everything up, let time pass minute by minute (at most so many) until nothing waits any more; gives the
        minutes."""
        for name in ("database", "cache", "web", "mail"):
            self.wait_until_up(name)
        for passed in range(minutes):
            self.ask("run_the_clock")
            wait_until(lambda: not self.ask("work_at_hand"), 120)
            if not self.ask("work_that_waits"):
                return passed
            self.pass_time(60)
        raise AssertionError(f"after {minutes} minutes there still waits: {self.ask('work_that_waits')}")


def wait_until(is_true: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not is_true():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.2)


class Killer(threading.Thread):
    """Kills one of `victims` after another at random moments, each once it had the time to work; with each the clock goes on by
    ten seconds, so that what waits for minutes comes while there are kills."""

    def __init__(self, scene: Scene, victims: list[str], kills: int, seed: int, longest: float = 2.5):
        super().__init__(daemon=True)
        self.scene, self.victims, self.left, self.longest = scene, victims, kills, longest
        self.choice = random.Random(seed)
        self.is_over = threading.Event()
        self.answering_since: dict[str, float] = {}

    def run(self) -> None:
        scene = self.scene
        while self.left and not self.is_over.is_set():
            time.sleep(self.choice.uniform(0.2, self.longest))
            name = self.choice.choice(self.victims)
            if not self._is_warm(name):
                continue
            scene.kill(name, self.choice)
            self.answering_since.pop(name, None)
            if name == "database":  # without it the web does not answer either
                self.answering_since.pop("web", None)
            scene.pass_time(10)
            self.left -= 1
        self.is_over.set()

    def _is_warm(self, name: str) -> bool:
        scene, now = self.scene, time.monotonic()
        if name in ("web", "database") and not scene.answers(name):
            self.answering_since.pop(name, None)
            return False
        since = self.answering_since.setdefault(name, now) if name in ("web", "database") else scene.started_at.get(name, 0)
        return now - since >= WARM[name]

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *exception):
        if exception[0]:
            self.is_over.set()
        self.join()
