"""Hostile query strings at every address, hostile fields in every form: never a 500, never a page that runs it.

Every address gets a mixture of hostile values, another for each address, so that together they give each parameter every value; where a
parser of its own reads them, it gets each value.
The addresses of one persona share a test, which names each that went wrong: what all pages have in common is made once.
On PostgreSQL only what a database refuses by itself is asked again: the code that reads the rest is the same.
"""

from urllib.parse import quote

import pytest
from django.db import connection, transaction
from django.utils import translation

from common.filters import Filters
from common.models import RateCounter
from tests.access.addresses import LISTS
from tests.access.asking import address_of, who_may
from tests.access.matrix import ROWS
from tests.access.scene import PERSONAS
from tests.html import read

pytestmark = pytest.mark.every_database

SCRIPT = "<script>alert(1)</script>"
QUOTES = "\"'><svg onload=alert(1)>'\""
# Every parameter that an address reads, so that each meets each value.
NAMES = (
    "q", "page", "day", "from", "to", "when", "commune", "category", "kind", "near", "access", "open", "free", "family",
    "setting", "organisation", "audience", "accent", "count", "title", "liste", "evenement", "fait", "etat", "qui", "copie",
    "langue", "nature", "categorie", "organisme", "role", "journey", "sent", "jete", "next", "room", "key", "v", "verifier",
    "theme", "level", "length", "etape", "envoye", "voir", "element", "url", "text", "photo", "lot", "grand", "at", "changed_since", "per_page", "after",
    "absents", "annee", "bienvenue", "brouillon", "colour", "dans", "date", "document", "dossier", "edition", "exactly", "fichiers", "groupe",
    "id", "km", "light", "mois", "moment", "mot-cle", "ongoing", "orientation", "p", "people", "place", "retire", "season", "since", "sur", "tout", "tri", "type", "use",
    "weather",
)  # fmt: skip
VALUES = {
    "nul": "a\x00b", "emoji": "🎉👨‍👩‍👧", "rtl": "\u202eمرحبا", "percent": "%",
    "less than nothing": "-1", "too great": "9" * 21, "no such day": "31/02/2026",
    "first day": "0001-01-01", "last day": "9999-12-31", "first month": "0001-01", "last month": "9999-12",
    "unknown": "zzz-unknown", "quotes": QUOTES, "script": SCRIPT,
    "digits of others": "²٣", "half a character": "\ud83d", "floats": "nan,inf,1e999",
    "path": "../../etc/passwd", "elsewhere": "//ailleurs.example/",
}  # fmt: skip
TAILS = (
    "%00%ff%fe",
    "q=" + "a" * 100_000,
    "q&&&===;;&%",
    "page=1&page=2&q=a&q=b",
    "[]=1&a[b]=2",
    "day=&from=&to=&near=&page=",
)
MIXTURES_OF_FIELDS = 2  # at one form
REFUSED_BY_DATABASES = {"nul", "too great", "half a character", "floats", "number", "list"}
SHOWN = [row for row in ROWS if row.shown and row.name not in ("mfa_download_recovery_codes",)]
SENT = [row for row in ROWS if row.sent]
# Where parameters are read by a parser of their own (`LISTS` too), every value is tried.
FORMS = (
    "submissions:draft", "submissions:sentence", "submissions:similar", "wagtail_serve", "portal_home:ask", "account_login",
    "photos:sign", "photos:photo_rights", "photos:bundle_ask", "team:invite", "tutorials:ask", "watch:add", "watch:edit_letter",
    "notifications:preferences",
)  # fmt: skip
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


def rows_of(persona: str, chosen, method: str) -> list:
    """The addresses that this persona fits best, with their number among all."""
    return [(number, row) for number, row in enumerate(chosen) if way_in(getattr(row, method)) == persona]


def named(names, chosen) -> list:
    """The rows of these names, each of which must still be in the matrix."""
    by_name = {row.name: row for row in chosen}
    return [pytest.param(by_name[name], id=name) for name in names]


def values_to_try(values: dict) -> list[str]:
    """The names of the values that this database is asked."""
    return [name for name in values if connection.vendor == "sqlite" or name in REFUSED_BY_DATABASES]


def mixtures(names, values, number: int, count: int = 1) -> list[dict]:
    """For each name a value; the `number`-th address goes on in the values where the one before stopped."""
    values = values_to_try(values)
    firsts = range(number * count, (number + 1) * count)
    return [{name: values[(first + place) % len(values)] for place, name in enumerate(names)} for first in firsts]


def query_of(parameters: dict) -> str:
    return "&".join(f"{name}={encoded(value)}" for name, value in parameters.items())


def problems_of_queries(scene, row, queries, browser=None) -> dict:
    """What went wrong, by the beginning of the query string; each request is undone."""
    problems = {}
    browser = browser or scene.browser_of(way_in(row.shown))
    for query in queries:
        with transaction.atomic():
            if found := problem(browser.get(f"{address_of(row, scene.things)}?{query}")):
                problems[query[:80]] = found
            transaction.set_rollback(True)
    return problems


def test_the_addresses_together_try_every_value():
    tried = {
        (name, value) for number in range(len(SHOWN)) for one in mixtures(NAMES, VALUES, number) for name, value in one.items()
    }
    assert tried == {(name, value) for name in NAMES for value in values_to_try(VALUES)}


