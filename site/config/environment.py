"""What an installation says by its environment, read variable by variable; each wrong value is one sentence that says the mend.

Standard library and django-environ only: the settings are made from it. An empty variable counts as absent, since `.env` files
and compose write it so.
"""

import os
import re
import shutil
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

YES, NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off")
HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?:\.(?!-)[a-z0-9-]{1,63})*", re.I)
IPV6 = re.compile(r"\[[0-9a-f:]+\]", re.I)
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]{2,4})?")
DATABASE_SCHEMES = ("postgres", "postgresql", "sqlite")
CACHE_SCHEMES = ("redis", "rediss", "rediscache")
#: How mail leaves, by the scheme of EMAIL_URL: the port where none is given, STARTTLS, TLS from the first byte.
MAIL_SCHEMES = {"smtp": (25, False, False), "smtp+tls": (587, True, False), "smtps": (465, False, True)}
LOOPBACK = ("127.0.0.1", "localhost", "::1")


class WrongVariable(ImproperlyConfigured):
    """The sentence for who installs; it holds no password."""

    def __init__(self, name: str, mend: str):
        super().__init__(f"{name}: {mend}")


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def read_file(path: Path) -> None:
    """Give the variables of a file, where there is one: those that are set already stay."""
    if path.is_file():
        environ.Env.read_env(path)


def words(name: str, default: list[str]) -> list[str]:
    """A list separated by commas."""
    found = [word.strip() for word in text(name).split(",") if word.strip()]
    return found or default


def yes(name: str, default: bool) -> bool:
    value = text(name).lower()
    if value and value not in YES + NO:
        raise WrongVariable(name, f"“{value}” is neither true nor false.")
    return value in YES if value else default


def whole_number(name: str, default: int, least: int, most: int) -> int:
    value = text(name)
    if not value:
        return default
    if not re.fullmatch(r"[0-9]{1,9}", value) or not least <= int(value) <= most:
        raise WrongVariable(name, f"“{value}” is no whole number from {least} to {most}.")
    return int(value)


def one_of(name: str, default: str, choices: tuple[str, ...]) -> str:
    value = text(name, default)
    if value not in choices:
        raise WrongVariable(name, f"“{value}” is none of: {', '.join(choices)}.")
    return value


def address(name: str, default: str = "", schemes: tuple[str, ...] = ("https", "http")) -> str:
    """A web address without its last slash."""
    value = text(name, default)
    parts = _split(name, value) if value else None
    if parts and (parts.scheme not in schemes or not parts.hostname):
        raise WrongVariable(name, f"“{value}” is no address; write it whole, such as {schemes[0]}://www.mon-office.example.")
    return value.rstrip("/")


def tiles(name: str) -> str:
    """The address of a map's tiles, with the places of its three numbers."""
    value = address(name)
    if value and not all(place in value for place in ("{z}", "{x}", "{y}")):
        raise WrongVariable(name, "it must hold {z}, {x} and {y}, such as https://tiles.mon-office.example/{z}/{x}/{y}.png.")
    return value


def folder(name: str, default: Path) -> Path:
    value = Path(text(name, str(default)))
    if os.path.exists(value) and not os.path.isdir(value):  # of these two a folder that is closed to us makes no error
        raise WrongVariable(name, f"“{value}” is a file; give a folder that this user may write to.")
    return value


def domain() -> str:
    """The name under which visitors come, from which the addresses, hosts and origins follow; empty where none is given."""
    value = text("DOMAIN").lower()
    if value and not HOST.fullmatch(value):
        raise WrongVariable("DOMAIN", f"“{value}” is no name of a host; write it without https:// and without a path.")
    return value


def hosts(name: str, default: list[str]) -> list[str]:
    for host in (found := words(name, default)):
        if host != "*" and not HOST.fullmatch(host.removeprefix(".")) and not IPV6.fullmatch(host):
            raise WrongVariable(name, f"“{host}” is no name of a host; write them without https://, separated by commas.")
    return found


