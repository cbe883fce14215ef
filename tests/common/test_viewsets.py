"""The search boxes of the lists in the CMS admin."""

import pytest
from django.urls import reverse

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
