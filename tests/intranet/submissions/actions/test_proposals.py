from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import WorkflowState

from common.access import Audience
from destination.agenda.models import Event
from intranet.submissions.actions import comments_and_claims, decisions, proposals, workflow
from intranet.submissions.actions.proposals import Outcome, propose
from intranet.submissions.models import Decision
from notifications.models import Notice
from tests.factories import make_event, make_organisation, make_user, make_work_group
from tests.factories.submissions import cancel_event, make_change, make_proposal

pytestmark = pytest.mark.every_database

Verb = Decision.Verb


def verbs(event):
    return list(event.decisions.values_list("verb", flat=True))


def fresh(event):
    return Event.objects.get(pk=event.pk)


def test_proposal_waits_in_wagtails_workflow(member):
    event = make_proposal(member, in_queue=False)
    assert propose(event, member) == Outcome.WAITING
    assert not fresh(event).live
    assert fresh(event).current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS
    assert verbs(event) == [Verb.PROPOSED]


def test_event_without_revision_cannot_be_proposed(member):
    event = make_event(live=False, author=member)
    with pytest.raises(workflow.NothingProposed):
        propose(event, member)


def test_proposal_of_another_office_is_not_allowed(member):
    event = make_proposal(member, in_queue=False)
    with pytest.raises(workflow.NotAllowed):
        propose(event, make_user(organisation=make_organisation("Ailleurs")))


def test_trusted_organisation_is_published_at_once_and_seen_after(member, moderator):
    member.organisation.trusted = True
    member.organisation.save()
    event = make_proposal(member, in_queue=False)
    assert propose(event, member) == Outcome.PUBLISHED
    assert fresh(event).live
    assert event.decisions.get().to_see


@pytest.mark.parametrize("trusted", [False, True])
@pytest.mark.parametrize("audience", [Audience.GROUP, Audience.PRIVATE])
def test_event_among_colleagues_is_published_at_once_and_none_of_the_moderators_business(member, moderator, audience, trusted):
    member.organisation.trusted = trusted
    member.organisation.save()
    event = make_proposal(member, in_queue=False, audience=audience, work_groups=[make_work_group(member)])
    assert propose(event, member) == Outcome.PUBLISHED
    assert fresh(event).live
    assert not event.decisions.get().to_see
    cancel_event(fresh(event), member, "Reporté.")
    assert not event.decisions.filter(to_see=True).exists()
    assert not Notice.objects.filter(person=moderator).exists()


def test_private_event_made_public_waits(member):
    event = make_proposal(member, audience=Audience.PRIVATE)
    event.audience = Audience.PUBLIC
    event.save_revision(user=member, clean=False)
    assert propose(event, member) == Outcome.WAITING
    assert fresh(event).audience == Audience.PRIVATE


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


@pytest.mark.parametrize("verb", [proposals.withdraw, proposals.remove, cancel_event])
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
    cancel_event(event, member, "Mauvais temps")
    assert fresh(event).state == Event.State.CANCELLED
    assert fresh(event).title == "Bal de la Saint-Jean"
    assert fresh(event).sequence == sequence + 1
    decisions.accept(event, moderator)
    assert fresh(event).state == Event.State.CANCELLED
    assert fresh(event).title == "Grand bal de la Saint-Jean"


def test_what_nobody_has_read_is_not_cancelled(member):
    event = make_proposal(member)
    with pytest.raises(workflow.ModerationError):
        cancel_event(event, member, "Pluie.")
    assert fresh(event).state == Event.State.CONFIRMED


def test_cancelled_event_may_take_place_after_all(member):
    event = make_event(author=member, state="full")
    cancel_event(event, member)
    with pytest.raises(workflow.ModerationError):
        cancel_event(event, member)
    proposals.reinstate(event, member)
    assert fresh(event).state == "full"


def test_cancelled_event_is_to_be_seen_until_seen(member, moderator):
    event = make_event(author=member)
    cancel_event(event, member)
    assert event.decisions.filter(to_see=True).exists()
    comments_and_claims.mark_seen(event, moderator)
    with pytest.raises(workflow.NothingProposed):
        comments_and_claims.mark_seen(event, moderator)
