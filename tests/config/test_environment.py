"""Every variable, empty and wrong: one sentence that names it and the mend; what a newcomer fills in is read as they mean it."""

import os
import re
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment
from tests.architecture.files import ROOT

PASSWORD = "p@ss/w#rd?$x&y=1 é"
KEY = "a-long-and-random-key-that-only-this-test-knows-0123456789"


def database():
    return environment.database("sqlite:///var/escale.sqlite3")


def mail():
    return environment.mail(ROOT / "var" / "mail")


#: variable → how the settings read it, and what is wrong in turn.
WRONG = {
    "DOMAIN": (environment.domain, ["https://www.mon-office.example", "mon office", "www.mon-office.example/fr", "-x"]),
    "SECRET_KEY": (environment.secret_key, ["", "court", " "]),
    "ALLOWED_HOSTS": (lambda: environment.hosts("ALLOWED_HOSTS", []), ["https://www.mon-office.example", "a b"]),
    "CSRF_TRUSTED_ORIGINS": (
        lambda: environment.origins("CSRF_TRUSTED_ORIGINS", []),
        ["www.mon-office.example", "https://www.mon-office.example/fr/"],
    ),
    "BASE_URL": (
        lambda: environment.address("BASE_URL"),
        ["www.mon-office.example", "ftp://x.example", "https://[", "https://a:b"],
    ),
    "DATABASE_URL": (
        database,
        [
            f"postgres://escale:{PASSWORD}@database:5432/escale",
            "mysql://a@b/c",
            "postgres://database",
            "postgres://a@b:x/c",
            "escale",
        ],
    ),
    "CACHE_URL": (environment.cache, ["cache:6379", "redis://", "memcached://cache", "redis://a:b:c/0"]),
    "EMAIL_URL": (
        mail,
        [
            "smtp://user:password@mail.mon-office.example:587/?tls=True",
            "smtp://user:password@mail.mon-office.example:587",
            "smtp+tls://mail:x",
            "mail.mon-office.example",
            f"smtp+tls://user:{PASSWORD}@mail.mon-office.example",
            "smtp+tls://mail.mon-office.example?timeout=3",
            "pop3://mail.mon-office.example",
        ],
    ),
    "DEFAULT_FROM_EMAIL": (
        lambda: environment.sender("DEFAULT_FROM_EMAIL", "a@b.example"),
        ["Mon office", "Mon office <bonjour>", "Mon office <élodie@mon-office.example>", "bonjour@mon-office.example>"],
    ),
    "SITE_LANGUAGES": (lambda: environment.languages("SITE_LANGUAGES", ["fr"]), ["en,ca", "français", "fr;en"]),
    "MAP_TILES_URL": (
        lambda: environment.tiles("MAP_TILES_URL"),
        ["tiles.example/{z}/{x}/{y}.png", "https://tiles.example/{z}/{x}.png"],
    ),
    "OUTSIDE_ALLOWED_HOSTS": (
        lambda: environment.hosts_with_ports("OUTSIDE_ALLOWED_HOSTS"),
        ["http://carnet.example", "carnet.example:0", "carnet.example:70000", "carnet.example:http", ":8080"],
    ),
    "SECOND_FACTOR_REQUIRED": (lambda: environment.yes("SECOND_FACTOR_REQUIRED", True), ["oui", "2"]),
    "SSL_REDIRECT": (lambda: environment.yes("SSL_REDIRECT", True), ["non"]),
    "BEHIND_PROXY": (lambda: environment.yes("BEHIND_PROXY", True), ["peut-être"]),
    "HSTS_SECONDS": (lambda: environment.whole_number("HSTS_SECONDS", 31536000, 0, 63072000), ["un an", "-1", "99999999999"]),
    "HSTS_INCLUDE_SUBDOMAINS": (lambda: environment.yes("HSTS_INCLUDE_SUBDOMAINS", False), ["oui"]),
    "HSTS_PRELOAD": (lambda: environment.yes("HSTS_PRELOAD", False), ["peut-être"]),
    "ACCESS_LOG": (lambda: environment.yes("ACCESS_LOG", True), ["x"]),
    "PROXY_COUNT": (lambda: environment.whole_number("PROXY_COUNT", 1, 1, 9), ["0", "un", "-1", "1.5", "99999999999"]),
    "LOG_FORMAT": (lambda: environment.one_of("LOG_FORMAT", "line", ("line", "json")), ["xml"]),
    "BACKUP_URL": (lambda: environment.backup_address("BACKUP_URL"), ["backups", "/", "ftp://x.example/backups", __file__]),
    "BACKUP_KEY": (lambda: environment.age_key("BACKUP_KEY"), ["secret", "age1" + "q" * 58, "AGE-SECRET-KEY-1COURT"]),
    "LIBREOFFICE": (lambda: environment.program("LIBREOFFICE"), ["/usr/bin/absent", __file__]),
    "CLAMD_URL": (
        lambda: environment.scanner("CLAMD_URL"),
        ["clamd:3310", "tcp://", "unix://", "tcp://clamd:port", "tcp://clamd?largest=0", "http://clamd:3310"],
    ),
    "VAR_DIR": (lambda: environment.folder("VAR_DIR", ROOT / "var"), [__file__]),
    "POSTGRES_PORT": (database, ["port", "70000"]),
}
#: Read by somebody else, who has a sentence and a test of their own; or any text is right.
ELSEWHERE = {"SEARCH_URL", "STORAGE_URL", "PORT", "SEARCH_CLIENT"}
ANY_TEXT = {"MAP_TILES_ATTRIBUTION", "POSTGRES_HOST", "POSTGRES_DB", "POSTGRES_USER", "POSTGRES_PASSWORD"}


