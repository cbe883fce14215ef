"""What the worker reads of a document, with a stand-in for LibreOffice; what it reads of each type: tests/common/documents."""

import sys

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile

from common.documents import libre_office
from common.models import SharedDocument
from common.storages import private_storage
from intranet.documents.actions.content import read_current_version
from intranet.documents.actions.previews import draw_pages, forget_pictures, picture_name
from tests.factories import documents as make
from tests.factories.shared_documents import make_shared_document
from tests.html import read

pytestmark = pytest.mark.django_db

SCRIPT = """#!{python}
import sys, time
from pathlib import Path
counter = Path({counter!r})
counter.write_text(counter.read_text() + "x" if counter.exists() else "x")
{lines}
"""
CONVERT = "(Path(sys.argv[-1]).parent / 'document.pdf').write_bytes({pdf!r})"


@pytest.fixture
def program(settings, tmp_path):
    """`program(lines)` names a script as LibreOffice; `program.calls` is how often it was started."""

    def program(lines: str) -> None:
        script = tmp_path / "soffice"
        script.write_text(SCRIPT.format(python=sys.executable, counter=str(tmp_path / "calls"), lines=lines))
        script.chmod(0o755)
        settings.LIBREOFFICE = str(script)

    program.calls = lambda: len((tmp_path / "calls").read_text())
    cache.clear()
    return program


def make_old_document(member) -> SharedDocument:
    file = ContentFile(make.compound("WordDocument"), name="rapport.doc")
    document = make_shared_document(member, "Rapport", kind="doc", file=file, pages=[], text_state="waiting")
    forget_pictures(document.pk)  # those of a document of another test, which had its key
    return document


def test_an_old_office_document_has_the_pages_and_the_words_that_libre_office_gives_it(program, member):
    program(CONVERT.format(pdf=make.pdf("Les criques", "Les horaires")))
    document = make_old_document(member)
    read_current_version(document.pk)
    document.refresh_from_db()
    assert (document.text_state, document.pages, document.kind) == ("read", 2, "doc")
    assert [page.text.strip() for page in document.page_texts.all()] == ["Les criques", "Les horaires"]
    assert all(private_storage().exists(picture_name(document.pk, 1, number)) for number in (1, 2))


def test_a_converter_that_fails_is_not_started_again_for_a_day(program, member, monkeypatch):
    monkeypatch.setattr(libre_office, "SECONDS", 1)
    program("time.sleep(60)")
    document = make_old_document(member)
    read_current_version(document.pk)
    draw_pages(document.pk, 1)
    document.refresh_from_db()
    assert (document.text_state, document.pages, program.calls()) == ("not_read", None, 1)


def test_what_was_stored_before_libre_office_was_named_is_read_when_somebody_looks_at_it(
    client, program, settings, member, django_capture_on_commit_callbacks
):
    settings.LIBREOFFICE = ""
    document = make_old_document(member)
    read_current_version(document.pk)
    client.force_login(member)
    page = read(client.get(document.get_absolute_url()))
    assert "ne sont pas lus" in page.text and not page.has("img", "Page 1, en image")
    program(CONVERT.format(pdf=make.pdf("Les criques")))
    picture = read(client.get(document.get_absolute_url())).get_by_role("img", "Page 1, en image")
    with django_capture_on_commit_callbacks(execute=True):
        assert client.get(picture["src"]).status_code == 202
    assert client.get(picture["src"]).status_code == 200  # the worker was asked
    assert document.page_texts.get().text.strip() == "Les criques"
