from datetime import timedelta

import pytest
from django.utils import timezone

from common.personal_data import Person
from pro_portal.documents.models import EditionOrder
from pro_portal.documents.personal_data import EditionOrders
from tests.factories.portal_documents import make_edition, make_edition_order

pytestmark = pytest.mark.django_db


def test_orders_end_with_their_term_and_with_their_person(professional, member):
    edition, now = make_edition(), timezone.now()
    ages = {"fresh": (10, None), "sent long ago": (500, 400), "forgotten": (800, None), "waiting": (500, None)}
    for name, (ordered, done) in ages.items():
        order = make_edition_order(edition, establishment=name, person=professional, done_by=member if done else None)
        done_at = now - timedelta(days=done) if done else None
        EditionOrder.objects.filter(pk=order.pk).update(ordered_at=now - timedelta(days=ordered), done_at=done_at)
    cancelled = make_edition_order(edition, establishment="cancelled long ago")
    EditionOrder.objects.filter(pk=cancelled.pk).update(cancelled_at=now - timedelta(days=400))
    assert EditionOrders().expire(now) == 3
    assert {order.establishment for order in EditionOrder.objects.all()} == {"fresh", "waiting"}
    record = next(iter(EditionOrders().of_person(Person.of(professional))))
    assert record.values["Éditions"] == "20 × Plan"
    EditionOrders().erase(Person.of(professional))
    assert not EditionOrder.objects.exists()
