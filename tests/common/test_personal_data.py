"""The registry against every model there is: what can hold personal data belongs to a kind, or says why not."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import EmailField, FileField, GenericIPAddressField
from django.utils import translation
from django.utils.module_loading import import_string

from common.personal_data import Kind, cookies, kinds, register
from tests.architecture.files import ROOT, sources

#: Names of fields that often hold somebody.
NAMES = re.compile(
    r"(^|_)(first_name|last_name|full_name|name|phone|contact|address|ip|creator|credit|signed_name|signed_text|organiser|owner|session_data|data"
    r"|label|object_str|author_name|message|purpose|args_kwargs|traceback)($|_)"
)
OF_THINGS = "the name of a thing: a place, a theme, a source, a technical matter"
OF_AN_OFFICE = "the office's own address or name, which it publishes"
#: What looks like personal data and is none. A model alone stands for all of its fields.
NOT_PERSONAL = {
    "accounts.Organisation": OF_AN_OFFICE,
    "accounts.Territory.name": OF_THINGS,
    "accounts.Membership.is_owner": "whether the person of the membership looks after the group",
    "accounts.WorkGroup.name": OF_THINGS,
    "accounts.WorkGroup.purpose": OF_THINGS,
    "agenda.Announcement": "what the calendar feeds announced of an event: its titles and dates",
    "agenda.Event.schedule_data": OF_THINGS,
    "auth": OF_THINGS,
    "base_map.BaseMap": OF_THINGS,
    "backups.BackupRun": OF_THINGS,
    "common.ClockRun": OF_THINGS,
    "common.DocumentFolder.name": OF_THINGS,
    "common.Measure": OF_THINGS,
    "common.ProcessLife": OF_THINGS,
    "common.PictureRendition": "a size of a picture, which goes with it",
    "contenttypes.ContentType": OF_THINGS,
    "django_tasks_database.DBTaskResult": "queue and backend are technical; the arguments are of the kind `tasks`",
    "pages.AccessibilityPage.contact_email": OF_AN_OFFICE,
    "pages.ContactPage.recipient": OF_AN_OFFICE,
    "pages.DestinationSettings": OF_AN_OFFICE,
    "pages.DestinationTranslation": OF_AN_OFFICE,
    "pages.SocialLink": OF_AN_OFFICE,
    "documents.DocumentUploadPiece": "bytes of a file on its way, which go with the upload",
    "photos.PartnerKey": "the name of a partner, a body; its key is only kept as a fingerprint",
    "photos.UploadPiece": "bytes of a picture on its way, which go with the upload",
    "places.Place.address": "where a place open to the public stands",
    "places.PlaceTranslation.name": OF_THINGS,
    "search": "made from what is published, again and again",
    "sites.Site": OF_AN_OFFICE,
    "taggit.Tag": OF_THINGS,
    "wagtail_localize": "texts of pages and their translations; who translated is of the kind `history`",
    "wagtailcore.Collection": OF_THINGS,
    "wagtailcore.Site": OF_AN_OFFICE,
    "wagtailcore.Task": OF_THINGS,
    "wagtailcore.Workflow": OF_THINGS,
    "wagtaildocs.Document": "unused: `common.SharedDocument` stands in for it",
    "wagtailembeds.Embed": "the author that a film's provider names; no block of ours embeds",
    "wagtailforms.FormSubmission": "no page of ours is a form of an editor's",
    "wagtailimages": "unused: `common.Picture` stands in for it",
    "watch.WatchItem.address": "the address of an article",
    "watch.WatchItem.address_key": "the address of an article",
    "watch.WatchSource": OF_THINGS,
}  # fmt: skip


def looks_personal(field) -> bool:
    if field.is_relation:
        return field.related_model is get_user_model()
    return isinstance(field, EmailField | GenericIPAddressField | FileField) or bool(NAMES.search(field.name))


def held() -> dict[str, set[str]]:
    fields: dict[str, set[str]] = {}
    for kind in kinds():
        for model, names in kind.fields.items():
            fields.setdefault(apps.get_model(model)._meta.label, set()).update(name.split("__")[0] for name in names)
    return fields


def suspects() -> set[str]:
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed and not model._meta.proxy]
    return {
        f"{model._meta.label}.{field.name}"
        for model in models
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
        if looks_personal(field)
    }


def excuse(field: str) -> str | None:
    app, model, _name = field.split(".")
    return next((each for each in (field, f"{app}.{model}", app) if each in NOT_PERSONAL), None)


def test_every_field_that_may_hold_somebody_belongs_to_a_kind():
    fields = held()
    orphans = {field for field in suspects() if field.rsplit(".", 1)[1] not in fields.get(field.rsplit(".", 1)[0], ())}
    assert {field for field in orphans if not excuse(field)} == set()
    assert set(NOT_PERSONAL) - {excuse(field) for field in orphans} == set(), "an exception is left over"


def test_kinds_name_fields_that_exist():
    named = {(model, name.split("__")[0]) for kind in kinds() for model, names in kind.fields.items() for name in names}
    there = {(model, field.name) for model, _name in named for field in apps.get_model(model)._meta.get_fields()}
    assert named - there == set()


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.key)
def test_kind_says_all_that_people_may_ask(kind):
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            words = (kind.title, kind.categories, kind.purpose, kind.term, kind.erasure_words, kind.legal_basis.label)
            assert all(str(text).strip() for text in words)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.key)
def test_every_term_is_carried_out(kind):
    """By the clock, or by what the kind names."""
    if kind.lifetime is None and type(kind).expire is Kind.expire:
        assert kind.ends_by in {other.key for other in kinds()} or "(docs/" in kind.ends_by or import_string(kind.ends_by)


def test_two_kinds_do_not_share_a_key():
    class Double(Kind):
        key = "accounts"

    with pytest.raises(ValueError):
        register(Double)


# ---- cookies ----------------------------------------------------------------------------------------------------
SET_COOKIE = re.compile(r"\.set_cookie$|\.set_signed_cookie$")


def cookies_in_code() -> set[str]:
    """The names given to `set_cookie`, wherever it is called."""
    names = set()
    for path in sources(".py"):
        tree = ast.parse(path.read_text())
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and "set_cookie" in node.func.attr:
                names.add(value_of(node.args[0], path))
    return names


def value_of(argument: ast.expr, path: Path) -> str:
    if isinstance(argument, ast.Constant):
        return argument.value
    modules = ".".join(path.relative_to(ROOT).with_suffix("").parts).removeprefix("site.")
    return getattr(__import__(modules, fromlist=["x"]), argument.id)


def test_cookies_of_the_code_are_named():
    names = {cookie.name for cookie in cookies()}
    of_django = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages"}
    assert cookies_in_code() | of_django <= names


def test_what_scripts_keep_in_the_browser_is_named():
    names = {cookie.name for cookie in cookies() if not cookie.is_cookie}
    for path in sources(".js"):
        text = path.read_text()
        if "document.cookie" in text or "indexedDB" in text:
            raise AssertionError(f"{path} keeps something in the browser that no list names")
        if "localStorage" in text or "sessionStorage" in text:
            assert set(re.findall(r'KEY = "([^"]+)"', text)) <= names and "KEY" in text
