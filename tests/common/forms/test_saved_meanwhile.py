"""Two tabs at one form: at the doors where two people may change one thing."""

import pytest
from django.urls import reverse

from tests.factories import make_work_group
from tests.factories.photos import make_consent, make_photo, make_selection
from tests.factories.shared_documents import make_folder, make_shared_document
from tests.factories.watch import make_item, make_letter
from tests.html import Part, read
from tests.personas import make_watcher

pytestmark = pytest.mark.django_db
TOLD = "Quelqu’un a enregistré autre chose pendant que vous écriviez"


@pytest.fixture(params=["group", "folder", "document", "selection", "consent", "letter"])
def door(request, member, editor):
    """(who may change it, the address of the form, the name of one of its fields)"""
    match request.param:
        case "group":
            return member, reverse("work_groups:edit", args=[make_work_group(owners=[member]).slug]), "name"
        case "folder":
            return member, reverse("documents:folder_edit", args=[make_folder(member).pk]), "name"
        case "document":
            return member, reverse("documents:edit", args=[make_shared_document(member).pk]), "title"
        case "selection":
            return editor, reverse("photos:selection_edit", args=[make_selection().pk]), "title_fr"
        case "letter":
            return make_watcher(), reverse("watch:edit_letter", args=[make_letter("La lettre", [make_item()]).pk]), "title"
    return editor, reverse("photos:consent", args=[make_consent(make_photo()).pk]), "name"


@pytest.fixture
def tab(client, door):
    """`tab()`: what a page of this form would send; `tab(response)`: what the page of this answer would."""
    person, address, name = door
    client.force_login(person)

    def fields_of(response=None) -> dict:
        forms = read(response or client.get(address)).tag.find_all("form")
        return Part(next(form for form in forms if form.find(attrs={"name": name}))).form_values()

    return fields_of


def test_second_tab_is_told_and_loses_nothing(client, door, tab):
    _person, address, name = door
    first, second = tab(), tab()
    assert client.post(address, first | {name: "Du premier onglet"}).status_code == 302
    refused = client.post(address, second | {name: "Du second onglet"})
    page = read(refused)
    assert refused.status_code == 422
    assert TOLD in page.text
    assert "Enregistré entre-temps : « Du premier onglet »" in page.text
    assert page.has("link", "reprenez ce qui est enregistré")
    assert tab(refused)[name] == "Du second onglet"
    assert tab()[name] == "Du premier onglet"
    assert client.post(address, tab(refused)).status_code == 302
    assert tab()[name] == "Du second onglet"


def test_what_nobody_else_changed_is_saved_at_once(client, door, tab):
    _person, address, name = door
    tab()
    assert client.post(address, tab() | {name: "D’un seul onglet"}).status_code == 302
    assert tab()[name] == "D’un seul onglet"


def test_double_click_is_no_second_person(client, door, tab):
    _person, address, name = door
    form = tab() | {name: "Deux clics"}
    assert [client.post(address, form).status_code for _click in range(2)] == [302, 302]


def test_page_of_before_an_upgrade_saves_as_it_did(client, door, tab):
    _person, address, name = door
    form = tab()
    del form["seen"]
    assert client.post(address, form | {name: "D’une page ancienne"}).status_code == 302