@pytest.fixture(autouse=True)
def _nothing_said(monkeypatch):
    for name in {*WRONG, *ELSEWHERE, *ANY_TEXT}:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, (_read, values) in WRONG.items() for value in values])
def test_wrong_value_is_one_sentence(monkeypatch, name, value):
    if name == "POSTGRES_PORT":
        monkeypatch.setenv("POSTGRES_HOST", "database")
        monkeypatch.setenv("POSTGRES_PASSWORD", PASSWORD)
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured) as problem:
        WRONG[name][0]()
    sentence = str(problem.value)
    assert sentence.startswith(f"{name}: ") and sentence.endswith(".") or "secrets.token_urlsafe" in sentence
    assert "\n" not in sentence and PASSWORD not in sentence


@pytest.mark.parametrize(
    ("value", "sender"),
    [
        ("Mon office <bonjour@pays-d-été.example>", "Mon office <bonjour@xn--pays-d-t-h1ab.example>"),
        ("bonjour+essai@côte.example", "bonjour+essai@xn--cte-kna.example"),
        ("Été <bonjour@aurelle.example>", "Été <bonjour@aurelle.example>"),
    ],
)
def test_sender_has_a_domain_that_mail_servers_read(monkeypatch, value, sender):
    monkeypatch.setenv("DEFAULT_FROM_EMAIL", value)
    assert environment.sender("DEFAULT_FROM_EMAIL", "") == sender


def test_outside_host_stands_with_its_port(monkeypatch):
    monkeypatch.setenv("OUTSIDE_ALLOWED_HOSTS", "Carnet.example, 10.0.0.7:8080, [fd00::7]:8443, [fd00::8]")
    assert environment.hosts_with_ports("OUTSIDE_ALLOWED_HOSTS") == [
        "carnet.example:80", "carnet.example:443", "10.0.0.7:8080", "[fd00::7]:8443", "[fd00::8]:80", "[fd00::8]:443",
    ]  # fmt: skip


@pytest.mark.parametrize("name", sorted(WRONG.keys() - {"SECRET_KEY"}))
def test_empty_variable_is_an_absent_one(monkeypatch, name):
    read = WRONG[name][0]
    without = read()
    monkeypatch.setenv(name, "")
    assert read() == without


def test_password_of_postgresql_may_hold_anything(monkeypatch):
    monkeypatch.setenv("POSTGRES_HOST", "database")
    monkeypatch.setenv("POSTGRES_PASSWORD", PASSWORD)
    assert database()["PASSWORD"] == PASSWORD
    monkeypatch.setenv("POSTGRES_PASSWORD", "")
    with pytest.raises(ImproperlyConfigured, match="POSTGRES_PASSWORD"):
        database()


