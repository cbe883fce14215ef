"""What moderators decide, in the queue or in Wagtail's own admin: the same history, the same messages."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision, WorkflowState
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from destination.agenda.models import Event, EventTranslation
from intranet.submissions.actions import decisions, workflow
from intranet.submissions.actions.proposals import Outcome, propose
from intranet.submissions.models import Decision
from notifications.models import Notice
from tests.factories import event_form, make_event, make_place
from tests.factories.submissions import make_change, make_proposal

pytestmark = pytest.mark.every_database

Verb = Decision.Verb


def verbs(event):
    return list(event.decisions.values_list("verb", flat=True))


def fresh(event):
    return Event.objects.get(pk=event.pk)


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


def test_decision_can_be_taken_back_where_the_clock_was_set_back_before_it(member, moderator):
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        event = make_proposal(member)
    decision = decisions.accept(event, moderator)
    assert verbs(event) == [Verb.PROPOSED, Verb.ACCEPTED]
    decisions.take_back(decision, moderator)
    assert fresh(event).workflow_in_progress


def test_decision_is_taken_back_once(member, moderator):
    event = make_proposal(member)
    decision = decisions.accept(event, moderator)
    decisions.take_back(decision, moderator)
    with pytest.raises(workflow.TooLate):
        decisions.take_back(decision, moderator)


def test_accepted_change_taken_back_shows_visitors_what_they_read_before(member, moderator):
    event = make_change(member)
    decision = decisions.accept(event, moderator)
    assert fresh(event).title == "Grand bal de la Saint-Jean"
    decisions.take_back(decision, moderator)
    event = fresh(event)
    assert (event.live, event.title, event.workflow_in_progress) == (True, "Bal de la Saint-Jean", True)
    assert event.latest_revision.as_object().title == "Grand bal de la Saint-Jean"
    decisions.accept(event, moderator, event.latest_revision_id)
    assert fresh(event).title == "Grand bal de la Saint-Jean"


def test_accepted_change_is_not_taken_back_where_the_version_before_is_gone(member, moderator):
    decision = decisions.accept(make_change(member), moderator)
    decision.event.revisions.filter(pk=decision.memory["live_revision"]).delete()
    with pytest.raises(workflow.TooLate):
        decisions.take_back(decision, moderator)


def test_correction_goes_with_a_word_to_the_author(member, moderator):
    event = make_proposal(member)
    event.save_revision(user=moderator, clean=False)
    assert propose(event, moderator, "L’heure était celle de 2025.") == Outcome.CORRECTED
    assert "L’heure était celle de 2025." in Notice.objects.get(code="event_accepted").notification.excerpt()


def test_author_of_a_change_hears_that_it_is_one_and_what_it_changes(member, moderator):
    decisions.accept(make_change(member), moderator)
    notice = Notice.objects.get(code="event_accepted").notification
    assert notice.title().startswith("La modification de")
    assert "Bal de la Saint-Jean" in notice.excerpt() and "devient" in notice.excerpt()


def test_author_is_told_what_was_corrected(client, member, moderator):
    event = make_proposal(member, "Bal du port")
    corrected = event.latest_revision.as_object()
    corrected.words.set([EventTranslation(language="fr", title="Grand bal du port", summary="Bal du port.")])
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


@pytest.fixture
def admin(client, moderator):
    client.force_login(moderator)
    return client


def act(admin, event, action, comment=""):
    task_state = event.current_workflow_state.current_task_state
    name = "wagtailsnippets_agenda_event:workflow_action"
    return admin.post(reverse(name, args=[event.pk, action, task_state.pk]), {"comment": comment})


def verbs_and_people(event):
    return list(event.decisions.values_list("verb", "person__last_name"))


def edited_form(event, **fields):
    words = [{"id": event.words.get().pk, "language": "fr", "title": "Repris", "summary": "", "text": "", "origin": "editor"}]
    form = event_form(make_place(), **fields)
    for key in [key for key in form if key.startswith("words-")]:
        del form[key]
    return form | nested_form_data({"words": inline_formset(words, initial=1)})


def test_approval_is_an_acceptance(admin, member):
    event = make_proposal(member)
    act(admin, event, "approve")
    assert Event.objects.get(pk=event.pk).live
    assert verbs_and_people(event) == [(Verb.PROPOSED, "Delmoli"), (Verb.ACCEPTED, "Lequeu")]


def test_request_for_changes_sends_back(admin, member):
    event = make_proposal(member)
    act(admin, event, "reject", "À quelle heure ?")
    assert verbs_and_people(event)[-1] == (Verb.SENT_BACK, "Lequeu")
    assert event.decisions.last().words == "À quelle heure ?"


def test_request_for_changes_without_words_is_not_taken(admin, member):
    event = make_proposal(member)
    assert act(admin, event, "reject").status_code < 500
    assert verbs_and_people(event) == [(Verb.PROPOSED, "Delmoli")]


def test_cancelling_the_workflow_is_a_refusal(admin, member):
    event = make_proposal(member)
    admin.post(
        reverse("wagtailsnippets_agenda_event:edit", args=[event.pk]),
        edited_form(event) | {"action-cancel-workflow": "on"},
    )
    assert verbs_and_people(event)[-1] == (Verb.REFUSED, "Lequeu")


def test_publishing_is_an_acceptance(admin, member):
    event = make_change(member)
    admin.post(reverse("wagtailsnippets_agenda_event:edit", args=[event.pk]), edited_form(event) | {"action-publish": "on"})
    assert Event.objects.get(pk=event.pk).title == "Repris"
    assert verbs_and_people(event)[-1] == (Verb.ACCEPTED, "Lequeu")
    assert len(verbs_and_people(event)) == 2


def test_submitting_there_enters_the_queue(admin):
    event = make_event(live=False)
    admin.post(reverse("wagtailsnippets_agenda_event:edit", args=[event.pk]), edited_form(event) | {"action-submit": "on"})
    assert Revision.objects.for_instance(event).exists()
    assert verbs_and_people(event) == [(Verb.PROPOSED, "Lequeu")]
