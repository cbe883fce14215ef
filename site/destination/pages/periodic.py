"""Periodic work of the pages."""

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone

from common.clock import daily, every
from destination.pages.actions import forget_missing_references
from destination.pages.models import ContactMessage


@every(minutes=1)
def publish_scheduled() -> None:
    """Pages and all that has drafts come and go at the moment planned in the CMS."""
    call_command("publish_scheduled")


@daily(at="04:00")
def delete_old_contact_messages() -> None:
    """Messages are kept the year that the contact page says."""
    ContactMessage.objects.filter(received_at__lt=timezone.now() - timedelta(days=365)).delete()


@daily(at="04:05")
def mend_translations() -> None:
    """What was deleted in another way than through the models."""
    forget_missing_references()
