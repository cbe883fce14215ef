"""What the index of articles answers for the badges and the front page follows every change at once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Theme
from intranet.articles.actions.reading import ask_no_more, ask_to_read, note_read
from intranet.articles.facets import ids_alike, latest_ids, must_reads_of, number_of_must_reads, number_of_new
from intranet.articles.models import Article
from tests.factories import make_organisation, make_user, make_work_group
from tests.factories.articles import make_article

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def again(person):
    """As the next request meets them."""
    return type(person).objects.get(pk=person.pk)


def waiting_for(*people) -> list[int]:
    numbers = [number_of_must_reads(again(person)) for person in people]
    assert numbers == [must_reads_of(again(person)).count() for person in people]
    return numbers


def test_must_reads_follow_who_is_asked_who_has_read_and_what_opens(member, group_member, moderator):
    article = make_article(moderator)
    assert waiting_for(member, group_member, moderator) == [0, 0, 0]
    must_read = ask_to_read(article, moderator, None, [])
    assert waiting_for(member, group_member, moderator) == [1, 1, 0]
    group = group_member.work_groups.get()
    must_read.groups.set([group])
    assert waiting_for(member, group_member, moderator) == [0, 1, 0]
    must_read.groups.set([])
    note_read(article, member)
    assert waiting_for(member, group_member, moderator) == [0, 1, 0]
    Article.objects.get().throw_away(moderator)
    assert waiting_for(group_member) == [0]
    Article.objects.get().take_back()
    assert waiting_for(group_member) == [1]
    ask_no_more(article)
    assert waiting_for(group_member) == [0]


def test_new_articles_are_those_of_others_that_the_reader_may_see_later_than_their_last_visit(member, moderator):
    since = timezone.now() - timedelta(days=7)
    make_article(member, "Le mien")
    make_article(make_user("x@ailleurs.example", make_organisation("Ailleurs")), "Le caché", audience="private")
    make_article(moderator, "Du groupe", groups=[make_work_group(name="Autre")])
    for moment in (since, since + timedelta(seconds=1)):
        article = make_article(moderator, str(moment))
        Article.objects.filter(pk=article.pk).update(first_published_at=moment)
        Article.objects.get(pk=article.pk).save()
    assert number_of_new(member, since) == 1
    article.archived_at = timezone.now()
    article.save()
    assert number_of_new(member, since) == 0


def test_alike_are_those_that_share_most_themes_then_the_latest(member):
    first, second, third = Theme.objects.all()[:3]
    this = make_article(member, themes=[first, second])
    both, one, last = (make_article(member, themes=themes) for themes in ([second, first, third], [first], [second]))
    make_article(member, themes=[third])
    assert ids_alike(this.pk, [first.code, second.code], member, 9) == [both.pk, last.pk, one.pk]
    assert ids_alike(this.pk, [first.code, second.code], member, 2) == [both.pk, last.pk]
    assert ids_alike(this.pk, [], member, 9) == []
    assert latest_ids(member, 2) == latest_ids(member, 9)[:2] != []
