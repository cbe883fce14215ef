from itertools import product

import pytest

from common.access import Audience, can_see
from destination.agenda.models import Event
from destination.places.models import Place
from intranet.submissions.actions.workflow import start_workflow
from tests.factories import make_event, make_organisation, make_place, make_user, make_work_group


@pytest.fixture
def readers(visitor, professional, member, group_member, moderator, administrator):
    return {
        "visitor": visitor,
        "professional": professional,
        "member": member,
        "group_member": group_member,
        "moderator": moderator,
        "administrator": administrator,
    }


EXPECTED = {
    Audience.PUBLIC: {"visitor", "professional", "member", "group_member", "moderator", "administrator"},
    Audience.PROFESSIONALS: {"professional", "member", "group_member", "moderator", "administrator"},
    Audience.MEMBERS: {"member", "group_member", "moderator", "administrator"},
    Audience.GROUP: {"group_member", "administrator"},
    Audience.PRIVATE: {"member", "group_member", "administrator"},
}


@pytest.mark.parametrize("audience", list(Audience))
def test_audience_opens_to_its_readers_only(audience, readers, office):
    event = make_event(audience=audience, organisation=office, work_groups=readers["group_member"].work_groups.all())
    assert {name for name, reader in readers.items() if can_see(reader, event)} == EXPECTED[audience]


def test_list_and_object_answer_alike(readers, office):
    elsewhere = make_organisation("Office d’ailleurs")
    author = readers["professional"]
    work_groups = (readers["group_member"].work_groups.get(), make_work_group(name="Autre"))
    for audience, live, organisation, work_group, writer in product(
        Audience, (True, False), (office, elsewhere, None), work_groups, (author, None)
    ):
        make_event(audience=audience, live=live, organisation=organisation, work_groups=[work_group], author=writer)
    for name, reader in readers.items():
        listed = set(Event.objects.visible_to(reader).values_list("pk", flat=True))
        seen = {event.pk for event in Event.objects.all() if can_see(reader, event)}
        assert listed == seen, name


@pytest.mark.every_database
def test_cms_list_and_object_answer_alike(readers, office, editor):
    """What may be worked on: drafts too; events as `may_see_event` says."""
    elsewhere, work_group = make_organisation("Office d’ailleurs"), readers["group_member"].work_groups.get()
    for audience, live, organisation, changeable_by in product(
        Audience, (True, False), (office, elsewhere), ("author", "office")
    ):
        facts = {"audience": audience, "live": live, "organisation": organisation}
        event = make_event(work_groups=[work_group], changeable_by=changeable_by, author=readers["professional"], **facts)
        if changeable_by == "author":
            event.save_revision(clean=False)
            start_workflow(event, readers["professional"])
        place = make_place(**facts)
        place.audience_groups.set([work_group])
        place.save()
    for name, reader in (readers | {"editor": editor}).items():
        for model in (Event, Place):
            condition = model.workable_q(reader)
            listed = model.objects.all() if condition is None else model.objects.filter(condition)
            workable = {row.pk for row in model.objects.all() if row.is_workable_by(reader)}
            assert set(listed.values_list("pk", flat=True)) == workable, (name, model)


def test_unpublished_event_opens_to_its_author_only(readers, office):
    author = make_user(organisation=office)
    event = make_event(live=False, author=author, organisation=office)
    assert can_see(author, event)
    assert not any(can_see(reader, event) for name, reader in readers.items() if name != "administrator")


def test_inactive_person_holds_no_key_but_the_public_one(member, office):
    member.is_active = False
    assert not can_see(member, make_event(audience=Audience.MEMBERS, organisation=office))
