"""Every address × every persona."""

import pytest
from django.db import OperationalError, connection
from django.utils import translation

from common.models import RateCounter
from common.personal_data import cookies
from tests.access.addresses import all_addresses
from tests.access.asking import address_of, answer_of, response_to
from tests.access.matrix import BY_NAME, OUTSIDE, ROWS
from tests.access.scene import PERSONAS

# What each is shown differs by conditions of the same query: PostgreSQL is asked by who sees least, most, and through a group.
ON_EVERY_DATABASE = ("visitor", "group_member", "moderator")
PEOPLE = [pytest.param(name, marks=[pytest.mark.every_database] if name in ON_EVERY_DATABASE else []) for name in PERSONAS]
# Who may know of the secret group of the scene and of its things.
KNOWING = {"secret_member", "administrator"}
# Before sessions, and once the session is over.
ANSWERED_TO_NOBODY = {"health", "health_live", "health_all", "account_logout"}


@pytest.fixture(autouse=True)
def _french():
    with translation.override("fr"):
        yield


def refusing(answers: dict) -> dict:
    """What the other method answers: the door comes before it."""
    return {persona: answer if answer == "login" else 405 for persona, answer in answers.items()}


def test_every_address_has_a_row():
    assert sorted(BY_NAME) == sorted(all_addresses())
    assert len(BY_NAME) == len(ROWS)


@pytest.mark.parametrize("persona", PEOPLE)
@pytest.mark.parametrize("method", ["get", "post"])
def test_every_address_answers(scene, persona, method):
    surprises, without_word_for_caches, set_cookies, leaks = {}, [], set(), []
    browser = scene.browser_of(persona)
    signed_in = dict(browser.cookies)
    for row in ROWS:
        answers = (row.shown or refusing(row.sent)) if method == "get" else (row.sent or refusing(row.shown))
        fields = row.fields(scene.things) if method == "post" else {}
        response = response_to(browser, method, address_of(row, scene.things), fields)
        found = answer_of(response)
        if persona not in KNOWING and not response.streaming and b"sirocco" in response.content.lower():
            leaks.append(row.name)
        set_cookies |= set(response.cookies)
        if persona not in OUTSIDE and row.name not in ANSWERED_TO_NOBODY and not response.has_header("Cache-Control"):
            without_word_for_caches.append(row.name)
        if found != answers[persona]:
            surprises[row.name] = f"{found} instead of {answers[persona]}"
        RateCounter.objects.all().delete()  # limits of tries and of mails
        browser.cookies.clear()
        browser.cookies.update(signed_in)
    assert surprises == {}
    assert leaks == []
    assert without_word_for_caches == []
    assert set_cookies <= {cookie.name for cookie in cookies() if cookie.is_cookie}


def refuse_writes(execute, sql, params, many, context):
    """A full disk, a database open for reading alone."""
    if sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE", "REPLACE")):
        raise OperationalError("attempt to write a readonly database")
    return execute(sql, params, many, context)


# A link from a mail: allauth notes in the session which password is about to be written.
ABOUT_TO_WRITE = {"account_reset_password_from_key"}


def test_public_reading_needs_no_write(scene):
    """Whatever a visitor reads is answered as ever, the sign-in page too."""
    browser = scene.browser_of("visitor")
    surprises, readings = {}, 0
    with connection.execute_wrapper(refuse_writes):
        for row in ROWS:
            if row.shown and row.shown["visitor"] in (200, "login") and row.name not in ABOUT_TO_WRITE:
                answer = answer_of(response_to(browser, "get", address_of(row, scene.things)))
                readings += 1
                if answer != row.shown["visitor"]:
                    surprises[row.name] = answer
    assert surprises == {"common:picture": 202}  # it was never drawn: a tile, that asks again
    assert readings > 100
