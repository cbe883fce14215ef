from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from django_comments_xtd.models import MaxThreadLevelExceededException

from common.access import can_see
from common.recycle_bin import KEEP_FOR, sweep
from intranet.comments.actions.talks import follow
from intranet.comments.actions.writing import (
    NotAllowed,
    OtherThing,
    TalkClosed,
    delete_comment,
    edit_comment,
    restore_comment,
    write_comment,
)
from intranet.comments.models import MemberComment
from intranet.mentions.models import Mention
from notifications.models import Notice, OptOut
from notifications.periodic import mail_held_notices
from tests.factories import make_user, make_work_group
from tests.factories.comments import handle_of, make_comment, make_internal_event, make_talked_article

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


@pytest.fixture
def colleague(office):
    return make_user("collegue@aurelle.example", office, first_name="Garance", last_name="Fabre")


@pytest.fixture
def article(colleague):
    return make_talked_article(colleague)


def codes_of(person) -> list[str]:
    return sorted(Notice.objects.filter(person=person).values_list("code", flat=True))


def again(comment) -> MemberComment:
    return MemberComment.objects.get(pk=comment.pk)


def test_write_comment_keeps_three_levels_in_order(article, member, colleague):
    first = make_comment(article, member, "Un")
    second = make_comment(article, member, "Deux")
    answer = make_comment(article, colleague, "Un, un", first)
    deeper = make_comment(article, member, "Un, un, un", answer)
    beside = make_comment(article, colleague, "À côté", deeper)
    make_comment(article, colleague, "Un, deux", again(first))

    comments = MemberComment.objects.of(article)
    assert [(comment.comment, comment.level) for comment in comments] == [
        ("Un", 0), ("Un, un", 1), ("Un, un, un", 2), ("À côté", 2), ("Un, deux", 1), ("Deux", 0),
    ]  # fmt: skip
    assert (beside.parent_id, beside.addressed_to, second.thread_id) == (answer.pk, member, second.pk)


def test_write_comment_leaves_name_mail_and_ip_empty(article, member):
    comment = make_comment(article, member)
    assert (comment.user, comment.user_name, comment.user_email, comment.ip_address) == (member, "", "", None)


def test_write_comment_refuses_an_answer_to_another_thing_and_keeps_no_row(article, member):
    elsewhere = make_comment(make_internal_event(member), member)
    with pytest.raises(OtherThing):
        write_comment(article, member, "Ici ?", elsewhere)
    deleted = make_comment(article, member)
    delete_comment(deleted, member)
    with pytest.raises(OtherThing):
        write_comment(article, member, "Ici ?", again(deleted))
    assert MemberComment.objects.of(article).count() == 1


def test_write_comment_that_the_library_refuses_leaves_no_row(article, member):
    deepest = make_comment(article, member, "3", make_comment(article, member, "2", make_comment(article, member, "1")))
    deepest.allow_thread = lambda: True  # as if the page offered one level more
    with pytest.raises(MaxThreadLevelExceededException):
        write_comment(article, member, "4", deepest)
    assert MemberComment.objects.of(article).count() == 3


def test_write_comment_sent_twice_is_one(article, member):
    once = uuid4()
    first = write_comment(article, member, "Une fois", once=once)
    assert write_comment(article, member, "Une fois", once=once).pk == first.pk
    assert MemberComment.objects.of(article).count() == 1


@pytest.mark.parametrize("is_open", [True, False])
def test_write_comment_is_closed_with_its_thing(colleague, member, is_open):
    yesterday = timezone.localdate() - timedelta(days=1)
    article = make_talked_article(colleague, comments_open=is_open, comments_until=yesterday if is_open else None)
    with pytest.raises(TalkClosed):
        write_comment(article, member, "Trop tard")
    write_comment(make_talked_article(colleague, comments_until=timezone.localdate()), member, "Le dernier jour")


def test_write_comment_is_for_members_and_for_the_people_of_the_thing_s_groups(colleague, professional):
    with pytest.raises(NotAllowed):
        write_comment(make_talked_article(colleague, audience="professionals"), professional, "Moi aussi")
    group = make_work_group(colleague, professional)
    assert write_comment(make_talked_article(colleague, work_groups=[group]), professional, "Moi aussi")


