"""Whoever changes an event (moderation, the CMS admin, a schedule), what follows from it follows."""

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.signals import published, unpublished

from accounts.models import Organisation, Territory
from common.facets.changes import note_changes, note_linked_changes
from destination.agenda.actions import announce, note_agenda_changed, note_published_change
from destination.agenda.models import Category, Event
from destination.places.models import Place


@receiver(published, sender=Event)
@receiver(unpublished, sender=Event)
def follow_publication(sender, instance, **kwargs):
    note_published_change(instance)


@receiver(pre_delete, sender=Event)
def announce_deletion(sender, instance, **kwargs):
    """Calendars are informed when a published event is deleted for good."""
    if instance.live and not instance.removed_at:
        announce(instance, withdrawn=True)


@receiver([post_save, post_delete], sender=Event)
def follow_event(sender, instance, **kwargs):
    if instance.live:  # a draft shows nowhere; one that was withdrawn is followed by its signal
        note_agenda_changed(instance)


@receiver([post_save, pre_delete], sender=Place)
def follow_place(sender, instance, **kwargs):
    """An event stands where its place does; before a place goes, its events still say that they were there."""
    note_changes("agenda", Event.objects.published().filter(place=instance).values_list("pk", flat=True))


@receiver([post_save, post_delete], sender=Category)
@receiver([post_save, post_delete], sender=Territory)
@receiver([post_save, post_delete], sender=Organisation)
def follow_names(sender, **kwargs):
    note_agenda_changed()


@receiver(m2m_changed, sender=Event.audience_groups.through)
@receiver(m2m_changed, sender=Event.categories.through)
def follow_links(sender, instance, action, reverse, pk_set, **kwargs):
    """The groups or categories of an event changed, perhaps alone."""
    if reverse or instance.live:  # a draft shows nowhere
        note_linked_changes("agenda", instance, action, reverse, pk_set)
