import pytest
from django.core import mail
from django.utils import timezone

from accounts.models import JoinRequest, WorkGroup
from common import recycle_bin
from common.access import can_see
from intranet.groups import actions
from notifications.models import Notice
from tests.factories import make_event, make_organisation, make_user, make_work_group
from tests.races import all_at_once, needs_postgresql, start_on_postgresql

pytestmark = pytest.mark.django_db


def codes_for(person) -> list[str]:
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("code", flat=True))


@pytest.fixture
def owner(office):
    return make_user("responsable@aurelle.example", office, first_name="Réjane")


@pytest.fixture
def group(owner):
    return make_work_group(name="Vélo", kind="on_request", owners=[owner])


def test_founder_looks_after_the_group_and_its_name_gives_its_address(member):
    facts = {"kind": "open", "purpose": "", "providers_may_join": False}
    first = actions.create(member, name="L’été à vélo", **facts)
    second = actions.create(member, name="L’été à vélo", **facts)
    assert (first.slug, second.slug) == ("l-ete-a-velo", "l-ete-a-velo-2")
    assert list(first.owners()) == [member]
    assert actions.create(member, name="Nouveau", **facts).slug == "nouveau-2"
    assert actions.create(member, name="\u202eمرحبا", **facts).slug == "groupe"


def test_secret_group_takes_no_name_from_another(member):
    facts = {"purpose": "", "providers_may_join": False}
    secret = actions.create(member, name="Sirocco", kind="secret", **facts)
    assert secret.slug.startswith("sirocco-") and len(secret.slug) == len("sirocco-") + 8
    assert actions.create(member, name="Sirocco", kind="open", **facts).slug == "sirocco"
    known = WorkGroup.objects.get(slug="sirocco")
    assert actions.change(known, name="Sirocco", kind="secret", **facts).slug.startswith("sirocco-")


