import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from common.models import SharedDocument
from intranet.documents.models import DocumentUpload
from tests.factories.shared_documents import make_shared_document
from tests.html import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(member):
    return make_shared_document(member, words="Ouvert le lundi.", changeable_by="members")


@pytest.fixture
def put(client, document, django_capture_on_commit_callbacks):
    """Somebody puts a version through the form that they opened when the document had the version `seen`."""

    def send(person, words: str, seen=1, **fields):
        client.force_login(person)
        fields = {"action": "share", "on_version": seen, "what_changed": "Le jour"} | fields
        if words:
            fields["files"] = SimpleUploadedFile("horaires.txt", words.encode())
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post(reverse("documents:new_version", args=[document.pk]), fields)
        document.refresh_from_db()
        return answer

    return send


def test_a_new_version_keeps_the_address_and_the_old_file(client, put, document, member, group_member):
    first = document.file.name
    put(group_member, "Ouvert le mardi.")
    assert (document.version, document.what_changed, document.kind, document.text_state) == (2, "Le jour", "txt", "read")
    assert document.file.read() == b"Ouvert le mardi."
    assert (document.author, document.uploaded_by_user, document.note) == (member, group_member, "")
    assert [page.text.strip() for page in document.page_texts.filter(version=2)] == ["Ouvert le mardi."]
    old = document.versions.get()
    assert (old.number, old.file.name, old.file.read()) == (1, first, b"Ouvert le lundi.")
    assert SharedDocument.objects.count() == 1
    page = read(client.get(reverse("documents:compare", args=[document.pk, 1])))
    assert [[part.name or part.text for part in page.all_by_role(role)] for role in ("deletion", "insertion")] == [
        ["lundi"],
        ["mardi"],
    ]


def test_the_second_of_two_people_is_told_and_loses_nothing(client, put, document, member, group_member):
    put(member, "Ouvert le mardi.")
    answer = put(group_member, "Ouvert le jeudi.", seen=1, what_changed="Le bon jour")
    page = read(answer)
    assert (answer.status_code, document.version) == (422, 2)
    assert "Un collègue a mis une autre version" in page.text
    assert page.field("Ce qui a changé").value == "Le bon jour"
    assert DocumentUpload.objects.open_to(group_member, document).count() == 1
    put(group_member, "", seen=2)
    assert (document.version, document.file.read()) == (3, b"Ouvert le jeudi.")
    assert document.versions.count() == 2


def test_the_second_is_told_where_their_file_is_still_being_read(client, document, member, group_member, put):
    """The forms of both are sent before the worker has looked at either file."""
    from intranet.documents.actions.ingest import take_in

    for person in (member, group_member):
        client.force_login(person)
        file = SimpleUploadedFile("horaires.txt", f"De {person.first_name}".encode())
        fields = {"action": "share", "on_version": 1, "files": file}
        assert client.post(reverse("documents:new_version", args=[document.pk]), fields).status_code == 302
    for upload in DocumentUpload.objects.order_by("begun_at"):
        take_in(str(upload.pk))
    document.refresh_from_db()
    assert (document.version, document.file.read()) == (2, b"De Maria")
    page = read(client.get(reverse("documents:new_version", args=[document.pk])))
    assert "Une autre version est arrivée entre-temps" in page.text
    assert "horaires.txt" in page.text


def test_an_earlier_version_is_restored_as_a_new_one(client, put, document, member, django_capture_on_commit_callbacks):
    put(member, "Ouvert le mardi.")
    address = reverse("documents:restore", args=[document.pk, 1])
    client.post(address, {"on_version": 1})  # the list was open since before
    document.refresh_from_db()
    assert document.version == 2
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address, {"on_version": 2})
    document.refresh_from_db()
    assert (document.version, document.what_changed, document.file.read()) == (3, "Version 1 rétablie", b"Ouvert le lundi.")
    assert document.page_texts.get(version=3).text.strip() == "Ouvert le lundi."
    assert [version.number for version in document.versions.all()] == [2, 1]
    page = read(client.get(reverse("documents:versions", args=[document.pk])))
    assert [heading for heading in page.texts("heading") if heading.startswith("Version ")] == [
        "Version 3",
        "Version 2",
        "Version 1",
    ]


def test_who_may_not_change_it_puts_no_version(client, document, member, group_member, professional):
    SharedDocument.objects.update(changeable_by="author", audience="professionals")
    address = reverse("documents:new_version", args=[document.pk])
    query = f"?document={document.pk}"
    for person in (group_member, professional):
        client.force_login(person)
        assert client.get(address).status_code == 404
        assert client.post(reverse("documents:new_upload") + query, headers={"Upload-Length": "9"}).status_code == 404
    client.force_login(group_member)
    assert client.get(reverse("documents:versions", args=[document.pk])).status_code == 200
    SharedDocument.objects.update(audience="private", organisation=None)
    assert client.get(reverse("documents:versions", args=[document.pk])).status_code == 404
