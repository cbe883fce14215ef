"""Who may see what: five audience words, one rule.

The rule speaks in *keys*. A reader holds keys (`reader_keys`), a thing opens to keys (`audience_keys`), and one may see the
other when they share one. Lists ask the same rule of the database (`visible_q`) and the search engine stores the keys of
each thing, so that a page, a list, a feed, a file and a count cannot disagree.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

PUBLIC_KEY = "public"
ACCOUNT_KEY = "account"  # held by whoever signs in
PROFESSIONALS_KEY = "professionals"
MEMBERS_KEY = "members"
EVERYTHING_KEY = "everything"  # held by administrators; every thing opens to it


class Audience(models.TextChoices):
    PUBLIC = "public", _("Tout le monde")
    PROFESSIONALS = "professionals", _("Les professionnels")
    MEMBERS = "members", _("Tous les membres")
    GROUP = "group", _("Mes groupes")
    PRIVATE = "private", _("Mon office seulement")


#: These audiences are among colleagues: nobody outside reads them, so nobody outside accepts or corrects them.
AMONG_COLLEAGUES = (Audience.GROUP, Audience.PRIVATE)


# From the fewest readers to the most.
NARROW_TO_WIDE = (Audience.PRIVATE, Audience.GROUP, Audience.MEMBERS, Audience.PROFESSIONALS, Audience.PUBLIC)


def work_group_key(work_group_id: int) -> str:
    return f"work_group:{work_group_id}"


def organisation_key(organisation_id: int) -> str:
    return f"organisation:{organisation_id}"


def role_key(group_id: int) -> str:
    return f"role:{group_id}"


def person_key(user_id: int) -> str:
    return f"person:{user_id}"


def reader_keys(user) -> frozenset[str]:
    """The keys held by `user`; an anonymous visitor (or None) holds only `public`."""
    if user is None or not user.is_authenticated:
        return frozenset({PUBLIC_KEY})
    return user.access_keys


def can_see(user, thing) -> bool:
    """Whether `user` may see `thing`, any object with `audience_keys()`. What opens to the keys that are known without asking for
    groups and roles is not asked further: a file for all members leaves a query earlier."""
    keys_at_hand = getattr(user, "keys_at_hand", None)
    return bool(keys_at_hand and opens_to(thing, keys_at_hand)) or opens_to(thing, reader_keys(user))


def opens_to(thing, keys: frozenset[str]) -> bool:
    """Whether who holds these keys may see `thing`."""
    return not thing.is_closed_to_all and not keys.isdisjoint(thing.audience_keys() | {EVERYTHING_KEY})


def _one_of(column: str, numbers: list[int]) -> Q:
    """Mostly there is one, and a list of one is put together slowly: this condition is made ten times for one page."""
    return Q(**{column: numbers[0]}) if len(numbers) == 1 else Q(**{f"{column}__in": numbers})


def _ids(keys: frozenset[str], prefix: str) -> list[int]:
    return [int(key.split(":", 1)[1]) for key in keys if key.startswith(prefix + ":")]


class AudienceQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The rows that `can_see` would say yes to, in one query and without duplicates."""
        condition = self.model.visible_q(user)
        return self if condition is None else self.filter(condition)

    def workable_by(self, user):
        """The rows that `is_workable_by` would say yes to."""
        condition = self.model.workable_q(user)
        return self if condition is None else self.filter(condition)


