"""The portal's first page shows what the library has, not what came last."""

import pytest

from common.models import Picture
from pro_portal.photos.models import Photo
from pro_portal.photos.portal_cards import different

pytestmark = pytest.mark.django_db  # a picture asks for its collection


def view(title, theme="", orientation="landscape", described=True) -> Photo:
    picture = Picture(title=title, description=title if described else "")
    return Photo(picture=picture, theme=theme, orientation=orientation)


def test_three_of_the_latest_differ():
    latest = [view("seize-bits", described=False), view("portrait 8", "beach", "portrait"), view("Quai 1", "beach"),
              view("Quai 2", "beach"), view("Marché", "food"), view("Col", "walk"), view("Plus ancienne", "feast")]  # fmt: skip
    assert [photo.picture.title for photo in different(latest)] == ["Quai 1", "Marché", "Col"]
    assert [photo.picture.title for photo in different(latest[:4])][:2] == ["Quai 1", "seize-bits"]
    assert different([]) == []
