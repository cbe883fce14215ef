import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.models import WorkGroup, load_work_groups
from common.access import work_group_key
from tests.factories import make_work_group

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def test_key_of_a_group_is_held_by_those_in_force(member, professional, former_member, group_member):
    group = make_work_group(member, professional, former_member)
    with_providers = make_work_group(professional, former_member, name="Label", providers_may_join=True)
    thrown = make_work_group(member, name="Ancien")
    thrown.throw_away(member)
    people = [type(person).objects.get(pk=person.pk) for person in (member, professional, former_member)]
    expected = [{group.pk}, {with_providers.pk}, set()]
    assert [set(person.work_group_ids) for person in people] == expected
    assert work_group_key(group.pk) in people[0].access_keys
    assert work_group_key(group.pk) not in people[1].access_keys
    again = [type(person).objects.get(pk=person.pk) for person in people]
    load_work_groups(again)
    assert [set(person.work_group_ids) for person in again] == expected


def test_group_in_the_bin_is_known_to_nobody(member, administrator, former_member):
    group = make_work_group(member, kind="open")
    for person in (member, administrator):
        assert group.is_known_to(person)
    for person in (AnonymousUser(), former_member):
        assert not group.is_known_to(person)
    group.throw_away(member)
    assert not any(group.is_known_to(person) for person in (member, administrator))
    assert not group.is_named_to(administrator)


def test_naming_follows_knowing(member, professional, group_provider, administrator, secret_member):
    """`is_named_to` is `known_to` without a question, but for who is invited."""
    for kind in WorkGroup.Kind.values:
        for takes in (False, True):
            make_work_group(secret_member, name=f"{kind} {takes}", kind=kind, providers_may_join=takes)
    for person in (member, professional, group_provider, administrator, secret_member):
        known = set(WorkGroup.objects.known_to(person).values_list("pk", flat=True))
        assert {group.pk for group in WorkGroup.objects.all() if group.is_named_to(person)} == known
