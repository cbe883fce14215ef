"""The shipped installation, started once for all the tests of this folder."""

import os
import re
import shutil
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.run import BROWSERS
from tests.shipped.files import Image, environment_of, filled_in, services
from tests.shipped.machines import Machines, free_port, make_certificate, wait_for_port, which

PASSWORD = "p@ss/w#rd?$x 1"
MAIL_PASSWORD = "c@ntine/#?:"
KEY = "a-long-and-random-key-that-only-this-test-knows-0123456789"
NEEDED = ("redis-server", "nginx")


@pytest.fixture(scope="session")
def tools():
    missing = [name for name in NEEDED if not which(name)]
    missing += [] if any(which(name) for name in BROWSERS) else ["chromium"]
    missing += [] if any(Path("/usr/lib/postgresql").glob("*/bin")) else ["postgresql"]
    if missing:
        sentence = f"missing on this machine: {', '.join(missing)}"
        pytest.fail(sentence) if os.environ.get("CI") else pytest.skip(sentence)


@pytest.fixture(scope="session")
def installation(tools, tmp_path_factory):
    """The shipped installation, running: two web processes, two workers, a clock; `manage(*arguments)` inside it."""
    folder = tmp_path_factory.mktemp("installation")
    machines = Machines(folder)
    with machines.stack:
        yield start(machines, folder)


def start(machines: Machines, folder: Path) -> SimpleNamespace:
    image = Image(folder / "image")
    image.folder.mkdir()
    image.build()
    certificate = make_certificate(folder / "certificate")
    mail_server, letters = machines.mail_server(certificate, "bonjour@mon-office.example", MAIL_PASSWORD)
    env = filled_in(
        {
            "DOMAIN": "localhost",
            "SECRET_KEY": KEY,
            "POSTGRES_PASSWORD": PASSWORD,
            "EMAIL_URL": f"smtp+tls://bonjour%40mon-office.example:c%40ntine%2F%23%3F%3A@localhost:{mail_server.port}",
            **(
                {"SEARCH_URL": f"{os.environ['TEST_SEARCH_URL']}?prefix=shipped-{os.getpid()}"}
                if "TEST_SEARCH_URL" in os.environ
                else {}
            ),
        }
    )
    compose = services()
    database = machines.postgresql(compose_value(compose["database"], "POSTGRES_PASSWORD", env))
    cache = machines.redis(compose["cache"]["command"])
    web_port = free_port()
    http, https = machines.nginx(web_port, certificate)
    here = {
        "POSTGRES_HOST": "127.0.0.1", "POSTGRES_PORT": str(database), "SSL_CERT_FILE": str(certificate / "fullchain.pem"),
        # The port of https is 443 in life: here it is part of the name.
        "BASE_URL": f"https://localhost:{https}", "CSRF_TRUSTED_ORIGINS": f"https://localhost:{https}",
        "PATH": f"{image.path('/venv/bin')}:{os.environ['PATH']}",
    }  # fmt: skip

    def environment(name: str) -> dict[str, str]:
        """Of a container of this service: its own layer, and what it shares with the others on the volumes."""
        variables = {**image.inside(image.environment), **environment_of(compose[name], env), **here}
        variables["BACKUP_URL"] = image.inside({"BACKUP_URL": variables["BACKUP_URL"]})["BACKUP_URL"]
        variables["CACHE_URL"] = variables["CACHE_URL"].replace("cache:6379", f"127.0.0.1:{cache}")
        layer = folder / f"layer-{name}"
        if not layer.exists():
            layer.mkdir()
            shutil.copytree(image.path("/app/var/static"), layer / "static")
            for volume in compose[name]["volumes"]:
                source, _colon, target = volume.partition(":")
                assert target in image.volumes
                (folder / f"volume-{source}").mkdir(exist_ok=True)
                (layer / Path(target).name).symlink_to(folder / f"volume-{source}")
        return variables | {"VAR_DIR": str(layer)}

    code = image.path("/app")

    def manage(*arguments: str) -> str:
        command = [sys.executable, "manage.py", *arguments]
        result = subprocess.run(command, cwd=code, env=environment("web"), capture_output=True, text=True)
        assert result.returncode == 0, result.stdout + result.stderr
        return result.stdout

    prepare = compose["prepare"]["command"].split()
    prepared = subprocess.run(
        [sys.executable, *prepare[1:]], cwd=code, env=environment("prepare"), check=True, stdout=subprocess.PIPE, text=True
    ).stdout
    web = [str(image.path("/venv/bin") / image.command[0]), *image.command[1:]]
    web[web.index("0.0.0.0")], web[web.index("8000")] = "127.0.0.1", str(web_port)
    process = machines.start("web", web, cwd=code, env=environment("web"))
    for name, count in (("worker", 2), ("clock", 1)):
        command = [word.strip('"') for word in compose[name]["command"].split()]
        for number in range(count):
            machines.start(f"{name}-{number}", [sys.executable, *command[1:]], cwd=code, env=environment(name))
    wait_for_port(web_port, process)
    waiting = [status_of(web_port, path) for path in ("/fr/", "/admin/", *[path_of_link(prepared)] * 2)]
    manage("make_site", "--name", "Val d’Essai")

    def copy_database(name: str) -> int:
        machines.copy_database(database, PASSWORD, name)
        return database

    return SimpleNamespace(
        address=f"https://localhost:{https}", http=http, https=https, web_port=web_port, letters=letters, manage=manage, image=image,
        environment=environment, folder=folder, certificate=certificate, machines=machines,
        copy_database=copy_database, waiting=waiting, setup_path=path_of_link(prepared),
    )  # fmt: skip


def path_of_link(printed: str) -> str:
    """The path of the setup link that `prepare` wrote into its log."""
    return re.search(r"https://localhost:\d+(/installation/\S+)", printed)[1]


def status_of(port: int, path: str) -> int:
    """As the proxy asks the web process."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"Host": "localhost", "X-Forwarded-Proto": "https", "X-Forwarded-For": "127.0.0.1"})
    status = connection.getresponse().status
    connection.close()
    return status


def compose_value(service: dict, name: str, env: dict[str, str]) -> str:
    return environment_of(service, env)[name]
