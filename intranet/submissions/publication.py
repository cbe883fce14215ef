"""When an event is published, what it brought with it opens to the same readers."""
from django.dispatch import receiver
from wagtail.signals import published

from destination.agenda.models import Event
from intranet.submissions.actions.opening import open_with_event


@receiver(published, sender=Event)
def open_what_it_brought(sender, instance, **kwargs):
    open_with_event(instance)
