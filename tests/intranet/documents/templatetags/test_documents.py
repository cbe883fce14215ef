"""A line of a list of documents: what it says, and that nothing of it is taken for markup."""

import pytest
from django.utils import translation

from common.models import SharedDocument
from intranet.documents.presenters.listing import lines_of, visible_folders
from intranet.documents.templatetags.documents import document_line
from tests.factories import make_organisation, make_user
from tests.factories.shared_documents import make_folder, make_shared_document
from tests.html import read

pytestmark = pytest.mark.django_db
HOSTILE = '<b>50 %(title)s & "plus"</b> l\'été'


def drawn(reader, document, text="", **options):
    documents = list(SharedDocument.objects.filter(pk=document.pk).with_line())
    with translation.override("fr"):
        (line,) = lines_of(documents, reader, visible_folders(reader), text)
        return document_line(line, **options)


def test_line_says_what_its_document_is(shelf):
    line = read(drawn(shelf.outsider, shelf.report, with_choice=True))
    assert line.field("Choisir « Rapport des marchés »").value == str(shelf.report.pk)
    assert line.texts("link") == ["Rapport des marchés", "Marchés"]
    for words in ("Non lu", "Pour les élus", "PDF · 1 ko · Aude Tamarin · Office du Cap"):
        assert words in line.text
    assert "Utile" not in line.text


def test_line_is_without_what_does_not_hold(shelf):
    SharedDocument.objects.filter(pk=shelf.report.pk).update(author=None, organisation=None, pinned_at=shelf.report.shared_at)
    line = read(drawn(shelf.reader, shelf.report, here=shelf.folder))
    assert "Ancien collègue" in line.text and "Utile" in line.text and "Office" not in line.text
    assert line.texts("link") == ["Rapport des marchés"] and not line.all_by_role("checkbox")
    hidden = read(drawn(shelf.outsider, make_shared_document(shelf.author, "Ouvert", folder=shelf.hidden)))
    assert hidden.texts("link") == ["Ouvert"]


def test_line_quotes_the_page_where_the_words_stand(shelf):
    text = drawn(shelf.reader, shelf.report, "étals")
    assert "<strong>p. 2</strong> " in text and "<mark>étals</mark>" in text and "?p=2#p2" in text and "Pour les élus" not in text


def test_line_takes_no_text_for_markup():
    office = make_organisation(HOSTILE)
    author = make_user("hostile@aurelle.example", office, preferred_name=HOSTILE)
    folder = make_folder(author, HOSTILE)
    document = make_shared_document(author, HOSTILE, HOSTILE, folder=folder, note=HOSTILE)
    for text in ("", "plus"):
        line = drawn(author, document, text, with_choice=True)
        assert "<b>" not in line
        assert read(line).texts("link") == [HOSTILE, HOSTILE]
        assert read(line).field(f"Choisir « {HOSTILE} »")
