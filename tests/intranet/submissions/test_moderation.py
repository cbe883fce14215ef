import pytest
from django.urls import reverse
from wagtail.models import Workflow, WorkflowState

from common.access import Audience
from destination.agenda.models import Event, EventWords
from intranet.submissions.actions import decisions, proposals, workflow
from intranet.submissions.actions.defaults import ensure_reasons, ensure_workflow
from intranet.submissions.actions.proposals import Outcome, propose
from intranet.submissions.models import CannedReason, Decision
from notifications.models import Notice
from tests.factories import make_circle, make_event, make_organisation, make_picture, make_place, make_user
from tests.intranet.submissions.proposals import make_change, make_proposal

Verb = Decision.Verb


def verbs(event):
    return list(event.decisions.values_list("verb", flat=True))


def fresh(event):
    return Event.objects.get(pk=event.pk)


def test_seeding_twice_changes_nothing(db):
    before = Workflow.objects.count(), CannedReason.objects.count()
    ensure_workflow()
    ensure_reasons()
    assert (Workflow.objects.count(), CannedReason.objects.count()) == before
    assert before[1] == 7


def test_reason_is_given_in_the_three_languages(db):
    for reason in CannedReason.objects.all():
        assert len({reason.text_in(language) for language in ("fr", "en", "ca")}) == 3


def test_proposal_waits_in_wagtails_workflow(member):
    event = make_proposal(member, sent=False)
    assert propose(event, member) == Outcome.WAITING
    assert not fresh(event).live
    assert fresh(event).current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS
    assert verbs(event) == [Verb.PROPOSED]


def test_event_without_revision_cannot_be_proposed(member):
    event = make_event(live=False, author=member)
    with pytest.raises(workflow.NothingProposed):
        propose(event, member)


def test_proposal_of_another_office_is_not_allowed(member):
    event = make_proposal(member, sent=False)
    with pytest.raises(workflow.NotAllowed):
        propose(event, make_user(organisation=make_organisation("Ailleurs")))


def test_trusted_organisation_is_published_at_once_and_seen_after(member, moderator):
    member.organisation.trusted = True
    member.organisation.save()
    event = make_proposal(member, sent=False)
    assert propose(event, member) == Outcome.PUBLISHED
    assert fresh(event).live
    assert event.decisions.get().to_see


@pytest.mark.parametrize("audience", [Audience.GROUP, Audience.PRIVATE])
def test_event_among_colleagues_is_published_at_once(member, audience):
    event = make_proposal(member, sent=False, audience=audience, circles=[make_circle(member)])
    assert propose(event, member) == Outcome.PUBLISHED
    assert fresh(event).live
    assert not event.decisions.get().to_see


def test_private_event_made_public_waits(member):
    event = make_proposal(member, audience=Audience.PRIVATE)
    event.audience = Audience.PUBLIC
    event.save_revision(user=member, clean=False)
    assert propose(event, member) == Outcome.WAITING
    assert fresh(event).audience == Audience.PRIVATE


def test_accepted_proposal_is_published_with_its_occurrences(member, moderator):
    event = make_proposal(member)
    decisions.accept(event, moderator)
    assert fresh(event).live
    assert event.occurrences.count() == 1
    assert verbs(event) == [Verb.PROPOSED, Verb.ACCEPTED]
    assert fresh(event).current_workflow_state is None


def test_member_may_not_decide(member):
    event = make_proposal(member)
    for verb in (decisions.accept, decisions.refuse, decisions.send_back):
        with pytest.raises(workflow.NotAllowed):
            verb(event, member, words="Non")
    assert not fresh(event).live


def test_moderator_accepts_their_own_proposal(moderator):
    event = make_proposal(moderator)
    decisions.accept(event, moderator)
    assert fresh(event).live


def test_second_moderator_is_told_by_name(member, moderator, administrator):
    event = make_proposal(member)
    decisions.accept(event, moderator)
    with pytest.raises(workflow.AlreadyDecided) as told:
        decisions.refuse(event, administrator, "Trop tard")
    assert told.value.by == moderator
    assert "Modeste Lequeu" in str(told.value)
    assert verbs(event) == [Verb.PROPOSED, Verb.ACCEPTED]


def test_moderator_is_told_when_the_author_sent_another_version(member, moderator):
    event = make_proposal(member)
    read = event.latest_revision_id
    event.save_revision(user=member, clean=False)
    propose(event, member)
    with pytest.raises(workflow.ChangedMeanwhile):
        decisions.accept(event, moderator, read)
    decisions.accept(event, moderator, fresh(event).latest_revision_id)
    assert fresh(event).live


def test_change_of_a_published_event_leaves_it_until_accepted(member, moderator):
    event = make_change(member)
    assert fresh(event).title == "Bal de la Saint-Jean"
    sequence = fresh(event).sequence
    decisions.accept(event, moderator)
    assert fresh(event).title == "Grand bal de la Saint-Jean"
    assert fresh(event).sequence == sequence + 1


def test_proposal_sent_back_returns_to_the_queue(member, moderator):
    event = make_proposal(member)
    decisions.send_back(event, moderator, "À quelle heure ?")
    assert fresh(event).current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES
    with pytest.raises(workflow.AlreadyDecided):
        decisions.accept(event, moderator)
    fresh(event).save_revision(user=member, clean=False)
    propose(event, member)
    assert fresh(event).workflow_in_progress
    assert verbs(event) == [Verb.PROPOSED, Verb.SENT_BACK, Verb.PROPOSED]


