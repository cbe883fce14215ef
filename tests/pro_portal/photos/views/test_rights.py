"""The rooms of rights: what ends soon, what a change does."""

import pytest
from django.test import Client

from common.models import Picture
from pro_portal.photos.models import Photo, Taking
from search import actions as search
from tests.factories import make_event, make_picture, make_place, make_user
from tests.factories.photos import make_consent, make_contribution
from tests.html import read
from tests.moment import in_days

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail_indexes]
RIGHTS, CONSENTS = "/fr/portail/phototheque/droits/", "/fr/portail/phototheque/droits/accords/"


@pytest.fixture
def keeper(client, editor):
    client.force_login(editor)
    return editor


def test_rights_page_shows_what_ends_and_where_it_is_used(client, keeper, make_photo):
    photo = make_photo("Le phare", valid_until=in_days(9))
    make_event("Foire du quai", picture=photo.picture)
    make_photo("Plus tard", valid_until=in_days(61))
    make_photo("La fête", valid_until=in_days(-1))
    soon = client.get(RIGHTS).content.decode()
    assert "Le phare" in soon and "Foire du quai" in soon and "dans 9 jours" in soon
    assert "Plus tard" not in soon and "La fête" not in soon
    assert "La fête" in read(client.get(RIGHTS, {"etat": "finis"})).text


@pytest.mark.every_database
def test_all_that_hold_the_words_are_listed_whatever_their_rights(client, keeper, make_photo):
    """The search shows neither what is over nor what awaits an agreement; its keepers look for them here."""
    make_photo("Plage")
    over = make_photo("Repas", description="Une cargolade sous les pins", valid_until=in_days(-1))
    kept = [make_photo(f"Repas {number}", description="Une cargolade") for number in range(3)]
    waiting = make_photo("La cargolade", with_people=True)
    Picture.objects.filter(pk=waiting.pk).update(awaits_consent=True)
    search.rebuild()
    rows = client.get(RIGHTS, {"etat": "toutes", "q": "cargolade"}).context["rows"]
    assert [row["photo"].pk for row in rows] == [photo.pk for photo in (waiting, *reversed(kept), over)]


def take(photo, **by):
    return Taking.objects.create(picture=photo.picture, size="web", use="web", **by)


def rights_of(photo, **more):
    return {
        "title": "Le phare", "credit": "Anne Auteure", "creator": "", "licence": "cc_by", "uses": ["web"], "audience": "public",
        "use_territory": "", "valid_from": "", "valid_until": "", "substitute": "", "theme": "beach", "season": "", "weather": "",
        "commune": "", "place": "", "taken_on": "", "alternative_fr": "Le phare au soir", **more,
    }  # fmt: skip


def test_rights_that_are_changed_act_at_once(client, keeper, make_photo):
    photo = make_photo("Le phare")
    address = f"{RIGHTS}{photo.pk}/"
    assert Client().get(photo.get_absolute_url()).status_code == 200
    assert client.post(address, rights_of(photo, valid_until=in_days(-1).isoformat())).url == address
    assert Client().get(photo.get_absolute_url()).status_code == 404
    assert "elle n’est montrée nulle part" in read(client.get(address)).text
    client.post(address, rights_of(photo, valid_until=in_days(9).isoformat()))
    assert Client().get(photo.get_absolute_url()).status_code == 200
    assert Photo.objects.get().theme == "beach"


def test_wrong_rights_are_said_and_nothing_is_changed(client, keeper, make_photo):
    photo = make_photo("Le phare")
    response = client.post(
        f"{RIGHTS}{photo.pk}/",
        rights_of(photo, title="Autre", valid_from=in_days(9).isoformat(), valid_until=in_days(1).isoformat()),
    )
    page = read(response)
    assert response.status_code == 422 and "La fin vient avant le début" in page.text
    assert page.get_by_role("heading", "Le phare").tag.name == "h1"
    assert Picture.objects.get(pk=photo.pk).title == "Le phare"


def test_rights_page_says_who_took_it_and_who_agreed(client, keeper, make_photo):
    photo = make_photo("Le phare")
    take(photo, name="Gîte des Combes", purpose="Un dépliant")
    make_consent(photo)
    page = read(client.get(f"{RIGHTS}{photo.pk}/"))
    assert "Gîte des Combes" in page.text and "Un dépliant" in page.text and "Lison Varquès" in page.text


def test_substitute_is_one_that_the_keeper_has_at_hand(client, keeper, make_photo):
    photo, stranger = make_photo("Le phare"), make_picture("Ailleurs")
    assert client.post(f"{RIGHTS}{photo.pk}/", rights_of(photo, substitute=stranger.pk)).status_code == 422
    near = make_photo("Le port", theme="beach")
    Photo.objects.filter(pk=photo.pk).update(theme="beach")
    assert client.post(f"{RIGHTS}{photo.pk}/", rights_of(photo, substitute=near.pk)).status_code == 302
    assert Picture.objects.get(pk=photo.pk).substitute == near.picture


