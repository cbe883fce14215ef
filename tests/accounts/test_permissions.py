"""Roles are declared in code and applied after each migrate."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import Collection, GroupCollectionPermission, Page
from wagtail.snippets.models import get_snippet_models

from accounts.actions import give_editor_page_permissions
from accounts.permissions import ROLES
from tests.factories import make_role, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def _awaited(name: str) -> bool:
    """`publish_…` comes with the snippet that its app registers, unless the model itself declares it."""
    app_label, codename = name.split(".")
    verb, _, model_name = codename.partition("_")
    if verb != "publish":
        return False
    model = apps.get_model(app_label, model_name)
    return model not in get_snippet_models() and codename not in dict(model._meta.permissions)


def test_every_declared_permission_exists():
    known = {f"{app}.{code}" for app, code in Permission.objects.values_list("content_type__app_label", "codename")}

    missing = {name for names in ROLES.values() for name in names if name not in known and not _awaited(name)}

    assert missing == set()


def test_migrate_leaves_each_role_with_exactly_its_permissions():
    for role, names in ROLES.items():
        held = {
            f"{app}.{code}"
            for app, code in Group.objects.get(name=role).permissions.values_list("content_type__app_label", "codename")
        }
        assert held == {name for name in names if not _awaited(name)}


def test_sync_takes_back_what_is_not_declared(moderator):
    group = Group.objects.get(name="moderator")
    group.permissions.add(Permission.objects.get(codename="delete_user", content_type__app_label="accounts"))

    call_command("sync_roles")

    assert not group.permissions.filter(codename="delete_user").exists()


def test_editors_write_and_publish_pages(editor):
    root = Page.objects.get(depth=1)

    give_editor_page_permissions(root)
    give_editor_page_permissions(root)

    assert root.permissions_for_user(editor).permissions == {"add", "change", "publish"}
    kept = GroupCollectionPermission.objects.filter(group=make_role("editor"), collection=Collection.get_first_root_node())
    assert kept.count() == 6


def test_members_hold_no_role():
    assert make_user().roles == []


def test_who_holds_no_role_is_asked_for_no_permission(member, moderator, django_assert_num_queries):
    member, moderator = (type(person).objects.select_related("organisation").get(pk=person.pk) for person in (member, moderator))
    with django_assert_num_queries(1):  # for groups and roles, which every page asks
        assert not member.has_perm("agenda.moderate_event") and not member.work_group_ids
    assert moderator.has_perm("agenda.moderate_event")
