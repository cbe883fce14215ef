"""`manage.py make_manual [--pictures http://127.0.0.1:8000]`: the manuals as PDF, their pictures from a running demo."""

import re
import shutil
from hashlib import sha256
from pathlib import Path

import yaml
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from common.content_files import html_of
from common.pdf import rich_runs, typeset
from demo.loaders.network import PASSWORD

FOLDER = settings.BASE_DIR / "docs/manual/fr"
STATIC = settings.BASE_DIR / "intranet/home/static/intranet_home"
HEADING = re.compile(r"^(#{2,3}) (.+)$")
PICTURE = re.compile(r"^!\[(?P<alt>[^\]]+)\]\((?P<path>[^)]+)\)$")
NARROW = 500  # CSS pixels: below that a picture is a telephone's
SHARPNESS = 1.5  # device pixels for each CSS pixel: sharp on paper, and a tenth of a megabyte


class Command(BaseCommand):
    help = "Typeset the manuals; with --pictures, first take their pictures from a running demo."

    def add_arguments(self, parser):
        parser.add_argument("--pictures", metavar="ADDRESS", help="where the demo answers; needs the packages of the tests")
        parser.add_argument("--only", metavar="WORD", default="", help="the pictures whose name begins with it")

    def handle(self, *args, pictures, only, **options):
        if pictures:
            take_pictures(pictures.rstrip("/"), self.stdout.write, only)
        STATIC.mkdir(parents=True, exist_ok=True)
        for source in manuals():
            target = pdf_of(source)
            target.write_bytes(manual_as_pdf(source))
            self.stdout.write(f"{target.relative_to(settings.BASE_DIR)}: {target.stat().st_size // 1000} kB")


def manuals() -> list[Path]:
    """The texts, one for each manual."""
    return sorted(FOLDER.glob("*.md"))


def pdf_of(source: Path) -> Path:
    """`intranet.md` is everybody's; the others have their own name."""
    return STATIC / ("manual-fr.pdf" if source.stem == "intranet" else f"manual-{source.stem}-fr.pdf")


def digest_of(source: Path) -> str:
    """What the PDF says of the text from which it was made, so that one can tell whether it is of today."""
    return sha256(source.read_bytes()).hexdigest()[:16]


def manual_as_pdf(source: Path) -> bytes:
    title, parts = read_manual(source.read_text())
    widths = {shot["file"]: shot["width"] for shot in shots()}
    files = {}
    for part in parts:
        if part["kind"] == "picture":
            path = FOLDER / part["path"]
            part["name"], part["is_narrow"] = path.name, widths[path.stem] < NARROW
            files[path.name] = path.read_bytes()
    values = {"office": settings.WAGTAIL_SITE_NAME, "title": title, "digest": digest_of(source), "parts": parts}
    return typeset("intranet_home/manual.typ", values, "fr", files)


def shots() -> list[dict]:
    """What each picture shows, to whom, at which size: {"file", "person", "address", "width", "height"}, and what is clicked."""
    return yaml.safe_load((FOLDER / "pictures.yaml").read_text())


def read_manual(text: str) -> tuple[str, list[dict]]:
    """The title, and the parts as `intranet_home/manual.typ` reads them: headings, pictures (with their `path`), runs of text."""
    title, *blocks = text.strip().split("\n\n")
    parts: list[dict] = []
    for block in blocks:
        if heading := HEADING.match(block):
            is_first = not any(part["kind"] == "heading" for part in parts)
            parts.append({"kind": "heading", "level": len(heading[1]), "title": heading[2], "is_first": is_first})
        elif picture := PICTURE.match(block):
            parts.append({"kind": "picture", **picture.groupdict()})
        else:
            parts.append({"kind": "text", "runs": rich_runs(html_of(block))})
    return title.removeprefix("# "), parts


def take_pictures(address: str, say, only: str = "") -> None:
    """Each picture of the list, from the demo that answers at `address`, as its person sees it, in light colours."""
    try:
        from playwright.sync_api import sync_playwright  # of the tests: an installation takes no pictures
    except ImportError as error:
        raise CommandError("The pictures need the packages of requirements/test.txt and a Chromium.") from error
    with sync_playwright() as playwright:
        path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for shot in (shot for shot in shots() if shot["file"].startswith(only)):
            size = {"width": shot["width"], "height": shot["height"]}
            page = browser.new_page(
                base_url=address, viewport=size, device_scale_factor=SHARPNESS, locale="fr-FR", color_scheme="light",
                reduced_motion="reduce",
            )  # fmt: skip
            _sign_in(page, shot["person"])
            page.goto(shot["address"])
            if shot.get("follow"):
                page.locator(shot["follow"]).first.click()
            if shot.get("open"):
                page.locator(shot["open"]).first.click()
            if shot.get("part"):
                page.locator(shot["part"]).first.evaluate("part => part.scrollIntoView()")
                page.evaluate("window.scrollBy(0, -80)")  # the bar on top stays over it
            page.wait_for_timeout(600)
            name = FOLDER / "pictures" / f"{shot['file']}.jpg"
            page.screenshot(path=name, type="jpeg", quality=75)
            say(f"{name.name}: {name.stat().st_size // 1000} kB")
            page.close()
        browser.close()


def _sign_in(page, email: str) -> None:
    page.goto("/compte/connexion/")
    page.locator("input[name=login]").fill(email)
    page.locator("main input[type=password]").fill(PASSWORD)
    page.locator("main form button").first.click()
    page.wait_for_load_state()
