"""The scene, for the rules that hold over every address."""

import pytest

from tests.access.scene import make_scene


@pytest.fixture
def people(visitor, professional, member, group_member, moderator, editor, administrator):
    return {
        "visitor": visitor, "professional": professional, "member": member, "group_member": group_member,
        "moderator": moderator, "editor": editor, "administrator": administrator,
    }  # fmt: skip


@pytest.fixture
def scene(people):
    return make_scene(people)
