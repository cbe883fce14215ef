"""Periodic jobs of accounts."""

from datetime import timedelta

from django.utils import timezone

from accounts.models import Invitation
from accounts.models.invitations import LIFETIME
from common.clock import daily


@daily(at="03:30")
def delete_old_invitations() -> None:
    """Names and addresses of people who never came are not kept: an invitation goes a month after it expired."""
    Invitation.objects.filter(accepted_at=None, sent_at__lt=timezone.now() - LIFETIME - timedelta(days=30)).delete()
