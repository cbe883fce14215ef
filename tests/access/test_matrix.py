"""Every address × every persona: the answer, what it must not name, and that a refused form changes nothing.

Each address is asked once by each method; what holds of every answer is looked at here, since to make the answers costs most. Who
stands like another (`LIKE`) is asked where the door is shut, or where the matrix tells them apart: a page that opens to both is made once.
"""

import re

import pytest
from django.conf import settings
from django.core import mail
from django.db import OperationalError, connection
from django.utils import translation
from django_comments.models import CommentFlag

from accounts.models import JoinRequest, Membership, User, WorkGroup
from common.models import RateCounter
from common.personal_data import cookies
from destination.agenda.models import Event
from intranet.comments.models import Following, MemberComment
from intranet.mentions.models import Mention
from intranet.submissions.models import Decision, Draft
from notifications.models import Notice
from pro_portal.photos.models import (
    AttachedAgreement,
    Consent,
    ConsentWaiver,
    Contribution,
    PartnerKey,
    Photo,
    PhotoRequest,
    Upload,
)
from pro_portal.watch.models import (
    WatchExclusion,
    WatchItem,
    WatchLetter,
    WatchLetterReader,
    WatchMark,
    WatchSource,
    WatchSubscription,
)
from tests.access.addresses import all_addresses
from tests.access.asking import address_of, answer_of, response_to, who_may
from tests.access.conftest import UNDEFINED, around_undefined
from tests.access.matrix import BY_NAME, OUTSIDE, ROWS
from tests.access.scene import PERSONAS

# A closed account is a visitor, a provider in a group a provider, who is in a secret group a colleague of the author: until the door of
# another thing.
LIKE = {"former_member": "visitor", "group_provider": "professional", "secret_member": "group_member"}
# A method that an address does not have is refused before anybody is looked at, or after the door: from outside, inside, from above.
OF_NO_METHOD = ("visitor", "member", "administrator")
REFUSALS = ("login", 401, 403, 404, 410)
# Who may know of the secret group of the scene and of its things.
KNOWING = {"secret_member", "administrator"}
# Before sessions, and once the session is over.
ANSWERED_TO_NOBODY = {"health", "health_live", "health_all", "account_logout"}


IDS = re.compile(rb'\sid="([^"]*)"')
REFERENCES = re.compile(rb'\s(?:for|aria-labelledby|aria-describedby|aria-controls)="([^"]+)"')
LANGUAGE = re.compile(rb'\blang="([^"]*)"')
LANGUAGES = {code.encode() for code, _name in settings.LANGUAGES} | {b"x-default"}  # of what a PDF says of itself
# They sign somebody in or count tries, whoever sends them.
SIGNING_IN = {"admin/login/"}
COOKIES = {cookie.name for cookie in cookies() if cookie.is_cookie}


def state_of_the_house() -> list:
    """Everything that one of these forms could change."""
    watch = (WatchExclusion, WatchItem, WatchLetter, WatchLetterReader, WatchMark, WatchSource, WatchSubscription)
    photos = (AttachedAgreement, Consent, ConsentWaiver, Contribution, PartnerKey, Photo, PhotoRequest, Upload)
    talks = (CommentFlag, MemberComment, Following, Mention)
    groups = (WorkGroup, Membership, JoinRequest)
    changeable = (Event, Draft, Decision, Notice, User, *watch, *photos, *talks, *groups)
    return [list(model.objects.order_by("pk").values()) for model in changeable]


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