def hosts_with_ports(name: str) -> list[str]:
    """Hosts as `name:port`; one that is written without a port stands with those of http and https."""
    found = []
    for address in words(name, []):
        host, _colon, port = address.rpartition(":") if re.search(r":[0-9]+$", address) else (address, "", "")
        if not HOST.fullmatch(host) and not IPV6.fullmatch(host) or port and not 1 <= int(port) <= 65535:
            raise WrongVariable(name, f"“{address}” is no host, alone or with its port; for example: agenda.example:8080.")
        found += [f"{host.lower()}:{each}" for each in ([int(port)] if port else [80, 443])]
    return found


def origins(name: str, default: list[str]) -> list[str]:
    for origin in (found := words(name, default)):
        if not re.match(r"https?://[^/\s]+$", origin):
            raise WrongVariable(name, f"“{origin}” must begin with https:// and end with the name of the host.")
    return found


def languages(name: str, default: list[str]) -> list[str]:
    for code in (found := words(name, default)):
        if not LANGUAGE.fullmatch(code):
            raise WrongVariable(name, f"“{code}” is no code of a language; write them as fr,en,ca.")
    if default[0] not in found:
        raise WrongVariable(name, f"{default[0]} must be one of them: every text falls back to it.")
    return found


def database(default: str) -> dict:
    """`DATABASE_URL`, or PostgreSQL by `POSTGRES_HOST` and its companions, whose password may hold any character."""
    if text("POSTGRES_HOST"):
        if not text("POSTGRES_PASSWORD"):
            raise WrongVariable("POSTGRES_PASSWORD", "it is missing beside POSTGRES_HOST.")
        return {
            "ENGINE": "django.db.backends.postgresql",
            "HOST": text("POSTGRES_HOST"),
            "PORT": str(whole_number("POSTGRES_PORT", 5432, 1, 65535)),
            "NAME": text("POSTGRES_DB", "escale"),
            "USER": text("POSTGRES_USER", "escale"),
            "PASSWORD": os.environ["POSTGRES_PASSWORD"],
        }
    value = text("DATABASE_URL", default)
    parts = _split("DATABASE_URL", value)
    if parts.scheme not in DATABASE_SCHEMES:
        raise WrongVariable("DATABASE_URL", "it must look like postgres://user:password@host:5432/name or sqlite:///path.")
    if parts.scheme != "sqlite" and (parts.fragment or "@" in parts.path or not parts.hostname or len(parts.path) < 2):
        raise WrongVariable(
            "DATABASE_URL",
            "it must look like postgres://user:password@host:5432/name. In a password @ / # ? : are written %40 %2F %23 %3F %3A; "
            "or give POSTGRES_HOST and POSTGRES_PASSWORD instead, where nothing needs to be changed.",
        )
    return environ.Env.db_url_config(value)


def cache() -> dict | None:
    """`CACHE_URL` as Django's setting; None where there is none."""
    value = text("CACHE_URL")
    if not value:
        return None
    parts = _split("CACHE_URL", value)
    if parts.scheme not in CACHE_SCHEMES or not parts.hostname:
        raise WrongVariable("CACHE_URL", "it must look like redis://host:6379/0.")
    return environ.Env.cache_url_config(value)


def mail(folder: Path) -> dict:
    """Django's settings of mail, from `EMAIL_URL`: `smtp+tls://user:password@host:587` (STARTTLS), `smtps://…:465` (TLS from the
    first byte), `smtp://host:25` (in clear: without password, or on this machine). Without it mail is written to files in
    `folder`."""
    value = text("EMAIL_URL")
    if not value:
        return {"EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend", "EMAIL_FILE_PATH": folder}
    parts = _split("EMAIL_URL", value)
    scheme = {"smtp+ssl": "smtps"}.get(parts.scheme, parts.scheme)
    if scheme not in MAIL_SCHEMES or not parts.hostname:
        raise WrongVariable("EMAIL_URL", "it must look like smtp+tls://user:password@host:587 or smtps://user:password@host:465.")
    if parts.fragment or "@" in parts.path:
        raise WrongVariable("EMAIL_URL", "in a password @ / # ? : are written %40 %2F %23 %3F %3A.")
    asked = {name.lower() for name in parse_qs(parts.query)}
    if asked & {"tls", "ssl"}:
        raise WrongVariable(
            "EMAIL_URL", "instead of ?tls=True begin with smtp+tls:// (port 587), instead of ?ssl=True with smtps://."
        )
    if asked:
        raise WrongVariable("EMAIL_URL", f"there is no option “{asked.pop()}”.")
    port, starttls, tls = MAIL_SCHEMES[scheme]
    if parts.password and not (starttls or tls) and parts.hostname not in LOOPBACK:
        raise WrongVariable(
            "EMAIL_URL", "the password would leave in clear: begin with smtp+tls:// (port 587) or smtps:// (port 465)."
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": starttls,
        "EMAIL_USE_SSL": tls,
    }


