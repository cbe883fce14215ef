"""Every address that takes a POST is refused without a token. That a refused one changes nothing: `test_matrix.py`."""

import pytest
from django.utils import translation

from common.models import RateCounter
from intranet.submissions.models import Draft
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
        "watch_mail:stop_letter": RFC_8058,
    }


def test_a_ticket_of_someone_else_opens_nothing(scene):
    """The ticket stands for the token: without it a form writes no draft."""
    before = list(Draft.objects.values())
    address = address_of(BY_NAME["submissions:draft"], scene.things)
    for persona in ("group_member", "moderator", "visitor"):
        scene.browser_of(persona).post(address, {"ticket": "forged", "fr-title": "Volé"})
    assert list(Draft.objects.values()) == before
