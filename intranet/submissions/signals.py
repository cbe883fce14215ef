"""Whoever acts on an event (front office, CMS admin, a schedule), its companions follow and its history says so."""

from django.dispatch import receiver
from wagtail.models import WorkflowState
from wagtail.signals import published, task_submitted, unpublished, workflow_cancelled

from destination.agenda.models import Event
from intranet.submissions.actions.admin import tell_cancelled, tell_submitted
from intranet.submissions.actions.companions import close_with, open_with
from intranet.submissions.actions.states import moved_in_admin


@receiver(published, sender=Event)
def open_companions(sender, instance, **kwargs):
    open_with(instance)


@receiver(unpublished, sender=Event)
def close_companions(sender, instance, **kwargs):
    close_with(instance)


@receiver(workflow_cancelled, sender=WorkflowState)
def follow_cancellation(sender, instance, user=None, **kwargs):
    if moved_in_admin() and isinstance(instance.content_object, Event):
        tell_cancelled(instance, user)


@receiver(task_submitted)
def follow_submission(sender, instance, user=None, **kwargs):
    if moved_in_admin() and isinstance(instance.workflow_state.content_object, Event):
        tell_submitted(instance.workflow_state, user)
