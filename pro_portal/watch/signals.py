"""Every change of what the watch shows updates its facet index."""

from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver

from common.facets.changes import note_change, note_linked_changes
from pro_portal.watch.models import WatchItem, WatchTheme


@receiver([post_save, post_delete], sender=WatchItem)
def follow_item(sender, instance, created=False, **kwargs):
    if not created or instance.live:  # what a source brings waits to be sorted
        note_change("watch", instance.pk)


@receiver([post_save, post_delete], sender=WatchTheme)
def follow_theme(sender, **kwargs):
    note_change("watch")


@receiver(m2m_changed, sender=WatchItem.themes.through)
@receiver(m2m_changed, sender=WatchItem.audience_groups.through)
def follow_links(sender, instance, action, reverse, pk_set, **kwargs):
    note_linked_changes("watch", instance, action, reverse, pk_set)
