"""Hostile query strings at every address, hostile fields in every form: never a 500, never a page that runs it."""

import re
from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.db import transaction
from django.utils import translation

from tests.access.asking import address_of, who_may
from tests.access.matrix import ROWS

SCRIPT = "<script>alert(1)</script>"
QUOTES = "\"'><svg onload=alert(1)>'\""
# Every parameter that an address reads, so that each meets each value.
NAMES = (
    "q", "page", "day", "from", "to", "when", "commune", "category", "kind", "near", "access", "open", "free", "family",
    "setting", "organisation", "audience", "accent", "count", "title", "liste", "evenement", "fait", "etat", "qui", "copie",
    "langue", "nature", "categorie", "organisme", "role", "journey", "sent", "jete", "next", "room", "key", "v", "verifier",
    "theme", "level", "length", "etape", "envoye", "voir", "element", "url", "text", "photo", "lot", "grand", "at", "changed_since", "per_page", "after",
)  # fmt: skip
VALUES = {
    "nul": "a\x00b", "emoji": "🎉👨‍👩‍👧", "rtl": "\u202eمرحبا", "percent": "%",
    "less than nothing": "-1", "too great": "9" * 21, "no such day": "31/02/2026",
    "unknown": "zzz-unknown", "quotes": QUOTES, "script": SCRIPT,
    "digits of others": "²٣", "half a character": "\ud83d", "floats": "nan,inf,1e999",
    "path": "../../etc/passwd", "elsewhere": "//ailleurs.example/",
}  # fmt: skip
SHOWN = [row for row in ROWS if row.shown and row.name not in ("mfa_download_recovery_codes",)]
SENT = [row for row in ROWS if row.sent]
FIELD = re.compile(r"<(?:input|textarea|select)\b[^>]*\bname=\"([^\"]+)\"", re.IGNORECASE)
OUR_OWN = {"csrfmiddlewaretoken"}


@pytest.fixture(autouse=True)
def _french():
    with translation.override("fr"):
        yield


def encoded(text: str) -> str:
    return quote(text.encode("utf-8", "surrogatepass"))


def way_in(answers) -> str:
    return who_may(answers, wanted=(200, 302, 422, 409)) or "member"


def problem(response) -> str:
    if response.status_code >= 500:
        return str(response.status_code)
    content = b"" if response.streaming else response.content
    return "reflected" if SCRIPT.encode() in content or b"<svg onload" in content else ""


@pytest.mark.parametrize("name", VALUES)
def test_query_strings(scene, name):
    problems = {}
    query = "&".join(f"{each}={encoded(VALUES[name])}" for each in NAMES)
    for row in SHOWN:
        browser = scene.browser_of(way_in(row.shown))
        with transaction.atomic():
            if found := problem(browser.get(f"{address_of(row, scene.things)}?{query}")):
                problems[row.name] = found
            transaction.set_rollback(True)
    assert problems == {}


def test_query_strings_that_are_no_query_strings(scene):
    problems = {}
    for tail in (
        "%00%ff%fe",
        "q=" + "a" * 100_000,
        "q&&&===;;&%",
        "page=1&page=2&q=a&q=b",
        "[]=1&a[b]=2",
        "day=&from=&to=&near=&page=",
    ):
        for row in SHOWN:
            if row.name == "admin/login/":
                continue  # Django itself refuses (400) to redirect to more than 16 kB
            browser = scene.browser_of(way_in(row.shown))
            with transaction.atomic():
                if found := problem(browser.get(f"{address_of(row, scene.things)}?{tail}")):
                    problems[row.name, tail[:20]] = found
                transaction.set_rollback(True)
    assert problems == {}


FIELD_VALUES = {
    "empty": "", "nul": "a\x00b", "emoji": "🎉" * 40, "script": SCRIPT, "quotes": QUOTES,
    "number": "9" * 40, "negative": "-1", "list": "[1, {}]",
    "right to left": "\u202eمرحبا", "no such day": "31/02/2026",
}  # fmt: skip
TEN_MEGABYTES = "é" * (5 * 1024 * 1024)


def fields_of(scene, row, persona) -> dict:
    """The fields of the forms on the page itself, with the marks they carry; of a button, those that the matrix gives."""
    fields = dict(row.fields(scene.things)) or {"words": "", "next": "", "revision": "", "reason": ""}
    if row.shown and row.shown[persona] == 200:
        page = scene.browser_of(persona).get(address_of(row, scene.things)).content.decode()
        for name in FIELD.findall(page):
            value = re.search(rf'name="{re.escape(name)}"[^>]*\bvalue="([^"]*)"', page)
            fields[name] = value.group(1) if value else ""
    return {name: value for name, value in fields.items() if name not in OUR_OWN}


@pytest.mark.parametrize("name", FIELD_VALUES)
def test_fields(scene, name):
    """Everything at once, then with what the form carries for itself left as it is."""
    problems = {}
    for row in SENT:
        persona = way_in(row.sent)
        asked = fields_of(scene, row, persona)
        kept = {each: asked[each] for each in ("ticket", "tab", "version", "once") if each in asked}
        for fields in (
            dict.fromkeys(asked, FIELD_VALUES[name]),
            dict.fromkeys(asked, FIELD_VALUES[name]) | kept | {"action": "send"},
        ):
            cache.clear()
            with transaction.atomic():
                if found := problem(scene.browser_of(persona).post(address_of(row, scene.things), fields)):
                    problems[row.name] = found
                transaction.set_rollback(True)
    assert problems == {}


def test_ten_megabytes(scene):
    problems = {}
    for row in SENT:
        persona = way_in(row.sent)
        asked = fields_of(scene, row, persona)
        longest = next(
            (
                each
                for each in (
                    "words",
                    "letter",
                    "comment",
                    "introduction",
                    "message",
                    "fr-text",
                    "fr-title",
                    "first_name",
                    "email",
                    "login",
                )
                if each in asked
            ),
            "words",
        )
        cache.clear()
        with transaction.atomic():
            response = scene.browser_of(persona).post(address_of(row, scene.things), {**asked, longest: TEN_MEGABYTES})
            if found := problem(response):
                problems[row.name] = found
            transaction.set_rollback(True)
    assert problems == {}
