"""The day a right or an agreement ends, the picture is gone from everything and for everybody, without any job having run.

Each output shows it a quarter of a minute before midnight and no more a quarter of a minute after: what is kept for a minute is
kept across.
"""

from copy import deepcopy
from datetime import datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Site

from common.choices import Licence
from demo.loaders.pages import make_pages
from destination.pages.actions import ensure_site
from destination.pages.models import DestinationSettings
from destination.places.models import PlacePicture
from intranet.submissions.notifications import NewEventInTerritory
from notifications.actions import notify
from notifications.periodic import mail_held_notices
from pro_portal.photos.actions.archives import fill_bundle
from pro_portal.photos.actions.partner_keys import create_key
from pro_portal.photos.models import Bundle, Consent, Photo
from pro_portal.photos.rights.choices import Use
from pro_portal.watch.actions import newsletter
from search import actions
from search.models import Entry
from tests.conftest import forget_commits
from tests.factories import (
    make_category,
    make_event,
    make_organisation,
    make_picture,
    make_place,
    make_territory,
    make_user,
    one_day,
)
from tests.factories.photos import make_selection
from tests.factories.tutorials import make_tutorial, step
from tests.factories.watch import make_item, make_letter
from tests.html import read
from tests.moment import in_days
from tests.pdf import read_pdf

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


def make_town() -> SimpleNamespace:
    """One picture shown by an event, a place, a page and its blocks, the frame, the library."""
    town = SimpleNamespace()
    with time_machine.travel(LAST_DAY, tick=False):
        commune = make_territory("Port-Aurelle")
        picture = make_picture(
            "Quai au soleil", credit="Anne Auteure", valid_until=timezone.localdate(), third_parties_allowed=True,
            licence=Licence.CC_BY,
        )  # fmt: skip
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
        photo = Photo.objects.create(picture=picture, state=Photo.State.ACCEPTED, orientation="landscape", commune=commune,
                                     likeness="00ff00ff00ff00ff", theme="harbour")  # fmt: skip
        town.twin = Photo.objects.create(picture=make_picture("La jetée"), state=Photo.State.ACCEPTED, orientation="landscape",
                                         likeness="00ff00ff00ff00fe")  # fmt: skip
        town.selection = make_selection(photo, town.twin, on_front_page=True, token="dossier", shared_until=in_days(9))
        town.tutorial = make_tutorial("cadrer", picture=picture, steps=[step(picture=picture.pk)])
        town.item = make_item("Le quai vu d’ailleurs", picture=picture, in_next_letter=True)
        town.event, town.place, town.near, town.picture, town.photo = event, place, near, picture, photo
        actions.rebuild()
    return town


@pytest.fixture(scope="module")
def town_of_module(module_transaction):
    """Made once for the tests of the module."""
    town = make_town()
    forget_commits()
    return town


@pytest.fixture
def town(town_of_module, db):
    return deepcopy(town_of_module)


def withdraw_agreement(town):
    """Someone shown on the picture takes back their agreement; what is asked from now on is asked on its last day still."""
    with time_machine.travel(LAST_DAY, tick=False):
        consent = Consent.objects.create(name="Paule", signed_on=timezone.localdate() - timedelta(days=9))
        consent.photos.add(town.photo)
        consent.withdrawn_on = timezone.localdate()
        consent.save()
    return LAST_DAY


def let_a_day_pass(town):
    return DAY_AFTER


@pytest.fixture(params=[let_a_day_pass, withdraw_agreement], ids=lambda end: end.__name__)
def end(request, settings, django_capture_on_commit_callbacks):
    """Ends the right to the picture, and gives the moment to ask again: at once, no worker has had its turn."""

    def ended(town):
        settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": ["default", "mail"]}}
        connection.run_on_commit.clear()
        with django_capture_on_commit_callbacks(execute=True):
            return request.param(town)

    return ended


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
    "library": lambda town: "/fr/portail/phototheque/",
    "library search": lambda town: "/fr/portail/phototheque/?q=quai",
    "library page": lambda town: f"/fr/portail/phototheque/{town.picture.pk}/",
    "library filtered": lambda town: f"/fr/portail/phototheque/?theme={town.photo.theme}",
    "library page of one alike": lambda town: f"/fr/portail/phototheque/{town.twin.pk}/",
    "library on the portal's front": lambda town: "/fr/portail/",
    "library selection": lambda town: town.selection.get_absolute_url(),
    "library press kit": lambda town: "/fr/portail/phototheque/dossier/dossier/",
    "tutorials": lambda town: "/fr/portail/tutoriels/",
    "tutorial page": lambda town: "/fr/portail/tutoriels/cadrer/",
    "watch item": lambda town: town.item.get_absolute_url(),
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
def test_a_picture_is_gone_when_its_right_ends(town, output, reader, end):
    browser = Client()
    mark, credit = f"/images/{town.picture.pk}/", "Anne Auteure"
    with time_machine.travel(LAST_DAY, tick=False):
        if reader == "administrator":
            browser.force_login(make_user(is_superuser=True, is_staff=True))
    before = seen(town, output, LAST_DAY, browser)
    assert mark in before
    after = seen(town, output, end(town), browser)
    assert [word for word in (mark, credit) if word in after] == []


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


