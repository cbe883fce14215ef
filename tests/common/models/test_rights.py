import pytest

from common.access import Audience
from common.models import Picture
from common.models.rights import PictureRights, register_rights
from tests.factories import make_picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def _without_the_library():
    before = register_rights(PictureRights())
    yield
    register_rights(before)


@pytest.mark.usefixtures("_without_the_library")
def test_audience_alone_governs_where_no_wing_knows_of_rights(visitor):
    shown = make_picture("Le port", credit="Emma Virelune", uses=[])
    closed = make_picture("Le mas", audience=Audience.PRIVATE)
    assert list(Picture.objects.visible_to(visitor)) == [shown]
    assert (shown.first_day, shown.last_day, shown.may_illustrate, shown.page_light) == (None, None, True, "green")
    assert (closed.is_in_force, closed.is_closed_to_all) == (True, False)
    assert shown.credits_inside() == {
        "credit": "Emma Virelune", "creator": "Emma Virelune", "rights": "© Emma Virelune", "title": "Le port", "description": "",
    }  # fmt: skip
