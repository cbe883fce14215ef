from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Invitation
from accounts.personal_data import Invitations

pytestmark = pytest.mark.django_db


def test_old_invitations_expire():
    now = timezone.now()
    ages = {"new": 36, "old": 38, "accepted": 300, "settled": 400}
    for name, days in ages.items():
        invitation = Invitation.objects.create(email=f"{name}@aurelle.example", sent_at=now - timedelta(days=days))
        if days > 100:
            Invitation.objects.filter(pk=invitation.pk).update(accepted_at=invitation.sent_at)
    Invitations().expire(now)
    assert sorted(Invitation.objects.values_list("email", flat=True)) == ["accepted@aurelle.example", "new@aurelle.example"]