def test_search_counts_and_suggests_no_picture_that_ended(town, end):
    def asked(path, when):
        with time_machine.travel(when, tick=False):
            return Client().get(path).content.decode()

    address = f"/phototheque/{town.picture.pk}/"
    suggestions, counted = "/fr/search/suggestions/?q=quai+au&room=1", "/fr/search/?q=soleil&room=1"
    assert address in asked(suggestions, LAST_DAY)
    assert address in asked(counted, LAST_DAY)
    after = end(town)
    assert address not in asked(suggestions, after)
    assert address not in asked(counted, after)
    assert "kind=photo" not in asked(counted, after)


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


def at(when, browser, path, **asked):
    with time_machine.travel(when, tick=False):
        return browser.get(path, **asked)


@pytest.mark.parametrize("output", ["event page", "place page"])
def test_structured_data_and_shared_cards_name_no_picture_that_ended(town, output, end):
    def named(when):
        page = read(seen(town, output, when, Client()))
        return str(page.structured_data).count(mark), mark in (page.meta("og:image") or "")

    mark = f"/images/{town.picture.pk}/"
    before = named(LAST_DAY)
    assert before[0] and before[1]
    assert named(end(town)) == (0, False)


def test_every_width_of_a_picture_is_gone(town, end):
    """The addresses of a `srcset` that a page seen before holds open nothing any more."""
    page = read(seen(town, "event page", LAST_DAY, Client()))
    listed = [part["srcset"] for part in page.all_by_hook("srcset")]
    addresses = {part.split()[0] for each in listed for part in each.split(",") if f"/images/{town.picture.pk}/" in part}
    assert len(addresses) > 4
    some = sorted(addresses)[:: max(1, len(addresses) // 4)]
    assert [at(LAST_DAY, Client(), address).status_code for address in some] == [200] * len(some)
    after = end(town)
    assert {at(after, Client(), address).status_code for address in addresses} == {404}


# What names the event and its place, and never a picture: not even on its last day.
WITHOUT_PICTURES = {
    "rss": "/fr/agenda.rss",
    "atom": "/fr/agenda.atom",
    "calendar": "/fr/agenda.ics",
    "embed": "/fr/agenda/embed/?count=20",
    "sitemap": "/sitemap.xml",
}


@pytest.mark.parametrize("output", WITHOUT_PICTURES)
@pytest.mark.parametrize("when", [LAST_DAY, DAY_AFTER])
def test_feeds_and_embeds_carry_no_picture(town, output, when):
    text = at(when, Client(), WITHOUT_PICTURES[output]).content.decode()
    assert "foire-du-quai" in text or "Foire du quai" in text
    assert [word for word in (f"/images/{town.picture.pk}/", "Anne Auteure", "Quai au soleil") if word in text] == []


@pytest.mark.parametrize("when", [LAST_DAY, DAY_AFTER])
def test_mails_carry_no_picture(town, when, mailoutbox, django_capture_on_commit_callbacks):
    """The letter with an item, the word about an event, both illustrated: words and our own addresses, nothing to load."""
    office = make_organisation()
    office.territories.add(town.event.commune)
    reader = make_user("lectrice@aurelle.example", office)
    with time_machine.travel(when - timedelta(minutes=11), tick=False):
        notify(NewEventInTerritory(town.event))
    with time_machine.travel(when, tick=False), django_capture_on_commit_callbacks(execute=True):
        newsletter.send_trial(make_letter("La veille de juillet", [town.item]), reader)
        mail_held_notices()
    letter, news = (
        "\n".join([message.subject, message.body, *(text for text, _type in message.alternatives)]) for message in mailoutbox
    )
    assert "Le quai vu d’ailleurs" in letter and "Foire du quai" in news
    for text in (letter, news):
        assert [word for word in ("<img", "/images/", "Anne Auteure", "Quai au soleil") if word in text] == []


def test_partners_are_given_a_picture_until_its_right_ends(town, end):
    with time_machine.travel(LAST_DAY, tick=False):
        headers = {"Authorization": f"Bearer {create_key('Parc naturel', ['web'])[1]}"}

    def answers(when):
        listed = at(when, Client(), "/api/photos/", headers=headers)
        one = at(when, Client(), f"/api/photos/{town.picture.pk}/", headers=headers)
        cache.clear()
        return listed.json()["count"], "Anne Auteure" in listed.content.decode(), one.status_code

    assert answers(LAST_DAY) == (1, True, 200)
    assert answers(end(town)) == (0, False, 404)


def test_basket_and_zip_let_a_picture_go_that_ended(town, end, django_capture_on_commit_callbacks):
    browser = Client()
    with time_machine.travel(LAST_DAY, tick=False), django_capture_on_commit_callbacks(execute=True):
        town.twin.picture.third_parties_allowed, town.twin.picture.valid_from = True, DAY_AFTER.date()
        town.twin.picture.save()
    with time_machine.travel(LAST_DAY, tick=False), django_capture_on_commit_callbacks(execute=True):
        answers = {"name": "Gîte", "email": "", "accepted": "on", "next": "/fr/portail/phototheque/"}
        browser.post("/fr/portail/phototheque/conditions/", answers)
        session = browser.session
        session["photos_basket"] = [town.picture.pk, town.twin.pk]
        session.save()
        asked = browser.post("/fr/portail/phototheque/panier/zip/", {"size": "web"}).url

    def basket_and_zip(when):
        given = at(when, browser, f"{asked}fichier/")
        inside = b"".join(given.streaming_content) if given.streaming else b""
        pages = "".join(at(when, browser, path).content.decode() for path in ("/fr/portail/phototheque/panier/", asked))
        return town.picture.title in pages or "Anne Auteure" in pages, b"quai-au-soleil" in inside

    assert basket_and_zip(LAST_DAY) == (True, True)
    # The day after, the other picture's right begins: as many may be taken as the zip holds, and not the same ones.
    after = end(town)
    assert basket_and_zip(after) == (False, False)
    with time_machine.travel(after, tick=False):
        fill_bundle(Bundle.objects.get().pk)  # the worker makes it again with what may still be taken: nothing, then
    assert basket_and_zip(after) == (False, False)


def test_the_printed_tutorial_shows_a_picture_until_its_right_ends(town, end):
    def printed(when):
        pdf = at(when, Client(), "/fr/portail/tutoriels/cadrer.pdf").content
        return pdf.count(b"/Subtype /Image") + pdf.count(b"/Subtype/Image"), "Anne Auteure" in read_pdf(pdf)

    assert printed(LAST_DAY) == (1, True)
    assert printed(end(town)) == (0, False)


def test_the_chooser_of_the_cms_offers_no_picture_that_ended(town, end):
    with time_machine.travel(LAST_DAY, tick=False):
        browser = Client()
        browser.force_login(make_user(is_superuser=True, is_staff=True))
    chosen = f"/admin/images/chooser/chosen/{town.picture.pk}/"
    several = f"/admin/images/chooser/chosen-multiple/?id={town.picture.pk}"

    def offered(when):
        grid = at(when, browser, "/admin/images/chooser/").content.decode()
        return "Quai au soleil" in grid, at(when, browser, chosen).status_code == 200, "Quai" in at(
            when, browser, several).content.decode()  # fmt: skip

    assert offered(LAST_DAY) == (True, True, True)
    assert offered(end(town)) == (False, False, False)


def test_the_chooser_shows_what_is_not_for_the_web_and_refuses_it(town):
    with time_machine.travel(LAST_DAY, tick=False):
        town.picture.uses = [Use.PRINT.value]
        town.picture.save()
        browser = Client()
        browser.force_login(make_user(is_superuser=True, is_staff=True))
    grid = at(LAST_DAY, browser, "/admin/images/chooser/").content.decode()
    assert "Quai au soleil" in grid and "rights-light--red" in grid
    chosen = f"/admin/images/chooser/chosen/{town.picture.pk}/"
    assert chosen not in grid
    assert at(LAST_DAY, browser, chosen).status_code in (302, 403)


def test_the_index_is_silent_on_a_picture_that_ended_without_being_written_anew(town):
    assert Entry.objects.shown_on(LAST_DAY.date()).filter(kind="photo", thing=str(town.picture.pk)).count() == 3
    assert Entry.objects.shown_on(DAY_AFTER.date()).filter(kind="photo", thing=str(town.picture.pk)).count() == 0
