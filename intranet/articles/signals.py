"""Whoever publishes an article, its files follow and its readers are told; every change of what lists show is noted."""

from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import published

from accounts.models import Organisation, Theme, WorkGroup
from common.facets.changes import note_change, note_linked_changes
from intranet.articles.actions.publishing import follow_publication
from intranet.articles.models import Article, MustRead


@receiver(published, sender=Article)
def follow_published(sender, instance, **kwargs):
    follow_publication(instance)


@receiver([post_save, post_delete], sender=Article)
def follow_article(sender, instance, **kwargs):
    note_change("articles", instance.pk)


@receiver([post_save, post_delete], sender=Theme)
@receiver([post_save, post_delete], sender=Organisation)
@receiver(post_delete, sender=WorkGroup)  # of whom a reading is asked hangs on its groups
def follow_names(sender, **kwargs):
    note_change("articles")


@receiver([post_save, post_delete], sender=MustRead)
@receiver(m2m_changed, sender=MustRead.groups.through)
def follow_must_read(sender, instance, **kwargs):
    note_change("articles", instance.article_id)


@receiver(m2m_changed, sender=Article.themes.through)
@receiver(m2m_changed, sender=Article.audience_groups.through)
def follow_links(sender, instance, action, reverse, pk_set, **kwargs):
    note_linked_changes("articles", instance, action, reverse, pk_set)
