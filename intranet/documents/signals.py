"""The file of an earlier version goes with its row; every change of what lists show is noted; who took a document is noted."""

from functools import partial

from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver
from taggit.models import Tag
from wagtail.documents.models import document_served

from accounts.models import Organisation
from common.facets.changes import note_change, note_linked_changes
from common.models import DocumentVersion, SharedDocument
from intranet.documents.actions.previews import forget_pictures
from intranet.documents.actions.reading import note_taking


@receiver(post_delete, sender=DocumentVersion)
def delete_file(sender, instance, **kwargs):
    transaction.on_commit(partial(instance.file.storage.delete, instance.file.name))


@receiver([post_save, post_delete], sender=SharedDocument)
def follow_document(sender, instance, **kwargs):
    note_change("documents", instance.pk)


@receiver(post_delete, sender=SharedDocument)
def delete_pictures(sender, instance, **kwargs):
    transaction.on_commit(partial(forget_pictures, instance.pk))


@receiver(m2m_changed, sender=SharedDocument.audience_groups.through)
def follow_groups(sender, instance, action, reverse, pk_set, **kwargs):
    note_linked_changes("documents", instance, action, reverse, pk_set)


@receiver(post_save, sender=SharedDocument.tags.through)
@receiver(post_delete, sender=SharedDocument.tags.through)
def follow_tags(sender, instance, **kwargs):
    if instance.content_type.model_class() is SharedDocument:
        note_change("documents", instance.object_id)


@receiver(post_save, sender=Tag)
def follow_tag(sender, instance, created, **kwargs):
    if not created:
        note_change("documents")


@receiver([post_save, post_delete], sender=Organisation)
def follow_names(sender, **kwargs):
    note_change("documents")


@receiver(document_served, sender=SharedDocument)
def note_who_took(sender, instance, request, **kwargs):
    note_taking(instance, request.user)
