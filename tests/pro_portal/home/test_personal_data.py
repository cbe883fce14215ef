from datetime import timedelta

import pytest
from django.utils import timezone

from pro_portal.home.models import AccountRequest
from pro_portal.home.personal_data import AccountRequests

pytestmark = pytest.mark.django_db


def test_requests_expire_a_year_after_the_answer_or_two_years_without_one():
    now = timezone.now()
    cases = {"old": (400, 366), "new": (400, 300), "waiting": (400, None), "unanswered": (740, None)}
    for name, (asked, decided) in cases.items():
        request = AccountRequest.objects.create(
            first_name="C", last_name="V", email=f"{name}@gite.example", establishment="Gîte",
            decided_at=now - timedelta(days=decided) if decided else None,
        )  # fmt: skip
        AccountRequest.objects.filter(pk=request.pk).update(asked_at=now - timedelta(days=asked))
    AccountRequests().expire(now)
    assert sorted(AccountRequest.objects.values_list("email", flat=True)) == ["new@gite.example", "waiting@gite.example"]