def test_each_person_hears_of_a_comment_once(article, member, colleague, moderator):
    follow(moderator, article)
    first = make_comment(article, member, "Qui l’a fait ?")
    assert (codes_of(colleague), codes_of(moderator), codes_of(member)) == (["comment_written"], ["comment_written"], [])
    make_comment(article, colleague, f"Demandez à @{handle_of(moderator)}.", first)
    assert (codes_of(member), codes_of(moderator)) == (["comment_answered"], ["comment_written", "mention"])
    # Who wants no mentions still hears of what they follow.
    OptOut.objects.bulk_create(OptOut(person=moderator, code="mention", channel=channel) for channel in ("bell", "mail"))
    make_comment(article, member, f"Merci @{handle_of(moderator)}")
    assert codes_of(moderator) == ["comment_written", "comment_written", "mention"]


def test_unfollowed_talk_is_silent_even_for_its_author(article, member, colleague):
    follow(colleague, article, is_on=False)
    make_comment(article, member)
    assert codes_of(colleague) == []


def test_mail_of_a_comment_has_an_excerpt_with_names(article, member, colleague, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_comment(article, member, f"Voyez avec @{handle_of(member)} : c’est bientôt.")
    Notice.objects.update(mail_not_before=timezone.now() - timedelta(seconds=1))  # ten minutes later
    with django_capture_on_commit_callbacks(execute=True):
        mail_held_notices()
    mail = next(mail for mail in mailoutbox if mail.to == [colleague.email])
    assert mail.subject == "Maria Delmoli commente « Classer un meublé »"
    assert "Voyez avec @Maria Delmoli : c’est bientôt." in mail.body


def test_edit_comment_says_so_and_tells_those_who_are_newly_named(article, member, colleague, moderator):
    comment = make_comment(article, member, f"@{handle_of(colleague)} ?")
    make_comment(article, colleague, "Oui", comment)
    edit_comment(again(comment), member, f"@{handle_of(colleague)} et @{handle_of(moderator)} ?")
    comment = again(comment)
    assert comment.edited_at and comment.nested_count == 1
    assert (codes_of(colleague), codes_of(moderator)) == (["mention"], ["mention"])
    with pytest.raises(NotAllowed):
        edit_comment(comment, colleague, "À sa place")


def test_delete_comment_keeps_its_answers_and_is_told_to_nobody(article, member, colleague):
    comment = make_comment(article, member, "Trop vite")
    answer = make_comment(article, colleague, "Pourquoi ?", comment)
    told = Notice.objects.filter(person=colleague)
    with pytest.raises(NotAllowed):
        delete_comment(comment, colleague)
    told.update(mail_waiting=False)  # it was mailed, and stands in the bell
    delete_comment(comment, member)
    assert list(MemberComment.objects.of(article).shown()) == [answer]
    assert not can_see(member, again(comment)) and not told.get().may_be_read
    restore_comment(again(comment), member)
    assert MemberComment.objects.of(article).shown().count() == 2


def test_bin_empties_a_deleted_comment_but_for_the_place_of_its_answers(article, member, colleague):
    alone, answered = make_comment(article, member, "Seul"), make_comment(article, member, f"@{handle_of(colleague)} ?")
    make_comment(article, colleague, "Oui ?", answered)
    for comment in (alone, answered):
        delete_comment(comment, member)
    MemberComment.objects.of(article).filter(is_removed=True).update(deleted_at=timezone.now() - KEEP_FOR - timedelta(hours=1))
    assert (sweep(), sweep()) == (2, 0)
    assert [comment.comment for comment in MemberComment.objects.of(article)] == ["", "Oui ?"]
    assert not Mention.objects.exists()


def test_talk_goes_into_the_bin_with_its_thing_and_comes_back(article, member, colleague):
    comment = make_comment(article, member)
    article.throw_away(colleague)
    assert not can_see(member, again(comment)) and not MemberComment.objects.visible_to(member).exists()
    article.take_back()
    assert can_see(member, again(comment)) and MemberComment.objects.visible_to(member).exists()
    article.delete()
    assert not MemberComment.objects.exists()
