"""The library's sets: counted for who asks, and following what changes alone."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from common.access import Audience
from pro_portal.photos.facets import index
from pro_portal.photos.filters import PhotoFilters
from pro_portal.photos.models import Photo
from pro_portal.photos.presenters import listing
from pro_portal.photos.presenters.listing import Listing
from search import actions as search
from tests.factories import make_organisation, make_user, make_work_group

pytestmark = pytest.mark.django_db


def numbers(user=None, **filters) -> dict[str, int]:
    """The number beside each theme."""
    groups = {group["title"]: group["chips"] for group in Listing(PhotoFilters(**filters), user or AnonymousUser()).groups("/")}
    return {str(chip["label"]): chip["count"] for chip in groups.get("Thème", [])}


def test_numbers_beside_the_filters_count_only_what_one_may_see(make_photo, member):
    make_photo("Plage", theme="beach")
    make_photo("Port", theme="beach", audience=Audience.MEMBERS)
    make_photo("Vignes", theme="food", audience=Audience.MEMBERS)
    make_photo("Cap", theme="beach", valid_until=timezone.localdate() - timedelta(days=1))
    assert numbers() == {"Mer et plages": 1}
    assert numbers(member) == {"Mer et plages": 2, "Saveurs": 1}
    assert numbers(member, commune="none") == {}


def test_groups_of_a_picture_changed_alone_renew_the_library(make_photo):
    reader = make_user(organisation=make_organisation())
    circle = make_work_group(reader)
    photo = make_photo("Réunion", theme="feast", audience=Audience.GROUP)
    assert numbers(reader) == {}
    photo.picture.audience_groups.add(circle)
    assert numbers(reader) == {"Fêtes et événements": 1}
    photo.picture.audience_groups.clear()
    assert numbers(reader) == {}


def test_the_latest_stand_first_whenever_they_are_accepted(make_photo):
    first, waiting, last = (make_photo(title) for title in ("Une", "Deux", "Trois"))
    Photo.objects.filter(pk=waiting.pk).update(state=Photo.State.WAITING)
    waiting.refresh_from_db()
    waiting.save()
    assert Listing(PhotoFilters(), AnonymousUser()).ids == [last.pk, first.pk]
    waiting.state = Photo.State.ACCEPTED
    waiting.save()
    assert Listing(PhotoFilters(), AnonymousUser()).ids == [last.pk, waiting.pk, first.pk]
    assert index.current().size == 3


@pytest.mark.every_database
@pytest.mark.parametrize("most_weighed", [300, 0], ids=["few", "many"])
def test_words_in_a_title_stand_first_and_hidden_pictures_count_for_nobody(make_photo, member, monkeypatch, most_weighed):
    """Where thousands hold the words they are not weighed: those with the words in their titles come first."""
    monkeypatch.setattr(listing, "MOST_WEIGHED", most_weighed)
    titled = make_photo("Cargolade au mas")
    described = [make_photo(f"Repas {number}", description="Une cargolade sous les pins") for number in range(2)]
    hidden = make_photo("Cargolade des membres", audience=Audience.MEMBERS)
    make_photo("Port", theme="beach")
    search.rebuild()

    def found(user, words):
        one = Listing(PhotoFilters(text=words), user)
        assert len(one.ids) == one.total
        return one.ids

    for words in ("cargolade", "cargoalde"):  # which is mistyped
        assert found(AnonymousUser(), words)[0] == titled.pk
        assert set(found(AnonymousUser(), words)) == {titled.pk, *(photo.pk for photo in described)}
        assert set(found(member, words)[:2]) == {titled.pk, hidden.pk} and len(found(member, words)) == 4

    titled.picture.audience = Audience.PRIVATE
    titled.picture.save()
    assert titled.pk not in found(AnonymousUser(), "cargolade")


def test_pages_of_a_search_follow_each_other(make_photo, monkeypatch):
    monkeypatch.setattr(listing, "PAGE_SIZE", 2)
    for number in range(3):
        make_photo(f"Cargolade {number}")
        make_photo(f"Repas {number}", description="Une cargolade sous les pins")
    search.rebuild()
    for most_weighed in (300, 0):
        monkeypatch.setattr(listing, "MOST_WEIGHED", most_weighed)
        pages = [Listing(PhotoFilters(text="cargolade", page=str(page)), AnonymousUser()).ids for page in (1, 2, 3)]
        assert [len(ids) for ids in pages] == [2, 2, 2] and len(set(sum(pages, []))) == 6
        photos = Photo.objects.select_related("picture").in_bulk()
        assert [photos[pk].picture.title[:4] for pk in sum(pages, [])] == ["Carg"] * 3 + ["Repa"] * 3


def test_pictures_accepted_since_a_moment_follow_what_is_accepted_and_what_leaves(make_photo):
    now = timezone.now()
    old, new, later = (make_photo(f"Photo {days}", decided_at=now - timedelta(days=days)) for days in (9, 3, 1))

    def accepted_since(days: int) -> set[int]:
        rows = index.current()
        return set(rows.ids_of(rows.accepted_since(now - timedelta(days=days))))

    assert accepted_since(7) == {new.pk, later.pk}
    old.decided_at = now
    old.save()
    new.delete()
    assert accepted_since(7) == {old.pk, later.pk}
    assert accepted_since(1) == {old.pk}


def test_lights_and_uses_count_what_the_reader_may_take(make_photo, member):
    make_photo("Plage")
    make_photo("Port", uses=["web", "social"])
    make_photo("Vignes", third_parties_allowed=False, uses=["web", "press"])

    def numbers_of(user, title: str, **filters) -> dict[str, int]:
        groups = {group["title"]: group["chips"] for group in Listing(PhotoFilters(**filters), user).groups("/")}
        return {str(chip["label"]): chip["count"] for chip in groups.get(title, [])}

    visitor = AnonymousUser()
    assert numbers_of(visitor, "Droits") == {
        "Que je peux prendre": 2, "Libre d’usage": 1, "Sous conditions": 1, "À regarder seulement": 1,
    }  # fmt: skip
    assert numbers_of(visitor, "Usage") == {
        "Site internet": 2, "Réseaux sociaux": 2, "Imprimés": 1, "Presse": 1, "Publicité": 1,
    }  # fmt: skip
    assert numbers_of(member, "Usage")["Presse"] == 2
    assert numbers_of(member, "Droits") == {"Que je peux prendre": 3, "Libre d’usage": 1, "Sous conditions": 2}
    assert Listing(PhotoFilters(light="red"), visitor).total == 1 == Listing(PhotoFilters(use="press"), visitor).total
