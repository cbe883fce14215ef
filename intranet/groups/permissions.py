"""Who may what in a group: the table of `docs/groups.md`, and the one function that reads it."""

from enum import Enum, auto

from django.db.models import Q

from accounts.models import JoinRequest, Membership, WorkGroup
from common.access import EVERYTHING_KEY, reader_keys

Kind = WorkGroup.Kind


class Right(Enum):
    NAME = auto()  # its name, what it is for, who looks after it
    PEOPLE = auto()  # who is in it, and how many
    THINGS = auto()  # what is shared in it
    JOIN = auto()  # come in at once
    ASK = auto()  # ask to come in
    INVITE = auto()
    KEEP = auto()  # its name and kind, its owners, requests, who is taken out, the bin


class Standing(Enum):
    """Where somebody stands towards a group."""

    OUTSIDE = auto()  # a provider where the group takes none, and who signed in without being of the network
    PROVIDER = auto()  # where it takes providers
    MEMBER = auto()  # of the network
    INSIDE = auto()
    OWNER = auto()
    ADMINISTRATOR = auto()  # who is not in it


_INSIDE = frozenset({Right.NAME, Right.PEOPLE, Right.THINGS})
_KEEPER = _INSIDE | {Right.INVITE, Right.KEEP}
#: What an invitation adds, whatever the kind; nobody is asked twice.
_INVITED = {Right.NAME, Right.JOIN}
RIGHTS: dict[str, dict[Standing, frozenset[Right]]] = {
    Kind.OPEN: {
        Standing.PROVIDER: frozenset({Right.NAME, Right.JOIN}),
        Standing.MEMBER: frozenset({Right.NAME, Right.PEOPLE, Right.JOIN}),
        Standing.INSIDE: _INSIDE | {Right.INVITE},
        Standing.OWNER: _KEEPER,
        Standing.ADMINISTRATOR: _KEEPER | {Right.JOIN},
    },
    Kind.ON_REQUEST: {
        Standing.PROVIDER: frozenset({Right.NAME, Right.ASK}),
        Standing.MEMBER: frozenset({Right.NAME, Right.PEOPLE, Right.ASK}),
        Standing.INSIDE: _INSIDE,
        Standing.OWNER: _KEEPER,
        Standing.ADMINISTRATOR: _KEEPER | {Right.ASK},
    },
    Kind.CLOSED: {
        Standing.PROVIDER: frozenset({Right.NAME}),
        Standing.MEMBER: frozenset({Right.NAME}),
        Standing.INSIDE: _INSIDE,
        Standing.OWNER: _KEEPER,
        Standing.ADMINISTRATOR: _KEEPER,
    },
    Kind.SECRET: {
        Standing.INSIDE: _INSIDE,
        Standing.OWNER: _KEEPER,
        Standing.ADMINISTRATOR: _KEEPER,
    },
}


def may_create(user) -> bool:
    """Any member of the network; providers come in, they do not found."""
    return user.is_authenticated and user.is_member


def may_own(person) -> bool:
    return person.is_active and person.is_member


def thrown_by(person):
    """The groups in the bin that this person may take back: those they threw away or looked after; all for administrators."""
    groups = WorkGroup.objects.exclude(deleted_at=None)
    if EVERYTHING_KEY in reader_keys(person):
        return groups
    owned = Membership.objects.filter(user=person, is_owner=True).values("workgroup")
    return groups.filter(Q(deleted_by=person) | Q(pk__in=owned))


def standing_of(user, group: WorkGroup, membership: Membership | None) -> Standing:
    """`membership`: theirs in this group, None where there is none."""
    if membership is not None and group.pk in user.work_group_ids:
        return Standing.OWNER if membership.is_owner else Standing.INSIDE
    if EVERYTHING_KEY in reader_keys(user):
        return Standing.ADMINISTRATOR
    if user.is_member:
        return Standing.MEMBER
    return Standing.PROVIDER if user.is_professional and group.providers_may_join else Standing.OUTSIDE


def rights_in(group: WorkGroup, user, membership: Membership | None = None, invitation: JoinRequest | None = None) -> set[Right]:
    """What `user` may in this group, with their membership of it and the invitation that waits for them, if any."""
    if group.deleted_at or not user.is_active:
        return set()
    rights = set(RIGHTS[group.kind].get(standing_of(user, group, membership), ()))
    may_enter = user.is_member or group.providers_may_join
    if invitation is not None and membership is None and may_enter:
        rights = rights - {Right.ASK} | _INVITED
    return rights
