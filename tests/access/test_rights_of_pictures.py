"""The day a right or an agreement ends, the picture is gone from everything and for everybody, without any job having run.

Each output shows it a quarter of a minute before midnight and no more a quarter of a minute after: what is kept for a minute is
kept across.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Site

from common.media import Use
from destination.pages.making import ensure_site, make_pages
from destination.pages.models import DestinationSettings
from destination.places.models import PlacePicture
from pro_portal.photos.models import Consent, Photo
from search import actions
from tests.factories import make_category, make_event, make_picture, make_place, make_territory, make_user, one_day

pytestmark = pytest.mark.django_db
PARIS = ZoneInfo("Europe/Paris")
LAST_DAY = datetime(2026, 7, 10, 23, 59, 45, tzinfo=PARIS)
DAY_AFTER = LAST_DAY + timedelta(seconds=30)

BODY = [
    {"type": "picture", "value": {"scene": "it", "caption": "Le quai"}},
    {"type": "gallery", "value": ["it", "it"]},
    {"type": "stage", "value": {"title": "Du quai au phare", "scene": "it", "text": "<p>À pied.</p>"}},
]


def page(slug, kind, parent, body=()):
    words = {"fr": {"title": slug.capitalize(), "introduction": "Le quai.", "body": list(body)}}
    return {"slug": {"fr": slug}, "kind": kind, "parent": parent, "picture": "it", "words": words}


@pytest.fixture
def town():
    """One picture shown by an event, a place, a page and its blocks, the frame, the library."""
    with time_machine.travel(LAST_DAY, tick=False):
        commune = make_territory("Port-Aurelle")
        picture = make_picture("Quai au soleil", credit="Anne Auteure", valid_until=timezone.localdate())
        place = make_place("Le Quai", commune=commune, picture=picture, latitude=42.5, longitude=3.1)
        PlacePicture.objects.create(place=place, picture=picture)
        facts = {"place": place, "commune": commune, "schedule": one_day(timezone.localdate() + timedelta(days=2))}
        event = make_event("Foire du quai", picture=picture, categories=[make_category("festival")], **facts)
        event.other = make_event("Bal du quai", **facts)
        near = make_place("La Halle", commune=commune, latitude=42.5, longitude=3.11)
        ensure_site(name="Pays d’Aurelle")
        make_pages(
            [
                page("accueil", "home", None),
                page("decouvrir", "section", "accueil"),
                page("flaner", "editorial", "decouvrir", BODY),
                page("voir", "editorial", "decouvrir"),
            ],
            lambda name: picture,
        )
        photo = Photo.objects.create(picture=picture, state=Photo.State.ACCEPTED, orientation="landscape", commune=commune)
        town.event, town.place, town.near, town.picture, town.photo = event, place, near, picture, photo
        actions.rebuild()
        yield town
    cache.clear()


OUTPUTS = {
    "agenda": lambda town: "/fr/agenda/",
    "agenda of a day": lambda town: f"/fr/agenda/?day={town.event.first_day:%Y-%m-%d}",
    "event page": lambda town: town.event.get_absolute_url(),
    "event beside": lambda town: town.event.other.get_absolute_url(),
    "places": lambda town: "/fr/lieux/",
    "place page": lambda town: town.place.get_absolute_url(),
    "place near by": lambda town: town.near.get_absolute_url(),
    "commune": lambda town: f"/fr/communes/{town.event.commune.slug}/",
    "home": lambda town: "/fr/",
    "section": lambda town: "/fr/decouvrir/",
    "article": lambda town: "/fr/decouvrir/flaner/",
    "article beside": lambda town: "/fr/decouvrir/voir/",
    "search": lambda town: "/fr/search/?q=quai",
    "library": lambda town: "/portail/phototheque/",
    "library search": lambda town: "/portail/phototheque/?q=quai",
    "library page": lambda town: f"/portail/phototheque/{town.picture.pk}/",
    "the file": lambda town: town.picture.url_for(320),
}


def seen(town, output, when, browser) -> str:
    """What the reader is given, the address followed by its words; nothing where there is no such page."""
    with time_machine.travel(when, tick=False):
        response = browser.get(OUTPUTS[output](town), follow=True)
        if response.status_code == 404:
            return ""
        assert response.status_code == 200
        return OUTPUTS[output](town) if response.streaming else response.content.decode()


@pytest.mark.parametrize("reader", ["visitor", "administrator"])
@pytest.mark.parametrize("output", OUTPUTS)
def test_a_picture_is_gone_the_day_after_its_last(town, output, reader):
    browser = Client()
    mark, credit = f"/images/{town.picture.pk}/", "Anne Auteure"
    with time_machine.travel(LAST_DAY, tick=False):
        if reader == "administrator":
            browser.force_login(make_user(is_superuser=True, is_staff=True))
    before = seen(town, output, LAST_DAY, browser)
    assert mark in before
    after = seen(town, output, DAY_AFTER, browser)
    assert [word for word in (mark, credit) if word in after] == []


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_withdrawn_agreement_takes_the_picture_away_at_once(town, output):
    with time_machine.travel(LAST_DAY, tick=False):
        consent = Consent.objects.create(name="Paule", signed_on=timezone.localdate() - timedelta(days=9))
        consent.photos.add(town.photo)
    assert f"/images/{town.picture.pk}/" in seen(town, output, LAST_DAY, Client())
    with time_machine.travel(LAST_DAY, tick=False):
        consent.withdrawn_on = timezone.localdate()
        consent.save()
    assert f"/images/{town.picture.pk}/" not in seen(town, output, LAST_DAY, Client())


@pytest.mark.parametrize("output", [name for name in OUTPUTS if not name.startswith(("library", "the file"))])
def test_the_chosen_picture_takes_the_place_of_one_that_ended(town, output):
    with time_machine.travel(LAST_DAY, tick=False):
        town.picture.substitute = make_picture("La plage", credit="Bruno Autre")
        town.picture.save()
    other = f"/images/{town.picture.substitute_id}/"
    assert other not in seen(town, output, LAST_DAY, Client())
    after = seen(town, output, DAY_AFTER, Client())
    assert other in after and f"/images/{town.picture.pk}/" not in after


@pytest.mark.parametrize("output", [name for name in OUTPUTS if not name.startswith(("library", "the file"))])
def test_a_picture_that_is_not_for_the_web_illustrates_nothing(town, output):
    with time_machine.travel(LAST_DAY, tick=False):
        town.picture.uses = [Use.PRINT.value]
        town.picture.save()
    assert f"/images/{town.picture.pk}/" not in seen(town, output, LAST_DAY, Client())


def test_a_picture_appears_on_the_first_day_of_its_right(town):
    with time_machine.travel(LAST_DAY, tick=False):
        town.picture.valid_from, town.picture.valid_until = DAY_AFTER.date(), None
        town.picture.save()
        actions.rebuild()
    for output in OUTPUTS:
        assert f"/images/{town.picture.pk}/" not in seen(town, output, LAST_DAY, Client()), output
        assert f"/images/{town.picture.pk}/" in seen(town, output, DAY_AFTER, Client()), output


def test_the_frame_of_every_page_forgets_its_logo_and_its_card(town):
    with time_machine.travel(LAST_DAY, tick=False):
        site = Site.objects.get(is_default_site=True)
        DestinationSettings.objects.update_or_create(site=site, defaults={"logo": town.picture, "social_picture": town.picture})
        cache.clear()
    mark = town.picture.url_for(480, "webp")
    assert mark in seen(town, "agenda", LAST_DAY, Client())
    assert mark not in seen(town, "agenda", DAY_AFTER, Client())


def test_search_counts_and_suggests_no_picture_that_ended(town):
    def asked(path, when):
        with time_machine.travel(when, tick=False):
            return Client().get(path).content.decode()

    suggestions, counted = "/fr/search/suggestions/?q=quai+au", "/fr/search/?q=soleil"
    assert "Quai" in asked(suggestions, LAST_DAY)
    assert f"/phototheque/{town.picture.pk}/" in asked(counted, LAST_DAY)
    assert "phototheque" not in asked(suggestions, DAY_AFTER)
    assert f"/phototheque/{town.picture.pk}/" not in asked(counted, DAY_AFTER)
    assert "kind=photo" not in asked(counted, DAY_AFTER)


def test_a_proxy_keeps_no_picture_past_its_last_day(town):
    with time_machine.travel(LAST_DAY, tick=False):
        assert Client().get(town.picture.url_for(320))["Cache-Control"] == "public, max-age=15, s-maxage=15"


def test_lists_ask_as_little_for_three_pictures_that_ended_as_for_one(town):
    def queries(path):
        with time_machine.travel(DAY_AFTER, tick=False):
            Client().get(path)  # what the process keeps in memory is made now, or was by another test
            cache.clear()
            with CaptureQueriesContext(connection) as asked:
                assert Client().get(path).status_code == 200
        return len(asked)

    with time_machine.travel(LAST_DAY, tick=False):
        town.picture.substitute = make_picture("La plage")
        town.picture.save()
    paths = ["/fr/agenda/", "/fr/lieux/", "/fr/search/?q=quai"]
    few = [queries(path) for path in paths]
    with time_machine.travel(LAST_DAY, tick=False):
        for number in range(2):
            ended = make_picture(
                f"Autre quai {number}", valid_until=timezone.localdate(), substitute=make_picture(f"Autre {number}")
            )
            place = make_place(f"Quai {number}", commune=town.place.commune, picture=ended)
            schedule = one_day(timezone.localdate() + timedelta(days=2))
            make_event(f"Marché du quai {number}", place=place, commune=place.commune, picture=ended, schedule=schedule)
        actions.rebuild()
    assert [queries(path) for path in paths] == few
