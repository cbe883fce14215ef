import threading

import pytest
from django.core.cache import cache

from common.access import Audience
from common.imaging import client as imaging
from common.imaging.size import PictureSize
from common.models import Picture
from common.renditions import USUAL_SIZES, BackgroundDrawing, draw_usual_sizes, open_rendition, usual_sizes_missing
from tests.factories import image_file, make_picture

pytestmark = pytest.mark.django_db
SMALL = {size.filter_spec for size in USUAL_SIZES if size.width <= 480}


def specs(picture: Picture) -> set[str]:
    return set(picture.renditions.values_list("filter_spec", flat=True))


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.PROFESSIONALS, Audience.GROUP])
def test_usual_sizes_are_drawn_when_a_picture_is_saved(django_capture_on_commit_callbacks, audience):
    with django_capture_on_commit_callbacks(execute=True):
        picture = make_picture(file=image_file(size=(600, 400)), audience=audience)
    assert specs(picture) == SMALL and len(SMALL) == 4
    assert usual_sizes_missing(picture) == []


def test_private_picture_is_drawn_once_it_is_shown(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        picture = make_picture(file=image_file(size=(600, 400)), audience=Audience.PRIVATE)
    assert specs(picture) == set()
    picture.audience = Audience.PUBLIC
    with django_capture_on_commit_callbacks(execute=True):
        picture.save()
    assert specs(picture) == SMALL


def test_picture_saved_with_another_credit_is_drawn_again(django_capture_on_commit_callbacks):
    picture = make_picture(file=image_file(size=(600, 400)))
    draw_usual_sizes(picture.pk)
    before = set(picture.renditions.values_list("pk", flat=True))
    picture.credit = "Emma Virelune"
    with django_capture_on_commit_callbacks(execute=True):
        picture.save()
    assert specs(picture) == SMALL
    assert before.isdisjoint(picture.renditions.values_list("pk", flat=True))


def test_nothing_is_queued_where_everything_is_drawn(django_capture_on_commit_callbacks, django_assert_num_queries):
    picture = make_picture(file=image_file(size=(600, 400)))
    draw_usual_sizes(picture.pk)
    with django_capture_on_commit_callbacks() as callbacks:
        picture.save()
    with django_assert_num_queries(1):
        for callback in callbacks:
            callback()


def test_picture_that_cannot_be_read_is_left_alone():
    picture = make_picture()
    picture.file.storage.delete(picture.file.name)
    draw_usual_sizes(picture.pk)
    draw_usual_sizes(0)
    assert specs(picture) == set()


def test_lost_file_is_drawn_again():
    picture, size = make_picture(), PictureSize(320, kind="webp")
    with open_rendition(picture, size) as content:
        before = content.read()
    picture.renditions.get().file.storage.delete(picture.renditions.get().file.name)
    with open_rendition(picture, size) as content:
        assert content.read() == before


def test_picture_that_took_too_long_is_not_tried_again_at_once(monkeypatch):
    picture, size = make_picture(file=image_file(size=(3000, 2000))), PictureSize(2000, kind="avif")
    with monkeypatch.context() as patch:
        patch.setattr(imaging, "CEILING_SECONDS", 0)
        with pytest.raises(OSError, match="too_slow"):
            picture.rendition(size)
    with pytest.raises(OSError, match="too_slow"):
        picture.rendition(size)
    cache.clear()
    assert picture.rendition(size).width == 2000


def test_background_says_when_each_is_drawn():
    background, size = BackgroundDrawing(), PictureSize(320)
    background._thread = threading.current_thread()  # nothing is drawn meanwhile
    for pk in (7, 8):
        background.add(pk, size)
    background.add(9, size, waited_for=True)
    assert [background.seconds_until(pk, size) for pk in (9, 7, 8)] == pytest.approx([0.07, 0.14, 0.21])
    assert background.seconds_until(10, size) is None
    background._draw(9, size)  # there is none of that number: drawn in no time
    assert 0 < background.seconds_until(7, size) < 0.07


@pytest.mark.django_db(transaction=True)
def test_background_draws_each_wish_once_and_ends():
    background, pictures = BackgroundDrawing(), [make_picture(), make_picture()]
    for picture in [*pictures, *pictures]:
        background.add(picture.pk, PictureSize(320, kind="webp"))
    background.add(0, PictureSize(320))
    background.join(20)
    drawn = [picture.renditions.filter(filter_spec="width-320|format-webp|webpquality-76").count() for picture in pictures]
    assert drawn == [1, 1]
    assert background._thread is None and not background._wishes
