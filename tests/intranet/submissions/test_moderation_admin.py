"""What is decided in Wagtail's admin has the same history and the same messages as in the front-office queue."""

import pytest
from django.urls import reverse
from wagtail.models import Revision
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from destination.agenda.models import Event
from intranet.submissions.models import Decision
from tests.destination.agenda.test_viewsets import event_form
from tests.factories import make_event, make_place
from tests.intranet.submissions.proposals import make_change, make_proposal

Verb = Decision.Verb


@pytest.fixture
def admin(client, moderator):
    client.force_login(moderator)
    return client


def act(admin, event, action, comment=""):
    task_state = event.current_workflow_state.current_task_state
    name = "wagtailsnippets_agenda_event:workflow_action"
    return admin.post(reverse(name, args=[event.pk, action, task_state.pk]), {"comment": comment})


def verbs(event):
    return list(event.decisions.values_list("verb", "person__last_name"))


def edit(event, **fields):
    words = [{"id": event.words.get().pk, "language": "fr", "title": "Repris", "summary": "", "text": "", "origin": "editor"}]
    form = event_form(make_place(), **fields)
    for key in [key for key in form if key.startswith("words-")]:
        del form[key]
    return form | nested_form_data({"words": inline_formset(words, initial=1)})


def test_approval_is_an_acceptance(admin, member):
    event = make_proposal(member)
    act(admin, event, "approve")
    assert Event.objects.get(pk=event.pk).live
    assert verbs(event) == [(Verb.PROPOSED, "Delmoli"), (Verb.ACCEPTED, "Lequeu")]


def test_request_for_changes_sends_back(admin, member):
    event = make_proposal(member)
    act(admin, event, "reject", "À quelle heure ?")
    assert verbs(event)[-1] == (Verb.SENT_BACK, "Lequeu")
    assert event.decisions.last().words == "À quelle heure ?"


def test_request_for_changes_without_words_is_not_taken(admin, member):
    event = make_proposal(member)
    assert act(admin, event, "reject").status_code < 500
    assert verbs(event) == [(Verb.PROPOSED, "Delmoli")]


def test_cancelling_the_workflow_is_a_refusal(admin, member):
    event = make_proposal(member)
    admin.post(reverse("wagtailsnippets_agenda_event:edit", args=[event.pk]), edit(event) | {"action-cancel-workflow": "on"})
    assert verbs(event)[-1] == (Verb.REFUSED, "Lequeu")


def test_publishing_is_an_acceptance(admin, member):
    event = make_change(member)
    admin.post(reverse("wagtailsnippets_agenda_event:edit", args=[event.pk]), edit(event) | {"action-publish": "on"})
    assert Event.objects.get(pk=event.pk).title == "Repris"
    assert verbs(event)[-1] == (Verb.ACCEPTED, "Lequeu")
    assert len(verbs(event)) == 2


def test_submitting_there_enters_the_queue(admin):
    event = make_event(live=False)
    admin.post(reverse("wagtailsnippets_agenda_event:edit", args=[event.pk]), edit(event) | {"action-submit": "on"})
    assert Revision.objects.for_instance(event).exists()
    assert verbs(event) == [(Verb.PROPOSED, "Lequeu")]
