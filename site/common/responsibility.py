"""Who looks after what a member wrote or gave, who else may change or delete it, and who may take it out of the bin.

A model has `author`, `keeper`, `organisation`, `changeable_by` and `deletable_by` (`AllowedPeople`), and takes `ResponsibleMixin`
before `AudienceMixin`. It stays under its author's name; where they have left, the keeper has their rights and hears what they
would hear.
"""

from django.db.models import Q

from common.access import AudienceMixin, AudienceQuerySet, can_see
from common.choices import AllowedPeople


class ResponsibleMixin:
    own_readers = ("author_id", "keeper_id")

    @property
    def responsible(self):
        """Who looks after it; None where its author's account is gone and nobody took it over."""
        return self.keeper or self.author

    @property
    def responsible_id(self) -> int | None:
        return self.keeper_id or self.author_id


def _is_responsible(person) -> Q:
    return Q(keeper=person) | Q(keeper=None, author=person)


class ResponsibleQuerySet(AudienceQuerySet):
    #: The permission of who corrects any of them.
    edit_any = ""

    def present(self):
        """Those that are not in the bin."""
        return self.filter(deleted_at=None)

    def looked_after_by(self, person):
        """Those this person is responsible for: they keep them, or gave them and nobody else keeps them."""
        return self.filter(_is_responsible(person))

    def thrown_by(self, person):
        """Those in the bin that this person may take back: what they threw away or look after; an editor, what they could
        read."""
        condition = Q(deleted_by=person) | _is_responsible(person)
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
