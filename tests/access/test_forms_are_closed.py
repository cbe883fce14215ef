"""Every address that takes a POST: refused without a token, and to who may not, with nothing changed."""

import pytest
from django.core import mail
from django.utils import translation
from django_comments.models import CommentFlag

from accounts.models import JoinRequest, Membership, User, WorkGroup
from common.models import RateCounter
from destination.agenda.models import Event
from intranet.comments.models import Following, MemberComment
from intranet.mentions.models import Mention
from intranet.submissions.models import Decision, Draft
from notifications.models import Notice
from pro_portal.photos.models import AttachedAgreement, Consent, ConsentWaiver, Contribution, PartnerKey, Photo, Upload
from pro_portal.watch.models import WatchItem, WatchLetter, WatchMark, WatchSource, WatchSubscription
from tests.access.asking import address_of, asked
from tests.access.matrix import BY_NAME, READS_ONLY, RFC_8058, ROWS, SENT_ON, SIGNED_MARK, SIGNED_TICKET
from tests.access.scene import PERSONAS

POSTED = [row for row in ROWS if row.sent]


@pytest.fixture(autouse=True)
def _french():
    with translation.override("fr"):
        yield


def test_every_form_wants_its_token(scene):
    surprises = {}
    for row in POSTED:
        persona = next((persona for persona in PERSONAS if row.sent[persona] not in ("login", 403, 404)), "member")
        browser = scene.browser_of(persona, enforce_csrf_checks=True)
        found = asked(browser, "post", address_of(row, scene.things), row.fields(scene.things))
        expected = row.sent[persona] if row.without_token else 403
        if found != expected:
            surprises[row.name, persona] = f"{found} instead of {expected}"
        RateCounter.objects.all().delete()
    assert surprises == {}


def test_the_only_forms_without_a_token():
    assert {row.name: row.without_token for row in ROWS if row.without_token} == {
        "articles:draft": SIGNED_TICKET,
        "articles:upload": SIGNED_TICKET,
        "articles:upload_document": SIGNED_TICKET,
        "intranet_comments:answer": SIGNED_MARK,
        "intranet_comments:edit": SIGNED_MARK,
        "intranet_comments:talk": SIGNED_MARK,
        "notifications:stop": RFC_8058,
        "portal_without_language": SENT_ON,
        "submissions:draft": SIGNED_TICKET,
        "submissions:upload": SIGNED_TICKET,
        "submissions:sentence": READS_ONLY,
        "submissions:similar": READS_ONLY,
        "watch_mail:stop": RFC_8058,
    }


def state_of_the_house() -> list:
    """Everything that one of these forms could change."""
    watch = (WatchItem, WatchLetter, WatchMark, WatchSource, WatchSubscription)
    photos = (AttachedAgreement, Consent, ConsentWaiver, Contribution, PartnerKey, Photo, Upload)
    talks = (CommentFlag, MemberComment, Following, Mention)
    groups = (WorkGroup, Membership, JoinRequest)
    changeable = (Event, Draft, Decision, Notice, User, *watch, *photos, *talks, *groups)
    return [list(model.objects.order_by("pk").values()) for model in changeable] + [len(mail.outbox)]


@pytest.mark.parametrize("persona", PERSONAS)
def test_a_refused_form_changes_nothing(scene, persona):
    browser = scene.browser_of(persona)
    before = state_of_the_house()
    refused = [row for row in POSTED if row.sent[persona] in ("login", 403, 404) and row.name != "admin/login/"]
    for row in refused:
        browser.post(address_of(row, scene.things), row.fields(scene.things))
        RateCounter.objects.all().delete()
    assert state_of_the_house() == before


def test_a_ticket_of_someone_else_opens_nothing(scene):
    """The ticket stands for the token: without it a form writes no draft."""
    before = list(Draft.objects.values())
    address = address_of(BY_NAME["submissions:draft"], scene.things)
    for persona in ("group_member", "moderator", "visitor"):
        scene.browser_of(persona).post(address, {"ticket": "forged", "fr-title": "Volé"})
    assert list(Draft.objects.values()) == before
