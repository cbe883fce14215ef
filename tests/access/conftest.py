"""The scene, for the rules that hold over every address."""

import pytest
from django.template import Template, engines
from django.test.utils import instrumented_test_render
from django.utils import translation

from tests.access.scene import make_people, make_scene
from tests.conftest import forget_commits

UNDEFINED = "UNDEFINED-VARIABLE"


def render(template, context) -> str:
    return template.nodelist.render(context)


@pytest.fixture(autouse=True)
def _only_pages(monkeypatch):
    """These tests read pages. To keep the context of each of their templates as well, as Django does, costs a thirtieth of the time."""
    monkeypatch.setattr(Template, "_render", render)


@pytest.fixture
def kept_contexts(monkeypatch, _only_pages):
    """Django's way, for a test that needs `response.context`."""
    monkeypatch.setattr(Template, "_render", instrumented_test_render)


class Undefined(str):
    """False as an empty string is, so that `if` and `default` take their other way; seen as soon as it is printed."""

    __slots__ = ()

    def __bool__(self):
        return False


@pytest.fixture
def undefined_shown(monkeypatch):
    """Templates print `UNDEFINED` in place of a variable that nobody defined. What is optional says so (`default`, `if`)."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Undefined(UNDEFINED))


def around_undefined(page: str) -> str:
    place = page.index(UNDEFINED)
    return " ".join(page[max(0, place - 120) : place + 60].split())


@pytest.fixture
def people(
    visitor, professional, member, group_member, moderator, editor, administrator, secret_member, group_provider, former_member
):
    return {
        "visitor": visitor, "professional": professional, "member": member, "group_member": group_member,
        "moderator": moderator, "editor": editor, "administrator": administrator,
        "secret_member": secret_member, "group_provider": group_provider, "former_member": former_member,
    }  # fmt: skip


@pytest.fixture(scope="module")
def scene_of_module(module_transaction):
    """The scene, made once for the tests of a module."""
    with translation.override("fr"):
        scene = make_scene(make_people())
    forget_commits()
    return scene


@pytest.fixture
def scene(scene_of_module, db):
    """For tests that only read it or whose requests are undone: the rows are as made, the Python objects are shared."""
    return scene_of_module