def test_request_is_answered_once_and_the_person_is_told(group, owner, member, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        request = actions.ask(group, member, "Je roule tous les jours.")
        assert actions.ask(group, member, "Encore moi.") == request
    assert codes_for(owner) == ["group_join_requested"]
    assert "Je roule tous les jours." in mail.outbox[0].body
    actions.answer(request, owner, is_accepted=True, reply="Bienvenue.")
    assert list(group.people()) == [owner, member] or set(group.people()) == {owner, member}
    assert codes_for(member) == ["group_join_answered"]
    with pytest.raises(actions.AlreadyAnswered):
        actions.answer(request, owner, is_accepted=False)
    with pytest.raises(actions.AlreadyInside):
        actions.ask(group, member, "")


def test_refused_person_may_ask_again(group, owner, member):
    actions.answer(actions.ask(group, member, ""), owner, is_accepted=False, reply="C’est complet.")
    assert group.people().count() == 1
    assert actions.ask(group, member, "Et maintenant ?").answered_at is None


def test_request_taken_back_is_told_to_nobody(group, owner, member):
    actions.take_back_request(actions.ask(group, member, ""))
    assert (codes_for(owner), JoinRequest.objects.count()) == ([], 0)


def test_administrators_are_told_where_nobody_else_could_answer(group, owner, member, administrator):
    actions.ask(group, member, "")
    assert codes_for(administrator) == []
    ownerless = make_work_group(name="Sans personne", kind="on_request")
    actions.ask(ownerless, member, "")
    assert codes_for(administrator) == ["group_join_requested"]


def test_invitation_opens_the_door_once(group, owner, member):
    invitation = actions.invite(group, member, owner, "Viens !")
    assert actions.invite(group, member, owner) == invitation
    assert codes_for(member) == ["group_invitation"]
    actions.join(group, member)
    actions.join(group, member)
    assert group.memberships.filter(user=member).count() == 1
    with pytest.raises(actions.AlreadyAnswered):
        actions.decline(invitation)
    with pytest.raises(actions.AlreadyInside):
        actions.invite(group, member, owner)


def test_inviting_who_had_asked_lets_them_in(group, owner, member):
    actions.ask(group, member, "")
    actions.invite(group, member, owner)
    assert member in group.people()


@pytest.mark.parametrize("door", [actions.join, lambda group, person: actions.ask(group, person, "")])
def test_provider_comes_in_only_where_the_group_takes_them(group, professional, door):
    with pytest.raises(actions.MayNotEnter):
        door(group, professional)
    group.providers_may_join = True
    group.save()
    assert door(group, professional).workgroup == group


def test_last_owner_names_another_before_leaving(group, owner, member, professional):
    actions.join(group, member)
    with pytest.raises(actions.LastOwner):
        actions.leave(group, owner)
    with pytest.raises(actions.LastOwner):
        actions.remove_owner(group.memberships.get(user=owner))
    actions.name_owner(group.memberships.get(user=member), owner)
    actions.name_owner(group.memberships.get(user=member), owner)
    assert codes_for(member) == ["group_owner_named"]
    actions.leave(group, owner)
    actions.leave(group, owner)
    assert list(group.owners()) == [member]
    group.providers_may_join = True
    group.save()
    actions.join(group, professional)
    with pytest.raises(actions.MayNotEnter):
        actions.name_owner(group.memberships.get(user=professional), member)


def test_group_whose_owner_has_left_is_taken_on_by_one_of_its_people(group, owner, member, editor):
    actions.join(group, member)
    with pytest.raises(actions.HasOwner):
        actions.take_on(group, member)
    owner.is_active = False
    owner.save()
    with pytest.raises(actions.MayNotEnter):
        actions.take_on(group, editor)
    actions.take_on(group, member)
    assert list(group.owners()) == [member]


def test_opening_a_group_lets_in_who_waits(group, owner, member):
    actions.ask(group, member, "")
    actions.change(group, name=group.name, kind="open", purpose="", providers_may_join=False)
    assert (member in group.people(), codes_for(member)) == (True, ["group_join_answered"])


def test_things_of_a_thrown_group_stay_with_their_author(group, owner, member, editor, time_machine):
    actions.join(group, member)
    event = make_event(audience="group", work_groups=[group], author=editor)

    def readers():
        people = type(member).objects.filter(pk__in=[person.pk for person in (owner, member, editor)])
        return {person.email for person in people if can_see(person, type(event).objects.get(pk=event.pk))}

    assert readers() == {owner.email, member.email, editor.email}
    actions.throw_away(group, owner)
    assert readers() == {editor.email}
    assert type(event).objects.get(pk=event.pk).audience_in_words() == "Vous seul : son groupe est supprimé"
    actions.take_back(group)
    assert readers() == {owner.email, member.email, editor.email}
    actions.throw_away(group, owner)
    time_machine.move_to(timezone.now() + recycle_bin.KEEP_FOR + recycle_bin.timedelta(hours=1))
    assert recycle_bin.sweep() == 1
    assert (WorkGroup.objects.filter(pk=group.pk).exists(), readers()) == (False, {editor.email})
    with pytest.raises(WorkGroup.DoesNotExist):
        actions.join(group, member)


def test_provider_loses_the_things_when_the_group_takes_none_any_more(owner):
    provider = make_user("cave@aurelle.example", make_organisation("Cave", kind="provider"))
    group = make_work_group(provider, providers_may_join=True, owners=[owner])
    event = make_event(audience="group", work_groups=[group])
    facts = {"name": group.name, "kind": "closed", "purpose": ""}

    def sees():
        return can_see(type(provider).objects.get(pk=provider.pk), event)

    assert sees()
    actions.change(group, providers_may_join=False, **facts)
    assert not sees()
    actions.change(group, providers_may_join=True, **facts)
    assert sees()


# ---- at the same instant ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("second", [pytest.param(verb, marks=needs_postgresql) for verb in ("leave", "remove_owner")])
def test_two_owners_who_go_at_the_same_instant_leave_one(transactional_db, second):
    start_on_postgresql()
    office = make_organisation()
    for _turn in range(5):
        first_owner, second_owner = make_user(organisation=office), make_user(organisation=office)
        group = make_work_group(owners=[first_owner, second_owner])
        membership = group.memberships.get(user=second_owner)
        goes = {
            "leave": lambda group=group, owner=second_owner: actions.leave(group, owner),
            "remove_owner": lambda membership=membership: actions.remove_owner(membership),
        }
        results = all_at_once(
            lambda group=group, owner=first_owner: actions.leave(group, owner), goes[second], errors=actions.LastOwner
        )
        assert sorted(type(result).__name__ for result in results) == ["LastOwner", "NoneType"]
        assert group.owners().count() == 1
