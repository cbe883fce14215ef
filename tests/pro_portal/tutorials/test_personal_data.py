from datetime import timedelta

import pytest
from django.utils import timezone

from pro_portal.tutorials.models import Question
from pro_portal.tutorials.personal_data import Questions
from tests.factories import make_user
from tests.factories.tutorials import make_question, make_tutorial

pytestmark = pytest.mark.django_db


def test_askers_without_account_expire_after_a_year(office):
    tutorial = make_tutorial("fiche", "La fiche", owner=make_user("proprio@aurelle.example", office))
    shown = make_question(tutorial, answer="Oui.", is_shown=True, name="Basile", email="a@b.example")
    make_question(tutorial)
    Question.objects.update(asked_at=timezone.now() - timedelta(days=366))
    make_question(tutorial, "Hier ?")
    Questions().expire(timezone.now())
    shown.refresh_from_db()
    assert (shown.name, shown.email) == ("", "")
    assert [question.text for question in Question.objects.exclude(pk=shown.pk)] == ["Hier ?"]
