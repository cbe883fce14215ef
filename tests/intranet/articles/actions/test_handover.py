from datetime import date

import pytest
from django.urls import reverse

from accounts.actions import hand_over
from accounts.forms.handover import HandoverForm
from common.recycle_bin import room_of
from intranet.articles.actions.reading import ask_to_read
from intranet.articles.actions.still_true import remind_owners
from intranet.articles.models import Article, MustRead
from intranet.articles.querysets import due_for
from notifications.models import Notice
from tests.factories import make_user
from tests.factories.articles import make_article
from tests.factories.comments import make_comment
from tests.html import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague(moderator):
    """Of another office, in no group: what they may read beside comes to them with the care of it alone."""
    return make_user(organisation=moderator.organisation, first_name="Claire", last_name="Doré")


def told(code: str) -> list:
    return [notice.person for notice in Notice.objects.filter(code=code)]


def test_who_takes_an_article_over_has_the_rights_of_its_author_whose_name_stays(client, member, editor, colleague):
    article = make_article(member, audience="private", review_on=date(2024, 1, 15), reminded_on=date.today())
    assert HandoverForm(person=member).fields["codes"].choices == [("articles", "Articles (1)")]
    assert hand_over(member, colleague, ["articles"]) == {"articles": 1}
    client.force_login(colleague)
    page = read(client.get(article.get_absolute_url()))
    assert (page.has("link", "Modifier"), "Suivi par Claire Doré" in page.text, str(member) in page.text) == (True, True, True)
    assert article.title in read(client.get("/intranet/articles/?voir=les-miens")).text
    assert (list(due_for(colleague)), list(due_for(member))) == ([article], [])
    remind_owners()
    assert told("article_to_check") == [colleague]
    client.force_login(member)
    assert client.get(reverse("articles:edit", args=[article.pk])).status_code == 404
    Article.objects.get().throw_away(editor)
    assert [list(room_of("articles").thrown_by(person)) for person in (colleague, member)] == [[article], []]


def test_keeper_sees_what_is_to_appear_and_gives_back_what_was_the_authors(member, colleague):
    Article.objects.filter(pk=make_article(member).pk).update(live=False)
    hand_over(member, colleague, ["articles"])
    article = Article.objects.visible_to(colleague).get()
    assert (article.responsible, article.author) == (colleague, member)
    hand_over(colleague, member, ["articles"])
    assert Article.objects.get().keeper is None and not Article.objects.visible_to(colleague).exists()


def test_thanks_and_comments_reach_who_looks_after_the_article(client, member, group_member, colleague):
    article = make_article(member)
    hand_over(member, colleague, ["articles"])
    client.force_login(group_member)
    client.post(reverse("articles:thank", args=[article.pk]))
    make_comment(Article.objects.get(), group_member, "Et le samedi ?")
    assert (told("article_thanked"), told("comment_written")) == ([colleague], [colleague])
    client.force_login(colleague)
    assert client.post(reverse("articles:thank", args=[article.pk])).status_code == 404


def test_who_takes_a_must_read_over_sees_who_has_not_read_and_may_end_it(client, member, editor, colleague):
    seen, hidden = make_article(member), make_article(member, audience="private")
    for article in (seen, hidden):
        ask_to_read(article, editor, None, [])
    assert hand_over(editor, colleague, ["must_reads"]) == {"must_reads": 1}
    client.force_login(colleague)
    pages = [client.get(reverse("articles:readers", args=[article.pk])) for article in (seen, hidden)]
    assert [page.status_code for page in pages] == [200, 404]
    assert not read(pages[0]).has("button", "Enregistrer")
    assert client.post(reverse("articles:readers", args=[seen.pk]), {}).status_code == 404
    client.post(reverse("articles:ask_no_more", args=[seen.pk]))
    assert MustRead.objects.get().article == hidden
