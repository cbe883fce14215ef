from datetime import timedelta

import pytest
from django.utils import timezone

from intranet.submissions.models import Draft
from intranet.submissions.personal_data import Drafts

pytestmark = pytest.mark.django_db


def test_drafts_expire(member):
    now = timezone.now()
    Draft.objects.create(author=member, discarded_at=now - timedelta(days=31))
    Draft.objects.create(author=member, sent_at=now - timedelta(days=366))
    left = [
        Draft.objects.create(author=member, discarded_at=now),
        Draft.objects.create(author=member, sent_at=now - timedelta(days=300)),
        Draft.objects.create(author=member),
    ]
    Drafts().expire(now)
    assert set(Draft.objects.all()) == set(left)
