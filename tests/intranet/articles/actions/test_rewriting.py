import pytest

from common.drafts import save_draft
from common.personal_data import Person
from intranet.articles.models import Article, ArticleDraft, ArticleToken
from intranet.mentions.personal_data import Mentions
from tests.factories.articles import make_article
from tests.factories.comments import handle_of

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def test_who_leaves_for_good_is_named_in_no_article_version_or_draft(member, moderator):
    handle = handle_of(member)
    article = make_article(moderator, body=f"<p>Demandez à @{handle}.</p>")
    article.body = "<p>Demandez ailleurs.</p>"
    make_article(moderator, title="Une autre", body=f"<p>Merci @{handle} !</p>")
    article.save_revision(user=moderator, clean=False).publish(user=moderator, skip_permission_checks=True)
    token = ArticleToken(ArticleDraft().key, moderator.pk)
    save_draft(ArticleDraft, token, {"title": ["Note"], "body": [f"<p>@{handle} sait.</p>"]}, version=0, tab="a")
    Mentions().erase(Person.of(member))
    texts = [version.content["body"] for version in article.revisions.order_by("pk")]
    texts += [Article.objects.get(title="Une autre").body, *ArticleDraft.objects.get().fields["body"]]
    assert texts == [
        "<p>Demandez à une personne qui a quitté l’office.</p>",
        "<p>Demandez ailleurs.</p>",
        "<p>Merci une personne qui a quitté l’office !</p>",
        "<p>une personne qui a quitté l’office sait.</p>",
    ]
    assert Article.objects.get(pk=article.pk).last_published_at is not None
