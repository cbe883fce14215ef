"""Every door by which a file comes that another person could download: none is stored that the virus scanner did not pass.

What comes in pieces waits for the worker, what a form brings is refused at once, in both cases with a sentence.
"""

import ast

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import FileField
from django.urls import reverse
from wagtail.admin.forms.account import AvatarPreferencesForm

from common.forms.uploaded_pictures import keep_picture
from common.imaging.uploads import PictureRefused
from common.models import Picture, SharedDocument
from common.scanning import scanned_models
from installation.forms import LookForm
from intranet.articles.actions.attachments import DocumentRefused, keep_document
from intranet.comments.uploads import FileRefused, read_file
from intranet.people.actions import keep_portrait
from pro_portal.photos.actions.agreements import attach_agreements
from pro_portal.photos.actions.ingest import read_upload
from pro_portal.photos.actions.uploads import receive_files
from pro_portal.photos.forms.rights import ConsentForm
from pro_portal.photos.models import AttachedAgreement, Contribution, Photo, Upload
from pro_portal.photos.views.uploads import refusal_in_words
from tests.architecture.files import ROOT
from tests.factories.common import image_file
from tests.factories.documents import pdf
from tests.factories.photos import make_contribution

pytestmark = pytest.mark.django_db
FOUND, AWAY = "L’antivirus a trouvé", "L’antivirus ne répond pas"

#: Where a file of somebody is read, and what becomes of it. A door that is new gets its line, and its case below.
DOORS = {
    "site/common/forms/dropped_files.py": "scanned",  # the CMS: pictures and documents, their lists and their choosers
    "site/common/interrupted_forms.py": "keeps the names alone",
    "site/common/views/drafts.py": "scanned",  # pictures of events and of articles
    "site/installation/forms.py": "scanned",  # the logo; outlines and base maps are read, and given to nobody
    "site/installation/views/base_map.py": "its form is in installation/forms.py",
    "site/installation/views/steps.py": "its forms are in installation/forms.py",
    "intranet/articles/views/writing.py": "scanned",
    "intranet/comments/forms.py": "scanned",
    "intranet/comments/views/writing.py": "its form is in comments/forms.py",
    "intranet/documents/views/sharing.py": "scanned by the worker",  # tests/intranet/documents/actions/test_ingest.py
    "intranet/documents/views/versions.py": "scanned by the worker",
    "intranet/people/forms.py": "scanned",
    "intranet/people/views.py": "its form is in people/forms.py",
    "intranet/submissions/forms/imports.py": "a calendar is read, and given to nobody",
    "intranet/submissions/views/imports.py": "its form is in submissions/forms/imports.py",
    "pro_portal/photos/views/agreements.py": "scanned",
    "pro_portal/photos/views/contributions.py": "scanned by the worker",
    "pro_portal/photos/views/consents.py": "scanned",
    "pro_portal/photos/views/rights_changes.py": "scanned",  # by `upright_copy`, as the pictures of events
    "pro_portal/watch/forms.py": "a list of sources is read, and given to nobody",
    "pro_portal/watch/views/sources.py": "its form is in watch/forms.py",
}


def picture(name="quai.jpg", more=b"") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, image_file(size=(300, 300)).read() + more, "image/jpeg")


def sheet(more=b"") -> SimpleUploadedFile:
    return SimpleUploadedFile("plan.pdf", pdf("Le quai") + more, "application/pdf")


def _in_cms(client, editor, name: str, file) -> str:
    client.force_login(editor)
    answer = client.post(
        reverse(name), {"title": "Le quai", "files[]": file}, headers={"X-Requested-With": "XMLHttpRequest"}
    ).json()
    return "" if answer["success"] else answer["error_message"]


def _errors_of(form) -> str:
    form.is_valid()
    return " ".join(map(str, form.errors.get("logo" if "logo" in form.fields else "file", [])))


def _avatar(file) -> str:
    try:
        AvatarPreferencesForm.base_fields["avatar"].clean(file)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _raising(refused: type[Exception], act, *arguments) -> str:
    try:
        act(*arguments)
    except refused as error:
        return str(error.message)
    return ""


def _photo(giver, more: bytes) -> str:
    receive_files(giver, [picture(more=more)])
    upload = Upload.objects.latest("begun_at")
    read_upload(str(upload.pk))
    upload.refresh_from_db()
    return AWAY if upload.state == Upload.State.ARRIVED else refusal_in_words(upload.refusal)


