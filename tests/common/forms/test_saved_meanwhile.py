"""Two tabs at one form: at the doors where two people may change one thing."""

from dataclasses import dataclass
from urllib.parse import urljoin

import pytest
from django.urls import reverse

from accounts.models import User
from pro_portal.photos.models import Photo
from tests.factories import make_territory, make_work_group
from tests.factories.photos import make_consent, make_photo, make_selection
from tests.factories.portal_documents import make_edition
from tests.factories.shared_documents import make_folder, make_shared_document
from tests.factories.watch import make_item, make_letter, make_source
from tests.html import Part, read
from tests.moment import in_days
from tests.personas import make_watcher

pytestmark = pytest.mark.django_db
TOLD = "Quelqu’un a enregistré autre chose pendant que vous écriviez"


TEXTS = ("Du premier onglet", "Du second onglet")


@dataclass
class Door:
    """Who may change it, the page of the form, the name of one of its fields, what two tabs write in it, where it is sent."""

    person: User
    page: str
    name: str
    answers: tuple[str, str] = TEXTS
    sent_to: str = ""

    def __post_init__(self):
        self.sent_to = self.sent_to or self.page


@pytest.fixture(
    params=[
        "group", "folder", "document", "shelf", "selection", "shared link", "consent", "rights", "facts", "letter", "source",
        "account",
    ]
)  # fmt: skip
def door(request, member, editor, administrator):
    match request.param:
        case "group":
            return Door(member, reverse("work_groups:edit", args=[make_work_group(owners=[member]).slug]), "name")
        case "folder":
            return Door(member, reverse("documents:folder_edit", args=[make_folder(member).pk]), "name")
        case "document":
            return Door(member, reverse("documents:edit", args=[make_shared_document(member).pk]), "title")
        case "shelf":
            document = make_edition().document_id
            return Door(editor, reverse("portal_documents:place", args=[document]), "year", ("2019", "2021"))
        case "selection":
            return Door(editor, reverse("photos:selection_edit", args=[make_selection().pk]), "title_fr")
        case "shared link":
            days, pk = tuple(in_days(number).isoformat() for number in (10, 20)), make_selection().pk
            pages = [reverse(f"photos:selection_{name}", args=[pk]) for name in ("edit", "share")]
            return Door(editor, pages[0], "until", days, sent_to=pages[1])
        case "consent":
            return Door(editor, reverse("photos:consent", args=[make_consent(make_photo()).pk]), "name")
        case "rights":
            return Door(editor, reverse("photos:photo_rights", args=[make_described_photo().pk]), "credit")
        case "facts":
            days = tuple(in_days(-number).isoformat() for number in (10, 20))
            return Door(editor, reverse("photos:photo_rights", args=[make_described_photo().pk]), "taken_on", days)
        case "letter":
            return Door(make_watcher(), reverse("watch:edit_letter", args=[make_letter("La lettre", [make_item()]).pk]), "title")
        case "source":
            source = make_source(kind="newsletter", address="")
            return Door(make_watcher(), reverse("watch:source", args=[source.pk]), "name")
    return Door(administrator, reverse("team:person", args=[member.pk]), "first_name")


def make_described_photo() -> Photo:
    photo = make_photo()
    photo.picture.describe({"fr": "Une plage, vue du cap"})
    photo.picture.save()
    return photo


@pytest.fixture
def tab(client, door):
    """`tab()`: what a page of this form would send; `tab(response)`: what the page of this answer would."""
    client.force_login(door.person)

    def fields_of(response=None) -> dict:
        forms = read(response or client.get(door.page)).tag.find_all("form")
        return Part(next(form for form in forms if form.find(attrs={"name": door.name}))).form_values()

    return fields_of


@pytest.fixture
def send(client, door):
    """`send(fields)`: the form of a tab; `send(fields, answer)`: with this answer in the field of the door."""

    def send_fields(fields: dict, *answer: str):
        return client.post(door.sent_to, fields | dict.fromkeys([door.name] * len(answer), *answer))

    return send_fields


def test_second_tab_is_told_and_loses_nothing(door, tab, send):
    of_first, of_second = door.answers
    first, second = tab(), tab()
    assert send(first, of_first).status_code == 302
    refused = send(second, of_second)
    page = read(refused)
    assert refused.status_code == 422
    assert TOLD in page.text
    assert "Enregistré entre-temps : « " in page.text
    if door.answers == TEXTS:
        assert "Enregistré entre-temps : « Du premier onglet »" in page.text
    way_back = urljoin(door.sent_to, page.get_by_role("link", "reprenez ce qui est enregistré").get("href"))
    assert way_back.partition("?")[0] == door.page
    assert tab(refused)[door.name] == of_second
    assert tab()[door.name] == of_first
    assert send(tab(refused)).status_code == 302
    assert tab()[door.name] == of_second


def test_what_nobody_else_changed_is_saved_at_once(door, tab, send):
    tab()
    assert send(tab(), door.answers[0]).status_code == 302
    assert tab()[door.name] == door.answers[0]


def test_double_click_is_no_second_person(door, tab, send):
    form = tab()
    assert [send(form, door.answers[0]).status_code for _click in range(2)] == [302, 302]


def test_page_of_before_an_upgrade_saves_as_it_did(door, tab, send):
    form = {name: value for name, value in tab().items() if not name.endswith("seen")}
    assert send(form, door.answers[0]).status_code == 302


def test_choices_are_told_by_their_names(client, editor):
    """One of a table, one of a list, several of a list."""
    address = reverse("photos:photo_rights", args=[make_described_photo().pk])
    client.force_login(editor)
    forms = read(client.get(address)).tag.find_all("form")
    fields = Part(next(form for form in forms if form.find(attrs={"name": "credit"}))).form_values()
    first = {"commune": make_territory("Vallbona-les-Vignes").pk, "theme": "beach", "uses": ["web", "print"]}
    assert client.post(address, fields | first).status_code == 302
    told = read(client.post(address, fields)).text
    for words in ("« Vallbona-les-Vignes »", "« Mer et plages »", "« Site internet, Imprimés »"):
        assert f"Enregistré entre-temps : {words}" in told
