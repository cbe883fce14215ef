"""Whoever publishes an event (moderation, the CMS admin, a schedule), its occurrences and its sequence follow."""
from django.dispatch import receiver
from wagtail.signals import published, unpublished

from destination.agenda.actions import note_published_change
from destination.agenda.models import Event


@receiver(published, sender=Event)
@receiver(unpublished, sender=Event)
def follow_publication(sender, instance, **kwargs):
    note_published_change(instance)
