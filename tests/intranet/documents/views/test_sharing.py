import base64

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from common.models import SharedDocument
from intranet.documents.limits import LARGEST_BYTES
from intranet.documents.models import DocumentUpload, StorageLimit
from tests.factories.documents import pdf
from tests.factories.shared_documents import make_folder, make_shared_document
from tests.html import read

pytestmark = pytest.mark.django_db
FORM = {"action": "share", "audience": "members", "changeable_by": "author", "deletable_by": "author"}
SHARE = "/intranet/documents/partager/"


@pytest.fixture
def browser(client, member, django_capture_on_commit_callbacks):
    """The member's; what waits for the commit, the reading of files, is done with each form."""
    client.force_login(member)

    def post(address, fields):
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(address, fields)

    client.send = post
    return client


def a_file(name="Plan_d’accès.pdf", content=b""):
    return SimpleUploadedFile(name, content or pdf("Le quai du port"))


def test_a_lot_is_shared_once_with_one_form_for_all(browser, member):
    folder = make_folder(member)
    browser.send(SHARE, {"action": "files", "files": [a_file(), a_file("../../a\u202e/b.txt", "Marché de nuit".encode())]})
    fields = FORM | {"folder": folder.pk, "note": "Pour l’été", "tags": "été, marchés, Été", "review_on": "16/07/2027"}
    answer = browser.send(SHARE, fields)
    assert (answer.status_code, answer["Location"]) == (302, folder.get_absolute_url())
    documents = SharedDocument.objects.shared().order_by("title")
    assert [(document.title, document.kind, document.text_state) for document in documents] == [
        ("Plan d’accès", "pdf", "read"), ("b", "txt", "read"),
    ]  # fmt: skip
    assert {(d.note, d.folder, d.audience, d.organisation, str(d.review_on)) for d in documents} == {
        ("Pour l’été", folder, "members", member.organisation, "2027-07-16")
    }
    assert sorted(documents[0].tags.names()) == ["marchés", "Été"] or sorted(documents[0].tags.names()) == ["marchés", "été"]
    assert documents[0].page_texts.get().text == "Le quai du port"
    again = browser.send(SHARE, fields)  # the second click, or the other tab
    assert (again.status_code, SharedDocument.objects.count()) == (422, 2)
    assert "déjà partagés" in again.content.decode()


def test_nobody_but_its_sender_sees_a_file_before_it_is_shared(browser, client, group_member):
    browser.send(SHARE, {"action": "files", "files": [a_file()]})
    document = SharedDocument.objects.get()
    assert "Plan_d’accès.pdf" in browser.get(SHARE).content.decode()
    assert client.get(document.url).status_code == 200
    client.force_login(group_member)
    assert client.get(document.url).status_code == 404
    assert "Plan_d" not in client.get(SHARE).content.decode()
    upload = DocumentUpload.objects.get()
    assert client.post(reverse("documents:remove_upload", args=[upload.pk])).status_code == 404


def test_what_is_wrong_is_said_and_what_was_typed_stays(browser):
    browser.send(SHARE, {"action": "files", "files": [a_file(content=b"%PDF-1.4 cut"), SimpleUploadedFile("rien.txt", b"")]})
    page = read(browser.send(SHARE, FORM | {"note": "Ce que j’ai écrit", "audience": "group"}))
    assert page.field("Note").value == "Ce que j’ai écrit"
    for typed in (
        {"audience": ""},
        {"folder": "99999"},
        {"review_on": "un jour"},
        {"tags": ",".join("abcdefghijk")},
        {"note": "n" * 2001},
    ):
        answer = browser.send(SHARE, FORM | {"note": "Ce que j’ai écrit"} | typed)
        assert answer.status_code == 422
    answer = browser.send(SHARE, {"action": "files", "files": [SimpleUploadedFile("rien.txt", b"")]})
    assert "Vide : rien.txt" in answer.content.decode()
    lied = SimpleUploadedFile("facture.pdf", b"MZ" + bytes(100))
    browser.send(SHARE, {"action": "files", "files": [lied]})
    document = SharedDocument.objects.latest("pk")
    assert document.kind == "program"
    assert "facture.pdf" in browser.get(SHARE).content.decode()
    assert DocumentUpload.objects.get(document=document).warnings


