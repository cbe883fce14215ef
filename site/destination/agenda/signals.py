"""Whoever changes an event (moderation, the CMS admin, a schedule), what follows from it follows."""

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.signals import published, unpublished

from accounts.models import Organisation, Territory
from destination.agenda.actions import announce, note_agenda_changed, note_published_change
from destination.agenda.models import Category, Event
from destination.places.models import Place


@receiver(published, sender=Event)
@receiver(unpublished, sender=Event)
def follow_publication(sender, instance, **kwargs):
    note_published_change(instance)


@receiver(pre_delete, sender=Event)
def announce_deletion(sender, instance, **kwargs):
    """Calendars hear of an event that was published and is deleted for good."""
    if instance.live and not instance.removed_at:
        announce(instance, withdrawn=True)


@receiver([post_save, post_delete], sender=Event)
@receiver([post_save, post_delete], sender=Place)
@receiver([post_save, post_delete], sender=Category)
@receiver([post_save, post_delete], sender=Territory)
@receiver([post_save, post_delete], sender=Organisation)
def follow_change(sender, instance, **kwargs):
    if getattr(instance, "live", True):  # a draft shows nowhere
        note_agenda_changed()


@receiver(m2m_changed, sender=Event.audience_groups.through)
@receiver(m2m_changed, sender=Event.categories.through)
def follow_links(sender, instance, action, **kwargs):
    """The groups or the themes of an event changed, alone or with it."""
    if action.startswith("post_") and getattr(instance, "live", True):
        note_agenda_changed()
