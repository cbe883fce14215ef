"""Who may propose and moderate events in the intranet. Who may change or delete one event: `destination.agenda.permissions`.

For others a page does not exist: a refusal is a 404.
"""

from functools import wraps

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.http import Http404

from destination.agenda.models import Event
from destination.agenda.permissions import may_change_event


def members_only(view):
    """Proposing is for members of an office or of the agency."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.is_member:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def moderators_only(view):
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.is_moderator:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def changeable_event(user, pk: int) -> Event:
    """The event if this person may change it, else 404."""
    event = Event.objects.with_words().filter(pk=pk, removed_at=None).first()
    if not event or not may_change_event(user, event):
        raise Http404
    return event


def moderators() -> QuerySet:
    """Everyone who may decide."""
    permission = Q(permissions__codename="moderate_event", permissions__content_type__app_label="agenda")
    User = get_user_model()
    groups = User.groups.rel.model.objects.filter(permission)
    by_group = User.groups.through.objects.filter(group__in=groups.values("pk")).values("user_id")
    return User.objects.filter(Q(pk__in=by_group) | Q(is_superuser=True), is_active=True)
