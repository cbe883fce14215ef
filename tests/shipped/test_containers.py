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

import pytest
from PIL import Image as Picture
from playwright.sync_api import expect

from tests.run import BROWSERS
from tests.shipped.conftest import status_of
from tests.shipped.files import services
from tests.shipped.machines import postgresql_programs

pytestmark = pytest.mark.installation


def ask(installation, path: str) -> tuple[int, bytes]:
    context = ssl.create_default_context(cafile=installation.certificate / "fullchain.pem")
    with urllib.request.urlopen(installation.address + path, context=context, timeout=30) as response:
        return response.status, response.read()


def test_health_check_of_the_image_passes_with_the_hosts_of_the_example(installation):
    command = [word.replace(":8000/", f":{installation.web_port}/") for word in installation.image.health]
    checked = subprocess.run([sys.executable, *command[1:]], env=installation.environment("web"), capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("name", ["worker", "clock"])
def test_worker_and_clock_are_healthy_by_what_compose_asks_them(installation, name):
    _cmd, python, *command = services()[name]["healthcheck"]["test"]
    assert python == "python"

    def answer():
        options = {"cwd": installation.image.path("/app"), "env": installation.environment(name), "capture_output": True}
        return subprocess.run([sys.executable, *command], **options).returncode == 0

    wait_for(answer)


def test_site_answers_on_https_and_sends_http_there(installation):
    assert "Val d’Essai" in ask(installation, "/fr/")[1].decode()
    request = urllib.request.Request(f"http://127.0.0.1:{installation.http}/fr/", headers={"Host": "localhost"}, method="GET")

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *arguments):
            return None

    with pytest.raises(urllib.error.HTTPError) as answer:
        urllib.request.build_opener(Stay).open(request, timeout=10)
    assert answer.value.code == 301 and answer.value.headers["Location"].startswith("https://localhost:")


def test_empty_installation_waits_for_who_has_the_link_of_its_log(installation):
    """Both web processes, before and after the site was made."""
    assert installation.waiting == [503, 503, 200, 200]
    answers = [status_of(installation.web_port, path) for path in ("/fr/", installation.setup_path) * 2]
    assert answers == [200, 410] * 2


def test_django_finds_nothing_to_warn_of(installation):
    assert "no issues" in installation.manage("check", "--deploy", "--fail-level", "WARNING")


def test_doctor_finds_nothing_wrong_and_sends_a_mail(installation):
    lines = installation.manage("doctor", "--mail", "philippine@aurelle.example").splitlines()
    assert [line for line in lines if line.startswith("✗")] == []
    well = {line.split(":")[0] for line in lines if line.startswith("✓")}
    assert {"✓ web", "✓ worker", "✓ clock", "✓ tasks", "✓ search", "✓ installation"} <= well
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
    chromium = next(path for name in BROWSERS if (path := shutil.which(name)))
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
        page.goto("/fr/portail/phototheque/donner/")
        page.get_by_label("Choisissez vos photos").set_input_files(tmp_path / "calanque.jpg")
        expect(page.get_by_text("Toutes les photos sont arrivées")).to_be_visible(timeout=60_000)
        page.get_by_label("Crédit").fill("Édith Laplume")
        page.get_by_role("button", name="Continuer vers la signature").click()
        page.get_by_label("Votre nom et votre prénom").fill("Édith Laplume")
        page.get_by_role("button", name="Signer et donner").click()
        expect(page.get_by_text("L’office regarde vos photos")).to_be_visible()
        page.goto("/fr/portail/phototheque/a-accepter/")
        page.get_by_role("link", name="Édith Laplume").first.click()
        accept = page.get_by_role("button", name="Accepter les photos cochées")
        wait_for(lambda: accept.is_visible() or page.reload() and None)  # until the worker has read the picture
        page.get_by_label("Ce que montre la photo", exact=True).fill("Une calanque")
        accept.click()
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
    page.goto("/fr/portail/phototheque/")
    page.get_by_role("button", name=re.compile("dans le panier$")).first.click()
    page.get_by_role("link", name="Panier 1").first.click()  # it counts once the server has answered
    page.get_by_label("Pour quoi ?").fill("La page d’accueil de notre site")
    page.get_by_role("button", name="Préparer le zip").click()
    ready, conditions = page.get_by_role("heading", name=re.compile("zip")), page.get_by_role("checkbox")
    expect(ready.or_(conditions).first).to_be_visible()
    if conditions.count():
        conditions.first.check()
        page.get_by_role("button", name=re.compile("Accepter|continuer", re.I)).click()
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


def test_backup_comes_back_in_a_new_installation(installation, tmp_path):
    """Made while web, workers and clock are at work; restored into another database and other folders."""
    printed = installation.manage("backup")
    assert "The backup " in printed and "The backup " in installation.manage("check_backup")
    variables = installation.environment("web") | {"POSTGRES_DB": "elsewhere", "VAR_DIR": str(tmp_path)}
    server = ["-h", variables["POSTGRES_HOST"], "-p", variables["POSTGRES_PORT"], "-U", "escale"]
    client = {**os.environ, "PGPASSWORD": variables["POSTGRES_PASSWORD"]}
    subprocess.run([postgresql_programs() / "createdb", *server, "elsewhere"], env=client, check=True)
    (tmp_path / "static").symlink_to(Path(installation.environment("web")["VAR_DIR"], "static"))
    command = [sys.executable, "manage.py", "restore", "--yes"]
    restored = subprocess.run(command, cwd=installation.image.path("/app"), env=variables, capture_output=True, text=True)
    assert restored.returncode == 0 and "The site answers" in restored.stdout, restored.stdout + restored.stderr
    for name, left_out in (("media", {"images"}), ("private", {"bundles", "uploads"})):
        former, present = (files_in(folder, left_out) for folder in (installation.folder / f"volume-{name}", tmp_path / name))
        assert present == former
    assert files_in(tmp_path / "media", {"images"})  # the office's first photo


def files_in(folder: Path, left_out: set[str]) -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    names = {path: path.relative_to(folder) for path in paths}
    return {str(name): path.read_bytes() for path, name in names.items() if name.parts[0] not in left_out | {".parts"}}
