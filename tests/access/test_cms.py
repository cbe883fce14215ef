"""Nobody sees what is not theirs in the CMS either: in no list, chooser, search, report or answer for programs, and at no address of
a thing, whichever of Wagtail's views stands there."""

import json
import re
from functools import partial
from types import SimpleNamespace

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.log_actions import log
from wagtail.models import Locale, Page, ReferenceIndex
from wagtail_localize.models import Translation, TranslationSource

from common.models import Picture, SharedDocument
from destination.agenda.models import Event
from destination.pages.actions import ensure_site
from destination.places.models import Place
from tests.access.addresses import admin_addresses, admin_routes
from tests.access.marked import TOKEN, Marked, marks
from tests.access.scene import Scene, make_people
from tests.conftest import forget_commits
from tests.html import read
from tests.stream_fields import fields_of, without_ids

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail_indexes]

# By hand. Drafts are shown to who works on such things; what waits for a moderator, to moderators. The new title of a published
# event (`edt`) is its draft.
PLACES = {"plqzpub", "plqzpro", "plqzmem", "plqzunp"}
EVENTS = {"evqzpub", "evqzpro", "evqzmem", "evqzliv", "evqzedt"}
MEDIA = {f"{kind}qz{case}" for kind in ("pi", "do") for case in ("pub", "pro", "mem")}
PAGES = {"pgqzpub", "pgqzlog", "pgqzunp"}
THEIRS = {
    "moderator": PLACES | EVENTS | MEDIA | PAGES | {"evqzunp", "evqzwai", "evqzwdr"},
    "editor": PLACES | EVENTS | MEDIA | PAGES | {"pgqzedi"},
}
COLLEAGUES = {f"{kind}qz{case}" for kind in ("ev", "pl", "pi", "do") for case in ("grp", "prv")}
THEIRS["administrator"] = THEIRS["moderator"] | THEIRS["editor"] | COLLEAGUES | {"pgqzani"}
CMS_PERSONAS = list(THEIRS)
# The conditions of the lists are SQL; an editor meets them all.
PEOPLE = [pytest.param(name, marks=[pytest.mark.every_database] if name == "editor" else []) for name in CMS_PERSONAS]

SEARCHES = [
    "/admin/snippets/agenda/event/?q=qz", "/admin/snippets/agenda/event/?p=2", "/admin/snippets/places/place/?q=qz",
    "/admin/images/?q=qz", "/admin/images/results/?q=piqz", "/admin/images/?layout=list", "/admin/documents/?q=doqz",
    "/admin/images/chooser/?q=piqz", "/admin/images/chooser/results/?q=piqz", "/admin/documents/chooser/results/?q=doqz",
    "/admin/choose-page/search/?q=pgqz", "/admin/choose-page/search/?q=marqueur", "/admin/pages/search/?q=pgqz",
    "/admin/pages/search/results/?q=marqueur", "/admin/api/main/images/?fields=*", "/admin/api/main/documents/?fields=*",
    "/admin/api/main/pages/?fields=*", "/admin/api/main/images/?search=piqz", "/admin/reports/site-history/?export=csv",
    "/admin/reports/workflow/?export=csv", "/admin/reports/workflow_tasks/?export=csv",
]  # fmt: skip


CHOOSERS = {
    Event: "snippets/choose/agenda/event", Place: "snippets/choose/places/place", Page: "choose-page", Picture: "images/chooser",
    SharedDocument: "documents/chooser",
}  # fmt: skip


@pytest.fixture(scope="module")
def cms_of_module(module_transaction):
    with translation.override("fr"):
        people = make_people()
        ensure_site(name="Pays d’Aurelle")
        marked = Marked(people)
        marked.make_public()
        marked.make_hidden()
        marked.make_for_cms()
        rows = rows_by_mark(marked)
        for mark in ("evqzprv", "plqzgrp"):  # hidden things use one that is not
            rows[mark].picture = rows["piqzpub"]
            rows[mark].save()
        choose_hidden_things(rows)
        for row in rows.values():
            log(row, "wagtail.edit", title=str(row))
        source = TranslationSource.update_or_create_from_instance(rows["pgqzani"].specific)[0]
        Translation.objects.create(source=source, target_locale=Locale.objects.exclude(pk=source.locale_id).first())
    forget_commits()
    return SimpleNamespace(scene=Scene(people), marked=marked, rows=rows)


