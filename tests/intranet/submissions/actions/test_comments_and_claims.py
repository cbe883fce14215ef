from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from intranet.submissions.actions import comments_and_claims, workflow
from intranet.submissions.models import Claim, Decision
from tests.factories import make_user
from tests.factories.submissions import make_proposal

pytestmark = pytest.mark.every_database


def test_claim_lapses(member, moderator, administrator):
    event = make_proposal(member)
    assert comments_and_claims.claim(event, moderator).person == moderator
    assert comments_and_claims.claim(event, administrator).person == moderator
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert comments_and_claims.claim(event, administrator).person == administrator


def test_claim_by_signs_of_life_lapses_soon_after_the_last(member, moderator, administrator):
    event, start = make_proposal(member), timezone.now()
    for minute, person, holds in ((0, moderator, moderator), (1, moderator, moderator), (3, administrator, moderator),
                                  (4, administrator, administrator)):  # fmt: skip
        with time_machine.travel(start + timedelta(minutes=minute)):
            assert comments_and_claims.claim(event, person, Claim.LASTS_BY_SIGNS).person == holds
    claim = Claim.objects.get()
    assert claim.taken_at == start + timedelta(minutes=4)


def test_sign_of_life_makes_no_claim_shorter(member, moderator):
    event = make_proposal(member)
    until = comments_and_claims.claim(event, moderator).lapses_at
    assert comments_and_claims.claim(event, moderator, Claim.LASTS_BY_SIGNS).lapses_at == until


def test_comment_wants_words_and_the_right(member, moderator):
    event = make_proposal(member)
    with pytest.raises(workflow.WordsMissing):
        comments_and_claims.comment(event, member, " ")
    with pytest.raises(workflow.NotAllowed):
        comments_and_claims.comment(event, make_user(), "Bonjour")
    comments_and_claims.comment(event, moderator, "À quelle heure\x00 ?")
    assert event.decisions.filter(verb=Decision.Verb.COMMENTED).get().words == "À quelle heure ?"
