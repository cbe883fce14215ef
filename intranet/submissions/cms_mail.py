"""Wagtail's own workflow mails are kept for pages: an event's story is told once, by our notifications.

Wagtail connects its receivers when its admin app is ready, each under a name; ours comes first in the list of
applications and takes these names, so that Wagtail's are not added.
"""

from wagtail.admin import signal_handlers as theirs
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from destination.agenda.models import Event

RECEIVERS = (
    (task_submitted, TaskState, theirs.task_submission_email_notifier, "group_approval_task_submitted_email_notification"),
    (workflow_submitted, WorkflowState, theirs.workflow_submission_email_notifier, "workflow_state_submitted_email_notification"),
    (workflow_rejected, WorkflowState, theirs.workflow_rejection_email_notifier, "workflow_state_rejected_email_notification"),
    (workflow_approved, WorkflowState, theirs.workflow_approval_email_notifier, "workflow_state_approved_email_notification"),
)


def keep_for_pages():
    for signal, sender, notifier, name in RECEIVERS:
        signal.disconnect(sender=sender, dispatch_uid=name)
        signal.connect(_unless_event(notifier), sender=sender, weak=False, dispatch_uid=name)


def _unless_event(notifier):
    def receiver(instance, **kwargs):
        state = instance.workflow_state if isinstance(instance, TaskState) else instance
        if not isinstance(state.content_object, Event):
            notifier(instance=instance, **kwargs)

    return receiver