def test_the_same_file_is_told_to_who_may_see_it_alone(browser, client, member, group_member):
    browser.send(SHARE, {"action": "files", "files": [a_file()]})
    browser.send(SHARE, FORM)
    client.force_login(group_member)
    browser.send(SHARE, {"action": "files", "files": [a_file("autre.pdf")]})
    assert "Ce fichier est déjà là : « Plan d’accès »" in read(browser.get(SHARE)).text
    SharedDocument.objects.filter(title="Plan d’accès").update(audience="private", organisation=None)
    assert "Ce fichier est déjà là" not in read(browser.get(SHARE)).text


def test_a_note_needs_words_or_a_link(browser):
    address = "/intranet/documents/partager/note/"
    fields = FORM | {"title": "Code du portail", "link": "javascript:alert(1)"}
    assert browser.post(address, fields).status_code == 422
    assert browser.post(address, fields | {"link": ""}).status_code == 422
    assert browser.post(address, fields | {"link": "https://aurelle.example/"}).status_code == 302
    note = SharedDocument.objects.get()
    assert (note.is_note, note.link) == (True, "https://aurelle.example/")
    assert browser.get(reverse("documents:new_version", args=[note.pk])).status_code == 404


def announce(client, size: int, query=""):
    name = base64.b64encode(b"plan.txt").decode()
    address = reverse("documents:new_upload") + query
    return client.post(address, headers={"Upload-Length": str(size), "Upload-Metadata": f"filename {name}"})


def test_a_file_comes_in_pieces(browser, django_capture_on_commit_callbacks):
    address = announce(browser, 10)["Location"]
    for offset, piece in ((0, b"Le pl"), (5, b"an...")):
        with django_capture_on_commit_callbacks(execute=True):
            answer = browser.patch(address, piece, "application/offset+octet-stream", headers={"Upload-Offset": str(offset)})
        assert (answer.status_code, answer["Upload-Offset"]) == (204, str(offset + 5))
    assert SharedDocument.objects.get().file.read() == b"Le plan..."
    assert browser.get(reverse("documents:upload_states")).json()["files"][0]["state"] == "read"


def test_what_is_too_large_or_too_much_is_refused(browser, member, settings):
    assert [announce(browser, size).status_code for size in (0, LARGEST_BYTES + 1, LARGEST_BYTES)] == [413, 413, 201]
    StorageLimit.objects.create(organisation=member.organisation, gigabytes=1)
    make_shared_document(member, file_size=999_999_000)
    assert announce(browser, 2000).status_code == 422
    answer = browser.send(SHARE, {"action": "files", "files": [a_file(content=b"x" * 2000)]})
    assert "la place que l’administration lui donne" in answer.content.decode()
    DocumentUpload.objects.bulk_create(DocumentUpload(person=member, name="a", size=1) for _number in range(100))
    assert announce(browser, 1).status_code == 429


def test_only_an_administrator_sets_what_an_office_stores(client, member, editor, administrator):
    make_shared_document(member, file_size=3_000_000)
    address = reverse("documents:storage")
    for person in (member, editor):
        client.force_login(person)
        assert client.get(address).status_code == 404
    client.force_login(administrator)
    assert "3,0 Mo" in read(client.get(address)).text.replace("\u00a0", " ").replace("\u202f", " ")
    for typed, status in (("beaucoup", 422), ("0", 422), ("5", 302)):
        assert client.post(address, {"office": member.organisation_id, "gigabytes": typed}).status_code == status
    assert StorageLimit.objects.get().gigabytes == 5
    client.post(address, {"office": member.organisation_id, "gigabytes": ""})
    assert not StorageLimit.objects.exists()


def test_note_pressed_twice_is_shared_once(client, member):
    client.force_login(member)
    answers = {
        "title": "Horaires", "note": "De 9 h à 12 h.", "audience": "members", "changeable_by": "author", "deletable_by": "author",
    }  # fmt: skip
    first, second = (client.post(reverse("documents:new_note"), answers) for _double_click in range(2))
    assert first.status_code == 302 and first.url == second.url
    client.post(reverse("documents:new_note"), {**answers, "note": "De 14 h à 18 h."})
    assert SharedDocument.objects.count() == 2