def test_rooms_of_rights_are_for_those_who_keep_them(client, make_photo, moderator):
    photo = make_photo()
    client.force_login(moderator)
    paths = (RIGHTS, f"{RIGHTS}{photo.pk}/", CONSENTS, f"{CONSENTS}nouveau/", "/fr/portail/phototheque/cles/")
    assert [client.get(path).status_code for path in paths] == [404] * 5
    client.force_login(make_user(roles=["editor"]))
    assert [client.get(path).status_code for path in paths] == [200] * 5


# ---- people are recognised on it --------------------------------------------------------------------------------------
def is_open(photo) -> bool:
    return Client().get(photo.picture.url_for(320)).status_code == 200


def test_picture_on_which_people_are_recognised_later_closes_till_it_has_its_agreement(client, keeper, make_photo):
    photo = make_photo("Le phare")
    address = f"{RIGHTS}{photo.pk}/"
    client.post(address, rights_of(photo, with_people="on"))
    assert not is_open(photo)
    assert "Il manque l’accord écrit des personnes que l’on y reconnaît" in read(client.get(address)).text
    consent = make_consent(photo)
    assert is_open(photo)
    consent.delete()
    assert not is_open(photo)
    client.post(address, rights_of(photo, with_people="on", show_anyway="on", waiver_reason="Comédiens."))
    assert is_open(photo)
    client.post(f"{address}dispense/finir/")
    assert not is_open(photo)
    assert [waiver.ended_by for waiver in photo.waivers.all()] == [keeper]


@pytest.mark.parametrize("door", ["rights", "cms", "code"])
def test_no_door_opens_a_picture_that_waits_for_an_agreement(client, professional, administrator, door):
    photo = make_contribution(professional, facts={"people": "yes"}).photos.get()
    client.force_login(administrator)
    if door == "rights":
        client.post(f"{RIGHTS}{photo.pk}/", rights_of(photo, with_people="on"))
    elif door == "cms":
        page = read(client.get(f"/admin/images/{photo.pk}/"))
        client.post(f"/admin/images/{photo.pk}/", page.form_values() | {"audience": "public"})
    else:  # what accepts an event does so to its picture
        stale = Picture.objects.get(pk=photo.pk)
        stale.audience, stale.awaits_consent = "public", False
        stale.save()
        Photo.objects.filter(pk=photo.pk).update(state="accepted")
    picture = Picture.objects.get(pk=photo.pk)
    assert (picture.audience, picture.is_closed_to_all) == ("public", True)
    assert not is_open(photo) and not Picture.objects.visible_to(administrator).filter(pk=photo.pk).exists()
    make_consent(photo)
    assert is_open(photo)


def test_replacement_is_searched_and_nothing_typed_is_lost(client, keeper, make_photo):
    photo, far = make_photo("Le phare"), make_photo("Les vendanges", theme="food")
    search.rebuild()
    address = f"{RIGHTS}{photo.pk}/"
    page = read(
        client.post(
            address, rights_of(photo, title="Titre en cours", action="search", substitute_words="vendanges", alternative_fr="")
        )
    )
    assert (
        "Titre en cours" in [field.value for field in page.all_by_role("textbox")]
        and "Les vendanges" in page.text
        and "proposée" in page.text
    )
    assert "Écrivez ce que la photo montre" not in page.text
    assert Picture.objects.get(pk=photo.pk).title == "Le phare"
    assert client.post(address, rights_of(photo, substitute=far.pk)).status_code == 302
    assert Picture.objects.get(pk=photo.pk).substitute == far.picture


def test_what_everybody_sees_says_what_it_shows(client, keeper, make_photo):
    photo, place = make_photo("Le phare"), make_place("Phare du Cap")
    address = f"{RIGHTS}{photo.pk}/"
    refused = client.post(address, rights_of(photo, alternative_fr=""))
    assert refused.status_code == 422 and "Écrivez ce que la photo montre" in read(refused).text
    assert client.post(address, rights_of(photo, alternative_fr="", audience="professionals")).status_code == 302
    words = {"alternative_en": "A lighthouse", "title_ca": "El far", "keywords": "mer, soir", "place": place.pk}
    assert client.post(address, rights_of(photo, **words)).status_code == 302
    photo = Photo.objects.select_related("picture").get()
    assert photo.picture.alternatives == {"fr": "Le phare au soir", "en": "A lighthouse"}
    assert (photo.titles, photo.place, sorted(tag.name for tag in photo.picture.tags.all())) == (
        {"ca": "El far"},
        place,
        ["mer", "soir"],
    )
