"""The file of an earlier version goes with its row."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver

from common.models import DocumentVersion


@receiver(post_delete, sender=DocumentVersion)
def delete_file(sender, instance, **kwargs):
    transaction.on_commit(partial(instance.file.storage.delete, instance.file.name))
