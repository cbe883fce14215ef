"""What stands in the documents and on pages is what the registry says."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from common.personal_data import Person, cookies, count_all, kinds
from destination.pages.models import LegalPage
from tests.architecture.files import ROOT
from tests.html import read

DOCUMENT = (ROOT / "docs/privacy.md").read_text().splitlines()


def test_document_names_each_kind():
    with translation.override("en"):
        lines = [f"| `{kind.key}` | {kind.title} | {kind.term} | {kind.erasure_words} |" for kind in kinds()]
    assert [line for line in lines if line not in DOCUMENT] == []


def test_document_names_each_cookie():
    with translation.override("en"):
        lines = [f"| `{each.name}` | {each.purpose} | {each.set_when} | {each.lifetime} |" for each in cookies()]
    assert [line for line in lines if line not in DOCUMENT] == []


@pytest.mark.django_db
def test_legal_page_says_the_same(client, pages):
    page = LegalPage(title="Mentions", slug="mentions", body=[("personal_data", {"contact": "Écrivez à Solveig."})])
    pages["accueil"]["fr"].add_child(instance=page)
    page.save_revision().publish()
    text = read(client.get("/fr/mentions/")).text
    for kind in kinds():
        assert all(" ".join(str(words).split()) in text for words in (kind.title, kind.term, kind.purpose, kind.erasure_words))
    for cookie in cookies():
        assert cookie.name in text
    assert "Écrivez à Solveig." in text and "CNIL" in text


@pytest.mark.django_db
@pytest.mark.every_database
@pytest.mark.usefixtures("everything")
def test_what_is_held_of_a_person_is_counted_in_few_queries(zenobie, colleague):
    for person in (Person.of(zenobie), Person.of(colleague), Person("voisine@lorient.example")):
        expected = {kind.key: count for kind in kinds() if (count := kind.count(person))}
        with CaptureQueriesContext(connection) as queries:
            counts = count_all(person)
        assert {key: count for key, count in counts.items() if count} == expected
        assert len(queries) <= 12  # of more than a hundred tables
