"""The names of other projects that we use although they do not promise them. Each test says where to look when they change."""

import inspect
import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import wagtail
import wagtail.documents.views.documents
import wagtail.images.views.images
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth.models import Permission
from django.core.management.commands import migrate
from django.db import models
from django.db.migrations.state import ModelState, ProjectState
from django.urls import get_resolver, resolve, reverse
from django.utils.translation import trans_real
from wagtail import hooks
from wagtail.admin.mail import Notifier
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import page_permission_policy
from wagtail.wagtail_hooks import check_view_restrictions

from common.management.commands.migrate import Executor, GrowingState
from common.permissions import HidingPolicy
from common.wagtail_hooks import ChosenMultipleView, ChosenView, SelectFormatView
from destination.pages.models import ContactMessage
from intranet.submissions.signals import RECEIVERS
from tests.architecture.files import ROOT
from tests.factories import make_picture, make_user


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["picture", "rendition"])
def test_wagtail_reads_the_file_of_a_picture_through_our_class(kind):
    model = get_image_model()
    model = model if kind == "picture" else model.get_rendition_model()
    file = model(file="photo.jpg", width=640, height=480).file
    assert type(file).__name__ == "MeasuredFile", (
        "Django or Wagtail no longer makes the file of a picture from `field.attr_class`: see where `MeasuredFile` is set in "
        "`common.models`. Without it each saved picture is decoded whole in the web process."
    )


@pytest.mark.django_db
def test_wagtail_measures_a_picture_with_get_image_dimensions(monkeypatch):
    measures = []
    ours = type(get_image_model()(file="photo.jpg", width=640, height=480).file)
    real = ours.get_image_dimensions
    monkeypatch.setattr(ours, "get_image_dimensions", lambda file: measures.append(file) or real(file))
    picture = make_picture()
    assert (picture.width, picture.height) == (640, 480)
    assert measures, "Wagtail no longer measures a picture with `WagtailImageFieldFile.get_image_dimensions`: see `MeasuredFile`."


@pytest.mark.parametrize(
    ("name", "arguments", "view"),
    [("chosen", [1], ChosenView), ("chosen_multiple", [], ChosenMultipleView), ("select_format", [1], SelectFormatView)],
)
def test_wagtail_chooses_pictures_through_our_views(name, arguments, view):
    answering = resolve(reverse(f"wagtailimages_chooser:{name}", args=arguments)).func.view_class
    assert issubclass(answering, view), (
        "Wagtail’s chooser of pictures no longer takes its views from `chosen_view_class` and `chosen_multiple_view_class`: see "
        "`common/wagtail_hooks.py`. Without them a picture whose right ended may be put on a page."
    )


@pytest.mark.parametrize(
    "policy",
    [page_permission_policy, wagtail.images.views.images.permission_policy, wagtail.documents.views.documents.permission_policy],
)
def test_wagtail_asks_our_policies(policy):
    assert isinstance(policy, HidingPolicy), (
        "A view of Wagtail no longer holds the policy object that `give_rule` changes: see `common/permissions.py`. Without it the "
        "lists of the CMS show what is not their reader's."
    )


@pytest.mark.parametrize(("signal", "sender", "notifier", "name"), RECEIVERS, ids=[row[3] for row in RECEIVERS])
def test_wagtail_sends_workflow_mails_through_our_receivers_alone(signal, sender, notifier, name):
    receivers = [
        receiver for receiver in signal._live_receivers(sender)[0] if _is_ours(receiver) or isinstance(receiver, Notifier)
    ]
    assert [_is_ours(receiver) for receiver in receivers] == [True], (
        f"Wagtail no longer connects `{name}` under this name, or its admin comes before `intranet.submissions` in INSTALLED_APPS: "
        "see `keep_mails_for_pages` in `intranet/submissions/signals.py`. Authors of events would be written to twice."
    )


def _is_ours(receiver) -> bool:
    return getattr(receiver, "__qualname__", "").startswith("_unless_event")


def test_wagtail_checks_restrictions_of_pages_in_a_hook_that_we_leave_out():
    assert check_view_restrictions in hooks.get_hooks("on_serve_page"), (
        "Wagtail checks who may read a page under another name: see `served` in `destination/pages/views/pages.py`, which leaves "
        "`check_view_restrictions` out because the rule that also closes translations was applied before."
    )
    assert callable(Page.get_view_restrictions)


@pytest.mark.django_db
def test_django_asks_our_backend_for_permissions_of_a_person():
    """A permission given to one person is no permission: roles alone give them."""
    person = make_user()
    person.user_permissions.add(Permission.objects.get(codename="access_admin"))
    assert not person.has_perm("wagtailadmin.access_admin"), (
        "Django no longer asks `get_user_permissions` of a backend: see `accounts/backends.py`."
    )


