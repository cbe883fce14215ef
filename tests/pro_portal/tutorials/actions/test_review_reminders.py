from datetime import date, timedelta

import pytest

from notifications.models import Notice
from pro_portal.tutorials.actions.review_reminders import remind_owners
from tests.factories import make_user
from tests.factories.tutorials import make_tutorial

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(office):
    return make_user("proprio@aurelle.example", office)


@pytest.fixture
def tutorial(owner):
    return make_tutorial("fiche", "La fiche", owner=owner)


def test_owner_is_reminded_once_a_month(tutorial, owner):
    tutorial.checked_on, tutorial.check_every = date.today() - timedelta(days=400), 12
    tutorial.save()
    make_tutorial("neuf", owner=owner)
    for _day in range(3):
        remind_owners()
    assert [(notice.person, notice.code, notice.object_id) for notice in Notice.objects.all()] == [
        (owner, "tutorial_to_check", tutorial.pk)
    ]
