"""The scene, for the rules that hold over every address."""

import pytest
from django.db import transaction
from django.utils import translation

from tests.access.scene import make_people, make_scene


@pytest.fixture
def people(visitor, professional, member, group_member, moderator, editor, administrator):
    return {
        "visitor": visitor, "professional": professional, "member": member, "group_member": group_member,
        "moderator": moderator, "editor": editor, "administrator": administrator,
    }  # fmt: skip


@pytest.fixture(scope="module")
def scene_of_module(django_db_setup, django_db_blocker):
    """The scene, made once for the tests of a module, inside the transaction that ends with the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        with translation.override("fr"):
            scene = make_scene(make_people())
        transaction.get_connection().run_on_commit.clear()  # what making it left to do must not join what a test leaves to do
        yield scene
        transaction.set_rollback(True)


@pytest.fixture
def scene(scene_of_module, db):
    """For tests that only read it or whose requests are undone: the rows are as made, the Python objects are shared."""
    return scene_of_module
