"""Who may propose and moderate events in the intranet. Who may change or delete one event: `destination.agenda.permissions`.

For others a page does not exist: a refusal is a 404.
"""

from django.http import Http404

from common.access import exists_for
from destination.agenda.models import Event
from destination.agenda.permissions import may_change_event

moderators_only = exists_for(lambda user: user.is_moderator)


def is_own(person, event) -> bool:
    """Whether the event is this person's, or of their office: what a moderator does of others' is a decision."""
    return person.pk == event.author_id or (event.organisation_id is not None and person.organisation_id == event.organisation_id)


def changeable_event(user, pk: int) -> Event:
    """The event if this person may change it, else 404."""
    event = Event.objects.with_words().filter(pk=pk, removed_at=None).first()
    if not event or not may_change_event(user, event):
        raise Http404
    return event
