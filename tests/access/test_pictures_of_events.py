"""A picture has an audience of its own: on a public event, one that is kept back is shown by nothing to a visitor."""

from copy import deepcopy
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from common.access import Audience
from demo.loaders.pages import make_pages
from destination.pages.actions import ensure_site
from search import actions
from tests.conftest import forget_commits
from tests.factories import make_category, make_event, make_picture, make_place, make_territory, one_day
from tests.html import read

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def fair_of_module(module_transaction):
    """A public event with a public picture, another one on the same day at the same place, and a home page."""
    commune = make_territory("Port-Aurelle")
    place = make_place("Le Quai", commune=commune)
    categories = [make_category("festival")]
    picture = make_picture("Affiche secrète", credit="Anne Secrète", alternatives={"fr": "Une affiche secrète"})
    facts = {"place": place, "commune": commune, "schedule": one_day(timezone.localdate() + timedelta(days=2))}
    event = make_event("Foire du quai", picture=picture, categories=categories, **facts)
    event.other = make_event("Bal du quai", **facts)
    ensure_site(name="Pays d’Aurelle")
    words = {"fr": {"title": "Pays d’Aurelle", "introduction": ""}}
    make_pages([{"slug": {"fr": "accueil"}, "kind": "home", "parent": None, "picture": None, "words": words}])
    forget_commits()
    return event


@pytest.fixture
def fair(fair_of_module, db):
    return deepcopy(fair_of_module)


def marks_of(picture) -> list[str]:
    return [f"/images/{picture.pk}/", "Secrète", "secrète"]


PICTURED = {
    "list": lambda event: "/fr/agenda/",
    "day": lambda event: f"/fr/agenda/?day={event.first_day:%Y-%m-%d}",
    "event page, card and JSON-LD": lambda event: event.get_absolute_url(),
    "also that day": lambda event: event.other.get_absolute_url(),
    "place": lambda event: event.place.get_absolute_url(),
    "commune": lambda event: f"/fr/communes/{event.commune.slug}/",
    "home": lambda event: "/fr/",
    "search": lambda event: "/fr/search/?q=foire",
}
WITHOUT = {
    "rss": lambda event: "/fr/agenda.rss",
    "atom": lambda event: "/fr/agenda.atom",
    "calendar": lambda event: "/fr/agenda.ics",
    "embed": lambda event: "/fr/agenda/embed/",
    "map": lambda event: "/fr/agenda/carte/",
    "points": lambda event: "/fr/agenda/points.json",
    "suggestions": lambda event: "/fr/search/suggestions/?q=foire",
}


def seen(event, address) -> str:
    """What a visitor is shown there, with nothing kept from before."""
    actions.rebuild()
    response = Client().get(address(event), follow=True)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("output", PICTURED)
@pytest.mark.parametrize("audience", [Audience.MEMBERS, Audience.GROUP, Audience.PRIVATE])
def test_a_picture_kept_back_is_shown_nowhere(fair, output, audience):
    picture = fair.picture
    shown = seen(fair, PICTURED[output])
    assert marks_of(picture)[0] in shown

    picture.audience = audience
    picture.save()
    fair.save()
    cache.clear()
    html = seen(fair, PICTURED[output])
    assert "quai" in html
    assert [mark for mark in marks_of(picture) if mark in html] == []


@pytest.mark.parametrize("output", WITHOUT)
def test_an_output_without_pictures_names_none(fair, output):
    written = seen(fair, WITHOUT[output])
    assert "Foire" in written or output == "map"
    assert [mark for mark in marks_of(fair.picture) if mark in written] == []


def test_the_event_page_says_its_public_picture_to_search_engines_and_social_cards(fair):
    page = read(seen(fair, PICTURED["event page, card and JSON-LD"]))
    assert page.meta("og:image") and page.structured_data[0]["image"]
    fair.picture.audience = Audience.MEMBERS
    fair.picture.save()
    page = read(seen(fair, PICTURED["event page, card and JSON-LD"]))
    assert page.meta("og:image").endswith("/static/common/social.png") and "image" not in page.structured_data[0]
