"""Whoever acts on an event (front office, CMS admin, a schedule), its companions follow and its history says so."""
from django.dispatch import receiver
from wagtail.models import WorkflowState
from wagtail.signals import published, unpublished, workflow_cancelled

from destination.agenda.models import Event
from intranet.submissions.actions.admin import tell_cancelled_in_admin
from intranet.submissions.actions.companions import close_with, open_with


@receiver(published, sender=Event)
def open_companions(sender, instance, **kwargs):
    open_with(instance)


@receiver(unpublished, sender=Event)
def close_companions(sender, instance, **kwargs):
    close_with(instance)


@receiver(workflow_cancelled, sender=WorkflowState)
def follow_admin(sender, instance, user=None, **kwargs):
    if not getattr(instance, "told_elsewhere", False) and isinstance(instance.content_object, Event):
        tell_cancelled_in_admin(instance, user)
