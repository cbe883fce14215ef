"""What happens to a group and to who is in it. Each function looks at the group under a lock, so that two people who act at the
same moment act one after the other; who may call it is asked of `permissions` by the view."""

import secrets

from django.db import transaction
from django.utils import timezone

from accounts.models import JoinRequest, Membership, Profile, User, WorkGroup
from common.slugs import free_slug, slug_of
from intranet.groups.notifications import GroupInvitation, JoinAnswered, JoinRequested, OwnerNamed
from intranet.groups.permissions import Kind, may_own
from notifications.actions.delivery import close, notify, withdraw

LONGEST_SLUG = 50
#: Words of addresses that stand beside the groups' own.
RESERVED = {"nouveau"}
NUMBER_LENGTH = 8


class LastOwner(Exception):
    """Without an owner nobody could answer or put anything right: another one is named first."""


class AlreadyAnswered(Exception):
    """The request was answered meanwhile, or taken back."""


class AlreadyInside(Exception):
    """The person is in the group."""


class MayNotEnter(Exception):
    """The group does not take this person: a provider where it takes none, an account that is closed."""


class HasOwner(Exception):
    """Somebody looks after the group already."""


def _locked(group: WorkGroup) -> WorkGroup:
    """Raises `WorkGroup.DoesNotExist` where it is in the bin."""
    return WorkGroup.objects.select_for_update().present().get(pk=group.pk)


# ---- the group --------------------------------------------------------------------------------------------------------
def new_slug(name: str, kind: str) -> str:
    """The group's part of its address, which also follows the @. That of a secret group cannot be guessed, and takes no name from
    another: « sirocco » stays free, so that whoever founds a group of that name learns nothing."""
    base = slug_of(name, "groupe")[: LONGEST_SLUG - NUMBER_LENGTH - 1].strip("-")
    if kind == Kind.SECRET:
        return f"{base}-{secrets.token_hex(NUMBER_LENGTH // 2)}"
    holders = {*RESERVED, *WorkGroup.objects.filter(slug__startswith=base).values_list("slug", flat=True)}
    holders |= set(Profile.objects.filter(handle__startswith=base).values_list("handle", flat=True))
    return free_slug(base, holders)


@transaction.atomic
def create(founder: User, **facts) -> WorkGroup:
    """`facts`: name, kind, purpose, providers_may_join. Its founder looks after it."""
    group = WorkGroup.objects.create(slug=new_slug(facts["name"], facts["kind"]), **facts)
    group.memberships.create(user=founder, is_owner=True)
    return group


@transaction.atomic
def change(group: WorkGroup, **facts) -> WorkGroup:
    """Write these facts; a group that becomes secret leaves the address by which it was known."""
    locked = _locked(group)
    if facts["kind"] == Kind.SECRET != locked.kind:
        locked.slug = new_slug(facts["name"], Kind.SECRET)
    for name, value in facts.items():
        setattr(locked, name, value)
    locked.save()
    if locked.kind == Kind.OPEN:
        for request in locked.join_requests.requests().select_related("person", "workgroup"):
            _admit(request, None)
            notify(JoinAnswered(request, is_accepted=True))
    return locked


# ---- coming in --------------------------------------------------------------------------------------------------------
def _require_allowed(group: WorkGroup, person: User) -> None:
    if not person.is_active or not (person.is_member or group.providers_may_join):
        raise MayNotEnter


@transaction.atomic
def join(group: WorkGroup, person: User) -> Membership:
    """Come in, with or without an invitation; once more changes nothing."""
    group = _locked(group)
    _require_allowed(group, person)
    waiting = group.join_requests.waiting().filter(person=person).first()
    return _admit(waiting, person) if waiting else group.memberships.get_or_create(user=person)[0]


def _admit(request: JoinRequest, answered_by: User | None, reply: str = "") -> Membership:
    _close(request, answered_by, True, reply)
    return Membership.objects.get_or_create(user=request.person, workgroup=request.workgroup)[0]


def _close(request: JoinRequest, answered_by: User | None, is_accepted: bool, reply: str = "") -> None:
    request.answered_at, request.answered_by = timezone.now(), answered_by
    request.is_accepted, request.reply = is_accepted, reply
    request.save()
    close(request, JoinRequested, GroupInvitation)


@transaction.atomic
def ask(group: WorkGroup, person: User, words: str) -> JoinRequest:
    """Ask the owners; once more while it waits changes nothing. Raises `AlreadyInside`."""
    group = _locked(group)
    _require_allowed(group, person)
    if group.memberships.filter(user=person).exists():
        raise AlreadyInside
    request, is_new = JoinRequest.objects.get_or_create(
        workgroup=group, person=person, answered_at=None, defaults={"words": words}
    )
    if is_new:
        notify(JoinRequested(request, actor=person))
    return request


