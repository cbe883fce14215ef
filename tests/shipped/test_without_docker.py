"""The steps without Docker of docs/installing.md, then those of docs/upgrading.md, line by line, below a folder that stands for
the server's root."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from configparser import RawConfigParser
from pathlib import Path

import pytest

from tests.architecture.files import ROOT
from tests.shipped.conftest import KEY, PASSWORD
from tests.shipped.files import filled_in
from tests.shipped.machines import free_port, wait_for_port, which

pytestmark = pytest.mark.installation
#: Beginnings of commands that only a server carries out: its users, its packages, its services.
ONLY_ON_A_SERVER = ("apt-get", "adduser", "sudo -u postgres", "python3 -m venv", "/srv/escale/venv/bin/pip install", "systemctl")
#: With Docker the same commands make the same (`test_containers.py`).
IN_TEST_SHIPPED = ("escale make_site", "escale invite")
FOLDERS = ("/srv/escale", "/usr/local/bin", "/etc/systemd/system", "/etc/nginx/sites-enabled", "/etc/caddy")
UNITS = ("escale-web", "escale-worker", "escale-clock")


def commands(page: str = "installing") -> list[str]:
    section = (ROOT / f"docs/{page}.md").read_text().split("## Without Docker")[1].split("\n## ")[0]
    return [
        line.strip() for block in re.findall(r"```sh\n(.*?)```", section, re.S) for line in block.splitlines() if line.strip()
    ]


class Server:
    """A folder in the place of a server's root."""

    def __init__(self, folder: Path, installation):
        self.folder, self.installation = folder, installation
        # The mail server's certificate is our own; the clock asks that server at each full hour.
        self.trust = {"SSL_CERT_FILE": str(installation.certificate / "fullchain.pem")}
        for name in FOLDERS:
            self.path(name).mkdir(parents=True)
        self.path("/srv/escale/venv").symlink_to(sys.prefix)
        self.code = folder / "release"  # where the code was unpacked
        files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
        for file in filter(None, files):
            (self.code / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / file, self.code / file)

    def path(self, name: str) -> Path:
        return self.folder / name.lstrip("/")

    def here(self, text: str) -> str:
        """The same with our folders, and with the user who runs the tests."""
        text = re.sub(rf"(?<![\w.])({'|'.join(FOLDERS)})\b", lambda match: str(self.path(match[1])), text)
        text = text.replace("escale:escale", f"{os.getuid()}:{os.getgid()}")
        return text.replace("-o escale -g escale ", "").replace("runuser -u escale -- ", "")

    def run(self, command: str) -> str:
        variables = {"PATH": f"{self.path('/usr/local/bin')}:/usr/sbin:{os.environ['PATH']}", **self.trust}
        options = {"cwd": self.code, "env": variables, "capture_output": True, "text": True}
        result = subprocess.run(["bash", "-ec", self.here(command)], **options)
        assert result.returncode == 0, f"{command}\n{result.stdout}{result.stderr}"
        if command.startswith("install -m"):
            program = Path(shlex.split(self.here(command))[-1])
            program.write_text(self.here(program.read_text()))
        return result.stdout

    def fill_in(self) -> None:
        """The first five lines, and those that the step names."""
        file, mail = self.path("/srv/escale/escale.env"), self.installation.environment("web")["EMAIL_URL"]
        assert file.stat().st_mode & 0o777 == 0o600
        port = self.installation.copy_database("plain")
        values = filled_in(
            {
                "DOMAIN": "localhost", "SECRET_KEY": KEY, "POSTGRES_PASSWORD": PASSWORD, "EMAIL_URL": mail,
                "POSTGRES_HOST": "127.0.0.1", "BEHIND_PROXY": "true", "VAR_DIR": str(self.path("/srv/escale/var")),
                "POSTGRES_PORT": str(port), "POSTGRES_DB": "plain",
            }
        )  # fmt: skip
        file.write_text("".join(f"{name}='{value}'\n" for name, value in values.items()))

    def unit(self, name: str):
        parser = RawConfigParser(strict=True)
        parser.optionxform = str
        parser.read(self.path(f"/etc/systemd/system/{name}.service"))
        return parser["Service"]

    def start(self, name: str, port: int) -> subprocess.Popen:
        """As systemd would, but for its user and its walls."""
        unit = self.unit(name)
        assert unit["User"] == "escale" and unit["ReadWritePaths"].startswith("/srv/escale/var")
        environment = self.trust | dict(word.split("=", 1) for word in shlex.split(self.here(unit["Environment"])))
        environment |= dict(re.findall(r"^(\w+)='(.*)'$", Path(self.here(unit["EnvironmentFile"])).read_text(), re.M))
        command = shlex.split(self.here(unit["ExecStart"]).replace("8000", str(port)))
        return self.installation.machines.start(name, command, cwd=self.here(unit["WorkingDirectory"]), env=environment)


