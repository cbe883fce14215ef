"""What a publication does, counted: one change of the agenda, each date made once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from common.facets.changes import FacetChange, note_change, noted_once
from destination.agenda.actions import refresh_occurrences
from destination.agenda.models import Event
from destination.agenda.schedule import Change, Schedule, Slot, Timing
from destination.agenda.schedule.recurrence import Frequency, Rule
from intranet.submissions.actions import decisions, proposals
from intranet.submissions.forms.proposal import Proposal
from intranet.submissions.models import Draft
from tests.factories import make_category, make_event, make_work_group, one_day
from tests.factories.submissions import make_change, make_proposal, proposal_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def written(django_assert_num_queries):
    """Runs something and gives how many changes of the agenda were noted, and how many times dates were added or deleted."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def run(something):
        before = FacetChange.objects.filter(list="agenda").count()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            something()
        dates = [
            each["sql"]
            for each in queries
            if each["sql"].startswith(('INSERT INTO "agenda_occurrence"', 'DELETE FROM "agenda_occurrence"'))
        ]
        return FacetChange.objects.filter(list="agenda").count() - before, len(dates)

    return run


def sent_form(member) -> Draft:
    return Draft.objects.create(
        author=member, fields={name: value if isinstance(value, list) else [value] for name, value in proposal_form().items()}
    )


def send(draft):
    proposal = Proposal(draft.fields, draft.author, checked=True)
    assert proposal.is_valid(), proposal.errors
    return proposals.send_draft(draft, proposal, draft.author)


def test_proposal_makes_its_dates_once_and_shows_nowhere(member, written):
    draft = sent_form(member)
    assert written(lambda: send(draft)) == (0, 1)


def test_publication_at_once_makes_the_dates_once(member, written):
    member.organisation.trusted = True
    member.organisation.save()
    draft = sent_form(member)
    assert written(lambda: send(draft)) == (1, 1)


def test_acceptance_is_one_change_and_keeps_the_dates(member, moderator, written):
    event = make_proposal(member, categories=[make_category()], audience="group", work_groups=[make_work_group(member)])
    Event.objects.filter(pk=event.pk).update(audience="public")
    event = make_proposal(member)
    assert written(lambda: decisions.accept(event, moderator)) == (1, 0)


def test_change_of_dates_accepted_writes_them_once(member, moderator, written):
    event = make_change(member, in_queue=False)
    event.schedule = one_day(timezone.localdate() + timedelta(days=9))
    event.save_revision(user=member)
    proposals.propose(event, member)
    assert written(lambda: decisions.accept(event, moderator)) == (1, 2)


def test_published_event_that_its_author_removes_is_one_change(member, written):
    event = make_event(author=member, organisation=member.organisation)
    event.save_revision(clean=False).publish()
    event = Event.objects.get(pk=event.pk)
    assert written(lambda: proposals.remove(event, member))[0] == 1


def test_change_that_fails_notes_nothing(written):
    def fail():
        with pytest.raises(ValueError), noted_once():
            note_change("agenda")
            raise ValueError

    assert written(fail) == (0, 0)


def test_dates_that_are_right_stay_when_one_is_cancelled(written):
    day = timezone.localdate() + timedelta(days=1)
    weekly = Schedule(Timing.ALL_DAY, (Slot(day),), Rule(Frequency.WEEKLY, count=4))
    event = make_event(schedule=weekly)
    before = list(event.occurrences.values_list("pk", "cancelled"))
    event.schedule = Schedule(Timing.ALL_DAY, (Slot(day),), Rule(Frequency.WEEKLY, count=4), changes=(Change(day, None),))
    event.save()
    assert written(lambda: refresh_occurrences(event))[1] == 2
    after = list(event.occurrences.values_list("pk", "cancelled"))
    assert len(after) == 4 and after[0][1] and after[1:] == before[1:]
