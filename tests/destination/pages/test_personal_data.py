from datetime import timedelta

import pytest
from django.utils import timezone

from destination.pages.models import ContactMessage
from destination.pages.personal_data import ContactMessages

pytestmark = pytest.mark.django_db


def test_messages_expire_after_a_year():
    for days in (364, 366):
        message = ContactMessage.objects.create(
            name="Zoé", email="zoe@nord.example", subject=str(days), message="?", language="fr"
        )
        ContactMessage.objects.filter(pk=message.pk).update(received_at=timezone.now() - timedelta(days=days))
    assert ContactMessages().expire(timezone.now()) == 1
    assert [message.subject for message in ContactMessage.objects.all()] == ["364"]
