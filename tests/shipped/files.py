"""What the shipped files say, read and carried out: the Dockerfile line by line in a bare folder, compose's environments, `.env`."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from tests.architecture.files import ROOT

#: Beginnings of commands that only a bare machine carries out (`tests/drills/test_bare_machine.py`, a drill);
#: `requirements/environment.py` installs the same pins, with hashes.
ONLY_ON_A_BARE_MACHINE = ("python -m venv", "/venv/bin/pip install", "apt-get", "useradd")


@dataclass
class Image:
    """What the Dockerfile leaves in `folder`: the environment, the volumes, the commands."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    arguments: dict[str, str] = field(default_factory=dict)
    volumes: list[str] = field(default_factory=list)
    user: str = "root"
    workdir: str = "/"
    command: list[str] = field(default_factory=list)
    health: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def path(self, inside: str) -> Path:
        return self.folder / inside.lstrip("/")

    def build(self) -> None:
        (self.folder / "venv").symlink_to(sys.prefix)
        text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.M)
        for line in re.sub(r"\\\n\s*", " ", text).splitlines():
            if line.strip():
                name, _blank, rest = line.partition(" ")
                getattr(self, f"do_{name.lower()}")(rest.strip())

    def do_from(self, rest):
        self.user, self.environment = "root", {}

    def do_workdir(self, rest):
        self.workdir = rest
        self.path(rest).mkdir(parents=True, exist_ok=True)

    def do_arg(self, rest):
        name, _equals, value = rest.partition("=")
        self.arguments[name] = value

    def do_env(self, rest):
        for name, value in re.findall(r"(\w+)=(\S+)", rest):
            self.environment[name] = value.replace("$PATH", "/usr/local/bin:/usr/bin:/bin")

    def do_copy(self, rest):
        words = [word for word in rest.split() if not word.startswith("--chown")]
        if words[0].startswith("--from"):
            assert words[1] == words[2]  # from the first stage to the same place
            return
        target = self.path(f"{self.workdir}/{words[-1]}")
        for source in words[:-1]:
            files = subprocess.run(
                ["git", "ls-files", source], cwd=ROOT, capture_output=True, text=True, check=True
            ).stdout.split()
            assert files, f"COPY {source}: there is no such file"
            for file in files:
                inside = Path(file).relative_to(source) if (ROOT / source).is_dir() else Path(file).name
                place = target / inside if (ROOT / source).is_dir() or words[-1].endswith("/") else target
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / file, place)

    def do_run(self, rest):
        if rest.startswith(ONLY_ON_A_BARE_MACHINE):
            self.skipped.append(rest)
            return
        command = re.sub(r"(?<![\w/])/(app|venv)\b", lambda match: str(self.path(match[1])), rest)
        command = command.replace("escale:escale", f"{os.getuid()}:{os.getgid()}")
        variables = {"PATH": os.environ["PATH"], **self.arguments, **self.inside(self.environment)}
        subprocess.run(["bash", "-ec", command], cwd=self.path(self.workdir), env=variables, check=True)

    def do_user(self, rest):
        self.user = rest

    def do_volume(self, rest):
        self.volumes = rest.split()
        for volume in self.volumes:
            assert self.path(volume).is_dir(), f"{volume} is mounted, made by root, on a folder that is not there"
            assert self.user != "root"

    def do_expose(self, rest):
        assert rest == "8000"

    def do_healthcheck(self, rest):
        self.health = re.findall(r'"([^"]+)"', rest.partition("CMD")[2])

    def do_cmd(self, rest):
        self.command = re.findall(r'"([^"]+)"', rest)

    def inside(self, environment: dict[str, str]) -> dict[str, str]:
        """The variables with the image's paths in the bare folder."""
        return {
            name: re.sub(r"(?<![\w/:])/(app|venv)\b|(?<=:)/(app|venv)\b", lambda match: str(self.path(match[0])), value)
            for name, value in environment.items()
        }


def read_env(text: str) -> dict[str, str]:
    """Of a `.env` file the lines that are no comment, values between single quotes as compose and systemd read them."""
    return dict(re.findall(r"^([A-Z_]+)='([^'\n]*)'$", text, re.M))


def filled_in(values: dict[str, str]) -> dict[str, str]:
    """`.env.example` as a newcomer fills it in: the named lines have these values, the rest stays."""
    text = (ROOT / ".env.example").read_text()
    for name, value in values.items():
        text, times = re.subn(rf"^#?{name}='.*'$", lambda _match, line=f"{name}='{value}'": line, text, flags=re.M)
        assert times == 1, f"{name} has no line in .env.example"
    return read_env(text)


def services() -> dict[str, dict]:
    return yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]


def environment_of(service: dict, env: dict[str, str]) -> dict[str, str]:
    """What compose gives a service: the file, then its own variables."""

    def value(text: str) -> str:
        return re.sub(r"\$\{(\w+)(?::[-?]([^}]*))?\}", lambda match: env.get(match[1]) or match[2] or "", str(text))

    from_file = env if service.get("env_file") else {}
    return {**from_file, **{name: value(text) for name, text in service.get("environment", {}).items()}}
