"""The services that the shipped files count on, real ones, each on a free port of 127.0.0.1 and ended with the test."""

import datetime
import ipaddress
import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.architecture.files import ROOT


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def which(program: str) -> str | None:
    """Where a program stands, those of the system among them."""
    return shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin:/usr/bin")


def wait_for_port(port: int, process: subprocess.Popen | None = None, seconds: float = 60) -> None:
    for _ in range(int(seconds * 10)):
        if process is not None and process.poll() is not None:
            raise AssertionError(f"{process.args} ended with {process.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError(f"nothing listens on {port}")


def postgresql_programs() -> Path:
    return sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]


def wait_for_postgresql(port: int, seconds: float = 60) -> None:
    """It listens before it lets anybody in."""
    command = [postgresql_programs() / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
    for _ in range(int(seconds * 5)):
        if subprocess.run(command).returncode == 0:
            return
        time.sleep(0.2)
    raise AssertionError(f"PostgreSQL on {port} lets nobody in")


class Machines:
    """Starts programs and ends them all, the last one first; what they print stands in `folder`."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.stack = ExitStack()
        self.processes: dict[str, subprocess.Popen] = {}
        self.commands: dict[str, tuple[list[str], dict]] = {}  # of each its command and options, to start it again

    def start(self, name: str, command: list[str], **options) -> subprocess.Popen:
        with open(self.folder / f"{name}.log", "ab") as log:
            process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, start_new_session=True, **options)
        self.processes[name], self.commands[name] = process, (command, options)
        self.stack.callback(end, process)
        return process

    def postgresql(self, password: str, user: str = "escale", place: Path | None = None, durable: bool = False) -> int:
        """A cluster that asks for the password, in a new folder (of `place`); returns its port. `durable`: what it has
        committed outlives its end, which costs time."""
        binaries = postgresql_programs()
        # Apart: it runs as another user, who may not look into the tests' own folders.
        folder, port = Path(self.stack.enter_context(TemporaryDirectory(prefix="escale-postgresql-", dir=place))), free_port()
        (folder / "password").write_text(password)
        as_postgres = []
        if os.getuid() == 0:
            subprocess.run(["chown", "-R", "postgres", folder], check=True)
            as_postgres = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        make = [binaries / "initdb", "-D", folder / "data", "-U", user, "-A", "scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8"]
        subprocess.run([*as_postgres, *make, f"--pwfile={folder / 'password'}"], check=True, capture_output=True, cwd="/")
        serve = [
            binaries / "postgres",
            "-D",
            folder / "data",
            "-h",
            "127.0.0.1",
            "-p",
            str(port),
            "-k",
            folder,
            "-c",
            f"fsync={'on' if durable else 'off'}",
        ]
        self.start("postgresql", [*map(str, as_postgres), *map(str, serve)], cwd="/")
        wait_for_postgresql(port)
        client = [binaries / "createdb", "-h", "127.0.0.1", "-p", str(port), "-U", user, "escale"]
        subprocess.run(client, env={**os.environ, "PGPASSWORD": password}, check=True, capture_output=True)
        return port

    def copy_database(self, port: int, password: str, name: str, user: str = "escale") -> None:
        """Another database, with what `escale` holds."""
        [*_older, binaries] = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
        server = ["-h", "127.0.0.1", "-p", str(port), "-U", user]
        options = {"env": {**os.environ, "PGPASSWORD": password}, "check": True, "capture_output": True}
        subprocess.run([binaries / "createdb", *server, name], **options)
        dump = subprocess.run([binaries / "pg_dump", *server, "escale"], **options).stdout
        subprocess.run([binaries / "psql", *server, "-q", name], input=dump, **options)

    def redis(self, command: str) -> int:
        """With the command of compose.yaml; returns its port."""
        port = free_port()
        words = re.findall(r'"([^"]*)"|(\S+)', command)
        process = self.start("redis", [*(quoted or bare for quoted, bare in words), "--port", str(port), "--bind", "127.0.0.1"])
        wait_for_port(port, process)
        return port

    def nginx(self, web: int, certificate: Path) -> tuple[int, int]:
        """With deploy/nginx.conf, in front of `web`; returns the ports of http and https."""
        http, https = free_port(), free_port()
        site = (ROOT / "deploy/nginx.conf").read_text().replace("127.0.0.1:8000", f"127.0.0.1:{web}")
        site = site.replace("listen 80;", f"listen 127.0.0.1:{http};").replace(
            "listen 443 ssl;", f"listen 127.0.0.1:{https} ssl;"
        )
        site = re.sub(r"/etc/letsencrypt/\S+/(fullchain|privkey)\.pem", lambda match: str(certificate / f"{match[1]}.pem"), site)
        site = site.replace("www.mon-office.example", "localhost").replace("https://$host$", f"https://$host:{https}$")
        site = site.replace("proxy_set_header Host $host;", f"proxy_set_header Host $host:{https};")
        folder = self.folder / "nginx"
        folder.mkdir()
        paths = "".join(f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        user = "user root;" if os.getuid() == 0 else ""
        main = f"{user} daemon off; pid {folder}/pid; events {{}} http {{ access_log off; {paths} {site} }}"
        (folder / "nginx.conf").write_text(main)
        command = [
            which("nginx"),
            "-p",
            str(folder),
            "-c",
            str(folder / "nginx.conf"),
            "-e",
            "stderr",
        ]
        wait_for_port(https, self.start("nginx", command))
        return http, https

    def caddy(self, web: int) -> SimpleNamespace:
        """With deploy/Caddyfile, in front of `web`: the ports of `http` and `https`, the `certificate` that signs its own."""
        http, https, folder = free_port(), free_port(), self.folder / "caddy"
        folder.mkdir()
        here = f"http_port {http}\n https_port {https}\n default_bind 127.0.0.1\n admin off\n skip_install_trust"
        site = (ROOT / "deploy/Caddyfile").read_text().replace("\n{\n", f"\n{{\n{here}\n", 1)
        (folder / "Caddyfile").write_text(site)
        command = [which("caddy"), "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
        variables = {"DOMAIN": "localhost", "WEB": f"127.0.0.1:{web}", "HOME": str(folder), "PATH": os.environ["PATH"]}
        process = self.start("caddy", command, env=variables | {f"XDG_{name}_HOME": str(folder) for name in ("DATA", "CONFIG")})
        wait_for_port(https, process)
        certificate = folder / "caddy/pki/authorities/local/root.crt"
        wait_for_port(http, process)
        return SimpleNamespace(http=http, https=https, certificate=certificate)

    def mail_server(
        self, certificate: Path, user: str, password: str, port: int = 0, letters: list | None = None
    ) -> tuple[Controller, list]:
        """Takes mail over STARTTLS from who knows the password, on a free port where none is given; returns itself and the
        list of what it took."""
        letters = [] if letters is None else letters

        class Letterbox:
            async def handle_DATA(self, server, session, envelope):
                letters.append((session.ssl is not None, envelope.rcpt_tos, envelope.content))
                return "250 OK"

        def let_in(server, session, envelope, mechanism, entry):
            known = isinstance(entry, LoginPassword) and (entry.login.decode(), entry.password.decode()) == (user, password)
            return AuthResult(success=known)

        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate / "fullchain.pem", certificate / "privkey.pem")
        controller = Controller(
            Letterbox(), hostname="127.0.0.1", port=port or free_port(), tls_context=context, require_starttls=True,
            auth_required=True, authenticator=let_in,
        )  # fmt: skip
        controller.start()
        self.stack.callback(leave, controller)
        return controller, letters


def leave(controller: Controller) -> None:
    with suppress(RuntimeError):  # it was stopped before
        controller.stop(no_assert=True)


def end(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def make_certificate(folder: Path) -> Path:
    """A certificate of localhost that signs itself: `fullchain.pem` and `privkey.pem` in the folder."""
    folder.mkdir()
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "fullchain.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "privkey.pem").write_bytes(private)
    return folder