def choose_hidden_things(rows) -> None:
    """A page and an event that many may work on hold what few may see: chosen in fields and blocks, linked from texts."""
    picture, document, page = rows["piqzgrp"], rows["doqzgrp"], rows["pgqzani"]
    link = f'<p><a linktype="page" id="{page.pk}">ici</a> <a linktype="document" id="{document.pk}">là</a></p>'
    shown = {"image": picture.pk, "alt_text": "", "decorative": True}
    call = {"title": "Venez", "text": "", "page": page.pk, "address": "", "label": "Voir"}
    body = [
        {"type": "picture", "value": {"picture": shown, "caption": ""}},
        {"type": "gallery", "value": [shown, shown]},
        {"type": "question", "value": [{"question": "Où ?", "answer": f'<p><a linktype="page" id="{page.pk}">ici</a></p>'}]},
        {"type": "call", "value": call},
        {"type": "text", "value": link},
    ]
    chooser = rows["pgqzpub"].specific
    for chooser.picture, parts in ((rows["piqzend"], body[:1] + body[3:]), (picture, body)):
        chooser.body = json.dumps(parts)
        chooser.save_revision().publish()
    event = rows["evqzpub"]
    for event.picture in (picture, rows["piqzend"]):  # not published: that would open the picture with it
        event.save()
        event.save_revision()


@pytest.fixture
def cms(cms_of_module, db):
    return cms_of_module


def rows_by_mark(marked) -> dict:
    """Each marked thing; of a page its translations carry no mark."""
    rows = {f"{mark}": row for mark, row in marked.media.items()}
    for row in (*Event.objects.all(), *Place.objects.all(), *Page.objects.all()):
        rows |= dict.fromkeys(marks(str(row)), row)
    return rows


def lists(cms) -> list[str]:
    """Every address without argument, searches, choosers, what uses a thing, and bulk actions on everything there is."""
    with_ids = {model: "&".join(f"id={row.pk}" for row in cms.rows.values() if isinstance(row, model)) for model in CHOOSERS}
    bulk = [f"/admin/bulk/{model._meta.app_label}/{model._meta.model_name}/delete/?" for model in with_ids]
    addresses = [f"{address}{ids}" for address, ids in zip(bulk, with_ids.values(), strict=True)]
    addresses += [f"{address}id=all" for address in bulk]
    parent = Page.objects.get(slug="rubrique")
    addresses += [f"/admin/{CHOOSERS[model]}/chosen-multiple/?{ids}" for model, ids in with_ids.items()]
    addresses += [f"/admin/bulk/wagtailcore/page/publish/?id=all&childOf={parent.pk}", f"/admin/pages/{parent.pk}/"]
    addresses += [f"/admin/choose-page/{parent.pk}/", f"/admin/pages/{parent.pk}/results/"]
    addresses += [reverse(f"wagtailimages:{name}", args=[cms.rows["piqzpub"].pk]) for name in ("image_usage", "delete", "edit")]
    addresses += [reverse(f"wagtailsnippets_places_place:{name}", args=[cms.marked.hall.pk]) for name in ("usage", "edit")]
    return admin_addresses() + SEARCHES + addresses


def content_of(response) -> str:
    return b"".join(response.streaming_content).decode("latin-1") if response.streaming else response.content.decode()


