"""Who may see, change and delete an event. Moderators are who holds `agenda.moderate_event` (see `accounts.permissions`).

Each rule stands twice, for one event and as a database condition; a test holds them to the same answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from wagtail.models import WorkflowState

from common.access import AMONG_COLLEAGUES, EVERYTHING_KEY, Audience, can_see, reader_keys

if TYPE_CHECKING:
    from destination.agenda.models import Event


def may_change_event(user, event: Event) -> bool:
    """The author, their office where the author allows it, and who moderates. What is for groups, colleagues change only as
    people of these; what is among colleagues, a moderator changes only as one of them, or where it was proposed to them."""
    if not user.is_authenticated:
        return False
    if user.pk == event.author_id or _is_of_office(user, event):
        return True
    return user.is_moderator and (
        event.audience not in AMONG_COLLEAGUES or can_see(user, event) or event.current_workflow_state is not None
    )


def _is_of_office(user, event: Event) -> bool:
    same_office = event.organisation_id is not None and user.organisation_id == event.organisation_id
    if not same_office or event.changeable_by != event.ChangeableBy.OFFICE:
        return False
    return event.audience != Audience.GROUP or not reader_keys(user).isdisjoint(event.keys_once_published() | {EVERYTHING_KEY})


def may_delete_event(user, event: Event) -> bool:
    """Who may change it. It stays restorable for a while (`common.recycle_bin.KEEP_FOR`); in the CMS
    nobody holds the permission to delete for good but administrators."""
    return may_change_event(user, event)


def may_see_event(user, event: Event) -> bool:
    """Who its audience is open to, or who may change it."""
    return can_see(user, event) or may_change_event(user, event)


def seen_or_changed_q(events: type[Event], user) -> Q | None:
    """`may_see_event` as a database condition on `events`; None where nothing is hidden from `user`."""
    visible = events.visible_q(user)
    if visible is None or not user.is_authenticated:
        return visible
    condition = visible | Q(author=user)
    if user.organisation_id:
        of_office = Q(organisation=user.organisation_id, changeable_by=events.ChangeableBy.OFFICE)
        condition |= of_office & not_for_other_groups(events, user)
    if user.is_moderator:
        condition |= ~Q(audience__in=AMONG_COLLEAGUES) | Exists(_open_workflows(events))
    return condition


def not_for_other_groups(events: type[Event], user) -> Q:
    """Leaves out what is for groups in which `user` is not, whatever their office may."""
    opened = events._audience_q(user, published_only=False)
    return Q() if opened is None else ~Q(audience=Audience.GROUP) | opened


def _open_workflows(events: type[Event]):
    """The open proposals of the event of the outer query."""
    content_type = ContentType.objects.get_for_model(events, for_concrete_model=False)
    number = Cast(OuterRef("pk"), CharField())  # PostgreSQL compares no number with a text
    return WorkflowState.objects.active().filter(base_content_type=content_type, object_id=number)
