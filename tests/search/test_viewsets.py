"""What editors set for the search, and that it takes effect at once."""

import csv
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from search import actions
from search.models import EditorsWords, SearchRequest, SynonymGroup
from tests.factories import make_event, make_place
from tests.html import read

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail_indexes]


@pytest.fixture
def browser(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def no_groups(db):
    SynonymGroup.objects.all().delete()


def saved(browser, language="fr", words="", pk=None):
    address = reverse("search_synonyms:edit", args=[pk]) if pk else reverse("search_synonyms:add")
    return browser.post(address, {"language": language, "words": words})


def test_editor_writes_a_group(browser, no_groups):
    assert saved(browser, words="rando,  randonnée\nbalade,rando").status_code == 302
    group = SynonymGroup.objects.get()
    assert group.words == "rando, randonnée, balade"
    assert EditorsWords.read("rando", "fr").groups == (("rando", "randonnée", "balade"),)
    assert EditorsWords.read("rando", "ca").groups == ()
    saved(browser, words="rando, marche", pk=group.pk)
    assert EditorsWords.read("rando", "fr").groups == (("rando", "marche"),)


@pytest.mark.parametrize(
    "words, sentence",
    [
        ("rando", "au moins deux mots"),
        ("rando, 🎉", "« 🎉 » ne contient aucun mot"),
        ("Rando, rando’", "est là deux fois"),
        ("plage, mer", "« plage » est déjà dans un autre groupe : plage, bord de mer"),
        ("arbre, " + "b" * 41, "est trop long"),
        ("arbre, un deux trois quatre cinq", "est trop long"),
        (", ".join(f"mot{number}" for number in range(21)), "au plus 20 mots"),
        ("x, " + "y" * 100_000, "1000 caractères"),
        ("a\x00b, c", "nul"),
        ("", "requis"),
    ],
    ids=range(10),
)
def test_what_makes_no_group_is_told_at_the_field(browser, no_groups, words, sentence):
    SynonymGroup.objects.create(language="fr", words="plage, bord de mer")
    response = saved(browser, words=words)
    assert response.status_code == 200
    assert sentence.lower() in read(response).text.replace("\xa0", " ").lower()
    assert SynonymGroup.objects.count() == 1


def test_request_is_answered_with_a_place(browser, visitor):
    beach = make_place("Plage du Grau", kind="beach")
    request = SearchRequest.objects.create(language="fr", words="cabine de bain", times=4)
    actions.rebuild()
    assert browser.get(reverse("search_requests:index")).status_code == 200
    address = reverse("search_requests:edit", args=[request.pk])
    assert browser.get(address).status_code == 200
    answer = {"language": "fr", "words": "cabine de bain", "page": "", "event": "", "place": beach.pk}
    assert browser.post(address, answer).status_code == 302
    assert EditorsWords.read("Bain, CABINE", "fr").answer == ("place", str(beach.pk))
    assert EditorsWords.read("cabine bain", "en").answer is None


def test_two_answers_at_once_are_refused(browser):
    place, event = make_place("Plage du Grau"), make_event("Bal")
    answer = {"language": "fr", "words": "cabines", "page": "", "event": event.pk, "place": place.pk}
    response = browser.post(reverse("search_requests:add"), answer)
    assert "une seule réponse" in read(response).text
    assert not SearchRequest.objects.exists()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_words_of_visitors_are_exported_as_words(browser, kind):
    for words in ("=1+cabine", "marché", "velo\x01"):
        SearchRequest.objects.note(words, "fr", words)
    response = browser.get(reverse("search_requests:index"), {"export": kind})
    content = b"".join(response.streaming_content)
    if kind == "csv":
        cells = [row[0] for row in csv.reader(StringIO(content.decode()))][1:]
        assert sorted(cells) == ["'=1+cabine", "marché", "velo\x01"]
    else:
        sheet = load_workbook(BytesIO(content)).active
        assert {cell.data_type for cell in sheet["A"]} == {"s"} and "velo" in {cell.value for cell in sheet["A"]}


def test_synonyms_are_begun_with_the_words_of_a_request(browser):
    page = read(browser.get(reverse("search_synonyms:add") + "?words=cabine&language=ca"))
    assert (page.field("Mots*").value, page.field("Langue*").value) == ("cabine", "ca")


def test_starter_groups_make_sense(db):
    """As an editor would have to write them: each word in one group of its language."""
    assert SynonymGroup.objects.count() > 100
    for group in SynonymGroup.objects.all():
        group.full_clean()
