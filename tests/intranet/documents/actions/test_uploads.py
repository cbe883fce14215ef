"""How much an office stores, counted while files are on their way."""

from dataclasses import asdict

import pytest

from backups.registry import folders_left_out
from common.uploads import UploadRefused
from intranet.documents.actions.sharing import Facts
from intranet.documents.actions.uploads import begin_upload
from intranet.documents.limits import GIGABYTE, LARGEST_BYTES
from intranet.documents.models import DocumentUpload, StorageLimit
from intranet.documents.querysets import stored_bytes
from tests.factories import make_organisation, make_user
from tests.factories.shared_documents import make_shared_document
from tests.races import all_at_once, needs_postgresql, start_on_postgresql


@pytest.mark.django_db
def test_a_file_counts_once_from_its_first_piece_to_the_end(member):
    office, other = member.organisation, make_organisation("Office des Monts")
    stored = make_shared_document(make_user("voisin@aurelle.example", other), "Plan", file_size=7)
    lone = make_shared_document(member, "Seul", shared_at=None, file_size=50)
    upload = DocumentUpload.objects.create(person=member, name="a.pdf", size=50)
    DocumentUpload.objects.create(person=member, name="b.pdf", size=900, state="refused")
    DocumentUpload.objects.create(person=member, name="c.pdf", size=3, replaces=stored)  # of another office's document
    states = [{}, {"state": "arrived", "facts": asdict(Facts())}, {"state": "read", "document": lone}]
    for changes in states:
        DocumentUpload.objects.filter(pk=upload.pk).update(**changes)
        assert stored_bytes(office.pk) == 50, changes
    lone.shared_at = stored.shared_at
    lone.save()
    assert (stored_bytes(office.pk), stored_bytes(other.pk)) == (50, 10)
    lone.delete()
    assert stored_bytes(office.pk) == 0


def test_pictures_of_pages_stay_out_of_backups():
    assert "document-pages" in folders_left_out("private")


@pytest.mark.parametrize("_number", [pytest.param(1, marks=needs_postgresql)])
def test_two_files_at_the_same_instant_do_not_fill_the_room_of_one(transactional_db, _number):
    start_on_postgresql()
    office = make_organisation("Office du Cap")
    people = [make_user(f"personne{number}@aurelle.example", office) for number in range(4)]
    StorageLimit.objects.create(organisation=office, gigabytes=1)
    make_shared_document(people[0], "Archives", file_size=GIGABYTE - LARGEST_BYTES)
    verbs = [lambda person=person: begin_upload(person, "film.mp4", LARGEST_BYTES) for person in people]
    results = all_at_once(*verbs, errors=UploadRefused)
    assert sorted(type(result).__name__ for result in results) == ["DocumentUpload"] + ["UploadRefused"] * 3
