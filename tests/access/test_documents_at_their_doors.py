"""What somebody may try at the doors of the members' documents: held files, files of others, lies, cuts, too much."""

import base64

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from common.documents.choices import ScanState
from common.models import DocumentVersion, SharedDocument
from common.uploads import private_storage
from intranet.documents.actions.ingest import take_in
from intranet.documents.actions.previews import forget_pictures, picture_name
from intranet.documents.actions.sharing import Facts, share_lot
from intranet.documents.models import DocumentUpload
from tests.factories.documents import pdf
from tests.factories.shared_documents import make_shared_document

pytestmark = pytest.mark.django_db
CHUNK = "application/offset+octet-stream"
NOTE = {"title": "Note", "note": "Des mots", "audience": "members", "changeable_by": "author", "deletable_by": "author"}


def files_of(document) -> list[str]:
    pk, download = document.pk, reverse("documents:download", args=[document.pk])
    addresses = [download, f"{download}?voir", reverse("common:document", args=[pk, "plan.pdf"])]
    return addresses + [reverse(f"documents:{name}", args=[pk, 1]) for name in ("version_file", "page_picture")]


def test_held_file_is_given_to_nobody(client, member, group_member, administrator):
    """Neither it nor its earlier version nor its pictures, to its author and administrators either; found by nobody else."""
    document = make_shared_document(member, kind="pdf", version=2, file=ContentFile(pdf("Le quai"), name="plan.pdf"))
    DocumentVersion.objects.create(
        document=document, number=1, file=ContentFile(b"avant", name="avant.txt"), filename="avant.txt", file_size=5,
        given_at=document.shared_at,
    )  # fmt: skip
    forget_pictures(document.pk)
    private_storage().save(picture_name(document.pk, 2, 1), ContentFile(b"RIFF"))
    listed = {}
    for state, status in ((ScanState.CLEAN, 200), (ScanState.WAITING, 404), (ScanState.INFECTED, 404), (ScanState.AWAY, 404)):
        document.scan_state = state
        document.save()
        for person in (member, group_member, administrator):
            client.force_login(person)
            assert {client.get(address).status_code for address in files_of(document)} == {status}, (state, person)
        client.force_login(group_member)
        listed[state] = "Plan d’accès" in client.get(reverse("documents:list")).content.decode()
        answer = client.get(document.get_absolute_url())
        assert answer.status_code == status
    assert [state for state, is_there in listed.items() if is_there] == [ScanState.CLEAN]
    forget_pictures(document.pk)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.svg", "web"), ("a.html", "web"), ("a.html", "picture"), ("a.svg", "picture"), ("a.pdf", "web"), ("a.js", "txt")],
)
def test_what_could_run_is_only_downloaded(client, member, name, kind):
    document = make_shared_document(member, kind=kind, file=ContentFile(b"<svg onload=alert(1)>", name=name))
    client.force_login(member)
    for address in (reverse("documents:download", args=[document.pk]), document.url):
        answer = client.get(address + "?voir")
        assert answer["Content-Disposition"].startswith("attachment")
        assert (answer["X-Content-Type-Options"], answer["Content-Security-Policy"][:7]) == ("nosniff", "sandbox")


def announce(client, size: int, name: str):
    metadata = f"filename {base64.b64encode(name.encode()).decode()}"
    address = reverse("documents:new_upload")
    return client.post(address, headers={"Upload-Length": str(size), "Upload-Metadata": metadata})


def test_a_file_cut_near_its_end_goes_on_and_is_nobody_elses(client, member, group_member, django_capture_on_commit_callbacks):
    content = b"x" * 99 + b"y"
    client.force_login(member)
    address = announce(client, 100, "../../" + "é" * 300 + "\0\u202efdp.txt")["Location"]

    def send(offset, piece):
        with django_capture_on_commit_callbacks(execute=True):
            return client.patch(address, piece, CHUNK, headers={"Upload-Offset": str(offset)}).status_code

    assert send(0, content[:99]) == 204
    client.force_login(group_member)
    assert {client.head(address).status_code, send(99, b"z"), client.delete(address).status_code} == {404}
    client.force_login(member)
    assert client.head(address)["Upload-Offset"] == "99"
    assert (send(98, b"yy"), send(99, b"yy"), send(99, b"y"), send(99, b"y")) == (409, 413, 204, 409)
    document = SharedDocument.objects.get()
    assert document.file.read() == content
    assert not set("/\\\0\u202e") & {*document.filename, *document.title} and len(document.filename) < 120
    assert announce(client, 201 * 1024**2, "a.pdf").status_code == 413
    assert [announce(client, size, "a.pdf").status_code for size in (0,)] == [413]


def test_too_much_in_a_form_is_a_refusal(client, member):
    client.force_login(member)
    for fields in (
        {"tags": "a" * 10 * 1024**2},
        {"tags": "a" * 2000},
        {"note": "\0"},
        {"link": "javascript:alert(1)"},
        {"folder": "9" * 30},
    ):
        assert client.post(reverse("documents:new_note"), NOTE | fields).status_code in (400, 413, 422), fields.keys()
    assert not SharedDocument.objects.exists()


def test_a_version_is_put_by_who_may_still_change_it(member, group_member):
    document = make_shared_document(member, changeable_by="members")
    upload = DocumentUpload.objects.create(person=group_member, name="plan.txt", size=5, replaces=document)
    upload.keep_piece(0, 5, ContentFile(b"autre"))
    share_lot([upload], Facts(on_version=1))
    SharedDocument.objects.filter(pk=document.pk).update(changeable_by="author")
    take_in(str(upload.pk))
    upload.refresh_from_db()
    assert (SharedDocument.objects.get(pk=document.pk).version, upload.facts, len(upload.warnings)) == (1, None, 1)
    SharedDocument.objects.filter(pk=document.pk).update(changeable_by="members")
    share_lot([upload], Facts(on_version=1))
    assert SharedDocument.objects.get(pk=document.pk).version == 2
