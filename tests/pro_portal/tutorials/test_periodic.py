from datetime import timedelta

import pytest
from django.utils import timezone

from pro_portal.tutorials.models import Question
from pro_portal.tutorials.periodic import delete_askers
from tests.factories import make_user
from tests.factories.tutorials import make_question, make_tutorial

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(office):
    return make_user("proprio@aurelle.example", office)


@pytest.fixture
def tutorial(owner):
    return make_tutorial("fiche", "La fiche", owner=owner)


def test_askers_are_forgotten_after_a_year(tutorial):
    shown = make_question(tutorial, answer="Oui.", is_shown=True, name="Basile", email="a@b.example")
    make_question(tutorial)
    Question.objects.update(asked_at=timezone.now() - timedelta(days=366))
    make_question(tutorial, "Hier ?")
    delete_askers()
    shown.refresh_from_db()
    assert (shown.name, shown.email) == ("", "")
    assert [question.text for question in Question.objects.exclude(pk=shown.pk)] == ["Hier ?"]
