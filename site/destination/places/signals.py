"""Whoever changes a place, its list follows."""

from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver

from accounts.models import Territory
from common.facets.changes import note_change, note_linked_changes
from destination.places.models import Place, PlaceTranslation
from destination.places.presenters import communes, outlines


@receiver([post_save, post_delete], sender=Place)
def follow_place(sender, instance, **kwargs):
    note_change("places", instance.pk)


@receiver([post_save, post_delete], sender=PlaceTranslation)
def follow_words(sender, instance, **kwargs):
    note_change("places", instance.place_id)


@receiver(m2m_changed, sender=Place.audience_groups.through)
def follow_groups(sender, instance, action, reverse, pk_set, **kwargs):
    note_linked_changes("places", instance, action, reverse, pk_set)


@receiver([post_save, post_delete], sender=Territory)
def forget_outlines(sender, **kwargs):
    outlines.forget()
    communes.forget_names()
