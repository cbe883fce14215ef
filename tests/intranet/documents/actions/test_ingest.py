from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from common.access import can_see
from common.models import SharedDocument
from common.uploads import UploadState
from intranet.documents.actions.cleanup import delete_old_uploads, queue_lost_work
from intranet.documents.actions.ingest import take_in
from intranet.documents.actions.sharing import Facts, share_lot
from intranet.documents.actions.uploads import remove_upload
from intranet.documents.models import DocumentUpload
from tests.factories.shared_documents import make_shared_document

pytestmark = pytest.mark.django_db


def make_upload(person, words=b"Le plan", replaces=None, facts=None) -> DocumentUpload:
    upload = DocumentUpload.objects.create(person=person, name="plan.txt", size=len(words), replaces=replaces)
    upload.keep_piece(0, len(words), ContentFile(words))
    if facts:
        share_lot([upload], facts)
    return upload


def test_what_the_form_asked_is_done_once_the_file_is_looked_at(member, group_member):
    upload = make_upload(member, facts=Facts(note="Pour tous"))
    assert not SharedDocument.objects.exists()
    take_in(str(upload.pk))
    take_in(str(upload.pk))
    document = SharedDocument.objects.get()
    assert (document.note, document.text_state, document.page_texts.get().text.strip()) == ("Pour tous", "read", "Le plan")
    assert can_see(group_member, document)
    assert not upload.pieces.exists()


def test_file_that_was_shared_in_another_tab_is_not_removed(member):
    """The page that removes it read it before."""
    take_in(str(make_upload(member).pk))
    seen = DocumentUpload.objects.select_related("document").get()
    share_lot([DocumentUpload.objects.get()], Facts())
    remove_upload(seen)
    assert SharedDocument.objects.get().shared_at and DocumentUpload.objects.exists()


def test_a_file_is_held_until_the_scanner_passed_it(scanner, member, group_member, administrator):
    clean, infected = (make_upload(member, words, facts=Facts()) for words in (b"Le plan", b"un virus"))
    address, scanner.CLAMD_URL = scanner.CLAMD_URL, "tcp://127.0.0.1:1"
    take_in(str(clean.pk))
    document = SharedDocument.objects.get()
    assert (document.scan_state, can_see(member, document), can_see(group_member, document)) == ("away", True, False)
    assert not SharedDocument.objects.visible_to(group_member).exists()
    scanner.CLAMD_URL = address
    for upload in (clean, infected):
        take_in(str(upload.pk))
    assert list(SharedDocument.objects.order_by("pk").values_list("scan_state", "text_state")) == [
        ("clean", "read"),
        ("infected", "waiting"),
    ]
    visible = SharedDocument.objects.visible_to(group_member)
    assert [document.scan_state for document in visible] == ["clean"]
    assert SharedDocument.objects.workable_by(group_member).count() == 1
    infected = SharedDocument.objects.get(scan_state="infected")
    assert (infected.scan_result, infected.is_workable_by(group_member)) == ("Essai-Virus", False)


def test_an_infected_version_takes_the_place_of_nothing(scanner, member):
    document = make_shared_document(member)
    upload = make_upload(member, b"un virus", document, Facts(on_version=1))
    take_in(str(upload.pk))
    upload.refresh_from_db()
    document.refresh_from_db()
    assert (document.version, document.is_held, upload.facts) == (1, False, None)
    assert "Essai-Virus" in upload.warnings[0]


def test_what_is_lost_is_queued_again_and_what_is_over_goes(member, django_capture_on_commit_callbacks, time_machine):
    time_machine.move_to(timezone.now())
    lost = make_upload(member, facts=Facts())
    cut = DocumentUpload.objects.create(person=member, name="coupé.txt", size=9)
    forgotten = make_upload(member, b"Jamais partage")
    take_in(str(forgotten.pk))
    with django_capture_on_commit_callbacks(execute=True) as calls:
        queue_lost_work()
    assert calls == []
    time_machine.shift(timedelta(minutes=11))
    SharedDocument.objects.update(text_state="waiting")  # its task was lost too
    with django_capture_on_commit_callbacks(execute=True):
        queue_lost_work()
    lost.refresh_from_db()
    assert (lost.state, lost.document.shared_at is None) == (UploadState.READ, False)
    assert set(SharedDocument.objects.values_list("text_state", flat=True)) == {"read"}
    time_machine.shift(timedelta(days=3))
    delete_old_uploads()
    assert not DocumentUpload.objects.filter(pk=cut.pk).exists()
    assert SharedDocument.objects.count() == 2
    time_machine.shift(timedelta(days=30))
    delete_old_uploads()
    assert not DocumentUpload.objects.exists()
    assert list(SharedDocument.objects.all()) == [lost.document]