class AudienceMixin(models.Model):
    """Adds the audience to a model that has `author`, `organisation` and, to be offered to groups, `audience_groups`.

    A thing that is not published (`live` is false) opens to its author alone (`own_readers`).
    """

    #: True shuts a thing to everyone, administrators too: a picture whose right ended.
    is_closed_to_all = False
    #: The columns of the people to whom it opens whatever its audience, published or not.
    own_readers = ("author_id",)

    audience = models.CharField(_("qui peut voir"), max_length=16, choices=Audience, default=Audience.PUBLIC, db_index=True)

    class Meta:
        abstract = True

    def audience_keys(self) -> frozenset[str]:
        return self.keys_once_published() if getattr(self, "live", True) else self._own_keys()

    def _own_keys(self) -> frozenset[str]:
        people = (getattr(self, column) for column in self.own_readers)
        return frozenset(person_key(person) for person in people if person)

    def keys_once_published(self) -> frozenset[str]:
        """The keys that open it where it is published, whether it is or not."""
        keys = set(self._own_keys())
        match self.audience:
            case Audience.PUBLIC:
                keys |= {PUBLIC_KEY}
            case Audience.PROFESSIONALS:
                keys |= {PROFESSIONALS_KEY}
            case Audience.MEMBERS:
                keys |= {MEMBERS_KEY}
            case Audience.GROUP:
                keys |= {work_group_key(work_group.pk) for work_group in self.audience_groups.all()}
            case Audience.PRIVATE if self.organisation_id:
                keys |= {organisation_key(self.organisation_id)}
        return frozenset(keys)

    @property
    def is_without_group(self) -> bool:
        """Whether it is for groups all of which were deleted: its author alone sees it then."""
        return self.audience == Audience.GROUP and all(group.deleted_at for group in self.audience_groups.all())

    def audience_in_words(self) -> str:
        """Who sees it, for those who do."""
        return gettext("Vous seul : son groupe est supprimé") if self.is_without_group else self.get_audience_display()

    @classmethod
    def visible_q(cls, user) -> Q | None:
        """The rule of `audience_keys` as a database condition; None where nothing is hidden from `user`."""
        return cls._audience_q(user, published_only=True)

    def is_workable_by(self, user) -> bool:
        """Whether the CMS may show it to `user`, who holds the permission to work on things of its kind: what they may see, and
        the drafts of what they will see."""
        return not self.is_closed_to_all and not reader_keys(user).isdisjoint(self.keys_once_published() | {EVERYTHING_KEY})

    @classmethod
    def workable_q(cls, user) -> Q | None:
        """The rule of `is_workable_by` as a database condition; None where nothing is hidden from `user`."""
        return cls._audience_q(user, published_only=False)

    @classmethod
    def _audience_q(cls, user, published_only: bool) -> Q | None:
        keys = reader_keys(user)
        if EVERYTHING_KEY in keys:
            return None
        words = [word for word in (Audience.PUBLIC, Audience.PROFESSIONALS, Audience.MEMBERS) if word.value in keys]
        condition = Q(audience__in=words)
        if organisations := _ids(keys, "organisation"):
            condition |= Q(audience=Audience.PRIVATE) & _one_of("organisation_id", organisations)
        if work_groups := _ids(keys, "work_group"):
            through = cls._meta.get_field("audience_groups").remote_field.through
            column = cls._meta.get_field("audience_groups").m2m_field_name()
            rows = through.objects.filter(workgroup_id__in=work_groups).values(f"{column}_id")
            condition |= Q(audience=Audience.GROUP, pk__in=rows)
        if published_only and any(field.name == "live" for field in cls._meta.fields):
            condition &= Q(live=True)
        if people := _ids(keys, "person"):
            for column in cls.own_readers:
                condition |= _one_of(column, people)
        return condition


def is_narrower(thing, than) -> bool:
    """Whether some who may see `than`, once it is published, may not see `thing`, which it shows; both have an audience, and
    the authors of either do not count."""
    place, other = NARROW_TO_WIDE.index(thing.audience), NARROW_TO_WIDE.index(than.audience)
    if thing.audience == Audience.GROUP and than.audience == Audience.GROUP:
        return not {group.pk for group in than.audience_groups.all()} <= {group.pk for group in thing.audience_groups.all()}
    if thing.audience == Audience.PRIVATE and than.audience == Audience.PRIVATE:
        return thing.organisation_id != than.organisation_id
    if thing.audience == Audience.GROUP or than.audience != Audience.GROUP:
        # An office and a group have few people in common.
        return place < other or thing.audience == Audience.GROUP
    takes_providers = any(group.providers_may_join for group in than.audience_groups.all())
    return place < (NARROW_TO_WIDE.index(Audience.PROFESSIONALS) if takes_providers else NARROW_TO_WIDE.index(Audience.MEMBERS))


def exists_for(test: Callable[[Any], bool]) -> Callable:
    """The decorator of a view that exists for the users who pass `test`: for others it is a 404."""
    return _guard(test, Http404)


def open_to(test: Callable[[Any], bool]) -> Callable:
    """The decorator of a view of the CMS that is open to the users who pass `test`: for others it is a 403."""
    return _guard(test, PermissionDenied)


def _guard(test: Callable[[Any], bool], refusal: type[Exception]) -> Callable:
    def decorator(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not test(request.user):
                raise refusal
            return view(request, *args, **kwargs)

        return guarded

    return decorator
