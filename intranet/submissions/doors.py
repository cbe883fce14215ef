"""Who comes in: proposing is for members of an office or of the agency."""

from functools import wraps

from django.http import Http404

from destination.agenda.models import Event


def members_only(view):
    """For others the page does not exist."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.is_member:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def changeable_event(user, pk: int) -> Event:
    """The event if this person may change it, else 404."""
    event = Event.objects.with_words().filter(pk=pk, removed_at=None).first()
    if not event or not event.may_be_changed_by(user):
        raise Http404
    return event
