from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import Theme
from intranet.articles.actions.reading import ask_to_read, note_opened
from intranet.articles.models import Article, ArticleReading
from notifications.models import Notice
from tests.factories import make_organisation, make_user, make_work_group
from tests.factories.articles import make_article
from tests.factories.comments import make_comment
from tests.html import read

pytestmark = pytest.mark.django_db
LIST = "/intranet/articles/"


def titles(page) -> list[str]:
    return [heading for heading in page.texts("heading") if heading not in ("Articles", "Pas encore publiés")]


def test_list_shows_what_the_reader_may_see_newest_first_with_what_is_unread(client, member, group_member):
    old, new = make_article(member, "Ancien"), make_article(member, "Nouveau")
    make_article(group_member, "Du groupe", groups=group_member.work_groups.all())
    note_opened(old, group_member)
    client.force_login(group_member)
    page = read(client.get(LIST))
    assert titles(page) == ["Du groupe", "Nouveau", "Ancien"]
    assert page.text.count("Non lu ") == 1
    assert titles(read(client.get(LIST, {"voir": "non-lus"}))) == ["Nouveau"]
    client.force_login(member)
    assert titles(read(client.get(LIST))) == ["Nouveau", "Ancien"]
    assert new.pk > old.pk


def test_list_is_narrowed_by_theme_office_and_month_with_counts(client, member, moderator):
    theme, other = Theme.objects.all()[:2]
    make_article(member, "Un", themes=[theme])
    make_article(moderator, "Deux", themes=[theme, other])
    client.force_login(member)
    page = read(client.get(LIST, {"theme": other.code}))
    assert titles(page) == ["Deux"]
    assert any(name.endswith(" 2") for name in read(client.get(LIST)).texts("link"))
    assert titles(read(client.get(LIST, {"organisme": moderator.organisation.slug}))) == ["Deux"]
    assert titles(read(client.get(LIST, {"mois": "2001-01"}))) == ["Rien sous ces filtres"]


@pytest.mark.parametrize("number", [1, 4])
def test_list_asks_the_same_questions_for_one_and_for_many(client, member, moderator, number, django_assert_max_num_queries):
    for position in range(number):
        make_article(moderator, f"Article {position}", themes=Theme.objects.all()[:2])
    client.force_login(member)
    client.get(LIST)
    with django_assert_max_num_queries(15):
        assert client.get(LIST).status_code == 200


def test_article_of_a_secret_group_leaks_nowhere(client, member, moderator, editor, administrator):
    group = make_work_group(member, name="Cellule discrète", kind="secret")
    theme = Theme.objects.create(code="qz-secret", names={"fr": "Thème qzecret"})
    article = make_article(member, "Plan qzecret", summary="qzecret", groups=[group], themes=[theme])
    office = make_article(member, "Compte qzecret de l’office", audience="private")
    assert not Notice.objects.filter(person__in=[moderator, editor, administrator]).exists()
    for person in (moderator, editor):
        client.force_login(person)
        for path in (LIST, f"{LIST}?theme=qz-secret", "/intranet/", "/recherche/?q=qzecret", "/recherche/suggestions/?q=qzec"):
            answer = client.get(path, follow=True)
            assert "plan qzecret" not in answer.content.decode().lower(), path
            assert "compte qzecret" not in answer.content.decode().lower(), path
        for hidden in (article, office):
            for name in ("article", "history", "readers", "edit"):
                assert client.get(reverse(f"articles:{name}", args=[hidden.pk])).status_code == 404
    client.force_login(member)
    assert "Cellule discrète" in read(client.get(article.get_absolute_url())).text


def test_professionals_read_what_is_for_them_and_nothing_else(client, member, professional):
    article, inside = make_article(member, "Pour tous", audience="professionals"), make_article(member, "Entre nous")
    client.force_login(professional)
    assert titles(read(client.get(LIST))) == ["Pour tous"]
    page = read(client.get(article.get_absolute_url()))
    assert not page.has("link", "Modifier")
    assert client.get(inside.get_absolute_url()).status_code == 404


def test_opened_is_not_read(client, member, group_member, editor):
    article = make_article(member)
    ask_to_read(article, editor, None, [])
    client.force_login(group_member)
    page = read(client.get(article.get_absolute_url()))
    reading = ArticleReading.objects.get(person=group_member)
    assert (reading.read_at, page.has("button", "J’ai lu")) == (None, True)
    client.post(reverse("articles:mark_read", args=[article.pk]))
    reading.refresh_from_db()
    assert reading.read_at is not None
    assert not read(client.get(article.get_absolute_url())).has("button", "J’ai lu")


def test_thanks_reach_the_author_and_can_be_taken_back(client, member, group_member):
    article = make_article(member)
    client.force_login(group_member)
    client.post(reverse("articles:thank", args=[article.pk]))
    assert Notice.objects.get(code="article_thanked").person == member
    client.post(reverse("articles:thank", args=[article.pk]))  # a double click
    assert Notice.objects.filter(code="article_thanked").count() == 1
    assert read(client.get(article.get_absolute_url())).get_by_role("button", "Vous remerciez l’auteur")["value"] == "0"
    client.post(reverse("articles:thank", args=[article.pk]), {"on": "0"})
    assert not Notice.objects.filter(code="article_thanked").exists()
    assert Article.objects.get().readings.get().thanked_at is None


def test_marks_of_the_reader_come_with_the_article(client, member, group_member):
    """Those of others do not; opening it again moves one's own."""
    article = make_article(member)
    url = article.get_absolute_url()
    for person in (make_user(organisation=member.organisation), group_member):
        client.force_login(person)
        client.get(url)
        if person == group_member:
            client.post(reverse("articles:thank", args=[article.pk]))
    an_hour_ago = timezone.now() - timedelta(hours=1)
    ArticleReading.objects.update(opened_at=an_hour_ago)
    client.force_login(group_member)
    with CaptureQueriesContext(connection) as queries:
        page = client.get(url)
    assert 'aria-pressed="true"' in page.content.decode()
    assert not [query for query in queries if query["sql"].startswith('SELECT "articles_articlereading"')]
    opened = dict(ArticleReading.objects.values_list("person_id", "opened_at"))
    assert [person for person, moment in opened.items() if moment > an_hour_ago] == [group_member.pk]
    assert ArticleReading.objects.get(person=group_member).thanked_at


def test_related_articles_share_themes_and_are_visible(client, member, moderator):
    themes = Theme.objects.all()[:1]
    article = make_article(member, "Le premier", themes=themes)
    make_article(member, "Le parent", themes=themes)
    make_article(make_user("x@ailleurs.example", make_organisation("Ailleurs")), "Le caché", themes=themes, audience="private")
    client.force_login(moderator)
    assert read(client.get(article.get_absolute_url())).region("Sur les mêmes thèmes").texts("link") == ["Le parent"]


def test_article_page_asks_few_questions(client, member, group_member, django_assert_max_num_queries):
    article = make_article(member, themes=Theme.objects.all()[:3])
    make_article(group_member, themes=Theme.objects.all()[:1])
    ask_to_read(make_article(member), member, None, [])
    for number in range(3):
        make_comment(article, group_member if number else member)
    client.force_login(group_member)
    client.get(article.get_absolute_url())
    with django_assert_max_num_queries(15):
        client.get(article.get_absolute_url())
