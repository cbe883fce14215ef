"""The same thing asked twice at the same instant: rows are locked only on a database that has row locks."""

from threading import Barrier, Thread

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connections
from django.test import Client

from accounts.actions import apply_roles
from destination.agenda.models import Event
from intranet.submissions.actions import decisions, proposals, workflow
from intranet.submissions.actions.defaults import ensure_workflow
from intranet.submissions.models import Decision, Draft
from tests.factories import make_organisation, make_user
from tests.factories.submissions import DraftTab, make_proposal, proposal_form
from tests.races import all_at_once, needs_postgresql, start_on_postgresql

pytestmark = needs_postgresql
CLICKS = 4


@pytest.fixture
def postgresql(transactional_db):
    start_on_postgresql()
    apply_roles()


def at_once(*verbs):
    return all_at_once(*verbs, errors=workflow.ModerationError)


@pytest.mark.parametrize("second", ["accept", "refuse"])
def test_two_moderators_decide_once(postgresql, second):
    member, moderator = make_user(organisation=make_organisation(), last_name="Delmoli"), make_user(roles=["moderator"])
    colleague = make_user(roles=["moderator"], first_name="Ombline", last_name="Secunda")
    for _turn in range(5):
        event = make_proposal(member)
        results = at_once(
            lambda event=event: decisions.accept(event, moderator),
            lambda event=event: getattr(decisions, second)(event, colleague, words="Non"),
        )
        assert sorted(type(result).__name__ for result in results) == ["AlreadyDecided", "Decision"]
        assert event.decisions.exclude(verb=Decision.Verb.PROPOSED).count() == 1
        assert event.occurrences.count() == 1
        told = next(result for result in results if isinstance(result, workflow.AlreadyDecided))
        assert told.by == event.decisions.last().person


def test_double_proposal_waits_once(postgresql):
    member = make_user(organisation=make_organisation())
    event = make_proposal(member, in_queue=False)
    at_once(*[lambda: proposals.propose(event, member)] * 3)
    assert Event.objects.get(pk=event.pk).workflow_states.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("saved_before", [True, False])
def test_clicks_at_the_same_instant_make_one_event(saved_before):
    ContentType.objects.clear_cache()
    ensure_workflow()
    person = make_user(organisation=make_organisation())
    client = Client()
    client.force_login(person)
    page, sent, answers = DraftTab(client, person), proposal_form(), []
    if saved_before:
        page.post("save", sent)
    barrier = Barrier(CLICKS)

    def click():
        own = DraftTab(Client(), person, key=page.key, version=page.version)
        own.client.cookies, own.tab = client.cookies, page.tab
        barrier.wait()
        answers.append(own.post("send", sent).status_code)
        connections.close_all()

    threads = [Thread(target=click) for _click in range(CLICKS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [302] * CLICKS
    assert (Event.objects.count(), Draft.objects.count(), Decision.objects.count()) == (1, 1, 1)
