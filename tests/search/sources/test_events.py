import pytest

from intranet.comments.actions.writing import delete_comment
from intranet.comments.models import MemberComment
from search.sources import BY_CODE
from tests.factories import make_work_group
from tests.factories.comments import make_comment, make_internal_event

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def words_of(event) -> str:
    (event,) = BY_CODE["event"].load([str(event.pk)]).values()
    return BY_CODE["event"].documents(event)[0].more


def test_internal_event_is_found_by_what_is_said_under_it(member):
    secret = make_work_group(member, name="Sirocco", kind="secret")
    event = make_internal_event(member, audience="group", work_groups=[secret])
    comment = make_comment(event, member, f"Le vidéoprojecteur de @{secret.slug}")
    assert "vidéoprojecteur" in words_of(event) and "sirocco" not in words_of(event)
    delete_comment(MemberComment.objects.get(pk=comment.pk), member)
    assert "vidéoprojecteur" not in words_of(event)


def test_public_event_keeps_its_talk_to_itself(member):
    event = make_internal_event(member)
    make_comment(event, member, "Entre nous")
    type(event).objects.filter(pk=event.pk).update(audience="public")
    assert "Entre nous" not in words_of(event)
