from datetime import timedelta

import pytest
from django.utils import timezone

from pro_portal.home.models import AccountRequest
from pro_portal.home.periodic import forget_decided_requests

pytestmark = pytest.mark.django_db


def test_decided_request_is_forgotten_after_a_year_and_a_waiting_one_is_not():
    now = timezone.now()
    for email, days in (("old@gite.example", 366), ("new@gite.example", 300), ("waiting@gite.example", None)):
        decided = {"state": AccountRequest.State.REFUSED, "decided_at": now - timedelta(days=days)} if days else {}
        AccountRequest.objects.create(first_name="C", last_name="V", email=email, establishment="Gîte", **decided)
    AccountRequest.objects.update(asked_at=now - timedelta(days=400))
    forget_decided_requests()
    assert sorted(AccountRequest.objects.values_list("email", flat=True)) == ["new@gite.example", "waiting@gite.example"]
