"""Who may see, change and delete an event. Moderators are who holds `agenda.moderate_event` (see `accounts.permissions`)."""

from common.access import can_see
from destination.agenda.models import Event


def may_change_event(user, event: Event) -> bool:
    """The author, their office where the author allows it, and who moderates."""
    if not user.is_authenticated:
        return False
    if user.pk == event.author_id or user.is_moderator:
        return True
    same_office = event.organisation_id is not None and user.organisation_id == event.organisation_id
    return same_office and event.changeable_by == Event.ChangeableBy.OFFICE


def may_delete_event(user, event: Event) -> bool:
    """Who may change it. It stays restorable for a while (`intranet.submissions.actions.proposals.RESTORE_WITHIN`); in the CMS
    nobody holds the permission to delete for good but administrators."""
    return may_change_event(user, event)


def may_see_event(user, event: Event) -> bool:
    """Who its audience is open to, or who may change it."""
    return can_see(user, event) or may_change_event(user, event)
