from datetime import timedelta

import pytest
from django.utils import timezone

from destination.agenda.models import Event
from intranet.submissions.actions import comments_and_claims, decisions, proposals, workflow
from intranet.submissions.models import Claim, Decision
from tests.factories import make_event, make_organisation, make_user
from tests.intranet.submissions.proposals import make_change, make_proposal


def fresh(event):
    return Event.objects.get(pk=event.pk)


def test_author_withdraws_then_proposes_again(member):
    event = make_proposal(member)
    proposals.withdraw(event, member)
    assert fresh(event).current_workflow_state is None
    proposals.propose(event, member)
    assert fresh(event).workflow_in_progress


def test_moderator_is_told_that_the_author_withdrew(member, moderator):
    event = make_proposal(member)
    proposals.withdraw(event, member)
    with pytest.raises(workflow.AlreadyDecided, match="Maria Delmoli"):
        decisions.accept(event, moderator)


def test_nothing_to_withdraw(member):
    with pytest.raises(workflow.NothingProposed):
        proposals.withdraw(make_event(author=member), member)


@pytest.mark.parametrize("verb", [proposals.withdraw, proposals.remove, proposals.cancel])
def test_stranger_may_not_touch_the_event(member, verb):
    event = make_proposal(member)
    with pytest.raises(workflow.NotAllowed):
        verb(event, make_user(organisation=make_organisation("Ailleurs")))


def test_removed_event_comes_back_as_it_was(member, moderator):
    event = make_proposal(member)
    decisions.accept(event, moderator)
    proposals.remove(event, member)
    assert not Event.objects.published().filter(pk=event.pk).exists()
    proposals.restore(event, member)
    assert Event.objects.published().filter(pk=event.pk).exists()
    assert fresh(event).occurrences.count() == 1


def test_removed_change_comes_back_published_and_waiting(member):
    event = make_change(member)
    proposals.remove(event, member)
    proposals.restore(event, member)
    assert fresh(event).live
    assert fresh(event).title == "Bal de la Saint-Jean"
    assert fresh(event).workflow_in_progress
    assert fresh(event).latest_revision.as_object().title == "Grand bal de la Saint-Jean"


def test_event_without_any_revision_comes_back(member):
    event = make_event(author=member)
    proposals.remove(event, member)
    proposals.restore(event, member)
    assert fresh(event).live


def test_after_thirty_days_it_is_too_late(member):
    event = make_proposal(member)
    proposals.remove(event, member)
    Event.objects.filter(pk=event.pk).update(removed_at=timezone.now() - timedelta(days=31))
    with pytest.raises(workflow.TooLate):
        proposals.restore(event, member)


def test_cancelling_acts_at_once_and_on_the_version_that_waits(member, moderator):
    event = make_change(member)
    sequence = fresh(event).sequence
    proposals.cancel(event, member, "Mauvais temps")
    assert fresh(event).state == Event.State.CANCELLED
    assert fresh(event).title == "Bal de la Saint-Jean"
    assert fresh(event).sequence == sequence + 1
    decisions.accept(event, moderator)
    assert fresh(event).state == Event.State.CANCELLED
    assert fresh(event).title == "Grand bal de la Saint-Jean"


def test_cancelled_event_may_take_place_after_all(member):
    event = make_event(author=member, state="full")
    proposals.cancel(event, member)
    with pytest.raises(workflow.ModerationError):
        proposals.cancel(event, member)
    proposals.reinstate(event, member)
    assert fresh(event).state == "full"


def test_cancelled_event_is_to_be_seen_until_seen(member, moderator):
    event = make_event(author=member)
    proposals.cancel(event, member)
    assert event.decisions.filter(to_see=True).exists()
    comments_and_claims.mark_seen(event, moderator)
    with pytest.raises(workflow.NothingProposed):
        comments_and_claims.mark_seen(event, moderator)


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
