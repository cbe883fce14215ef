"""What happens in Wagtail's own admin by other buttons than the workflow step's: submit, publish, cancel the workflow."""

from wagtail.models import WorkflowState

from destination.agenda.models import Event
from intranet.submissions.actions.states import record
from intranet.submissions.models.decisions import Decision
from intranet.submissions.notifications import EventAccepted, EventProposed, EventRefused, NewEventInTerritory
from notifications.actions import notify


def tell_submitted(state: WorkflowState, person) -> None:
    event = Event.objects.get(pk=state.object_id)
    record(event, Decision.Verb.PROPOSED, person, memory={"change": event.live})
    notify(EventProposed(event, actor=person, change=event.live))


def tell_cancelled(state: WorkflowState, person) -> None:
    """A workflow ended there: because its version was published (it is accepted), by its author (withdrawn), or by a
    moderator (refused)."""
    event = Event.objects.get(pk=state.object_id)
    memory = {"author": state.requested_by_id}
    if event.live and not event.has_unpublished_changes:
        record(event, Decision.Verb.ACCEPTED, person, memory=memory | {"live_revision": event.live_revision_id})
        notify(EventAccepted(event, actor=person))
        if event.first_published_at == event.last_published_at:
            notify(NewEventInTerritory(event, actor=person))
    elif person and person.pk in (state.requested_by_id, event.author_id):
        record(event, Decision.Verb.WITHDRAWN, person, memory=memory)
    else:
        record(event, Decision.Verb.REFUSED, person, memory=memory)
        notify(EventRefused(event, actor=person))
