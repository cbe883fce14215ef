"""The search boxes of the lists in the CMS admin."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from search import actions as search
from tests.factories import make_event, make_place
from tests.factories.tutorials import make_tutorial
from tests.html import read

pytestmark = pytest.mark.wagtail_indexes


@pytest.fixture
def admin(client, administrator):
    client.force_login(administrator)
    return client


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "make"),
    [
        ("agenda_event", lambda title, live: make_event(title, live=live)),
        ("places_place", lambda title, live: make_place(title, live=live)),
        ("tutorials_tutorial", lambda title, live: make_tutorial(title=title, live=live)),
    ],
)
@pytest.mark.parametrize("live", [True, False])
def test_list_is_searched_by_title_published_or_not(admin, model, make, live):
    make("Marché du phare", live)
    make("Visite des remparts", live)

    listed = admin.get(reverse(f"wagtailsnippets_{model}:list"), {"q": "phare"}).content.decode()

    assert 'name="q"' in listed
    assert "Marché du phare" in listed
    assert "Visite des remparts" not in listed
    assert "Visite des remparts" in read(admin.get(reverse(f"wagtailsnippets_{model}:list"))).text


@pytest.mark.django_db
def test_text_in_several_languages_lists_its_event_once(admin):
    event = make_event("Marché du phare")
    event.words.create(language="en", title="Market at the phare")

    listed = admin.get(reverse("wagtailsnippets_agenda_event:list"), {"q": "phare"}).context["page_obj"]

    assert [each.pk for each in listed] == [event.pk]


@pytest.mark.django_db
@pytest.mark.every_database
@pytest.mark.parametrize("words", ["cargolade", "cargoalde"])
def test_list_holds_all_that_the_search_finds_in_its_own_order_under_the_same_queries(admin, words):
    url, asked = reverse("wagtailsnippets_agenda_event:list"), []
    for number in range(12):
        make_event(f"Foire {number:02}").words.update(text="<p>Une cargolade sous les pins</p>")
        make_event(f"Bal {number:02}")
        if number in (0, 11):
            search.rebuild()
            admin.get(url, {"q": words})
            with CaptureQueriesContext(connection) as queries:
                listed = admin.get(url, {"q": words}).context["page_obj"]
            assert [str(event) for event in listed] == [f"Foire {each:02}" for each in range(number, -1, -1)]
            asked.append(len(queries))
    assert asked[0] == asked[1]


@pytest.mark.django_db
def test_mistyped_words_that_stand_in_a_draft_are_not_corrected(admin):
    make_event("Une cargolade")
    make_event("Le mot cargoalde", live=False)
    search.rebuild()
    listed = admin.get(reverse("wagtailsnippets_agenda_event:list"), {"q": "cargoalde"}).context["page_obj"]
    assert [str(event) for event in listed] == ["Le mot cargoalde"]
