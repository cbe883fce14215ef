"""Whoever changes what the watch shows, its list is made anew."""

from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver

from pro_portal.watch.models import WatchChange, WatchItem, WatchTheme


@receiver(post_save, sender=WatchItem)
def follow_item(sender, instance, created, **kwargs):
    if not created or instance.live:  # what a source brings waits to be sorted
        WatchChange.objects.create()


@receiver(post_delete, sender=WatchItem)
@receiver(post_delete, sender=WatchTheme)
@receiver(m2m_changed, sender=WatchItem.themes.through)
@receiver(m2m_changed, sender=WatchItem.audience_groups.through)
def follow_change(sender, **kwargs):
    WatchChange.objects.create()