@pytest.mark.parametrize("words", ["", "  \n "])
def test_refusal_wants_words(member, moderator, words):
    event = make_proposal(member)
    with pytest.raises(workflow.WordsMissing):
        decisions.refuse(event, moderator, words)
    assert fresh(event).workflow_in_progress


def test_words_too_long_are_refused(member, moderator):
    with pytest.raises(workflow.WordsTooLong):
        decisions.refuse(make_proposal(member), moderator, "a" * 10_000_000)


def test_refused_change_leaves_the_published_event(member, moderator):
    event = make_change(member)
    decisions.refuse(event, moderator, "Gardons l’ancien titre.")
    assert fresh(event).live
    assert fresh(event).title == "Bal de la Saint-Jean"
    assert fresh(event).current_workflow_state is None


def test_correction_is_published(member, moderator):
    event = make_proposal(member)
    proposal = event.latest_revision.as_object()
    proposal.meeting_point = "Sous la halle"
    revision = proposal.save_revision(user=moderator, clean=False)
    decisions.correct_and_accept(event, moderator, revision)
    assert fresh(event).meeting_point == "Sous la halle"
    assert verbs(event) == [Verb.PROPOSED, Verb.CORRECTED]


def test_another_version_sent_by_a_moderator_is_a_correction(member, moderator):
    event = make_proposal(member)
    event.latest_revision.as_object().save_revision(user=moderator, clean=False)
    assert propose(event, moderator) == Outcome.CORRECTED
    assert verbs(event) == [Verb.PROPOSED, Verb.CORRECTED]


@pytest.mark.parametrize("verb", ["accept", "refuse", "send_back"])
def test_decision_on_a_new_event_can_be_taken_back(member, moderator, verb):
    event = make_proposal(member)
    decision = getattr(decisions, verb)(event, moderator, words="Raison")
    decisions.take_back(decision, moderator)
    assert not fresh(event).live
    assert fresh(event).workflow_in_progress
    decisions.accept(event, moderator)
    assert fresh(event).live


def test_decision_is_taken_back_once(member, moderator):
    event = make_proposal(member)
    decision = decisions.accept(event, moderator)
    decisions.take_back(decision, moderator)
    with pytest.raises(workflow.TooLate):
        decisions.take_back(decision, moderator)


def test_accepted_change_is_not_taken_back(member, moderator):
    decision = decisions.accept(make_change(member), moderator)
    with pytest.raises(workflow.TooLate):
        decisions.take_back(decision, moderator)


def test_place_and_picture_open_with_the_event(member, moderator):
    picture = make_picture(author=member, audience=Audience.PRIVATE)
    place = make_place(author=member, live=False)
    event = make_proposal(member, picture=picture, place=place, audience=Audience.MEMBERS)
    decisions.accept(event, moderator)
    picture.refresh_from_db()
    place.refresh_from_db()
    assert (picture.audience, place.live, place.audience) == (Audience.MEMBERS, True, Audience.MEMBERS)
    proposals.remove(event, member)
    picture.refresh_from_db()
    assert picture.audience == Audience.PRIVATE


def test_things_of_others_are_not_opened(member, moderator, editor):
    picture = make_picture(author=editor, audience=Audience.PRIVATE)
    place = make_place(author=editor, live=False)
    decisions.accept(make_proposal(member, picture=picture, place=place), moderator)
    picture.refresh_from_db()
    place.refresh_from_db()
    assert (picture.audience, place.live) == (Audience.PRIVATE, False)


def test_picture_shown_elsewhere_is_never_narrowed(member):
    picture = make_picture(author=member, audience=Audience.PUBLIC)
    make_event("Public", picture=picture)
    make_proposal(member, picture=picture, audience=Audience.PRIVATE)
    picture.refresh_from_db()
    assert picture.audience == Audience.PUBLIC


def test_author_is_told_what_was_corrected(client, member, moderator):
    event = make_proposal(member, "Bal du port")
    corrected = event.latest_revision.as_object()
    corrected.words.set([EventWords(language="fr", title="Grand bal du port", summary="Bal du port.")])
    corrected.meeting_point = "Sous la halle"
    corrected.save_revision(user=moderator, clean=False)
    propose(event, moderator)
    notice = Notice.objects.get(person=member, code="event_accepted").notification
    assert "avec une correction" in notice.title()
    assert "Titre (Français)\u00a0: «\u00a0Bal du port\u00a0» devient «\u00a0Grand bal du port\u00a0»." in notice.excerpt()
    assert "«\u00a0Sous la halle\u00a0» est ajouté." in notice.excerpt()
    client.force_login(member)
    page = client.get(reverse("submissions:history", args=[event.pk])).content.decode()
    assert "<ins>Grand bal</ins>" in page and "<ins>Sous la halle</ins>" in page


def test_form_says_that_it_publishes_a_correction(client, member, moderator):
    event = make_proposal(member, "Bal du port")
    address = reverse("submissions:edit", args=[event.pk])
    for person, words in ((moderator, "Accepter avec ces corrections"), (member, "Proposer l’événement")):
        client.force_login(person)
        assert words in client.get(address).content.decode()
