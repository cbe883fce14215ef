"""Who looks after what a member wrote or gave, who else may change or delete it, and who may take it out of the bin.

A model has `author`, `keeper`, `organisation`, `changeable_by` and `deletable_by` (`AllowedPeople`), and takes `ResponsibleMixin`
before `AudienceMixin`. It stays under its author's name; where they have left, the keeper has their rights and hears what they
would hear.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from common.access import AudienceMixin, AudienceQuerySet, can_see
from common.choices import AllowedPeople

#: A question « still true? » is asked again after a month without an answer.
ASK_AGAIN_AFTER = timedelta(days=30)
#: What is still true is looked at again after as long as before, at least so many months.
LEAST_MONTHS = 6


class ResponsibleMixin:
    own_readers = ("author_id", "keeper_id")

    @property
    def responsible(self):
        """Who looks after it; None where its author's account is gone and nobody took it over."""
        return self.keeper or self.author

    @property
    def responsible_id(self) -> int | None:
        return self.keeper_id or self.author_id


def responsible_q(person) -> Q:
    """Of rows with `author` and `keeper`: those this person looks after."""
    return Q(keeper=person) | Q(keeper=None, author=person)


class ResponsibleQuerySet(AudienceQuerySet):
    #: The permission of who corrects any of them.
    edit_any = ""

    def present(self):
        """Those that are not in the bin."""
        return self.filter(deleted_at=None)

    def looked_after_by(self, person):
        """Those this person is responsible for: they keep them, or gave them and nobody else keeps them."""
        return self.filter(responsible_q(person))

    def changeable_by(self, user):
        """Those that `is_allowed` lets this person change, of those they may see."""
        if not user.is_member:
            return self.none()
        if user.has_perm(self.edit_any):
            return self
        condition = responsible_q(user) | Q(changeable_by=AllowedPeople.MEMBERS)
        if user.organisation_id is not None:
            condition |= Q(changeable_by=AllowedPeople.OFFICE, organisation=user.organisation_id)
        return self.filter(condition)

    def due(self):
        """Those of which it is time to ask whether they are still true."""
        return self.filter(review_on__lte=timezone.localdate())

    def thrown_by(self, person):
        """Those in the bin that this person may take back: what they threw away or look after; an editor, what they could
        read."""
        condition = Q(deleted_by=person) | responsible_q(person)
        if person.has_perm(self.edit_any):
            readable = AudienceMixin._audience_q.__func__(self.model, person, True)
            condition = Q() if readable is None else condition | readable
        return self.filter(condition, deleted_at__isnull=False) if person.is_member else self.none()


def is_allowed(user, thing, people: str, edit_any: str) -> bool:
    """Whether `user` is among the `people` (a word of `AllowedPeople`) who may do it to `thing`, looks after it, or holds
    `edit_any`. The narrower rule wins: what somebody may not see they may not change either."""
    if not user.is_member or not can_see(user, thing):
        return False
    if thing.responsible_id == user.pk or user.has_perm(edit_any) or people == AllowedPeople.MEMBERS:
        return True
    same_office = thing.organisation_id is not None and thing.organisation_id == user.organisation_id
    return people == AllowedPeople.OFFICE and same_office


# ---- « still true? » ---------------------------------------------------------------------------------------------------
def mark_still_true(thing, since: datetime) -> None:
    """Set the day on which it is asked again; `since` is when it was given. The caller saves `REVIEW_COLUMNS`."""
    today = timezone.localdate()
    months = max(LEAST_MONTHS, round(((thing.review_on or today) - timezone.localdate(thing.reviewed_at or since)).days / 30.4))
    thing.reviewed_at, thing.reminded_on = timezone.now(), None
    thing.review_on = today + relativedelta(months=months)


REVIEW_COLUMNS = ("reviewed_at", "reminded_on", "review_on")


def asked_about(thing) -> QuerySet:
    """Who is asked whether it is still true: who looks after it; where they have left, who corrects any, of the network."""
    people = get_user_model().objects
    responsible = people.filter(pk=thing.responsible_id, is_active=True)
    editors = people.holding(type(thing).objects.all().edit_any).exclude(organisation=None)
    return responsible if responsible.exists() else editors


def remind_responsible(things: ResponsibleQuerySet, ask: Callable) -> int:
    """Call `ask(thing)` for each of which somebody is to be asked today, and again after a month; gives how many. Of two
    processes that run this at the same moment only one asks."""
    today, number = timezone.localdate(), 0
    due = things.due().filter(Q(reminded_on=None) | Q(reminded_on__lte=today - ASK_AGAIN_AFTER))
    for thing in due.select_related("author", "keeper"):
        with transaction.atomic():
            if things.model.objects.filter(pk=thing.pk, reminded_on=thing.reminded_on).update(reminded_on=today):
                ask(thing)
                number += 1
    return number


def give_to_keeper(things: Iterable, colleague) -> int:
    """When somebody leaves: make `colleague` the keeper of these things; gives how many. One by one, since who may see and change
    each follows. Whether one is still true is asked of them as if nobody had been."""
    number = 0
    for thing in things:
        thing.keeper = None if thing.author_id == colleague.pk else colleague
        thing.reminded_on = None
        thing.save(update_fields=["keeper", "reminded_on"])
        number += 1
    return number