def faults_of(response, row, persona) -> list[str]:
    """What no answer may do, whichever it is."""
    content = b"" if response.streaming else response.content
    faults = []
    if persona not in KNOWING and b"sirocco" in content.lower():
        faults.append("names the secret group")
    if UNDEFINED.encode() in content:
        faults.append(f"shows a variable that nobody defined: {around_undefined(content.decode())}")
    if response.get("Content-Type", "").startswith("text/html"):
        ids = IDS.findall(content)
        if len(set(ids)) < len(ids):
            faults.append(f"names two things alike: {sorted({each for each in ids if ids.count(each) > 1})}")
        if lost := {each for names in REFERENCES.findall(content) for each in names.split()} - set(ids):
            faults.append(f"points to what is not there: {sorted(lost)}")
    if strange := set(LANGUAGE.findall(content)) - LANGUAGES:
        faults.append(f"says a language that is none: {strange}")
    if persona not in OUTSIDE and row.name not in ANSWERED_TO_NOBODY and not response.has_header("Cache-Control"):
        faults.append("tells caches nothing")
    return faults


def answers_to(row, method: str) -> dict:
    return (row.shown or refusing(row.sent)) if method == "get" else (row.sent or refusing(row.shown))


def is_asked(row, method: str, persona: str) -> bool:
    if not (row.shown if method == "get" else row.sent):
        return persona in OF_NO_METHOD
    answers = answers_to(row, method)
    like = answers[LIKE.get(persona, persona)]
    return persona not in LIKE or answers[persona] in REFUSALS or answers[persona] != like


def test_who_stands_like_another_is_told_apart():
    """By what is refused alone they must meet many doors, or they would be asked nothing."""
    for persona in LIKE:
        doors = [(row.name, method) for row in ROWS for method in ("get", "post") if is_asked(row, method, persona)]
        assert len(doors) > 100, persona


def ask(browser, row, method: str, persona: str, scene) -> list[str]:
    """What was wrong with the answer. What the form does is undone; what a refused one would do is not, and is looked for at the end."""
    answers = answers_to(row, method)
    fields = row.fields(scene.things) if method == "post" else {}
    is_refused = method == "post" and answers[persona] in ("login", 403, 404) and row.name not in SIGNING_IN
    letters = len(mail.outbox)
    response = response_to(browser, method, address_of(row, scene.things), fields, undone=not is_refused)
    faults = faults_of(response, row, persona)
    if (answer := answer_of(response)) != answers[persona]:
        faults.append(f"{answer} instead of {answers[persona]}")
    if is_refused and len(mail.outbox) > letters:
        faults.append("writes to somebody")
    RateCounter.objects.all().delete()  # limits of tries and of mails
    faults += sorted(f"sets {name}" for name in response.cookies if name not in COOKIES)
    return faults


def faults_at(scene, method: str, persona: str, browser, rows: list) -> dict[str, list[str]]:
    """By the name of the address; each is asked as if the browser came there first."""
    faults, signed_in = {}, dict(browser.cookies)
    for row in rows:
        if row_faults := ask(browser, row, method, persona, scene):
            faults[row.name] = row_faults
        browser.cookies.clear()
        browser.cookies.update(signed_in)
    return faults


@pytest.mark.parametrize("persona", PERSONAS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_every_address_answers(scene, undefined_shown, persona, method):
    browser = scene.browser_of(persona)
    before = state_of_the_house()
    assert faults_at(scene, method, persona, browser, [row for row in ROWS if is_asked(row, method, persona)]) == {}
    assert state_of_the_house() == before


# What each is shown differs by conditions of the same queries: PostgreSQL is asked each of them by who is given the page, and through
# a group.
@pytest.mark.postgresql
@pytest.mark.parametrize("method", ["get", "post"])
def test_every_query_is_one_of_postgresql(scene, method):
    rows_by_persona = {}
    for row in ROWS:
        if answers := row.shown if method == "get" else row.sent:
            rows_by_persona.setdefault(who_may(answers, (200, 302, 422, 409, 204)) or "member", []).append(row)
    if method == "get":
        rows_by_persona["group_member"] = [row for row in ROWS if row.shown and row.shown["group_member"] == 200]
    for persona, rows in rows_by_persona.items():
        assert (persona, faults_at(scene, method, persona, scene.browser_of(persona), rows)) == (persona, {})


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
