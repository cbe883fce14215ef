"""The shipped installation on a bare Debian, packages and libraries included: the steps without Docker of docs/installing.md, and
those of docs/upgrading.md after them, on the oldest release that it names, then the Dockerfile's lines on the release of its image. `tests/shipped` carries out the other lines only.

Not the image's own Python: Debian's stands for it. The services are started by their units' own lines, not by systemd.
"""

import re
import shlex
import subprocess
import time
import urllib.request
from http.client import HTTPConnection

import pytest

from tests.architecture.files import ROOT
from tests.drills.bare import TRUSTED, BareMachine, missing_for_bare_machines
from tests.shipped.conftest import KEY, MAIL_PASSWORD, PASSWORD
from tests.shipped.files import Image, environment_of, filled_in, services
from tests.shipped.machines import Machines, end, free_port, make_certificate, wait_for_port
from tests.shipped.test_without_docker import UNITS, commands

pytestmark = [pytest.mark.drill, pytest.mark.skipif(bool(missing_for_bare_machines()), reason=missing_for_bare_machines())]
OLDEST = "bookworm"  # « Debian 12 or newer »
OF_IMAGE, PYTHON_OF_IMAGE = "trixie", "apt-get update -qq && apt-get install -y -qq --no-install-recommends python3 python3-venv"
CODE = "/root/escale"  # where the code was unpacked
MAIL = "bonjour@mon-office.example"


@pytest.fixture
def machines(tmp_path):
    machines = Machines(tmp_path)
    with machines.stack:
        yield machines


def shipped_files(machine: BareMachine, place: str) -> None:
    target = machine.path(place)
    target.mkdir(parents=True)
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, check=True, capture_output=True).stdout
    subprocess.run(["tar", "-x", "-C", target], input=archive, check=True)


def page(port: int, address: str) -> str:
    """What a visitor reads behind the proxy."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request(
        "GET", address, headers={"Host": "localhost", "X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.1"}
    )
    answer = connection.getresponse()
    text = answer.read().decode()
    assert answer.status == 200, f"{address}: {answer.status} {answer.getheader('Location')}"
    return text


class Server(BareMachine):
    """Where the steps of docs/installing.md are carried out."""

    def __init__(self, folder, machines: Machines):
        super().__init__(folder, OLDEST)
        self.machines, self.web_port = machines, free_port()
        self.certificate = make_certificate(machines.folder / "certificate")
        self.mail, self.letters = machines.mail_server(self.certificate, MAIL, MAIL_PASSWORD)
        trusted = self.path(TRUSTED).read_text() + (self.certificate / "fullchain.pem").read_text()
        self.write("/srv/trusted.crt", trusted)
        shipped_files(self, CODE)

    def step(self, command: str) -> str:
        if command in ("systemctl enable --now " + " ".join(UNITS), "systemctl start " + " ".join(UNITS)):
            return self.start_units()
        if command == "systemctl stop " + " ".join(UNITS):
            return self.end_units()
        if command == "systemctl reload nginx":
            return self.look_at_nginx()
        if command == "systemctl reload caddy":
            return self.run("caddy validate --adapter caddyfile --config /etc/caddy/Caddyfile")
        if "/etc/caddy/" in command:
            self.run("apt-get install --yes caddy")
        typed = f"{PASSWORD}\n{PASSWORD}\n" if "createuser" in command else ""
        answer = self.run(command, typed, cwd=CODE, SSL_CERT_FILE="/srv/trusted.crt")
        if command.startswith("apt-get install") and "postgresql" in command:
            self.start_postgresql()
        if command.startswith("chmod 600"):
            self.fill_in()
        return answer

    def start_postgresql(self) -> None:
        """As the package does where there is a service manager."""
        version, name, port, *_rest = self.run("pg_lsclusters --no-header").split()
        self.database_port = port
        process = self.machines.start(
            "bare-postgresql", self.words(f"pg_ctlcluster --foreground {version} {name} start"), env=self.variables()
        )
        wait_for_port(int(port), process)

    def fill_in(self) -> None:
        values = filled_in(
            {
                "DOMAIN": "localhost", "SECRET_KEY": KEY, "POSTGRES_PASSWORD": PASSWORD, "BEHIND_PROXY": "true",
                "EMAIL_URL": f"smtp+tls://bonjour%40mon-office.example:c%40ntine%2F%23%3F%3A@localhost:{self.mail.port}",
                "POSTGRES_HOST": "127.0.0.1", "POSTGRES_PORT": self.database_port, "VAR_DIR": "/srv/escale/var",
            }
        )  # fmt: skip
        self.write("/srv/escale/escale.env", "".join(f"{name}='{value}'\n" for name, value in values.items()), mode=0o600)

    def start_units(self) -> str:
        variables = dict(re.findall(r"^(\w+)='(.*)'$", self.path("/srv/escale/escale.env").read_text(), re.M))
        for name in UNITS:
            text = self.path(f"/etc/systemd/system/{name}.service").read_text()
            unit = dict(re.findall(r"^(User|WorkingDirectory|Environment|ExecStart)=(.*)$", text, re.M))
            more = dict(word.split("=", 1) for word in shlex.split(unit["Environment"]))
            command = unit["ExecStart"].replace("--port 8000", f"--port {self.web_port}")
            command = self.words(f"cd {unit['WorkingDirectory']}; exec runuser -u {unit['User']} -- {command}")
            process = self.machines.start(
                name, command, env=self.variables(**variables, **more, SSL_CERT_FILE="/srv/trusted.crt")
            )
            if name == UNITS[0]:
                wait_for_port(self.web_port, process)
        return ""

    def end_units(self) -> str:
        for name in reversed(UNITS):
            end(self.machines.processes[name])
        return ""

    def look_at_nginx(self) -> str:
        site = self.path("/etc/nginx/sites-enabled/escale.conf")
        [(folder, _file), *_others] = re.findall(r"(/etc/letsencrypt/\S+)/(fullchain|privkey)\.pem", site.read_text())
        folder = folder.replace("www.mon-office.example", "localhost")
        self.path(folder).mkdir(parents=True)
        for name in ("fullchain.pem", "privkey.pem"):
            self.write(f"{folder}/{name}", (self.certificate / name).read_text())
        site.write_text(site.read_text().replace("www.mon-office.example", "localhost"))
        return self.run("nginx -t")


def test_steps_without_docker_on_a_bare_machine(tmp_path, machines, report):
    began = time.monotonic()
    server = Server(tmp_path / "server", machines)
    made = time.monotonic()
    steps = [*commands(), *commands("upgrading")]
    answers = [server.step(command) for command in steps]
    asked = [answer for command, answer in zip(steps, answers, strict=True) if command.startswith("escale doctor")]
    assert len(asked) == 2 and [line for line in "\n".join(asked).splitlines() if line.startswith("✗")] == [], asked
    assert server.letters, "no mail left"
    assert server.run("sudo -u postgres psql -Atc 'show server_encoding' escale").strip() == "UTF8"
    assert "ok" in urllib.request.urlopen(f"http://127.0.0.1:{server.web_port}/health/", timeout=30).read().decode()
    assert "Pays d’Aurelle" in page(server.web_port, "/fr/") and "Agenda" in page(server.web_port, "/fr/agenda/")
    for _second in range(120):
        if all(server.path(f"/srv/escale/var/{name}.alive").exists() for name in ("worker", "clock")):
            break
        time.sleep(1)
    else:
        raise AssertionError("worker or clock gave no sign of life")
    report(
        f"steps without Docker on a bare {OLDEST}: {len(answers)} commands in {time.monotonic() - made:.0f} s after "
        f"{made - began:.0f} s for the machine; {python_of(server, '/srv/escale/venv/bin/python')}"
    )


def python_of(machine: BareMachine, program: str) -> str:
    return machine.run(f"{program} --version").strip()


class BareImage(Image):
    """The Dockerfile's lines, all of them, in a machine of its own. Both stages stand in one folder."""

    def __init__(self, machine: BareMachine):
        super().__init__(machine.folder)
        self.machine = machine

    def build(self) -> None:
        text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.M)
        for line in re.sub(r"\\\n\s*", " ", text).splitlines():
            if line.strip():
                name, _blank, rest = line.partition(" ")
                getattr(self, f"do_{name.lower()}")(rest.strip())

    def do_run(self, rest):
        self.machine.run(rest, cwd=self.workdir, **self.arguments, **self.in_shell())

    def do_copy(self, rest):
        super().do_copy(rest)
        if owner := re.search(r"--chown=(\S+) \S+ (\S+)", rest):
            self.machine.run(f"chown -R {owner[1]} {owner[2]}")

    def do_env(self, rest):
        for name, value in re.findall(r"(\w+)=(\S+)", rest):
            self.environment[name] = value.replace("$PATH", self.machine.variables()["PATH"])

    def in_shell(self) -> dict[str, str]:
        return self.environment

    def as_user(self, command: str) -> str:
        return f"cd {self.workdir}; exec setpriv --reuid={self.user} --regid={self.user} --init-groups {command}"


