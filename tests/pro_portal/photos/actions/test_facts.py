"""Keywords of many pictures at once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from taggit.models import Tag

from common.models import Picture
from pro_portal.photos.actions.facts import set_keywords
from tests.factories import make_user
from tests.factories.photos import make_contribution

pytestmark = pytest.mark.django_db


def test_each_picture_of_a_lot_gets_its_own_keywords_at_once():
    pictures = list(Picture.objects.filter(photo__in=make_contribution(make_user(), 3).photos.all()).order_by("pk"))
    for picture in pictures:
        picture.tags.set(["quai", "soir"])
    first, second, third = (picture.pk for picture in pictures)
    set_keywords({first: ["Mer", "quai"], second: ["mer", "phare"], third: []})
    words = [sorted(tag.name for tag in Picture.objects.get(pk=pk).tags.all()) for pk in (first, second, third)]
    assert words == [["Mer", "quai"], ["Mer", "phare"], []]  # capitals do not tell two apart
    assert Tag.objects.filter(name__iexact="mer").count() == 1
    numbers = []
    for pks, words in (((first,), ["mer", "quai", "soir"]), ((first, second, third), ["mer", "phare", "quai", "soir"])):
        with CaptureQueriesContext(connection) as queries:
            set_keywords(dict.fromkeys(pks, words))
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]