@pytest.mark.django_db
def test_allauth_remembers_how_a_person_signed_in(client):
    """The tests sign their people in so (`tests/access/scene.py`), for the pages that want to know."""
    person = make_user()
    client.force_login(person)
    request = SimpleNamespace(session=client.session)
    record_authentication(request, person, "password", reauthenticated=True)
    records = get_authentication_records(request, person)
    assert [record["method"] for record in records] == ["password"], (
        "allauth writes the way of signing in elsewhere: see `Scene.browser_of` in `tests/access/scene.py`."
    )


def test_web_process_answers_without_what_it_never_uses(tmp_path):
    """The driver of PostgreSQL, docutils and the compiler of PDFs: memory of each web process."""
    program = (
        "import sys, config.wsgi; from django.test import RequestFactory; from django.urls import resolve;"
        "print(sys.modules['psycopg'], sys.modules['docutils'], 'typst' in sys.modules, resolve('/health/').func.__name__)"
    )
    environment = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}",
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "VAR_DIR": str(tmp_path),
    }
    result = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert result.stdout.split() == ["None", "None", "False", "health"], (
        "A library wants what no page needs (PostgreSQL’s driver where the database is SQLite): see `sys.modules` in "
        "`config/wsgi.py`.\n" + result.stderr[-2000:]
    )


def test_wagtail_counts_uses_through_three_names():
    """`common.permissions.count_visible_uses` leaves hidden uses out of `get_references_to`, `get_references_to_in_bulk` and
    `usage_count_subquery`; the others here rest on the first two."""
    reading = set()
    for path in Path(wagtail.__file__).parent.rglob("*.py"):
        if not {"test", "tests", "migrations", "management"} & set(path.parts) and path.name != "reference_index.py":
            reading |= set(re.findall(r"ReferenceIndex\.(\w*(?:reference|usage|objects)\w*)", path.read_text()))
    assert reading - {"_extract_references_from_object", "remove_references_to"} == {
        "get_references_to", "get_grouped_references_to", "get_grouped_references_to_in_bulk", "get_count_references_to_in_bulk",
        "usage_count_subquery",
    }, "Wagtail asks its reference index in another way: see `visible_uses`. Hidden things might be counted in the CMS."  # fmt: skip


@pytest.mark.django_db
def test_message_of_a_visitor_is_no_use_of_the_page_it_was_written_on():
    assert get_resolver().url_patterns  # Wagtail registers what its viewsets index
    assert not ReferenceIndex.is_indexed(ContactMessage)


def test_django_compares_plural_rules_with_functions():
    assert "trans.plural.__code__ == self._plurals[0]:" in inspect.getsource(trans_real), (
        "Django now joins the catalogues of translations by itself, or otherwise: see `join_catalogues` in `common.apps`."
    )
    assert len(trans_real.translation("ca")._catalog._catalogs) < 6, "`join_catalogues` no longer takes effect."


@pytest.mark.parametrize(("kind", "is_same"), [(ProjectState, False), (GrowingState, True)])
def test_django_adds_a_new_model_to_the_state_of_migrations(kind, is_same):
    state = kind()
    state.add_model(ModelState("agenda", "Town", [("id", models.AutoField(primary_key=True))]))
    before, town = state.clone(), state.apps.get_model("agenda", "Town")
    street = [("id", models.AutoField(primary_key=True)), ("town", models.ForeignKey("agenda.Town", models.CASCADE))]
    state.add_model(ModelState("agenda", "Street", street))
    towns = state.apps.get_model("agenda", "Town")
    assert (towns is town) == is_same, (
        "Django no longer makes the related models anew, or `GrowingState` of our `migrate` no longer takes effect: see "
        "`docs/decisions/0022-how-an-empty-database-is-migrated.md`."
    )
    assert [relation.related_model for relation in towns._meta.related_objects] == [state.apps.get_model("agenda", "Street")]
    assert ("agenda", "street") not in before.models


@pytest.mark.parametrize(("kind", "is_same"), [(ProjectState, False), (GrowingState, True)])
def test_django_makes_a_model_anew_for_other_words_of_its_field(kind, is_same):
    state = kind()
    fields = [("id", models.AutoField(primary_key=True)), ("name", models.CharField(max_length=9))]
    state.add_model(ModelState("agenda", "Town", fields))
    town = state.apps.get_model("agenda", "Town")
    state.alter_field("agenda", "town", "name", models.CharField("nom", max_length=9), preserve_default=True)
    assert (state.apps.get_model("agenda", "Town") is town) == is_same
    state.alter_field("agenda", "town", "name", models.CharField("nom", max_length=10), preserve_default=True)
    name = state.apps.get_model("agenda", "Town")._meta.get_field("name")
    assert (name.verbose_name, name.max_length) == ("nom", 10)


def test_django_migrates_with_the_executor_that_its_command_names():
    command = inspect.getsource(migrate)
    assert migrate.MigrationExecutor is Executor and "= MigrationExecutor(" in command and "._create_project_state(" in command, (
        "Django's `migrate` makes its state otherwise: `Executor` of our `migrate` no longer takes effect."
    )
