"""After a change the page cache is cleared, and the translations of a page are unpublished and moved with it."""

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished, post_page_move
from wagtail_localize.models import StringTranslation

from accounts.models import Organisation, Territory
from common.models import Picture, SharedDocument
from common.slugs import slug_of
from destination.agenda.models import Category, Event, Occurrence
from destination.pages import page_cache
from destination.pages.actions import (
    follow_move,
    forget_missing_references,
    publish_expired_translations,
    unpublish_translations,
)
from destination.pages.models import DestinationSettings, DestinationTranslation, Menu, SocialLink
from destination.places.models import Place, PlaceTranslation

SHOWN_MODELS = (
    DestinationSettings, DestinationTranslation, SocialLink, Menu, Organisation, Territory, Picture, Event, Occurrence, Place,
    PlaceTranslation, Site, PageViewRestriction, Category,
)  # fmt: skip
for model in SHOWN_MODELS:
    post_save.connect(page_cache.clear, sender=model, dispatch_uid=f"pages-forget-save-{model.__name__}")
    post_delete.connect(page_cache.clear, sender=model, dispatch_uid=f"pages-forget-delete-{model.__name__}")
m2m_changed.connect(page_cache.clear, sender=PageViewRestriction.groups.through, dispatch_uid="pages-forget-groups")
post_page_move.connect(page_cache.clear, dispatch_uid="pages-forget-move")


@receiver([post_save, post_delete], dispatch_uid="pages-forget-page")
def clear_page_cache(sender, **kwargs):
    if issubclass(sender, Page):
        page_cache.clear()


@receiver(pre_save, sender=StringTranslation, dispatch_uid="pages-write-translated-slug")
def write_translated_slug(sender, instance, **kwargs):
    """What a translator types for an address becomes one as everywhere else, before the library makes its own of it."""
    if instance.data and instance.context_id and instance.context.path == "slug":
        instance.data = slug_of(instance.data, "page")


@receiver(page_unpublished, dispatch_uid="pages-unpublish-translations")
def page_was_unpublished(sender, instance, **kwargs):
    unpublish_translations(instance)


@receiver(page_published, dispatch_uid="pages-publish-expired-translations")
def page_was_published(sender, instance, **kwargs):
    publish_expired_translations(instance)


@receiver(pre_delete, dispatch_uid="pages-unpublish-translations-of-deleted")
def page_is_deleted(sender, instance, **kwargs):
    if sender is Page:
        unpublish_translations(instance)


@receiver(post_page_move, dispatch_uid="pages-follow-move")
def page_was_moved(sender, instance, parent_page_before, parent_page_after, **kwargs):
    if parent_page_before.pk != parent_page_after.pk:
        follow_move(instance, parent_page_after)


@receiver(post_delete, dispatch_uid="pages-forget-references")
def referenced_thing_was_deleted(sender, instance, **kwargs):
    if sender in (Picture, SharedDocument, Page):
        forget_missing_references(instance.pk)