@transaction.atomic
def take_back_request(request: JoinRequest) -> None:
    """Raises `AlreadyAnswered`."""
    group = _locked(request.workgroup)
    if not group.join_requests.waiting().filter(pk=request.pk).exists():
        raise AlreadyAnswered
    withdraw(JoinRequested(request))
    request.delete()


@transaction.atomic
def answer(request: JoinRequest, owner: User, *, is_accepted: bool, reply: str = "") -> None:
    """Let the person in or not, with a word; they are told. Raises `AlreadyAnswered`, `MayNotEnter`."""
    group = _locked(request.workgroup)
    request = group.join_requests.requests().filter(pk=request.pk).select_related("person", "workgroup").first()
    if request is None:
        raise AlreadyAnswered
    if is_accepted:
        _require_allowed(group, request.person)
        _admit(request, owner, reply)
    else:
        _close(request, owner, False, reply)
    notify(JoinAnswered(request, actor=owner, is_accepted=is_accepted, words=reply))


@transaction.atomic
def invite(group: WorkGroup, person: User, inviter: User, words: str = "") -> JoinRequest:
    """Invite somebody, who is told once; who had asked is let in. Raises `AlreadyInside`, `MayNotEnter`."""
    group = _locked(group)
    _require_allowed(group, person)
    if group.memberships.filter(user=person).exists():
        raise AlreadyInside
    waiting = group.join_requests.waiting().filter(person=person).select_related("person", "workgroup").first()
    if waiting and not waiting.is_invitation:
        answer(waiting, inviter, is_accepted=True, reply=words)
        return waiting
    if waiting is None:
        waiting = group.join_requests.create(person=person, is_invitation=True, invited_by=inviter, words=words)
        notify(GroupInvitation(waiting, actor=inviter))
    return waiting


@transaction.atomic
def decline(invitation: JoinRequest) -> None:
    """Raises `AlreadyAnswered`."""
    group = _locked(invitation.workgroup)
    waiting = group.join_requests.invitations_of(invitation.person).filter(pk=invitation.pk).first()
    if waiting is None:
        raise AlreadyAnswered
    _close(waiting, invitation.person, False)


@transaction.atomic
def withdraw_invitation(invitation: JoinRequest) -> None:
    """Raises `AlreadyAnswered`."""
    group = _locked(invitation.workgroup)
    if not group.join_requests.waiting().filter(pk=invitation.pk, is_invitation=True).exists():
        raise AlreadyAnswered
    withdraw(GroupInvitation(invitation))
    invitation.delete()


# ---- going ------------------------------------------------------------------------------------------------------------
def _require_another_owner(group: WorkGroup, person: User) -> None:
    others = group.memberships.in_force().exclude(user=person)
    if not others.filter(is_owner=True).exists():
        raise LastOwner


@transaction.atomic
def leave(group: WorkGroup, person: User) -> None:
    """Go, or be taken out; once more changes nothing. Raises `LastOwner`."""
    group = _locked(group)
    membership = group.memberships.filter(user=person).first()
    if membership is None:
        return
    if membership.is_owner:
        _require_another_owner(group, person)
    membership.delete()


# ---- owners -----------------------------------------------------------------------------------------------------------
@transaction.atomic
def name_owner(membership: Membership, actor: User) -> None:
    """Raises `MayNotEnter` for a provider, and for who is no longer in force."""
    group = _locked(membership.workgroup)
    member = group.memberships.in_force().filter(pk=membership.pk).select_related("user__organisation", "workgroup").first()
    if member is None or not may_own(member.user):
        raise MayNotEnter
    if not member.is_owner:
        member.is_owner = True
        member.save(update_fields=["is_owner"])
        notify(OwnerNamed(member, actor=actor))


@transaction.atomic
def remove_owner(membership: Membership) -> None:
    """The person stays in the group. Raises `LastOwner`."""
    group = _locked(membership.workgroup)
    _require_another_owner(group, membership.user)
    group.memberships.filter(pk=membership.pk).update(is_owner=False)


@transaction.atomic
def take_on(group: WorkGroup, person: User) -> None:
    """Look after a group that nobody looks after, as one of its people. Raises `HasOwner`, `MayNotEnter`."""
    group = _locked(group)
    if group.memberships.in_force().filter(is_owner=True).exists():
        raise HasOwner
    if not may_own(person) or not group.memberships.filter(user=person).update(is_owner=True):
        raise MayNotEnter


# ---- the bin ----------------------------------------------------------------------------------------------------------
@transaction.atomic
def throw_away(group: WorkGroup, person: User) -> None:
    """Into the bin for thirty days: what is for this group alone stays with its author, as it does afterwards."""
    WorkGroup.objects.select_for_update().get(pk=group.pk).throw_away(person)


@transaction.atomic
def take_back(group: WorkGroup) -> None:
    WorkGroup.objects.select_for_update().get(pk=group.pk).take_back()
