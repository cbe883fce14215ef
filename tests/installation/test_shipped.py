"""An office's first installation: the image's lines, compose's processes and the example's variables on PostgreSQL, Redis and a search
engine, behind the proxy with https; then what an office does first, in a browser.
"""

import json
import os
import re
import shutil
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image as Picture
from playwright.sync_api import expect

from tests.installation.machines import Machines, free_port, make_certificate, wait_for_port
from tests.installation.shipped import Image, environment_of, filled_in, services

pytestmark = pytest.mark.installation
PASSWORD = "p@ss/w#rd?$x 1"
MAIL_PASSWORD = "c@ntine/#?:"
KEY = "a-long-and-random-key-that-only-this-test-knows-0123456789"
NEEDED = ("redis-server", "nginx", "chromium")


@pytest.fixture(scope="module")
def tools():
    folders = f"{os.environ['PATH']}:/usr/sbin:/usr/bin"
    missing = [name for name in NEEDED if not shutil.which(name, path=folders)]
    missing += [] if any(Path("/usr/lib/postgresql").glob("*/bin")) else ["postgresql"]
    if missing:
        sentence = f"missing on this machine: {', '.join(missing)}"
        pytest.fail(sentence) if os.environ.get("CI") else pytest.skip(sentence)


@pytest.fixture(scope="module")
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
    mail_port, letters = machines.mail_server(certificate, "bonjour@mon-office.example", MAIL_PASSWORD)
    env = filled_in(
        {
            "DOMAIN": "localhost",
            "SECRET_KEY": KEY,
            "POSTGRES_PASSWORD": PASSWORD,
            "EMAIL_URL": f"smtp+tls://bonjour%40mon-office.example:c%40ntine%2F%23%3F%3A@localhost:{mail_port}",
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
    subprocess.run([sys.executable, *prepare[1:]], cwd=code, env=environment("prepare"), check=True)
    web = [str(image.path("/venv/bin") / image.command[0]), *image.command[1:]]
    web[web.index("0.0.0.0")], web[web.index("8000")] = "127.0.0.1", str(web_port)
    process = machines.start("web", web, cwd=code, env=environment("web"))
    for name, count in (("worker", 2), ("clock", 1)):
        command = [word.strip('"') for word in compose[name]["command"].split()]
        for number in range(count):
            machines.start(f"{name}-{number}", [sys.executable, *command[1:]], cwd=code, env=environment(name))
    wait_for_port(web_port, process)
    return SimpleNamespace(
        address=f"https://localhost:{https}", http=http, web_port=web_port, letters=letters, manage=manage, image=image,
        environment=environment, folder=folder, certificate=certificate,
    )  # fmt: skip


def compose_value(service: dict, name: str, env: dict[str, str]) -> str:
    return environment_of(service, env)[name]


def ask(installation, path: str) -> tuple[int, bytes]:
    context = ssl.create_default_context(cafile=installation.certificate / "fullchain.pem")
    with urllib.request.urlopen(installation.address + path, context=context, timeout=30) as response:
        return response.status, response.read()


def test_health_check_of_the_image_passes_with_the_hosts_of_the_example(installation):
    command = [word.replace(":8000/", f":{installation.web_port}/") for word in installation.image.health]
    checked = subprocess.run([sys.executable, *command[1:]], env=installation.environment("web"), capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr


def test_site_answers_on_https_and_sends_http_there(installation):
    installation.manage("make_site", "--name", "Val d’Essai")
    assert "Val d’Essai" in ask(installation, "/fr/")[1].decode()
    request = urllib.request.Request(f"http://127.0.0.1:{installation.http}/fr/", headers={"Host": "localhost"}, method="GET")

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *arguments):
            return None

    with pytest.raises(urllib.error.HTTPError) as answer:
        urllib.request.build_opener(Stay).open(request, timeout=10)
    assert answer.value.code == 301 and answer.value.headers["Location"].startswith("https://localhost:")


def test_django_finds_nothing_to_warn_of(installation):
    installation.manage("check", "--deploy", "--fail-level", "WARNING")


def test_doctor_finds_nothing_wrong_and_sends_a_mail(installation):
    lines = installation.manage("doctor", "--mail", "philippine@aurelle.example").splitlines()
    assert [line for line in lines if not line.startswith("✓")] == []
    encrypted, recipients, _content = installation.letters[-1]
    assert encrypted and recipients == ["philippine@aurelle.example"]


def test_office_begins_its_work(installation, tmp_path):
    """Somebody is invited by mail, opens their account, gives a photo, which is accepted, found and taken in a zip."""
    from playwright.sync_api import sync_playwright

    make_office = "from accounts.models import Organisation; Organisation.objects.create(name='Office du val', slug='office')"
    installation.manage("shell", "-v", "0", "-c", make_office)
    link = installation.manage("invite", "edith@mon-office.example", "--role", "editor", "--organisation", "office").strip()
    letter = wait_for(lambda: next((one for one in installation.letters if one[1] == ["edith@mon-office.example"]), None))
    assert letter[0], "the invitation left in clear"
    chromium = next(path for name in ("chromium", "chromium-browser") if (path := shutil.which(name)))
    Picture.effect_noise((1600, 1200), 80).convert("RGB").save(tmp_path / "calanque.jpg")
    expect.set_options(timeout=30_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        context = browser.new_context(
            base_url=installation.address, ignore_https_errors=True, locale="fr-FR", accept_downloads=True
        )
        context.set_default_timeout(30_000)
        page = context.new_page()
        page.goto(link)
        page.get_by_label("Prénom").fill("Édith")
        page.get_by_label(re.compile(r"^Nom\b")).fill("Laplume")
        for field in page.locator("main input[type=password]").all():
            field.fill("une encre de chine violette")
        page.get_by_role("button", name="Ouvrir mon compte").click()
        page.wait_for_url(lambda address: "invitation" not in address)
        page.goto("/portail/phototheque/donner/")
        page.get_by_label("Choisissez vos photos").set_input_files(tmp_path / "calanque.jpg")
        expect(page.get_by_text("Toutes les photos sont arrivées")).to_be_visible(timeout=60_000)
        page.get_by_label("Crédit").fill("Édith Laplume")
        page.get_by_role("button", name="Continuer vers la signature").click()
        page.get_by_label("Votre nom et votre prénom").fill("Édith Laplume")
        page.get_by_role("button", name="Signer et donner").click()
        expect(page.get_by_text("L’office regarde vos photos")).to_be_visible()
        page.goto("/portail/phototheque/a-accepter/")
        page.get_by_role("link", name="Édith Laplume").first.click()
        page.get_by_role("button", name="Accepter les photos cochées").click()
        expect(page.get_by_text("1 photo acceptée")).to_be_visible()
        look_up(page, "calanque")
        take_in_a_zip(page)
        browser.close()


def look_up(page, words: str) -> None:
    """Until the worker has told the engine."""

    def is_found():
        page.goto(f"/fr/search/?q={words}")
        return page.get_by_role("main").get_by_role("link", name=re.compile(words, re.I)).first.is_visible()

    wait_for(is_found)


def take_in_a_zip(page) -> None:
    page.goto("/portail/phototheque/")
    page.get_by_role("button", name=re.compile("dans le panier$")).first.click()
    page.get_by_role("link", name="Panier 1").first.click()  # it counts once the server has answered
    page.get_by_role("button", name="Préparer le zip").click()
    ready, conditions = page.get_by_role("heading", name=re.compile("zip")), page.get_by_role("checkbox")
    expect(ready.or_(conditions).first).to_be_visible()
    if conditions.count():
        conditions.first.check()
        page.get_by_role("button", name=re.compile("Accepter|continuer", re.I)).click()
        page.get_by_role("button", name="Préparer le zip").click()
    expect(page.get_by_role("heading", name="Le zip est prêt")).to_be_visible(timeout=60_000)
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("^Télécharger le zip")).click()
    assert zipfile.is_zipfile(download.value.path())


def wait_for(look, seconds: int = 60):
    for _ in range(seconds * 2):
        if found := look():
            return found
        time.sleep(0.5)
    raise AssertionError("it did not come")


def test_log_of_the_web_process_is_one_line_an_answer(installation):
    lines = (installation.folder / "web.log").read_text().splitlines()
    assert any("escale.access" in line and " GET /fr/ 200 " in line for line in lines)
    assert not [line for line in lines if "Traceback" in line]
    assert json.loads(ask(installation, "/health/")[1]) == {"status": "ok"}