@pytest.fixture
def server(installation, tmp_path) -> Server:
    return Server(tmp_path, installation)


def test_steps_without_docker_make_an_installation_that_answers(server, installation):
    port, processes, programs = free_port(), [], []
    try:
        for command in commands():
            if command == "systemctl enable --now " + " ".join(UNITS):
                processes = [server.start(name, port) for name in UNITS]
                wait_for_port(port, processes[0])
                wait_for_signs(server.path("/srv/escale/var"))
            elif not command.startswith((*ONLY_ON_A_SERVER, *IN_TEST_SHIPPED)):
                answer = server.run(command)
                programs.append(command.split()[0])
            if command.startswith("chmod 600"):
                server.fill_in()
            if command.startswith("escale doctor"):
                assert [line for line in answer.splitlines() if line.startswith("✗")] == []
        owner = next(command for command in commands() if command.startswith("chown"))
        assert owner in commands("upgrading")  # here everything belongs to one user
        for command in commands("upgrading"):
            if command == "systemctl stop " + " ".join(UNITS):
                end_all(processes)
            elif command == "systemctl start " + " ".join(UNITS):
                processes = [server.start(name, port) for name in UNITS]
                wait_for_port(port, processes[0])
            elif not command.startswith(ONLY_ON_A_SERVER):
                answer = server.run(command)
        assert [line for line in answer.splitlines() if line.startswith("✗")] == []
        health = f"import urllib.request; print(urllib.request.urlopen('http://127.0.0.1:{port}/health/').read())"
        assert "ok" in subprocess.run([sys.executable, "-c", health], capture_output=True, text=True, check=True).stdout
    finally:
        end_all(processes)
    assert programs.count("escale") == 2 and len(programs) == 11
    look_at_the_units(server)
    look_at_caddy(server.path("/etc/caddy/Caddyfile"))


def end_all(processes: list[subprocess.Popen]) -> None:
    for process in reversed(processes):
        process.terminate()
    for process in processes:
        process.wait(60)


def wait_for_signs(folder: Path) -> None:
    for _ in range(240):
        if all((folder / f"{name}.alive").exists() for name in ("worker", "clock")):
            return
        time.sleep(0.5)
    raise AssertionError("worker or clock gave no sign of life")


def look_at_the_units(server: Server) -> None:
    """systemd's own reader finds nothing to say about them."""
    if not which("systemd-analyze"):
        return
    for name in UNITS:
        file = server.path(f"/etc/systemd/system/{name}.service")
        file.write_text(server.here(file.read_text()))
        report = subprocess.run(["systemd-analyze", "verify", str(file)], capture_output=True, text=True).stderr
        assert [line for line in report.splitlines() if name in line] == []


def look_at_caddy(file: Path) -> None:
    text = file.read_text()
    assert "\nwww.mon-office.example {" in text and "reverse_proxy 127.0.0.1:8000 {" in text
    if which("caddy"):
        command = [which("caddy"), "adapt", "--config", str(file), "--adapter", "caddyfile"]
        assert subprocess.run(command, capture_output=True).returncode == 0
