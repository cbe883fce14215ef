import pytest
from django.urls import reverse

from intranet.comments.actions.talks import texts_of
from intranet.comments.models import MemberComment
from intranet.comments.permissions import flagged_for
from notifications.models import Notice
from tests.factories.comments import make_comment, make_internal_event
from tests.html import read

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


@pytest.fixture
def comment(member):
    return make_comment(make_internal_event(member), member, "Propos douteux")


def press(client, person, name, comment, **fields):
    client.force_login(person)
    return client.post(reverse(f"intranet_comments:{name}", args=[comment.pk]), fields)


def test_flagged_comment_is_before_the_moderators_once(client, comment, editor, group_member, moderator):
    press(client, editor, "flag", comment)
    press(client, group_member, "flag", comment)
    assert Notice.objects.filter(person=moderator, code="comment_flagged").count() == 1
    client.force_login(moderator)
    page = read(client.get(reverse("intranet_comments:flagged")))
    assert "Propos douteux" in page.text and "Signalé par Gil Ducercle, Édith Laplume" in page.text.replace(
        "Édith Laplume, Gil Ducercle", "Gil Ducercle, Édith Laplume"
    )
    press(client, editor, "flag", comment, annuler="1")
    press(client, group_member, "flag", comment, annuler="1")
    assert not flagged_for(moderator) and not Notice.objects.filter(code="comment_flagged", mail_waiting=True).exists()


def test_nobody_flags_their_own(client, comment, member):
    assert press(client, member, "flag", comment).status_code == 404


def test_hidden_comment_is_nowhere_until_it_is_shown_again(client, comment, editor, moderator, group_member):
    event = comment.thing
    make_comment(event, editor, "Une réponse", comment)
    press(client, editor, "flag", comment)
    press(client, moderator, "hide", comment)
    assert not flagged_for(moderator)
    client.force_login(group_member)
    talk = read(client.get(event.get_absolute_url())).region("1 commentaire").text
    assert "Propos douteux" not in talk and "Commentaire masqué par la modération." in talk and "Une réponse" in talk
    assert "Propos douteux" not in "".join(texts_of([event]).values())
    client.force_login(moderator)
    assert "Propos douteux" in read(client.get(reverse("intranet_comments:flagged") + "?liste=masques")).text
    press(client, moderator, "show", comment)
    assert MemberComment.objects.of(event).shown().count() == 2


@pytest.mark.parametrize(("decision", "again"), [("keep", 0), ("dismiss", 1)])
def test_comment_that_may_stay(client, comment, editor, moderator, decision, again):
    press(client, editor, "flag", comment)
    press(client, moderator, decision, comment)
    assert not flagged_for(moderator)
    press(client, editor, "flag", comment)
    assert flagged_for(moderator).count() == again


def test_moderator_is_not_shown_what_is_said_in_another_office(client, member, group_member, moderator, administrator):
    comment = make_comment(make_internal_event(member, audience="private"), member, "Entre nous")
    press(client, group_member, "flag", comment)
    assert (flagged_for(moderator).count(), flagged_for(administrator).count()) == (0, 1)
    assert not Notice.objects.filter(person=moderator).exists()
    assert press(client, moderator, "hide", comment).status_code == 404