def test_every_filter_is_among_the_names():
    pending, parameters = [Filters], set()
    while pending:
        filters = pending.pop()
        pending += filters.__subclasses__()
        if not filters.__module__.startswith("tests."):
            parameters |= {field.parameter for field in filters.fields.values()}
    assert parameters - set(NAMES) == set()


@pytest.mark.parametrize("persona", PERSONAS)
def test_query_strings(scene, persona):
    problems = {}
    browser = scene.browser_of(persona)
    signed_in = dict(browser.cookies)
    for number, row in rows_of(persona, SHOWN, "shown"):
        queries = [query_of({name: VALUES[value] for name, value in one.items()}) for one in mixtures(NAMES, VALUES, number)]
        if (
            row.name != "admin/login/" and connection.vendor == "sqlite"
        ):  # Django itself refuses (400) to redirect to more than 16 kB
            queries.append(TAILS[number % len(TAILS)])
        if found := problems_of_queries(scene, row, queries, browser):
            problems[row.name] = found
        browser.cookies.clear()
        browser.cookies.update(signed_in)
    assert problems == {}


@pytest.mark.parametrize("row", named(LISTS, SHOWN))
def test_every_value_where_a_parser_reads_it(scene, row):
    queries = [query_of(dict.fromkeys(NAMES, VALUES[value])) for value in values_to_try(VALUES)]
    assert problems_of_queries(scene, row, [*queries, *TAILS]) == {}


FIELD_VALUES = {
    "empty": "", "nul": "a\x00b", "emoji": "🎉" * 40, "script": SCRIPT, "quotes": QUOTES,
    "number": "9" * 40, "negative": "-1", "list": "[1, {}]",
    "right to left": "\u202eمرحبا", "no such day": "31/02/2026", "first day": "0001-01-01", "last day": "9999-12-31",
}  # fmt: skip
MEGABYTE = "é" * (512 * 1024)
TEN_MEGABYTES = MEGABYTE * 10
LONG_TEXTS = (
    "words", "letter", "comment", "introduction", "message", "fr-text", "fr-title", "first_name", "email", "login",
)  # fmt: skip


def fields_of(scene, row, persona, browser) -> dict:
    """The fields of the forms on the page itself, with the marks they carry; of a button, those that the matrix gives."""
    fields = dict(row.fields(scene.things)) or {"words": "", "next": "", "revision": "", "reason": ""}
    if row.shown and row.shown[persona] == 200:
        page = read(browser.get(address_of(row, scene.things)))
        for field in page.all_by_hook("name"):
            if field.tag.name in ("input", "select", "textarea"):
                fields.setdefault(field["name"], field.get("value", ""))
    return {name: value for name, value in fields.items() if name not in OUR_OWN}


def problems_of_fields(scene, row, browser, attempts) -> dict:
    """What went wrong, by the number of the attempt; each request is undone, and leaves the browser signed in as it was."""
    problems, signed_in = {}, dict(browser.cookies)
    for number, fields in enumerate(attempts):
        RateCounter.objects.all().delete()  # limits of tries
        with transaction.atomic():
            if found := problem(browser.post(address_of(row, scene.things), fields)):
                problems[number] = found
            transaction.set_rollback(True)
        browser.cookies.clear()
        browser.cookies.update(signed_in)
    return problems


def with_its_own_marks(fields: dict, original: dict) -> dict:
    """Hostile in what a person types, right in what the form carries for itself."""
    return (
        fields | {name: original[name] for name in ("ticket", "tab", "version", "once") if name in original} | {"action": "send"}
    )


@pytest.mark.parametrize("persona", PERSONAS)
def test_fields(scene, persona):
    problems, browser = {}, scene.browser_of(persona)
    count = MIXTURES_OF_FIELDS if connection.vendor == "sqlite" else 1
    for number, row in rows_of(persona, SENT, "sent"):
        original = fields_of(scene, row, persona, browser)
        mixed = mixtures(original, FIELD_VALUES, number, count)
        attempts = [{name: FIELD_VALUES[value] for name, value in one.items()} for one in mixed]
        attempts.append(with_its_own_marks(attempts[0], original))
        if connection.vendor != "sqlite":  # without its marks a form is refused before a database is asked
            attempts = attempts[-1:]
        else:
            attempts += [{**original, name: MEGABYTE} for name in LONG_TEXTS if name in original][:1]
        if found := problems_of_fields(scene, row, browser, attempts):
            problems[row.name] = found
    assert problems == {}


@pytest.mark.parametrize("row", named(FORMS, SENT))
def test_every_value_where_a_form_reads_it(scene, row):
    persona = way_in(row.sent)
    browser = scene.browser_of(persona)
    original = fields_of(scene, row, persona, browser)
    attempts = [dict.fromkeys(original, FIELD_VALUES[value]) for value in values_to_try(FIELD_VALUES)]
    with_marks = [with_its_own_marks(fields, original) for fields in attempts]
    longest = next((name for name in LONG_TEXTS if name in original), "words")
    attempts = [*attempts, *with_marks, {**original, longest: TEN_MEGABYTES}] if connection.vendor == "sqlite" else with_marks
    assert problems_of_fields(scene, row, browser, attempts) == {}
