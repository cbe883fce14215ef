"""Review reminders: the owner of a tutorial is reminded to read it again, and confirms it with one button."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from notifications.actions import notify
from pro_portal.tutorials.models import Tutorial
from pro_portal.tutorials.notifications import TutorialToCheck

REMIND_EVERY = timedelta(days=30)


def may_check(user, tutorial: Tutorial) -> bool:
    return user.is_authenticated and (tutorial.owner_id == user.pk or user.has_perm("tutorials.change_tutorial"))


def is_due(tutorial: Tutorial) -> bool:
    return tutorial.check_due_on <= timezone.localdate()


@transaction.atomic
def mark_checked(tutorial: Tutorial) -> None:
    """Set the review date to today, in the published tutorial and in its latest draft, which would bring the old date back."""
    tutorial.checked_on, tutorial.reminded_on = timezone.localdate(), None
    tutorial.save(update_fields=["checked_on", "reminded_on", "changed_at"])
    if revision := tutorial.latest_revision:
        revision.content["checked_on"] = tutorial.checked_on.isoformat()
        revision.save(update_fields=["content"])


def remind_owners() -> None:
    """Notify the owner of each tutorial that is due for review, once a month."""
    today = timezone.localdate()
    for tutorial in Tutorial.objects.published().filter(owner__is_active=True).with_words():
        recently = tutorial.reminded_on and tutorial.reminded_on > today - REMIND_EVERY
        if not is_due(tutorial) or recently:
            continue
        with transaction.atomic():
            # Two processes may run this at the same moment: only one changes the row.
            claimed = Tutorial.objects.filter(pk=tutorial.pk, reminded_on=tutorial.reminded_on).update(reminded_on=today)
            if claimed:
                notify(TutorialToCheck(tutorial))
