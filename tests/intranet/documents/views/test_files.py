"""Files leave by the guarded view: ranges, headers, who took them; pictures of pages are drawn by the worker."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from common.models import SharedDocument
from common.uploads import private_storage
from intranet.documents.actions import previews
from intranet.documents.actions.archives import fill_archive
from intranet.documents.actions.keeping import destroy
from intranet.documents.actions.sharing import keep_version
from intranet.documents.models import DocumentArchive, DocumentDownload
from tests.factories.documents import pdf
from tests.factories.shared_documents import make_shared_document
from tests.html import read

pytestmark = pytest.mark.django_db


def content_of(response) -> bytes:
    return b"".join(response.streaming_content)


def takings() -> list:
    return list(DocumentDownload.objects.order_by("pk").values_list("document", "person", "version"))


def test_a_part_of_a_file_is_given_to_who_may_see_it_and_noted_once(client, shelf):
    address = reverse("documents:download", args=[shelf.secret.pk])
    client.force_login(shelf.outsider)
    assert client.get(address, headers={"Range": "bytes=0-3"}).status_code == 404
    client.force_login(shelf.reader)
    whole = client.get(address)
    assert content_of(whole).startswith(b"%PDF-") and whole["Content-Disposition"].startswith("attachment")
    assert (whole["X-Content-Type-Options"], whole["Cache-Control"]) == ("nosniff", "private, no-store")
    assert whole["Content-Security-Policy"].startswith("sandbox")
    part = client.get(address, headers={"Range": "bytes=1-3", "If-Range": whole["ETag"]})
    assert (part.status_code, content_of(part)) == (206, b"PDF")
    assert client.get(address, headers={"Range": "bytes=99999999-"}).status_code == 416
    assert client.get(address, headers={"If-None-Match": whole["ETag"]}).status_code == 304
    assert client.head(address).status_code == 200
    assert takings() == [(shelf.secret.pk, shelf.reader.pk, 1)]
    DocumentDownload.objects.update(at=timezone.now() - timedelta(hours=2))
    client.get(shelf.secret.url)  # by the address of the CMS and of pages too
    assert len(takings()) == 2


def test_only_what_cannot_run_is_shown_in_the_page(client, shelf):
    client.force_login(shelf.reader)
    page = make_shared_document(shelf.author, "Page", kind="web", file=ContentFile(b"<script>1</script>", name="page.html"))
    drawing = make_shared_document(shelf.author, "Dessin", kind="web", file=ContentFile(b"<svg/>", name="dessin.svg"))
    sound = make_shared_document(shelf.author, "Son", kind="sound", file=ContentFile(b"ID3", name="son.mp3"))
    answers = [client.get(reverse("documents:download", args=[each.pk]) + "?voir") for each in (page, drawing, sound)]
    assert [answer["Content-Disposition"].split(";")[0] for answer in answers] == ["attachment", "attachment", "inline"]
    assert answers[2]["Content-Type"] == "audio/mpeg"
    assert client.get(reverse("documents:download", args=[shelf.report.pk]) + "?voir")["Content-Type"] == "application/pdf"


def test_an_earlier_version_goes_to_the_readers_of_the_document(client, shelf):
    document = make_shared_document(shelf.author, "Horaires", "Le lundi", groups=[shelf.group])
    keep_version(document)
    document.file.save("plan.txt", ContentFile(b"Le mardi"), save=False)
    document.version = 2
    document.save()
    address = reverse("documents:version_file", args=[document.pk, 1])
    client.force_login(shelf.reader)
    answer = client.get(address, headers={"Range": "bytes=3-"})
    assert (answer.status_code, content_of(answer)) == (206, b"lundi")
    assert content_of(client.get(reverse("documents:version_file", args=[document.pk, 2]))) == b"Le mardi"
    assert client.get(reverse("documents:version_file", args=[document.pk, 9])).status_code == 404
    assert takings() == [(document.pk, shelf.reader.pk, 1), (document.pk, shelf.reader.pk, 2)]
    client.force_login(shelf.outsider)
    assert client.get(address).status_code == 404


def test_a_picture_of_a_page_is_drawn_by_the_worker_for_readers_alone(client, shelf, django_capture_on_commit_callbacks):
    cache.clear()
    address = reverse("documents:page_picture", args=[shelf.secret.pk, 2])
    client.force_login(shelf.outsider)
    assert client.get(address).status_code == 404
    client.force_login(shelf.reader)
    with django_capture_on_commit_callbacks(execute=True):
        late = client.get(address)
    assert (late.status_code, late["Cache-Control"]) == (202, "no-store")  # the worker is asked, and nobody waits
    previews.draw_pages(shelf.secret.pk, 1, 1, 10)
    answer = client.get(address)
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/webp", "private, no-store")
    assert Image.open(BytesIO(content_of(answer))).width == 800
    client.force_login(shelf.outsider)
    assert client.get(address).status_code == 404
    client.force_login(shelf.reader)
    for number in (0, 3, 10**9):
        assert client.get(f"/intranet/documents/{shelf.secret.pk}/pages/{number}/").status_code == 404
    name = previews.picture_name(shelf.secret.pk, 1, 2)
    assert private_storage().exists(name)
    previews.forget_pictures(shelf.secret.pk)
    assert not private_storage().exists(name)


def test_a_page_that_cannot_be_drawn_is_not_asked_for_again(client, shelf):
    cache.clear()
    broken = make_shared_document(
        shelf.author, "Cassé", kind="pdf", file=ContentFile(b"%PDF-1.7 rien", name="casse.pdf"), pages=[]
    )
    SharedDocument.objects.filter(pk=broken.pk).update(pages=3)
    previews.draw_pages(broken.pk, 1, 1, 3)
    client.force_login(shelf.reader)
    assert client.get(reverse("documents:page_picture", args=[broken.pk, 2])).status_code == 404


def test_the_pictures_go_with_the_document(shelf, django_capture_on_commit_callbacks):
    document = make_shared_document(shelf.author, "Court", kind="pdf", file=ContentFile(pdf("Un"), name="un.pdf"))
    SharedDocument.objects.filter(pk=document.pk).update(pages=1)
    previews.draw_pages(document.pk, 1)
    name = previews.picture_name(document.pk, 1, 1)
    assert private_storage().exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        destroy(SharedDocument.objects.get(pk=document.pk))
    assert not private_storage().exists(name)


def test_a_zip_asks_the_rights_of_each_file_when_it_is_made_and_when_it_is_given(
    client, shelf, django_capture_on_commit_callbacks
):
    client.force_login(shelf.reader)
    chosen = {"document": [shelf.report.pk, shelf.secret.pk, "x", 10**30, -1]}
    assert client.post(reverse("documents:new_archive"), chosen).status_code == 302
    archive = DocumentArchive.objects.get()
    fill_archive(str(archive.pk))
    page, file = reverse("documents:archive", args=[archive.pk]), reverse("documents:archive_file", args=[archive.pk])
    assert "Le zip est prêt" in read(client.get(page)).text
    names = ZipFile(BytesIO(content_of(client.get(file)))).namelist()
    assert len(names) == 2 and any("rapport" in name for name in names)
    assert sorted(document for document, _person, _version in takings()) == sorted([shelf.report.pk, shelf.secret.pk])
    client.force_login(shelf.outsider)
    assert [client.get(address).status_code for address in (page, file)] == [404, 404]
    client.force_login(shelf.reader)
    SharedDocument.objects.get(pk=shelf.secret.pk).audience_groups.clear()  # narrowed after the zip was made
    assert client.get(file).url == page
    fill_archive(str(archive.pk))
    answer = ZipFile(BytesIO(content_of(client.get(file))))
    assert len(answer.namelist()) == 1 and "1 document a été laissé" in read(client.get(page)).text
    client.force_login(shelf.outsider)
    client.post(reverse("documents:new_archive"), chosen)
    assert DocumentArchive.objects.latest("asked_at").documents == [shelf.report.pk]


def test_a_zip_of_nothing_or_of_too_much_is_refused_with_a_sentence(client, shelf):
    client.force_login(shelf.reader)
    answer = client.post(reverse("documents:new_archive"), follow=True)
    assert "Cochez d’abord" in read(answer).text
    answer = client.post(reverse("documents:new_archive"), {"document": list(range(1, 600))}, follow=True)
    assert "Choisissez-en moins" in read(answer).text
