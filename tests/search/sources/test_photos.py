"""The library's words in the one search: stems, slips, three languages, the picture's own audience and days."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils import timezone

from common.access import Audience
from common.search_port import find_things
from pro_portal.photos.models import Consent, Photo
from search import actions
from tests.factories import make_organisation, make_picture, make_place, make_territory, make_user, make_work_group
from tests.moment import in_days

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


@pytest.fixture
def photo():
    commune = make_territory("Port-Aurelle")
    picture = make_picture("Les vendanges au coteau", description="Une grappe dans un panier", credit="Anne Auteure",
                           alternatives={"en": "A basket of grapes"})  # fmt: skip
    picture.tags.add("vigneron")
    place = make_place("Mas des Oliviers", commune=commune)
    photo = Photo.objects.create(
        picture=picture, state=Photo.State.ACCEPTED, orientation="landscape", theme="food", season="autumn", commune=commune,
        place=place, titles={"en": "Grape harvest on the hill", "ca": "La verema al turó"},
    )  # fmt: skip
    actions.rebuild()
    return photo


def matches(text, language="fr", user=None) -> list[str]:
    return find_things("photo", text, user or AnonymousUser(), language)


WORDS = {
    "fr": [
        "vendange",
        "vendengas",
        "VENDANGES",
        "paniers",
        "vignerons",
        "automne",
        "saveur",
        "port-aurelle",
        "oliviers",
        "auteure",
    ],
    "en": ["harvests", "baskets", "autumn"],
    "ca": ["verema", "turons", "tardor"],
}


def test_a_picture_is_found_by_its_words_in_three_languages(photo):
    sought = [(language, text) for language, words in WORDS.items() for text in words]
    assert [word for word in sought if matches(word[1], word[0]) != [str(photo.pk)]] == []


@pytest.mark.parametrize("audience", [Audience.PROFESSIONALS, Audience.MEMBERS, Audience.GROUP, Audience.PRIVATE])
def test_a_picture_is_found_by_its_own_readers(photo, audience):
    office = make_organisation()
    reader = make_user(organisation=office)
    assert matches("vendanges") == [str(photo.pk)]
    photo.picture.audience, photo.picture.organisation = audience, office
    photo.picture.save()
    photo.picture.audience_groups.add(make_work_group(reader))
    actions.rebuild()
    assert matches("vendanges") == []
    assert matches("vendanges", user=make_user()) == []
    assert matches("vendanges", user=reader) == [str(photo.pk)]


@pytest.mark.parametrize("reader", ["visitor", "administrator"])
def test_a_picture_is_found_on_the_days_of_its_right_only(photo, reader, time_machine):
    user = make_user(is_superuser=True) if reader == "administrator" else AnonymousUser()
    noon = timezone.localtime().replace(hour=12)
    photo.picture.valid_from, photo.picture.valid_until = in_days(1), in_days(2)
    photo.picture.save()
    actions.rebuild()
    counts = []
    for number in range(4):
        time_machine.move_to(noon + timedelta(days=number))  # the same hour of the clock, where a day has 23 hours
        counts.append(len(matches("vendanges", user=user)))
    assert counts == [0, 1, 1, 0]


@pytest.mark.parametrize("days", [{"valid_until": -1}, {"valid_from": 1}], ids=["ended", "not begun"])
def test_a_right_made_shorter_closes_the_entry_before_a_worker_has_its_turn(photo, committed, no_worker, days):
    no_worker()
    with committed():
        for name, number in days.items():
            setattr(photo.picture, name, in_days(number))
        photo.picture.save()
    assert matches("vendanges") == []


def test_a_slip_is_never_put_right_with_a_word_of_a_picture_that_ended(photo, client, time_machine):
    photo.picture.valid_until = timezone.localdate()
    photo.picture.save()
    actions.rebuild()
    assert "vendanges" in client.get("/fr/search/?q=vendenges&room=1").content.decode()
    time_machine.move_to(timezone.now() + timedelta(days=1))
    assert "vendanges" not in client.get("/fr/search/?q=vendenges&room=1").content.decode()


def test_the_index_follows_the_library(django_capture_on_commit_callbacks):
    picture = make_picture("Le phare")
    photo = Photo.objects.create(picture=picture, orientation="landscape")
    transaction.get_connection().run_on_commit.clear()

    def after(change):
        with django_capture_on_commit_callbacks(execute=True):
            change()
        return matches("phare"), matches("granit")

    def accept():
        photo.state = Photo.State.ACCEPTED
        photo.save()

    def withdraw():
        consent = Consent.objects.create(name="Paule", signed_on=timezone.localdate(), withdrawn_on=timezone.localdate())
        consent.photos.add(photo)

    name = str(photo.pk)
    assert after(lambda: photo.save()) == ([], [])
    assert after(accept) == ([name], [])
    assert after(lambda: picture.tags.add("granit")) == ([name], [name])
    assert after(withdraw) == ([], [])


def test_the_grid_finds_what_a_visitor_types(photo, client):
    html = client.get("/fr/portail/phototheque/?q=vendanges").content.decode()
    assert f"/fr/portail/phototheque/{photo.pk}/" in html
    assert f"/fr/portail/phototheque/{photo.pk}/" not in client.get("/fr/portail/phototheque/?q=kayak").content.decode()