@pytest.mark.parametrize("persona", PEOPLE)
def test_no_list_names_what_is_not_theirs(cms, persona):
    browser = cms.scene.browser_of(persona)
    too_much, seen = {}, set()
    for address in lists(cms):
        if "logout" in address or "failwhale" in address:
            continue
        if persona == "administrator" and not re.search("image|picture", address):
            continue  # nothing else is hidden from them; the report on what happened names everything
        found = marks(content_of(browser.get(address)).replace("q=pgqz", "")) & cms.rows.keys()
        seen |= found
        if found - THEIRS[persona]:
            too_much[address] = found - THEIRS[persona]
    assert too_much == {}
    if persona == "administrator":
        return
    assert seen >= THEIRS[persona] - {"evqzedt", "evqzwdr", "evqzwai"}, "the addresses no longer show what they should"


# What names a thing in a route of the admin, by its kind. `pk` does in the namespaces of the kind.
NAMES = {
    "picture": ("image_id",),
    "shareddocument": ("document_id", "doc_id"),
    "page": ("page_id", "parent_page_id", "page_to_move_id"),
}
NAMESPACES = {
    "event": ("wagtailsnippets_agenda_event", "wagtailsnippetchoosers_agenda_event"),
    "place": ("wagtailsnippets_places_place", "wagtailsnippetchoosers_places_place"),
    "picture": ("wagtailimages_chooser", "images"),
    "shareddocument": ("wagtaildocs_chooser", "documents"),
    "page": ("pages",),
}
OTHERS = {
    "revision_id": 1, "task_id": 1, "task_state_id": 1, "workflow_state_id": 1, "action_name": "approve", "filter_spec": "original",
    "content_type_app_name": "pages", "content_type_model_name": "editorialpage", "revision_id_a": "live", "revision_id_b": "latest",
}  # fmt: skip
ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")


def value_of(arguments: dict, match: re.Match) -> str:
    return str(arguments[match[1] or match[2]])


def addresses_of(row) -> list[str]:
    """Every address of the admin that names this row."""
    kind = "page" if isinstance(row, Page) else row._meta.model_name
    names = dict.fromkeys(NAMES.get(kind, ()), row.pk) | OTHERS | {"destination_id": row.pk}
    addresses = []
    for route, namespace in admin_routes():
        known = names | ({"pk": row.pk} if namespace in NAMESPACES[kind] else {})
        arguments = [first or second for first, second in ARGUMENT.findall(route)]
        if set(arguments) & {"pk", *NAMES.get(kind, ())} and set(arguments) <= set(known):
            address = ARGUMENT.sub(partial(value_of, known), route)
            addresses.append(address.replace("\\", ""))
    if kind == "page":
        addresses.append(f"/admin/pages/{row.pk}/revisions/compare/live...latest/")
    for translated in Translation.objects.filter(source__object_id=getattr(row, "translation_key", None)):
        addresses.append(reverse("wagtail_localize:preview_translation", args=[translated.pk]))
        addresses.append(reverse("wagtail_localize:update_translations", args=[translated.source_id]))
    return addresses


def media_addresses(row) -> list[str]:
    if row._meta.model_name != "picture":
        return []
    return [f"/media/{row.file.name}", f"/media/{row.get_rendition('max-165x165').file.name}"]


@pytest.mark.parametrize("persona", CMS_PERSONAS)
def test_no_address_opens_what_is_not_theirs(cms, persona):
    browser, opened = cms.scene.browser_of(persona), {}
    of_each_kind = {mark[:4]: mark for mark in sorted(cms.rows) if mark not in THEIRS[persona]} | {"piqz": "piqzend"}
    assert set(of_each_kind) == ({"piqz"} if persona == "administrator" else {"evqz", "plqz", "pgqz", "piqz", "doqz"})
    for mark, row in ((mark, cms.rows[mark]) for mark in of_each_kind.values()):
        addresses = addresses_of(row) + media_addresses(row)
        assert len(addresses) > (4 if mark.startswith("do") else 9), "the routes are no longer understood"
        for address in addresses:
            for ask in (browser.get, browser.post):
                response = ask(address)
                # A page that says no leads back to the address that was asked, in another language.
                if response.status_code not in (403, 404, 405) or marks(content_of(response).replace(address, "")):
                    opened[address] = response.status_code
    assert opened == {}


