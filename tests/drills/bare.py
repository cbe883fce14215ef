"""A bare Debian in a folder of its own: what a new server or a fresh image has, and nothing of this machine but its way to the packages.

Programs see the folder as their root, have process numbers of their own and end with the one that started them. The network is this
machine's: what is started there listens on 127.0.0.1.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt"
TRUSTED = "/root/authorities.crt"  # of those who serve the packages
POLICY = "/usr/sbin/policy-rc.d"  # what is installed is not started by it: there is no service manager


def missing_for_bare_machines() -> str:
    """Why none can be made here; empty where one can."""
    if os.getuid() != 0:
        return "only root makes a bare machine"
    lacking = [
        name
        for name in ("apt-get", "dpkg-deb", "unshare", "chroot")
        if not shutil.which(name, path="/usr/sbin:/usr/bin:/sbin:/bin")
    ]
    return f"missing on this machine: {', '.join(lacking)}" if lacking else ""


class BareMachine:
    """Debian's minimal system of a release, such as « bookworm »."""

    def __init__(self, folder: Path, release: str):
        self.folder, self.release = folder, release
        self.log = folder.with_suffix(".log")
        folder.mkdir(parents=True)
        folder.chmod(0o755)
        self._make()

    def _make(self) -> None:
        tools = self.folder.with_suffix(".tools")
        tools.mkdir()
        self._here(["apt-get", "update", "-qq"])
        self._here(["apt-get", "download", "-qq", "debootstrap"], cwd=tools)
        [package] = tools.glob("*.deb")
        self._here(["dpkg-deb", "-x", package, tools])
        variables = os.environ | {"DEBOOTSTRAP_DIR": str(tools / "usr/share/debootstrap")}
        address, *_others = (address for address, suite, _part in sources() if suite == codename())
        command = [
            tools / "usr/sbin/debootstrap",
            "--variant=minbase",
            f"--keyring={keyring()}",
            self.release,
            self.folder,
            address,
        ]
        self._here(command, env=variables)
        lines = [f"deb {address} {suite.replace(codename(), self.release)} {part}" for address, suite, part in sources()]
        self.write("/etc/apt/sources.list", "\n".join(dict.fromkeys(lines)) + "\n")
        for name in ("/etc/resolv.conf", "/etc/hosts", "/etc/pip.conf"):
            if Path(name).exists():
                shutil.copy(name, self.path(name))
        shutil.copy(AUTHORITIES, self.path(TRUSTED))
        self.path(TRUSTED).chmod(0o644)
        self.write(POLICY, "#!/bin/sh\nexit 101\n", mode=0o755)
        self.path("/dev/shm").mkdir(exist_ok=True)
        self.path("/dev/shm").chmod(0o1777)

    def _here(self, command: list, **options) -> None:
        with open(self.log, "ab") as log:
            subprocess.run([*map(str, command)], check=True, stdout=log, stderr=log, **options)

    def path(self, name: str) -> Path:
        return self.folder / name.lstrip("/")

    def write(self, name: str, text: str, mode: int = 0o644) -> None:
        self.path(name).write_text(text)
        self.path(name).chmod(mode)

    def words(self, command: str) -> list[str]:
        """How this machine runs a command of that one's shell."""
        apart = ["unshare", "--mount", "--pid", "--fork", "--kill-child", f"--mount-proc={self.path('/proc')}"]
        return [*apart, "chroot", str(self.folder), "bash", "-ec", command]

    def variables(self, **more: str) -> dict[str, str]:
        """Of a new shell of root's, with this machine's way to the packages."""
        way = {name: value for name, value in os.environ.items() if name.startswith("PIP_") or name.lower().endswith("_proxy")}
        way.pop("PIP_FIND_LINKS", None)  # a folder of this machine
        trusted = dict.fromkeys(("SSL_CERT_FILE", "PIP_CERT"), TRUSTED)
        path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        return {**way, **trusted, "PATH": path, "HOME": "/root", "DEBIAN_FRONTEND": "noninteractive", **more}

    def run(self, command: str, typed: str = "", cwd: str = "/", **variables: str) -> str:
        """What the command prints; `typed` is what somebody answers to it. Raises `AssertionError` with all of it where it fails."""
        options = {"input": typed, "capture_output": True, "text": True, "start_new_session": True}
        result = subprocess.run(self.words(f"cd {cwd}; {command}"), env=self.variables(**variables), **options)
        with open(self.log, "a") as log:
            log.write(f"\n$ {command}\n{result.stdout}{result.stderr}")
        assert result.returncode == 0, f"{command}\n{result.stdout[-3000:]}{result.stderr[-3000:]}"
        return result.stdout


def codename() -> str:
    """Of this machine's Debian."""
    lines = dict(line.split("=", 1) for line in Path("/etc/os-release").read_text().splitlines() if "=" in line)
    return lines["VERSION_CODENAME"]


def keyring() -> Path:
    return Path("/usr/share/keyrings/debian-archive-keyring.gpg")


def sources() -> Iterator[tuple[str, str, str]]:
    """(address, suite, part) from which this machine takes the packages of Debian itself."""
    form = "$(REPO_URI) $(RELEASE) $(COMPONENT)"
    command = ["apt-get", "indextargets", "--format", form, "Created-By: Packages", "Origin: Debian"]
    for line in subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines():
        address, suite, part = line.split()
        yield address, suite, part