@pytest.mark.parametrize(
    ("address", "facts"),
    [
        ("smtp+tls://moi:p%40ss%2F%23@mail.example:587", (587, True, False, "p@ss/#")),
        ("smtp+tls://moi:secret@mail.example", (587, True, False, "secret")),
        ("smtps://moi:secret@mail.example", (465, False, True, "secret")),
        ("smtp+ssl://moi:secret@mail.example:4650", (4650, False, True, "secret")),
        ("smtp://127.0.0.1:1025", (1025, False, False, "")),
        ("smtp://mail.example", (25, False, False, "")),
    ],
)
def test_mail_leaves_as_its_scheme_says(monkeypatch, address, facts):
    monkeypatch.setenv("EMAIL_URL", address)
    settings = mail()
    names = ("EMAIL_PORT", "EMAIL_USE_TLS", "EMAIL_USE_SSL", "EMAIL_HOST_PASSWORD")
    assert tuple(settings[name] for name in names) == facts


def names_read() -> set[str]:
    """What the settings, the group of `make run` and compose read."""
    text = "".join(path.read_text() for path in [*(ROOT / "site/config").rglob("*.py"), ROOT / "site/config/group.py"])
    names = set(re.findall(r"""(?:environment\.\w+|text|words|whole_number|environ\.get|env)\(\s*"([A-Z_]{4,})""", text))
    names |= set(re.findall(r"\$\{(\w+)", (ROOT / "compose.yaml").read_text()))
    return names - {"DJANGO_SETTINGS_MODULE", "CONTENT_LENGTH"}


def test_every_variable_is_in_the_example_and_is_tried():
    example = set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.M))
    assert names_read() - example == set()
    assert example - {*WRONG, *ELSEWHERE, *ANY_TEXT} == set()


@pytest.mark.parametrize("command", [["manage.py", "doctor"], ["-c", "import config.asgi"]])
def test_installation_says_one_sentence_and_ends(tmp_path, command):
    variables = {
        "PATH": os.environ["PATH"], "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}", "VAR_DIR": str(tmp_path), "SECRET_KEY": KEY,
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "EMAIL_URL": "smtp://user:secret@mail.mon-office.example:587/?tls=True",
    }  # fmt: skip
    result = subprocess.run([sys.executable, *command], cwd=ROOT, env=variables, capture_output=True, text=True)
    assert result.returncode == 1
    assert result.stderr.splitlines()[-1].startswith("The installation cannot start. EMAIL_URL: instead of ?tls=True")
    assert "Traceback" not in result.stderr and "secret" not in result.stderr


def test_start_without_services_reads_the_file_beside_its_data(tmp_path):
    (tmp_path / ".env").write_text(
        "EMAIL_URL='smtp+tls://moi:c%23ntine@mail.mon-office.example'\nDEFAULT_FROM_EMAIL='a@b.example'\n"
    )
    names = "settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_HOST_PASSWORD, settings.DEFAULT_FROM_EMAIL, settings.VARIABLES_FILE"
    variables = {
        "PATH": os.environ["PATH"], "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}", "VAR_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "config.settings.dev", "DEFAULT_FROM_EMAIL": "bonjour@mon-office.example",
    }  # fmt: skip
    command = [sys.executable, "-c", f"from django.conf import settings; print({names})"]
    result = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, check=True)
    assert result.stdout.split() == [
        "mail.mon-office.example", "587", "c#ntine", "bonjour@mon-office.example", str(tmp_path / ".env"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("user", "sender"),
    [("moi%40mon-office.example", "moi@mon-office.example"), ("moi", "Office de tourisme <bonjour@aurelle.example>")],
)
def test_mail_leaves_in_the_name_of_who_signs_in_where_no_sender_is_given(tmp_path, user, sender):
    variables = {
        "PATH": os.environ["PATH"], "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}", "VAR_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "config.settings.dev", "EMAIL_URL": f"smtps://{user}:secret@mail.mon-office.example",
    }  # fmt: skip
    command = [sys.executable, "-c", "from django.conf import settings; print(settings.DEFAULT_FROM_EMAIL)"]
    result = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == sender