def backup_address(name: str) -> str:
    """A folder, named from the root, or a bucket; a bucket's options are read where it is used."""
    value = text(name)
    if not value or value.startswith("s3://"):
        return value
    path = value.removeprefix("file://")
    if not path.startswith("/") or len(path) < 2:
        raise WrongVariable(
            name, f"“{value}” must be a folder named from the root, such as /mnt/backups, or s3://key:secret@host/bucket."
        )
    if os.path.exists(path) and not os.path.isdir(path):
        raise WrongVariable(name, f"“{value}” is a file; give a folder that this user may write to.")
    return path


def program(name: str) -> str:
    """The path of a program, or its name where it stands on the PATH; as a path."""
    value = text(name)
    if value and not (path := shutil.which(value)):
        raise WrongVariable(name, f"“{value}” is no program that this user may run; give its path, such as /usr/bin/soffice.")
    return path if value else ""


def scanner(name: str) -> str:
    """Where clamd listens: `tcp://host:3310` or `unix:///run/clamav/clamd.ctl`, and how much it takes: `?largest=100` (MB)."""
    value = text(name)
    if value:
        parts, problem = _split(name, value), "must be tcp://host:3310 or unix:///run/clamav/clamd.ctl"
        if not (parts.scheme == "tcp" and parts.hostname or parts.scheme == "unix" and parts.path.startswith("/")):
            raise WrongVariable(name, f"“{value}” {problem}.")
        if parts.query and not re.fullmatch(r"largest=[1-9]\d{0,4}", parts.query):
            raise WrongVariable(name, f"“{value}” {problem}, with ?largest=100 (its StreamMaxLength in MB) or nothing after it.")
    return value


def age_key(name: str) -> str:
    """A secret key of age (https://age-encryption.org)."""
    value = text(name)
    if value and not re.fullmatch(r"AGE-SECRET-KEY-1[0-9A-Z]{58}", value):
        raise WrongVariable(name, "it is no secret key of age; make one: manage.py backup --new-key.")
    return value


def sender(name: str, default: str) -> str:
    """`Mon office <bonjour@mon-office.example>`, or an address alone; a domain with accents in the letters that mail servers read
    (RFC 5891)."""
    value = text(name, default)
    parts = re.fullmatch(r"([^<>\n]+<)?([^<>@\s]+)@([^<>@\s]+?)(>)?", value)
    try:
        if not parts or bool(parts[1]) != bool(parts[4]) or not parts[2].isascii():
            raise ValueError
        domain = parts[3].encode("idna").decode()
    except ValueError:
        raise WrongVariable(name, f"“{value}” must look like Mon office <bonjour@mon-office.example>.") from None
    return f"{parts[1] or ''}{parts[2]}@{domain}{parts[4] or ''}"


def secret_key() -> str:
    """Fifty characters or more; a shorter one could be guessed, and with it every signed link."""
    value = text("SECRET_KEY")
    if not value:
        raise WrongVariable(
            "SECRET_KEY", 'it is missing; make one: python3 -c "import secrets; print(secrets.token_urlsafe(50))"'
        )
    if len(value) < 50:
        raise WrongVariable("SECRET_KEY", "it is too short: fifty characters or more.")
    return value


def _split(name: str, value: str):
    try:
        parts = urlsplit(value)
        parts.port  # noqa: B018  read for its error
    except ValueError as problem:
        raise WrongVariable(
            name, "its port or host cannot be read. In a password @ / # ? : are written %40 %2F %23 %3F %3A."
        ) from problem
    return parts
