"""Periodic work of the pages."""

from datetime import timedelta

from django.utils import timezone

from common.clock import daily
from destination.pages.models import ContactMessage


@daily(at="04:00")
def delete_old_contact_messages() -> None:
    """Messages are kept the year that the contact page says."""
    ContactMessage.objects.filter(received_at__lt=timezone.now() - timedelta(days=365)).delete()
