"""What the shipped files promise about each other; `tests/shipped` carries them out."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text()


@pytest.fixture
def environment(tmp_path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}",
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "VAR_DIR": str(tmp_path),
        "SECRET_KEY": "a-long-and-random-key-that-only-this-test-knows-0123456789-abcdefgh",
        "SSL_REDIRECT": "false",
        "ALLOWED_HOSTS": "127.0.0.1",
    }


def test_the_image_runs_as_nobody_and_checks_its_health():
    assert re.search(r"^USER escale$", DOCKERFILE, re.M) and "HEALTHCHECK" in DOCKERFILE
    assert len(re.findall(r"^FROM ", DOCKERFILE, re.M)) == 2


def test_the_shipped_search_engine_is_the_tested_one():
    folder = Path(os.environ.get("ESCALE_SHARED_ENGINES", ROOT.parent / "shared" / "engines"))
    if not folder.is_dir():
        pytest.skip("the folder of engines for tests (shared/engines beside the checkout) is absent")
    tested = re.search(r"<elasticsearch.version>([\d.]+)<", (folder / "elasticsearch" / "pom.xml").read_text())[1]
    shipped = re.search(r"image: elasticsearch:([\d.]+)", (ROOT / "compose.yaml").read_text())[1]
    assert shipped == tested


def test_the_client_of_the_search_engine_is_not_newer_than_the_engine():
    client = re.search(r"^elasticsearch==([\d.]+)\.\*$", (ROOT / "requirements/elasticsearch.in").read_text(), re.M)[1]
    assert f"image: elasticsearch:{client}." in (ROOT / "compose.yaml").read_text()


def test_compose_names_every_process_and_service():
    text = (ROOT / "compose.yaml").read_text()
    services = re.findall(r"^  ([a-z]+):$", text.split("\nservices:")[1].split("\nvolumes:\n")[0], re.M)
    assert services == ["prepare", "web", "worker", "clock", "proxy", "database", "cache", "search"]
    for variable in re.findall(r"\$\{(\w+)", text):
        assert variable in (ROOT / ".env.example").read_text()


@pytest.mark.parametrize(
    ("choices", "answer"),
    [
        ({}, "31536000 False False"),
        ({"HSTS_SECONDS": "3600", "HSTS_INCLUDE_SUBDOMAINS": "true"}, "3600 True False"),
        ({"HSTS_SECONDS": "0", "HSTS_PRELOAD": "true"}, "0 False True"),
    ],
)
def test_other_hosts_of_the_domain_are_bound_to_https_by_choice(environment, choices, answer):
    names = ("SECONDS", "INCLUDE_SUBDOMAINS", "PRELOAD")
    program = f"from django.conf import settings; print({', '.join(f'settings.SECURE_HSTS_{name}' for name in names)})"
    command = [sys.executable, "-c", program]
    printed = subprocess.run(command, cwd=ROOT, env=environment | choices, capture_output=True, text=True)
    assert printed.stdout.strip() == answer, printed.stderr[-2000:]


def test_every_service_is_bounded_looked_at_and_started_again():
    services = yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]
    for name, service in services.items():
        assert service["logging"]["options"].keys() == {"max-size", "max-file"}, name
        assert service["mem_limit"] and service["restart"] == ("on-failure" if name == "prepare" else "unless-stopped"), name
    with_check = {name for name, service in services.items() if "test" in service.get("healthcheck", {})}
    # The image has a check of its own, for the web process.
    assert with_check == services.keys() - {"prepare", "web"}
    assert [name for name, service in services.items() if "build" in service] == ["prepare"]
    assert [name for name, service in services.items() if "profiles" in service] == ["search"]


def test_backups_are_made_by_the_version_of_the_server():
    server = re.search(r"image: postgres:(\d+)", (ROOT / "compose.yaml").read_text())[1]
    assert re.findall(r"postgresql-client-(\d+)", DOCKERFILE) == [server]
