"""Documents are found by the words inside, with their page, by those who may see them."""

import pytest

from common.access import reader_keys
from common.models import SharedDocument
from intranet.documents.facets import index as documents_index
from intranet.documents.presenters.listing import with_words
from search.actions import index_things, rebuild
from search.filters import SearchFilters
from search.models import Entry
from search.presenters import search, suggest
from tests.factories import make_event, make_work_group
from tests.factories.shared_documents import make_shared_document
from tests.html import read
from tests.search.conftest import let_readers_see

pytestmark = pytest.mark.django_db


def results(text, person):
    let_readers_see()
    return search(SearchFilters.from_query({"q": text}), reader_keys(person), "fr")


def test_a_word_inside_leads_its_readers_to_its_page(engine, member, group_member):
    group = make_work_group(name="Secret", kind="secret", owners=[group_member])
    words = ["Introduction", "Les barques zanzibarées rentrent au port"]
    document = make_shared_document(group_member, "Plan du port zanzibaré", groups=[group], pages=words, kind="pdf")
    make_shared_document(group_member, "Autre", "Rien de cela")
    rebuild()
    answer = results("barques", group_member)
    assert [(hit.entry.thing, hit.page, hit.url) for hit in answer.hits] == [
        (str(document.pk), 2, f"{document.get_absolute_url()}?p=2#p2")
    ]
    assert "<mark>barques</mark>" in answer.hits[0].excerpt
    assert answer.facets.kinds == {"document": 1}
    assert [hit.entry.thing for hit in suggest("plan du po", reader_keys(group_member), "fr")] == [str(document.pk)]
    hidden = results("barques", member)
    assert (hidden.total, hidden.hits, dict(hidden.facets.kinds)) == (0, [], {})
    assert suggest("plan du po", reader_keys(member), "fr") == []


def test_a_document_shows_its_sort_and_no_picture(engine, client, member):
    """As the documents' own lists do, in place of the landscape of a missing picture."""
    make_shared_document(member, "Budget zanzibar", kind="xlsx")
    make_shared_document(member, "Lettre zanzibar", kind="pdf")
    make_event("Bal zanzibar")
    rebuild()
    shown = {hit.entry.title: (hit.icon, hit.has_picture) for hit in results("zanzibar", member).hits}
    assert shown == {"Budget zanzibar": ("grid", False), "Lettre zanzibar": ("book", False), "Bal zanzibar": ("file", True)}
    client.force_login(member)
    rows = read(client.get("/fr/search/", {"q": "zanzibar"})).all_by_role("article")
    drawn = {row.get_by_role("heading").text: bool(row.tag.select(".no-picture")) for row in rows}
    assert drawn == {"Budget zanzibar": False, "Lettre zanzibar": False, "Bal zanzibar": True}


def test_the_entry_follows_text_audience_and_bin(engine, member, group_member, django_capture_on_commit_callbacks):
    document = make_shared_document(member, "Horaires", "Le marché vend des potirons")
    with django_capture_on_commit_callbacks(execute=True):
        index_things("document", [str(document.pk)])
    assert results("potirons", group_member).total == 1
    with django_capture_on_commit_callbacks(execute=True):
        document.page_texts.update(text="Le marché vend des cerises")
        document.save()
    with django_capture_on_commit_callbacks(execute=True):
        index_things("document", [str(document.pk)])
    assert (results("potirons", group_member).total, results("cerises", group_member).total) == (0, 1)
    with django_capture_on_commit_callbacks(execute=True):
        document.audience = "private"
        document.organisation = None
        document.save()
    assert (results("cerises", group_member).total, results("cerises", member).total) == (0, 1)
    with django_capture_on_commit_callbacks(execute=True):
        document.throw_away(member)
    assert not Entry.objects.filter(kind="document").exists()


def test_files_of_pages_and_those_that_are_held_are_not_found(engine, member, group_member):
    SharedDocument.objects.filter(pk=make_shared_document(member, "Brochure").pk).update(shared_at=None)
    make_shared_document(member, "Brochure retenue", scan_state="waiting")
    rebuild()
    assert [hit.entry.title for hit in results("brochure", member).hits] == ["Brochure retenue"]
    assert results("brochure", group_member).total == 0


def test_a_list_with_an_order_of_its_own_is_given_all_that_its_reader_sees(engine, member, group_member):
    group = make_work_group(name="Secret", kind="secret", owners=[group_member])
    documents = [make_shared_document(group_member, f"Barque {number}", "La navette du port") for number in range(12)]
    hidden = make_shared_document(group_member, "Barque cachée", "La navette cachée, la navettte du matin", groups=[group])
    rebuild()
    let_readers_see()
    rows = documents_index.current()

    def found(person, text="navette"):
        return set(rows.ids_of(with_words(rows, person, text)))

    everybody = {document.pk for document in documents}
    assert found(member) == everybody
    assert found(group_member) == everybody | {hidden.pk}
    assert found(member, "cachée") == set() and found(group_member, "cachée") == {hidden.pk}
    # Who may not see the document in which the slip stands is corrected as if it were not there.
    assert found(member, "navettte") == everybody and found(group_member, "navettte") == {hidden.pk}


def test_a_word_after_many_pages_is_found(engine, member):
    pages = [" ".join(f"saison{number}x{place}" for place in range(900)) for number in range(4)] + ["le mot zanzibarée à la fin"]
    document = make_shared_document(member, "Livre", pages=pages)
    rebuild()
    assert [hit.entry.thing for hit in results("zanzibarée", member).hits] == [str(document.pk)]
