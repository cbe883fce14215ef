import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from intranet.groups import actions
from notifications.models import Notice
from tests.factories import make_user, make_work_group

pytestmark = pytest.mark.django_db


def readable(person) -> list[str]:
    notices = Notice.objects.in_bell_of(person).with_words(type(person).objects.get(pk=person.pk))
    return [notice.notification.title() for notice in notices if notice.may_be_read]


def test_who_was_refused_learns_nothing_of_a_group_that_became_secret(member, editor):
    group = make_work_group(name="Vélo", kind="on_request", owners=[editor])
    actions.answer(actions.ask(group, member, ""), editor, is_accepted=False)
    assert readable(member) == ["Votre demande d’entrer dans «\xa0Vélo\xa0» n’est pas acceptée"]
    actions.change(group, name="Vélo", kind="secret", purpose="", providers_may_join=False)
    assert readable(member) == []


def test_invitation_declined_or_thrown_away_is_no_longer_named(member, editor):
    group = make_work_group(name="Sirocco", kind="secret", owners=[editor])
    invitation = actions.invite(group, member, editor, "Viens !")
    assert readable(member) == ["Édith Laplume vous invite dans le groupe «\xa0Sirocco\xa0»"]
    actions.decline(invitation)
    assert readable(member) == []
    actions.invite(group, member, editor)
    actions.throw_away(group, editor)
    assert readable(member) == []


def test_request_that_is_answered_waits_for_no_owner(member, editor, moderator):
    group = make_work_group(kind="on_request", owners=[editor, moderator])
    request = actions.ask(group, member, "")
    assert Notice.objects.unread().filter(code="group_join_requested").count() == 2
    actions.answer(request, editor, is_accepted=True)
    assert not Notice.objects.unread().filter(code="group_join_requested").exists()


def test_bell_asks_as_much_for_three_requests_as_for_one(client, editor, office):
    group = make_work_group(kind="on_request", owners=[editor])
    client.force_login(editor)

    def queries():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get("/intranet/notifications/").status_code == 200
        return len(captured)

    actions.ask(group, make_user(organisation=office), "")
    client.get("/intranet/notifications/")
    one = queries()
    for _number in range(2):
        actions.ask(group, make_user(organisation=office), "")
    assert queries() == one
