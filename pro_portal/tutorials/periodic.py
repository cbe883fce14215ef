"""Periodic work of the tutorials."""

from datetime import timedelta

from django.utils import timezone

from common.clock import daily
from pro_portal.tutorials.actions.review_reminders import remind_owners
from pro_portal.tutorials.models import Question


@daily(at="07:10")
def remind_owners_to_check() -> None:
    remind_owners()


@daily(at="04:05")
def delete_askers() -> None:
    """A visitor's name and address are kept a year; question and answer stay for others where they are shown."""
    old = Question.objects.filter(asked_at__lt=timezone.now() - timedelta(days=365), asker=None)
    old.filter(is_shown=True).update(name="", email="")
    old.filter(is_shown=False).delete()
