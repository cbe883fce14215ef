import pytest
from django.conf import settings
from django.utils import timezone
from django_comments.models import CommentFlag

from intranet.comments.models import CommentFile, MemberComment
from intranet.comments.presenters import comments_of_person, talk_of
from intranet.mentions.models import Mention
from intranet.mentions.presenters import mentions_of_person
from tests.factories import make_user
from tests.factories.comments import handle_of, make_comment, make_internal_event, make_talked_article

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def make_rows(thing, people, threads: int) -> None:
    """Threads of four, straight into the tables: `threads` × 4 comments with flags, mentions and files."""

    def add(author, parent_id=0):
        comment = MemberComment(
            content_object=thing, site_id=settings.SITE_ID, user=author, comment=f"Bonjour @{handle_of(people[0])}"
        )
        comment.parent_id = parent_id
        comment.save()
        return comment.pk

    for number in range(threads):
        root = add(people[number % len(people)])
        first = add(people[(number + 1) % len(people)], root)
        last = [add(people[(number + 2) % len(people)], first), add(people[0], root)][0]
        comment = MemberComment.objects.get(pk=last)
        CommentFlag.objects.create(user=people[1], comment=comment, flag=CommentFlag.SUGGEST_REMOVAL, flag_date=timezone.now())
        Mention.objects.create(thing=comment, person=people[0], author=comment.user, told_at=timezone.now())
        CommentFile.objects.create(comment=comment, file="comments/plan.pdf", name="plan.pdf", size=1)


def test_a_talk_is_read_in_twelve_queries_however_long(member, moderator, django_assert_max_num_queries):
    people = [make_user(organisation=member.organisation) for _number in range(3)]
    article = make_talked_article(member)
    make_rows(article, people, 2)
    talk_of(article, moderator, whole=True)
    with django_assert_max_num_queries(12) as few:
        assert len(talk_of(article, moderator, whole=True).lines) == 8
    make_rows(article, people, 10)
    with django_assert_max_num_queries(len(few.captured_queries)):
        talk = talk_of(article, moderator, whole=True)
    assert (talk.total, len(talk.lines), sum(line.flags for line in talk.lines)) == (48, 48, 12)


def test_lists_of_answers_open_and_close(member):
    article = make_talked_article(member)
    one = make_comment(article, member, "1")
    deeper = make_comment(article, member, "1.1", one)
    make_comment(article, member, "1.1.1", deeper)
    make_comment(article, member, "2")
    lines = talk_of(article, member).lines
    assert [(line.comment.comment, line.opens, len(line.closes)) for line in lines] == [
        ("1", True, 0), ("1.1", True, 0), ("1.1.1", False, 2), ("2", False, 0),
    ]  # fmt: skip


def test_emptied_places_without_answers_are_not_drawn(member):
    article = make_talked_article(member)
    first, second = make_comment(article, member, "1"), make_comment(article, member, "2")
    make_comment(article, member, "1.1", first)
    MemberComment.objects.filter(pk__in=[first.pk, second.pk]).update(is_removed=True)
    talk = talk_of(article, member)
    assert [(line.is_empty, str(line.html)) for line in talk.lines] == [(True, ""), (False, "<p>1.1</p>")]
    assert talk.total == 1


def test_page_of_a_person_shows_what_its_reader_may_see(member, moderator, group_member, rf):
    inside = make_internal_event(member, "Entre nous", audience="private")
    open_event = make_internal_event(member, "Réunion du réseau")
    for event in (inside, open_event):
        make_comment(event, group_member, f"Voyez avec @{handle_of(member)}")
    for reader, titles in ((member, {"Entre nous", "Réunion du réseau"}), (moderator, {"Réunion du réseau"})):
        request = rf.get("/")
        request.user = reader
        for html in (comments_of_person(request, group_member), mentions_of_person(request, member)):
            assert {title for title in ("Entre nous", "Réunion du réseau") if title in html} == titles
    request.user = moderator
    assert comments_of_person(request, moderator) == mentions_of_person(request, moderator) == ""
