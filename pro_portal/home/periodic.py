"""What the portal does by the clock."""

from datetime import timedelta

from django.utils import timezone

from common.clock import daily
from pro_portal.home.models import AccountRequest

REQUEST_LIFETIME = timedelta(days=365)


@daily(at="03:40")
def forget_decided_requests() -> None:
    """Names, mail and telephone of who asked for an account go a year after the answer."""
    AccountRequest.objects.filter(decided_at__lt=timezone.now() - REQUEST_LIFETIME).delete()
