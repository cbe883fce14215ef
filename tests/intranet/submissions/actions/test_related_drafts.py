import pytest

from common.access import Audience
from intranet.submissions.actions import decisions, proposals
from tests.factories import make_event, make_picture, make_place
from tests.intranet.submissions.proposals import make_proposal

pytestmark = pytest.mark.every_database


def test_place_and_picture_open_with_the_event(member, moderator):
    picture = make_picture(author=member, audience=Audience.PRIVATE)
    place = make_place(author=member, live=False)
    event = make_proposal(member, picture=picture, place=place, audience=Audience.MEMBERS)
    decisions.accept(event, moderator)
    picture.refresh_from_db()
    place.refresh_from_db()
    assert (picture.audience, place.live, place.audience) == (Audience.MEMBERS, True, Audience.MEMBERS)
    proposals.remove(event, member)
    picture.refresh_from_db()
    assert picture.audience == Audience.PRIVATE


def test_things_of_others_are_not_opened(member, moderator, editor):
    picture = make_picture(author=editor, audience=Audience.PRIVATE)
    place = make_place(author=editor, live=False)
    decisions.accept(make_proposal(member, picture=picture, place=place), moderator)
    picture.refresh_from_db()
    place.refresh_from_db()
    assert (picture.audience, place.live) == (Audience.PRIVATE, False)


def test_picture_shown_elsewhere_is_never_narrowed(member):
    picture = make_picture(author=member, audience=Audience.PUBLIC)
    make_event("Public", picture=picture)
    make_proposal(member, picture=picture, audience=Audience.PRIVATE)
    picture.refresh_from_db()
    assert picture.audience == Audience.PUBLIC
