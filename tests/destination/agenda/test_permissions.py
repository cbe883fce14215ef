import pytest

from destination.agenda.models import Event
from destination.agenda.permissions import may_change_event, may_delete_event, may_see_event
from intranet.submissions.actions.workflow import start_workflow
from tests.factories import make_event, make_organisation, make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("changeable_by", "who"),
    [("office", {"author", "colleague", "moderator"}), ("author", {"author", "moderator"})],
)
def test_event_is_changed_and_deleted_by_its_author_their_office_and_moderators(
    visitor, member, office, moderator, changeable_by, who
):
    people = {
        "author": member,
        "colleague": make_user("collegue@aurelle.example", office),
        "moderator": moderator,
        "neighbour": make_user("voisin@aurelle.example", make_organisation("Ailleurs")),
        "visitor": visitor,
    }
    event = make_event(author=member, organisation=office, changeable_by=Event.ChangeableBy(changeable_by))
    for may in (may_change_event, may_delete_event):
        assert {name for name, person in people.items() if may(person, event)} == who


@pytest.mark.parametrize("audience", ["private", "group"])
def test_moderator_changes_nothing_among_the_colleagues_of_another_office(moderator, office, member, audience):
    facts = {"audience": audience, "author": member, "organisation": office}
    assert not may_see_event(moderator, make_event(**facts)) and not may_see_event(moderator, make_event(live=False, **facts))
    proposed = make_event(**facts)
    proposed.save_revision(clean=False)
    start_workflow(proposed, member)
    assert may_change_event(moderator, proposed), "it waits in the queue: it is asked to become public"


def test_event_that_is_only_for_some_is_seen_by_who_may_change_it(visitor, member):
    event = make_event(audience="private", author=member, organisation=make_organisation("Ailleurs"))
    assert may_see_event(member, event) and not may_see_event(visitor, event)
    assert may_see_event(visitor, make_event())
