"""A session that ends while somebody writes loses nothing: every form of the site with something to write in is sent without one."""

from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from django.db import transaction
from django.test import Client
from django.urls import resolve
from django.utils import translation

from common.interrupted_forms import OWN_FIELDS
from common.models import RateCounter
from tests.access.pages import pages_of

RESUME = "/compte/reprendre/"
WORDS = "Ce qui a pris une heure à écrire"
#: Inputs in which one writes.
WRITTEN = ("text", "search", "email", "url", "tel")
#: Signing in, and what asks for a password: nothing of these is kept.
OF_PASSWORDS = "input[type=password]"


@pytest.fixture(autouse=True)
def _french():
    with translation.override("fr"):
        yield


def written_fields(form) -> list:
    inputs = [each for each in form.select("input[name]") if each.get("type", "text") in WRITTEN]
    return [*form.select("textarea[name]"), *inputs]


def typed(form) -> dict:
    """What a browser would send, with something written wherever one may."""
    fields: dict[str, list] = {}
    for each in form.select("input[name], select[name], textarea[name]"):
        kind = each.get("type", "text") if each.name == "input" else each.name
        if kind in ("submit", "button", "file") or kind in ("checkbox", "radio") and not each.has_attr("checked"):
            continue
        if kind == "select":
            values = [option.get("value", option.text) for option in each.select("option[selected]")]
        else:
            values = [each.text if kind == "textarea" else each.get("value", "")]
        fields.setdefault(each["name"], []).extend(values)
    for each in written_fields(form):
        fields[each["name"]] = [WORDS]
    return fields


def forms_of(scene):
    """(persona, address of the form, its fields), each kind of form once."""
    known = set()
    for persona, page in pages_of(scene.things):
        if persona == "visitor":
            persona = "member"
        browser = scene.browser_of(persona)
        response = browser.get(page)
        if response.status_code != 200 or not response.get("Content-Type", "").startswith("text/html"):
            continue
        for form in BeautifulSoup(response.content, "html.parser").select("form[method=post]"):
            if not written_fields(form) or form.select(OF_PASSWORDS):
                continue
            address = (form.get("action") or page).partition("#")[0]
            kind = resolve(address.partition("?")[0]).view_name, tuple(sorted(each["name"] for each in written_fields(form)))
            if kind not in known:
                known.add(kind)
                yield persona, address, typed(form)


def end_session(browser: Client) -> None:
    """As when two weeks are over: the browser still shows its session, which the site knows no more."""
    browser.session.flush()


def is_kept(browser: Client, person, address: str, fields: dict) -> str:
    """Empty where everything was found again; else what became of it."""
    end_session(browser)
    response = browser.post(address, fields)
    if response.status_code != 302:
        return "" if WORDS in response.content.decode() else f"{response.status_code} without what was written"
    if not response["Location"].startswith("/compte/connexion/"):
        return "" if resolve(address.partition("?")[0]).func.login_required is False else "went where nobody signed in"
    way = unquote(response["Location"].partition("next=")[2])
    browser.force_login(person)
    page = browser.get(way, follow=True)
    if WORDS not in (BeautifulSoup(page.content, "html.parser").get_text() if way == RESUME else page.content.decode()):
        return f"{page.status_code} without what was written"
    return "" if way != RESUME or sends_the_same(page, address, fields) else "sent again, it is another form"


def sends_the_same(page, address: str, fields: dict) -> bool:
    """What the button under the words sends, beside the marks of its own page."""
    form = BeautifulSoup(page.content, "html.parser").find("form", action=address)
    again: dict[str, list] = {}
    for each in form.find_all("input"):
        again.setdefault(each["name"], []).append(each["value"])
    return {name: again[name] for name in again if name not in OWN_FIELDS} == {
        name: values for name, values in fields.items() if values and name not in OWN_FIELDS
    }


def test_no_form_is_lost_with_the_session(scene):
    lost, number = {}, 0
    for persona, address, fields in forms_of(scene):
        number += 1
        with transaction.atomic():
            problem = is_kept(scene.browser_of(persona), scene.people[persona], address, fields)
            transaction.set_rollback(True)
        RateCounter.objects.all().delete()
        if problem:
            lost[address] = problem
    assert lost == {}
    assert number > 40
