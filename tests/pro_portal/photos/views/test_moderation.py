"""An editor accepts a lot in one go, a part of it, or none with a reason; a decision is undone; two editors never cross."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from common.models import Picture
from notifications.actions import notify
from notifications.models import Notice
from pro_portal.photos.actions import moderation
from pro_portal.photos.models import Consent, ConsentWaiver, Contribution, Photo
from pro_portal.photos.notifications import PhotosGiven
from pro_portal.photos.rights.choices import Reason
from search import actions as search
from tests.factories import make_picture, make_place, make_territory, make_user
from tests.factories.photos import make_consent, make_contribution
from tests.html import read
from tests.moment import in_days

pytestmark = pytest.mark.django_db
QUEUE, LIST = "/fr/portail/phototheque/a-accepter/", "/fr/portail/phototheque/"


@pytest.fixture
def keeper(client, editor):
    client.force_login(editor)
    return editor


def page_of(lot) -> str:
    return f"{QUEUE}{lot.pk}/"


def decide(client, lot, action="accept", photos=None, **answers):
    chosen = [photo.pk for photo in (lot.photos.all() if photos is None else photos)]
    return client.post(page_of(lot), {"action": action, "photos": chosen, "audience": "public", "offered": "on", **answers})


def states(lot) -> list[str]:
    return [photo.state for photo in lot.photos.order_by("pk")]


def test_lot_of_thirty_is_accepted_in_one_go_and_taken_back(client, keeper, professional, django_capture_on_commit_callbacks):
    lot = make_contribution(professional, 30)
    assert f"{professional}" in client.get(QUEUE).content.decode()
    page = client.get(page_of(lot)).content.decode()
    assert page.count('name="photos"') == page.count(" checked><span>Choisir") == 30
    with django_capture_on_commit_callbacks(execute=True):
        assert decide(client, lot).url == QUEUE
    lot.refresh_from_db()
    assert states(lot) == ["accepted"] * 30 and lot.state == "decided"
    for picture in Picture.objects.filter(photo__contribution=lot):
        assert (picture.audience, picture.third_parties_allowed) == ("public", True)
        assert picture.organisation == professional.organisation and picture.rights_confirmed_at
    visitor = Client()
    assert "30 photos" in read(visitor.get(LIST)).text
    assert Notice.objects.get(person=professional).code == "photos_accepted"

    page = client.get(QUEUE).content.decode()
    assert "30 photos acceptées." in page
    undo = page.split(f'action="{page_of(lot)}annuler/')[1].split('"')[0].replace("&amp;", "&")
    assert client.post(f"{page_of(lot)}annuler/{undo}").url == page_of(lot)
    lot.refresh_from_db()
    assert states(lot) == ["waiting"] * 30 and lot.state == "given"
    assert set(Picture.objects.filter(photo__contribution=lot).values_list("audience", "third_parties_allowed")) == {
        ("private", False)
    }
    assert "Vue " not in visitor.get(LIST).content.decode()


def test_lot_that_is_decided_waits_for_no_editor_until_it_is_taken_back(editor, professional):
    lot = make_contribution(professional, 2)
    notify(PhotosGiven(lot, actor=professional, count=2))
    first, second = lot.photos.values_list("pk", flat=True)
    waiting = Notice.objects.unread().filter(code="photos_given")
    assert waiting.exists()
    moderation.refuse(lot, [first], editor, reason="", words="Floue.")
    assert waiting.all().exists()
    result = moderation.refuse(lot, [second], editor, reason="", words="Floue.")
    assert not waiting.all().exists()
    moderation.undo_decision(lot, editor, result.at)
    assert waiting.all().exists()


def test_page_asks_as_little_for_thirty_pictures_as_for_three(client, keeper, professional):
    def queries(lot):
        client.get(page_of(lot))
        with CaptureQueriesContext(connection) as asked:
            client.get(page_of(lot))
        return len(asked)

    assert queries(make_contribution(professional, 3)) == queries(make_contribution(professional, 30))


def test_only_those_that_are_ticked_are_accepted(client, keeper, professional):
    lot = make_contribution(professional, 3)
    first = lot.photos.order_by("pk").first()
    assert decide(client, lot, photos=[first]).url == page_of(lot)
    assert states(lot) == ["accepted", "waiting", "waiting"]
    lot.refresh_from_db()
    assert lot.state == "given"


def test_what_is_corrected_is_written_before_the_decision(client, keeper, professional):
    lot, commune = make_contribution(professional, 2), make_territory("Estany")
    first, second = lot.photos.order_by("pk")
    decide(
        client, lot, photos=[first], theme="beach", season="summer", commune=commune.pk, credit="C. Vernazobre",
        **{f"title-{first.pk}": "La  grande\0 plage", f"title-{second.pk}": ""},
    )  # fmt: skip
    first.refresh_from_db(), second.refresh_from_db()
    assert (first.picture.title, first.picture.credit) == ("La grande plage", "C. Vernazobre")
    assert (first.theme, first.season, first.commune, first.state) == ("beach", "summer", commune, "accepted")
    assert second.picture.title.startswith("Vue ") and second.theme == "" and second.picture.credit == "Clotilde Vernazobre"


def test_facts_may_be_noted_without_deciding(client, keeper, professional):
    lot = make_contribution(professional)
    photo = lot.photos.get()
    assert decide(client, lot, "save", **{f"title-{photo.pk}": "Le phare"}).url == page_of(lot)
    photo.refresh_from_db()
    assert (photo.picture.title, photo.state) == ("Le phare", "waiting")


def test_pictures_for_professionals_are_not_for_visitors(client, keeper, professional):
    lot = make_contribution(professional)
    decide(client, lot, audience="professionals", offered="")
    photo = lot.photos.get()
    assert Client().get(photo.get_absolute_url()).status_code == 404
    client.force_login(make_user(organisation=professional.organisation))
    assert client.get(photo.get_absolute_url()).status_code == 200
    assert not photo.picture.third_parties_allowed


@pytest.mark.parametrize("audience", ["private", "group", "", "zzz"])
def test_lot_is_opened_to_no_other_audience(client, keeper, professional, audience):
    lot = make_contribution(professional)
    assert decide(client, lot, audience=audience).status_code == 422
    assert states(lot) == ["waiting"]


def test_refusal_leaves_with_a_reason_in_the_language_of_who_gave(client, keeper, professional):
    professional.language = "en"
    professional.save()
    lot = make_contribution(professional)
    assert decide(client, lot, "refuse", reason="duplicate", words="La nº 3 suffit.").url == QUEUE
    photo = lot.photos.get()
    with translation.override("en"):
        assert (photo.state, photo.refusal) == ("refused", f"{Reason.DUPLICATE.label} La nº 3 suffit.")
    notice = Notice.objects.get(person=professional)
    assert notice.code == "photos_refused"
    client.force_login(professional)
    page = read(client.get(f"/fr/portail/phototheque/mes-dons/{lot.pk}/"))
    assert "La nº 3 suffit." in page.text
    assert Client().get(photo.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("reason", ["", "zzz"])
def test_refusal_without_a_reason_is_asked_for_one(client, keeper, professional, reason):
    lot = make_contribution(professional)
    assert decide(client, lot, "refuse", reason=reason).status_code == 422
    assert states(lot) == ["waiting"]


@pytest.mark.parametrize("action", ["accept", "refuse"])
def test_decision_on_nothing_is_said(client, keeper, professional, action):
    lot = make_contribution(professional)
    response = decide(client, lot, action, photos=[], reason="blurred")
    assert response.status_code == 422 and "Cochez au moins une photo" in read(response).text


def test_second_editor_is_told_and_changes_nothing(client, keeper, professional, administrator):
    lot = make_contribution(professional, 2)
    other = Client()
    other.force_login(administrator)
    other.get(page_of(lot))
    decide(client, lot)
    told = decide(other, lot, "refuse", reason="blurred")
    page = read(other.get(told.url))
    assert f"2 photos étaient déjà décidées par {keeper}" in page.text
    assert states(lot) == ["accepted", "accepted"]
    assert [notice.code for notice in Notice.objects.filter(person=professional)] == ["photos_accepted"]


def test_one_undoes_only_ones_own_decision(client, keeper, professional, administrator):
    lot = make_contribution(professional)
    decide(client, lot)
    at = lot.photos.get().decided_at
    other = Client()
    other.force_login(administrator)
    other.post(f"{reverse('photos:lot_undo', args=[lot.pk])}", QUERY_STRING=f"at={at.isoformat().replace('+', '%2B')}")
    assert states(lot) == ["accepted"]
    client.post(f"{reverse('photos:lot_undo', args=[lot.pk])}", QUERY_STRING=f"at={at.isoformat().replace('+', '%2B')}")
    assert states(lot) == ["waiting"]


@pytest.mark.parametrize("at", ["", "zzz", "2026-99-99", "0001-01-01T00:00:00", "a\0b"])
def test_undo_of_no_decision_changes_nothing(client, keeper, professional, at):
    lot = make_contribution(professional)
    decide(client, lot)
    response = client.post(f"{page_of(lot)}annuler/", QUERY_STRING=f"at={at}")
    assert response.status_code in (302, 404) and states(lot) == ["accepted"]


def test_pictures_of_another_lot_are_not_decided_with_it(client, keeper, professional, member):
    lot, other = make_contribution(professional), make_contribution(member)
    decide(client, lot, photos=[*lot.photos.all(), *other.photos.all()])
    assert (states(lot), states(other)) == (["accepted"], ["waiting"])


def test_editor_is_told_of_a_picture_that_the_library_has(client, keeper, professional):
    kept = Photo.objects.create(
        picture=make_picture("Le phare"), state="accepted", orientation="landscape", likeness="00ff00ff00ff00ff"
    )
    lot = make_contribution(professional, 2)
    Photo.objects.filter(pk=lot.photos.first().pk).update(likeness="00ff00ff00ff00fe")
    page = client.get(page_of(lot)).content.decode()
    assert page.count("Ressemble à une autre photo") == 1 and f"droits/{kept.pk}/" in page


def test_preview_is_for_who_decides_and_only_while_it_waits(client, keeper, professional, member):
    photo = make_contribution(professional).photos.get()
    address = reverse("photos:preview", args=[photo.pk])
    response = client.get(address)
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
    moderation.accept(photo.contribution, [photo.pk], keeper, audience="public", offered=True)
    assert client.get(address).status_code == 404
    client.force_login(member)
    assert client.get(address).status_code == 404


def test_counter_of_the_menu_counts_what_waits(client, keeper, professional):
    make_contribution(professional, 3)
    make_contribution(professional, 2, state="open")
    assert moderation.waiting_photos().count() == 3
    decide(client, Contribution.objects.first())
    assert moderation.waiting_photos().count() == 0


@pytest.mark.parametrize("action", ["accept", "refuse"])
def test_decision_undone_at_once_never_reaches_who_gave(client, keeper, professional, action):
    lot = make_contribution(professional, 2)
    first, second = lot.photos.order_by("pk")
    with time_machine.travel(timezone.now() - timedelta(hours=1)):
        decide(client, lot, action, photos=[first], reason="blurred")
    decide(client, lot, action, photos=[second], reason="blurred")
    assert Notice.objects.in_bell_of(professional).count() == 1
    undo = read(client.get(page_of(lot))).all_by_hook("action")
    [address] = [form["action"] for form in undo if "/annuler/" in form["action"]]
    client.post(address)
    [left] = Notice.objects.filter(person=professional)
    first.refresh_from_db()
    assert left.details["at"] == first.decided_at.isoformat()


# ---- people are recognised on them ------------------------------------------------------------------------------------
@pytest.fixture
def portraits(professional):
    """A lot of three pictures of people who are recognised."""
    return make_contribution(professional, 3, facts={"people": "yes", "consents_held": True})


OUTPUTS = {
    "library": lambda photo: LIST,
    "its page": lambda photo: photo.get_absolute_url(),
    "its file": lambda photo: photo.picture.url_for(320),
    "search": lambda photo: "/fr/search/?q=vue&room=1",
    "place": lambda photo: photo.picture.places.get().get_absolute_url(),
}


def shown_in(photo) -> set[str]:
    """Where a visitor sees the picture."""
    visitor, outputs = Client(), set()
    for output, address in OUTPUTS.items():
        response = visitor.get(address(photo))
        if response.status_code == 200 and (response.streaming or f"/images/{photo.pk}/" in response.content.decode()):
            outputs.add(output)
    return outputs


def test_picture_of_people_is_not_published_without_an_agreement_that_holds(client, keeper, professional, portraits):
    covered, ended, bare = portraits.photos.order_by("pk")
    for photo in portraits.photos.all():
        make_place(f"Lieu {photo.pk}", picture=photo.picture)
    make_consent(covered), make_consent(ended, ends_on=in_days(-1)), make_consent(bare, kind="property")
    page = read(client.get(page_of(portraits)))
    assert "Il manque l’accord écrit des personnes que l’on reconnaît sur 2 photos" in page.text
    assert decide(client, portraits).url == page_of(portraits)
    assert states(portraits) == ["accepted", "waiting", "waiting"]
    told = read(client.get(page_of(portraits))).text
    assert "1 photo acceptée." in told and "sur 2 photos : elles ne sont pas publiées, elles attendent." in told
    search.rebuild()
    assert [shown_in(photo) for photo in (covered, ended, bare)] == [set(OUTPUTS), set(), set()]
    [notice] = Notice.objects.filter(person=professional, code="photos_consents_missing")
    assert notice.details == {"count": 2}
    decide(client, portraits)
    assert Notice.objects.filter(code="photos_consents_missing").count() == 1

    make_consent(ended, bare)
    Consent.objects.filter(ends_on=in_days(-1)).delete()
    assert decide(client, portraits).url == QUEUE
    assert states(portraits) == ["accepted"] * 3
    search.rebuild()
    assert shown_in(bare) == set(OUTPUTS)


def test_picture_is_shown_all_the_same_for_a_reason_that_is_kept(client, keeper, portraits):
    photo = portraits.photos.first()
    refused = decide(client, portraits, photos=[photo], show_anyway="on", waiver_reason=" ")
    assert refused.status_code == 422 and "Écrivez pourquoi" in read(refused).text
    assert states(portraits) == ["waiting"] * 3 and not ConsentWaiver.objects.exists()
    decide(client, portraits, photos=[photo], show_anyway="on", waiver_reason="Comédiens payés pour la scène.")
    [waiver] = ConsentWaiver.objects.all()
    assert (waiver.photo, waiver.person, waiver.reason) == (photo, keeper, "Comédiens payés pour la scène.")
    assert states(portraits) == ["accepted", "waiting", "waiting"] and "its page" in shown_at_once(photo)
    page = read(client.get(reverse("photos:photo_rights", args=[photo.pk]))).text
    assert "Comédiens payés pour la scène." in page and str(keeper) in page and "Montrée sans accord depuis le" in page


def shown_at_once(photo) -> set[str]:
    return {name for name in ("its page", "its file") if Client().get(OUTPUTS[name](photo)).status_code == 200}


def test_undone_acceptance_ends_what_it_showed_all_the_same(client, keeper, portraits):
    decide(client, portraits, show_anyway="on", waiver_reason="Comédiens.")
    at = portraits.photos.first().decided_at
    moderation.undo_decision(portraits, keeper, at)
    assert states(portraits) == ["waiting"] * 3 and not ConsentWaiver.objects.filter(ended_at=None).exists()
    decide(client, portraits)
    assert states(portraits) == ["waiting"] * 3


def test_withdrawn_agreement_is_not_done_without(client, keeper, portraits):
    photo = portraits.photos.first()
    make_consent(photo, withdrawn_on=in_days(0))
    decide(client, portraits, photos=[photo], show_anyway="on", waiver_reason="Tant pis.")
    assert states(portraits) == ["waiting"] * 3 and not ConsentWaiver.objects.exists()


def test_editor_says_that_nobody_is_recognised(client, keeper, portraits):
    landscape = portraits.photos.first()
    decide(client, portraits, nobody=[landscape.pk])
    landscape.refresh_from_db()
    assert (states(portraits), landscape.with_people) == (["accepted", "waiting", "waiting"], False)


def test_words_are_written_in_the_lot_and_what_shows_nothing_waits(client, keeper, professional):
    lot, place = make_contribution(professional, 3), make_place("Phare du Cap")
    first, second, third = lot.photos.order_by("pk")
    Picture.objects.filter(pk__in=[second.pk, third.pk]).update(description="")
    page = read(client.get(page_of(lot)))
    assert "2 photos ne disent pas ce qu’elles montrent" in page.text
    words = {
        f"alternative_fr-{first.pk}": "Un phare au soir", f"alternative_en-{first.pk}": "A lighthouse", f"title_ca-{first.pk}": "El far",
        f"keywords-{first.pk}": "mer, soir", f"alternative_fr-{second.pk}": "Un quai", f"alternative_fr-{third.pk}": "",
    }  # fmt: skip
    assert decide(client, lot, place=place.pk, keywords="port ; mer", **words).url == page_of(lot)
    assert states(lot) == ["accepted", "accepted", "waiting"]
    assert "1 photo ne dit pas encore ce qu’elle montre" in read(client.get(page_of(lot))).text
    first = Photo.objects.select_related("picture").get(pk=first.pk)
    assert first.picture.alternatives == {"fr": "Un phare au soir", "en": "A lighthouse"}
    assert (first.titles, first.place, first.commune) == ({"ca": "El far"}, place, place.commune)
    assert sorted(tag.name for tag in first.picture.tags.all()) == ["mer", "port", "soir"]
    assert [Photo.objects.get(pk=pk).place for pk in (second.pk, third.pk)] == [place, place]
    decide(client, lot, audience="professionals")
    assert states(lot) == ["accepted"] * 3


def test_editor_is_told_of_another_author(client, keeper, professional):
    lot = make_contribution(professional)
    Picture.objects.filter(photo__contribution=lot).update(creator="Jean Dupont")
    assert "Auteur et crédit diffèrent" in (page := read(client.get(page_of(lot))).text) and "Jean Dupont" in page
    decide(client, lot)
    shown = read(client.get(lot.photos.get().get_absolute_url())).text
    assert "© Jean Dupont / Clotilde Vernazobre" in shown


def test_words_that_are_too_long_are_refused_beside_their_field(client, keeper, professional):
    lot = make_contribution(professional)
    photo = lot.photos.get()
    response = decide(client, lot, **{f"alternative_fr-{photo.pk}": "x" * 300})
    assert response.status_code == 422 and "250" in read(response).text and states(lot) == ["waiting"]
