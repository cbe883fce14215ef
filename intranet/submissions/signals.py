"""Whoever acts on an event (front office, CMS admin, a schedule), its related drafts follow and its history says so.

Wagtail's own workflow mails are kept for pages: an event's story is told once, by our notifications. Wagtail connects its
receivers when its admin app is ready, each under a name; ours comes first in the list of applications and takes these names, so
that Wagtail's are not added.
"""

from django.dispatch import receiver
from wagtail.admin import signal_handlers as theirs
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import (
    published,
    task_submitted,
    unpublished,
    workflow_approved,
    workflow_cancelled,
    workflow_rejected,
    workflow_submitted,
)

from destination.agenda.models import Event
from intranet.submissions.actions.decisions import tell_cancelled, tell_submitted
from intranet.submissions.actions.related_drafts import close_related_drafts, publish_related_drafts
from intranet.submissions.actions.workflow import moved_in_cms


@receiver(published, sender=Event)
def publish_with_event(sender, instance, **kwargs):
    publish_related_drafts(instance)


@receiver(unpublished, sender=Event)
def close_with_event(sender, instance, **kwargs):
    close_related_drafts(instance)


@receiver(workflow_cancelled, sender=WorkflowState)
def follow_cancellation(sender, instance, user=None, **kwargs):
    if moved_in_cms() and isinstance(instance.content_object, Event):
        tell_cancelled(instance, user)


@receiver(task_submitted)
def follow_submission(sender, instance, user=None, **kwargs):
    if moved_in_cms() and isinstance(instance.workflow_state.content_object, Event):
        tell_submitted(instance.workflow_state, user)


RECEIVERS = (
    (task_submitted, TaskState, theirs.task_submission_email_notifier, "group_approval_task_submitted_email_notification"),
    (workflow_submitted, WorkflowState, theirs.workflow_submission_email_notifier, "workflow_state_submitted_email_notification"),
    (workflow_rejected, WorkflowState, theirs.workflow_rejection_email_notifier, "workflow_state_rejected_email_notification"),
    (workflow_approved, WorkflowState, theirs.workflow_approval_email_notifier, "workflow_state_approved_email_notification"),
)


def keep_mails_for_pages() -> None:
    for signal, sender, notifier, name in RECEIVERS:
        signal.disconnect(sender=sender, dispatch_uid=name)
        signal.connect(_unless_event(notifier), sender=sender, weak=False, dispatch_uid=name)


def _unless_event(notifier):
    def receiver(instance, **kwargs):
        state = instance.workflow_state if isinstance(instance, TaskState) else instance
        if not isinstance(state.content_object, Event):
            notifier(instance=instance, **kwargs)

    return receiver
