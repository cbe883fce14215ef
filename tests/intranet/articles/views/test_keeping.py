import pytest
from django.urls import reverse

from common.recycle_bin import room_of
from intranet.articles.actions.reading import ask_to_read
from intranet.articles.models import Article, MustRead
from notifications.models import Notice
from tests.factories.articles import ArticleTab, article_form, make_article
from tests.html import read

pytestmark = pytest.mark.django_db


def changed(client, person, article, **changes):
    client.force_login(person)
    fields = article_form(base=str(article.latest_revision_id), **changes)
    assert ArticleTab(client, person, article=article).post("send", fields).status_code == 302
    return Article.objects.get(pk=article.pk)


def test_history_marks_the_words_and_gives_a_version_back(client, member):
    article = make_article(member, body="<p>Ouvert le lundi.</p>")
    article = changed(client, member, article, body="<p>Ouvert le mardi.</p>", summary="")
    page = read(client.get(reverse("articles:history", args=[article.pk])))
    marked = [[part.name or part.text for part in page.all_by_role(role)] for role in ("deletion", "insertion")]
    assert marked == [["lundi"], ["mardi"]]
    first = article.revisions.order_by("pk").first()
    client.post(reverse("articles:give_back", args=[article.pk, first.pk]))
    article.refresh_from_db()
    assert article.body == "<p>Ouvert le lundi.</p>"
    assert article.revisions.count() == 3


@pytest.mark.parametrize("rule, persona, answer", [
    ("author", "group_member", 404), ("office", "group_member", 200), ("office", "moderator", 404), ("members", "moderator", 200),
    ("author", "editor", 200), ("members", "professional", 404),
])  # fmt: skip
def test_who_may_change(client, request, member, rule, persona, answer):
    article = make_article(member, changeable_by=rule, audience="professionals")
    client.force_login(request.getfixturevalue(persona))
    assert client.get(reverse("articles:edit", args=[article.pk])).status_code == answer


def test_editor_corrects_nothing_that_they_may_not_read(client, member, editor):
    article = make_article(member, audience="private", changeable_by="members", deletable_by="members")
    client.force_login(editor)
    assert client.get(reverse("articles:edit", args=[article.pk])).status_code == 404
    assert client.post(reverse("articles:delete", args=[article.pk])).status_code == 404


def test_deleted_article_is_closed_to_all_and_comes_back_from_the_bin(client, member, group_member, editor):
    article = make_article(member)
    client.force_login(member)
    client.post(reverse("articles:delete", args=[article.pk]))
    for person in (member, group_member, editor):
        client.force_login(person)
        assert client.get(article.get_absolute_url()).status_code == 404
        assert article.title not in client.get("/intranet/articles/").content.decode() or person != group_member
    room = room_of("articles")
    assert [list(room.thrown_by(person)) for person in (member, editor, group_member)] == [[article], [article], []]
    room.take_back(Article.objects.get(), member)
    client.force_login(group_member)
    assert client.get(article.get_absolute_url()).status_code == 200


def test_pinned_article_leads_and_archived_one_leaves_the_list(client, member, editor):
    first, second = make_article(member, "Premier"), make_article(member, "Second")
    client.force_login(editor)
    client.post(reverse("articles:pin", args=[first.pk]))
    assert read(client.get("/intranet/articles/")).texts("heading")[1:3] == ["Premier", "Second"]
    client.post(reverse("articles:archive", args=[second.pk]))
    assert "Second" not in read(client.get("/intranet/articles/")).texts("heading")
    assert "Second" in read(client.get("/intranet/articles/?voir=archives")).texts("heading")
    for name, article in (("pin", first), ("archive", second)):
        client.post(reverse(f"articles:{name}", args=[article.pk]))  # a double click
    assert [(article.pinned_at is None, article.is_archived) for article in Article.objects.order_by("pk")] == [
        (False, False), (True, True),
    ]  # fmt: skip
    for name, article in (("pin", first), ("archive", second)):
        client.post(reverse(f"articles:{name}", args=[article.pk]), {"on": "0"})
    assert not Article.objects.exclude(pinned_at=None, archived_at=None).exists()
    client.force_login(member)
    assert client.post(reverse("articles:pin", args=[first.pk])).status_code == 404


def test_director_sees_who_has_not_read_and_reminds_those_alone_once(
    client, member, group_member, moderator, editor, administrator
):
    article = make_article(member)
    ask_to_read(article, editor, None, [])
    client.force_login(group_member)
    client.get(article.get_absolute_url())
    client.post(reverse("articles:mark_read", args=[article.pk]))
    client.force_login(moderator)
    client.get(article.get_absolute_url())
    client.force_login(administrator)
    page = read(client.get(reverse("articles:readers", args=[article.pk])))
    late = page.region("2 personnes n’ont pas encore lu").text
    assert "Modeste Lequeu" in late and "Ouvert" in late and "Gil Ducercle" not in late
    assert "Gil Ducercle" in page.region("1 personne a lu").text
    for _press in range(2):
        client.post(reverse("articles:remind", args=[article.pk]))
    assert {notice.person for notice in Notice.objects.filter(code="article_must_read_reminder")} == {moderator, editor}


def test_author_asks_of_their_office_alone(client, member):
    everybody, office = make_article(member), make_article(member, audience="private")
    client.force_login(member)
    answers = [client.post(reverse("articles:readers", args=[article.pk]), {}).status_code for article in (everybody, office)]
    assert answers == [404, 302]
    assert MustRead.objects.get().article == office


def test_must_read_of_a_past_day_is_refused_at_its_field(client, member, editor):
    article = make_article(member)
    client.force_login(editor)
    page = read(client.post(reverse("articles:readers", args=[article.pk]), {"until": "01/01/2020"}))
    assert page.field("À lire avant le").is_invalid
    assert not MustRead.objects.exists()