def test_lines_of_the_dockerfile_on_a_bare_machine(tmp_path, machines, report):
    began = time.monotonic()
    machine = BareMachine(tmp_path / "image", OF_IMAGE)
    machine.run(f"{PYTHON_OF_IMAGE} && ln -s /usr/bin/python3 /usr/local/bin/python")
    made = time.monotonic()
    image = BareImage(machine)
    image.build()
    assert machine.run("pg_dump --version").split()[2].startswith(services()["database"]["image"].partition(":")[2])
    env = filled_in({"DOMAIN": "localhost", "SECRET_KEY": KEY, "POSTGRES_PASSWORD": PASSWORD, "EMAIL_URL": "smtp://localhost:9"})
    # Without the services beside it: the database in its own folder, the cache in the database.
    variables = (
        image.environment | environment_of(services()["web"], env) | {"POSTGRES_HOST": "", "CACHE_URL": "", "BACKUP_URL": ""}
    )
    variables = machine.variables(**variables)
    prepare = shlex.join(services()["prepare"]["command"].split())
    subprocess.run(machine.words(image.as_user(prepare)), env=variables, check=True, capture_output=True)
    port = free_port()
    command = [word.replace("0.0.0.0", "127.0.0.1").replace("8000", str(port)) for word in image.command]
    process = machines.start("web", machine.words(image.as_user(shlex.join(command))), env=variables)
    wait_for_port(port, process)
    look = [word.replace("8000", str(port)) for word in image.health]
    subprocess.run(machine.words(image.as_user(shlex.join(look))), env=variables, check=True)
    report(
        f"lines of the Dockerfile on a bare {OF_IMAGE}: {time.monotonic() - made:.0f} s after {made - began:.0f} s for the machine; "
        f"{python_of(machine, '/venv/bin/python')}"
    )