# Those that open to who may change such a thing.
EDIT = {
    "evqzpub": ("moderator", "editor", "administrator"),
    "evqzwai": ("moderator", "administrator"),
    "evqzprv": ("administrator",),
    "plqzmem": ("moderator", "editor", "administrator"),
    "plqzunp": ("moderator", "editor", "administrator"),
    "plqzgrp": ("administrator",),
    "piqzpub": ("editor", "administrator"),
    "piqzprv": ("administrator",),
    "piqzend": (),
    "doqzmem": ("editor", "administrator"),
    "doqzgrp": ("administrator",),
    "pgqzedi": ("editor", "administrator"),
    "pgqzlog": ("editor", "administrator"),
    "pgqzani": ("administrator",),
}
EDIT_PAGES = {
    Event: "wagtailsnippets_agenda_event:edit", Place: "wagtailsnippets_places_place:edit", Page: "wagtailadmin_pages:edit",
    Picture: "wagtailimages:edit", SharedDocument: "wagtaildocs:edit",
}  # fmt: skip


def test_what_is_theirs_opens(cms):
    browsers = {persona: cms.scene.browser_of(persona) for persona in CMS_PERSONAS}
    found = {}
    for mark in EDIT:
        address = reverse(EDIT_PAGES[type(cms.rows[mark])], args=[cms.rows[mark].pk])
        found[mark] = tuple(persona for persona in CMS_PERSONAS if browsers[persona].get(address).status_code == 200)
    assert found == EDIT


def choosing_addresses(cms) -> list[str]:
    """Where the page and the event are edited and looked back at."""
    page, event = cms.rows["pgqzpub"], cms.rows["evqzpub"]
    names = ("edit", "history", "usage", "delete", "history_results")
    addresses = [reverse(f"wagtailsnippets_agenda_event:{name}", args=[event.pk]) for name in names]
    pages = ("edit", "history", "usage", "history_results", "workflow_history", "delete", "unpublish", "copy", "move")
    addresses += [reverse(f"wagtailadmin_pages:{name}", args=[page.pk]) for name in pages]
    for row, name in ((page, "wagtailadmin_pages"), (event, "wagtailsnippets_agenda_event")):
        numbers = [*row.revisions.order_by("pk").values_list("pk", flat=True)]
        first, last = str(numbers[0]), str(numbers[-1])
        addresses += [reverse(f"{name}:revisions_compare", args=[row.pk, first, last])]
        addresses += [reverse(f"{name}:revisions_compare", args=[row.pk, "live", last])]
        addresses += [reverse(f"{name}:revisions_revert", args=[row.pk, number]) for number in (first, last)]
    others = Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
    return addresses + [reverse("wagtailadmin_pages:edit", args=[each.pk]) for each in others]


@pytest.mark.parametrize("persona", CMS_PERSONAS)
def test_choice_that_is_hidden_is_named_nowhere(cms, persona):
    browser, too_much, opened = cms.scene.browser_of(persona), {}, 0
    for address in choosing_addresses(cms):
        response = browser.get(address)
        opened += response.status_code == 200
        if hidden := (marks(content_of(response)) & cms.rows.keys()) - THEIRS[persona]:
            too_much[address] = hidden
    assert too_much == {}
    assert opened > 3


def test_hidden_choice_stays_when_the_form_is_saved(cms, kept_contexts):
    browser, page, hidden = cms.scene.browser_of("editor"), cms.rows["pgqzpub"], cms.rows["piqzgrp"]
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = browser.get(address)
    body_before = without_ids(page.specific.body.get_prep_value())
    html, form = response.content.decode(), response.context["form"]
    sentences = [html.count(f"Un{what} que vous ne pouvez pas voir") for what in ("e image", "e page", " document")]
    assert sentences == [4, 1, 1]  # the field and three blocks; the button; the text
    state = form.instance.body.stream_block.get_form_state(form["body"].value())
    fields = read(html).form_values() | fields_of(form.instance.body.stream_block, state, "body")
    saved = browser.post(address, {name: value for name, value in fields.items() if name.split("-")[0] != "action"})
    assert saved.status_code in (200, 302)
    after = page.revisions.order_by("pk").last().as_object()
    assert after.picture_id == hidden.pk
    assert without_ids(after.body.get_prep_value()) == body_before
    assert page.revisions.order_by("pk").last().user.email == "redaction@aurelle.example"