def refusals(client, people, more: bytes) -> dict[str, str]:
    """What each door says of a file that ends with `more`; empty where it takes it."""
    member, administrator, giver = people
    lot = make_contribution(giver, 0, state=Contribution.State.OPEN)
    code = attach_agreements(lot, [sheet(more)]).get("plan.pdf", "")
    agreement = {"": "", "scan_infected": FOUND, "scan_away": AWAY}[code]
    consent = ConsentForm({}, {"file": sheet(more)}, available=Photo.objects.none())
    return {
        "picture in the CMS": _in_cms(client, administrator, "wagtailimages:add_multiple", picture(more=more)),
        "document in the CMS": _in_cms(client, administrator, "wagtaildocs:add_multiple", sheet(more)),
        "picture of an account": _avatar(picture(more=more)),
        "logo": _errors_of(LookForm({}, {"logo": picture(more=more)})),
        "picture of an event": _raising(PictureRefused, keep_picture, picture(more=more), member),
        "portrait": _raising(PictureRefused, keep_portrait, member.profile, picture(more=more)),
        "file of an article": _raising(DocumentRefused, keep_document, sheet(more), member),
        "file on a comment": _raising(FileRefused, read_file, sheet(more)),
        "picture on a comment": _raising(FileRefused, read_file, picture(more=more)),
        "agreement with a gift": agreement,
        "agreement": _errors_of(consent),
        "photo library": _photo(giver, more),
    }


def stored() -> list[int]:
    return [model.objects.count() for model in (Picture, SharedDocument, AttachedAgreement, Photo)]


def test_no_door_takes_a_file_that_the_scanner_has_not_passed(client, scanner, member, administrator, professional):
    people = (member, administrator, professional)
    before = stored()
    found = refusals(client, people, b"virus")
    assert {door for door, sentence in found.items() if FOUND not in sentence} == set()
    address, scanner.CLAMD_URL = scanner.CLAMD_URL, "tcp://127.0.0.1:1"
    unseen = refusals(client, people, b"")
    assert {door for door, sentence in unseen.items() if AWAY not in sentence} == set()
    assert stored() == before
    for upload in Upload.objects.filter(state=Upload.State.ARRIVED):  # it waited, and is asked again
        scanner.CLAMD_URL = address
        read_upload(str(upload.pk))
    assert Photo.objects.count() == 1
    assert set(refusals(client, people, b"").values()) == {""}
    assert set(SharedDocument.objects.values_list("scan_state", flat=True)) == {"clean"}


def test_without_a_scanner_every_door_is_open(client, settings, member, administrator, professional):
    settings.CLAMD_URL = ""
    assert set(refusals(client, (member, administrator, professional), b"virus").values()) == {""}


def reads_files(path) -> bool:
    """Whether a module declares the field of a form for files, or reads what a request brings."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Attribute) and node.attr == "FILES" and getattr(node.value, "id", "") == "request":
            return True
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            owner = getattr(getattr(node.func, "value", None), "id", "")
            if name.endswith(("FileField", "ImageField", "FilesField")) and owner != "models":
                return True
    return False


def test_every_door_is_known():
    """A module that begins to take files is written into `DOORS`, with what becomes of them."""
    wings = (ROOT / name for name in ("site", "intranet", "pro_portal", "search"))
    modules = (path for wing in wings for path in wing.rglob("*.py") if "migrations" not in path.parts)
    assert {str(path.relative_to(ROOT)) for path in modules if reads_files(path)} == set(DOORS)


#: Files that are stored and not looked at again in turn, each with the reason.
LEFT_OUT = {
    "accounts.Profile.portrait": "drawn anew by the site, of pixels alone",
    "accounts.Profile.portrait_small": "drawn anew by the site, of pixels alone",
    "common.PictureRendition.file": "drawn anew by the site, of pixels alone",
    "documents.DocumentArchive.file": "a zip of documents, asked for again when it is given",
    "documents.DocumentUploadPiece.file": "looked at when they are joined",
    "photos.Bundle.file": "a zip of pictures, asked for again when it is given",
    "photos.UploadPiece.file": "looked at when they are joined",
    "privacy.Export.file": "a zip for one person, of what they gave",
    "wagtailcore.UploadedFile.file": "kept until a form of the CMS is saved, given to nobody",
    "wagtaildocs.Document.file": "Wagtail's own model, without rows",
    "wagtailimages.Image.file": "Wagtail's own model, without rows",
    "wagtailimages.Rendition.file": "Wagtail's own model, without rows",
    "wagtailusers.UserProfile.avatar": "given at no address",
}


def test_every_stored_file_is_looked_at_in_turn_or_left_out_with_a_reason():
    fields = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.local_fields
        if isinstance(field, FileField)
    }
    scanned = {f"{model._meta.label}.{name}" for model in scanned_models() for name in model.SCANNED}
    assert scanned.isdisjoint(LEFT_OUT)
    assert fields == scanned | set(LEFT_OUT)
