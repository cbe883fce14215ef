from datetime import timedelta

import pytest
from django.utils import timezone

from intranet.submissions.actions import comments_and_claims, workflow
from intranet.submissions.models import Claim, Decision
from tests.factories import make_user
from tests.intranet.submissions.proposals import make_proposal

pytestmark = pytest.mark.every_database


def test_claim_lapses(member, moderator, administrator):
    event = make_proposal(member)
    assert comments_and_claims.claim(event, moderator).person == moderator
    assert comments_and_claims.claim(event, administrator).person == moderator
    Claim.objects.update(taken_at=timezone.now() - timedelta(minutes=11))
    assert comments_and_claims.claim(event, administrator).person == administrator


def test_comment_wants_words_and_the_right(member, moderator):
    event = make_proposal(member)
    with pytest.raises(workflow.WordsMissing):
        comments_and_claims.comment(event, member, " ")
    with pytest.raises(workflow.NotAllowed):
        comments_and_claims.comment(event, make_user(), "Bonjour")
    comments_and_claims.comment(event, moderator, "À quelle heure\x00 ?")
    assert event.decisions.filter(verb=Decision.Verb.COMMENTED).get().words == "À quelle heure ?"