# Every address of the admin that says how often these things are used, or where.
TELLING = {
    "piqzpub": (
        "/admin/images/?layout=list", "/admin/images/?usage_count_min=2", "/admin/images/?ordering=-usage_count&layout=list",
        "/admin/images/chooser/?layout=list", "/admin/images/{pk}/", "/admin/images/{pk}/delete/", "/admin/images/usage/{pk}/",
        "/admin/bulk/common/picture/delete/?id={pk}",
    ),
    "doqzpub": (
        "/admin/documents/?layout=list", "/admin/documents/?ordering=-usage_count", "/admin/documents/delete/{pk}/",
        "/admin/documents/edit/{pk}/", "/admin/documents/usage/{pk}/", "/admin/bulk/common/shareddocument/delete/?id={pk}",
    ),
    "pgqzpub": (
        "/admin/pages/{pk}/", "/admin/pages/{pk}/delete/", "/admin/pages/{pk}/edit/", "/admin/pages/{pk}/unpublish/",
        "/admin/pages/{pk}/usage/", "/admin/bulk/wagtailcore/page/delete/?id={pk}",
    ),
    "plqzpub": (
        "/admin/snippets/places/place/copy/{pk}/", 
        "/admin/snippets/places/place/edit/{pk}/", "/admin/snippets/places/place/unpublish/{pk}/",
        "/admin/snippets/places/place/usage/{pk}/", "/admin/bulk/places/place/delete/?id={pk}",
    ),
}  # fmt: skip
BY_CHANCE = re.compile(r"[\w-]{20,}|editing-sessions/[\w/]+|&quot;\w{5}\\&quot;")  # identifiers of blocks and of the session


def answers(browser, addresses) -> dict[str, str]:
    """What somebody reads at each address, without what differs by chance."""
    responses = {address: browser.get(address) for address in addresses}
    assert [address for address, response in responses.items() if response.status_code != 200] == []
    return {address: BY_CHANCE.sub("", TOKEN.sub("", content_of(response))) for address, response in responses.items()}


def use_in_hidden_things(cms, used) -> None:
    """A group's event takes place there and shows the picture, a page for animators shows it and
    links to the others."""
    event, closed = cms.rows["evqzgrp"], cms.rows["pgqzani"].specific
    event.place, event.picture = used["plqzpub"], used["piqzpub"]
    event.save()
    link = '<p><a linktype="page" id="{}">ici</a> <a linktype="document" id="{}">là</a></p>'
    shown = {"picture": {"image": used["piqzpub"].pk, "alt_text": "", "decorative": True}, "caption": ""}
    text = {"type": "text", "value": link.format(used["pgqzpub"].pk, used["doqzpub"].pk)}
    closed.body = json.dumps([{"type": "picture", "value": shown}, text])
    closed.save()
    for thing in (event, closed):
        ReferenceIndex.create_or_update_for_object(thing)


def test_hidden_use_is_neither_counted_nor_named(cms):
    used = {mark: cms.rows[mark] for mark in TELLING}
    addresses = [address.format(pk=used[mark].pk) for mark, of_kind in TELLING.items() for address in of_kind]
    editor = cms.scene.browser_of("editor")
    with time_machine.travel(timezone.now(), tick=False):  # lists say how many minutes ago
        before = answers(editor, addresses)
        use_in_hidden_things(cms, used)
        after = answers(editor, addresses)
    assert [address for address in addresses if before[address] != after[address]] == []
    # They are counted for whoever sees them.
    page = read(cms.scene.browser_of("administrator").get(reverse("wagtailimages:image_usage", args=[used["piqzpub"].pk])))
    assert any("evqzgrp" in text for text in page.texts("link")) and any("pgqzani" in text for text in page.texts("link"))
