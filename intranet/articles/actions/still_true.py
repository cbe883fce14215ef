"""« Toujours vrai ? »: who is responsible for an article is asked on the day they chose, and answers with one button."""

from django.db import transaction

from common.responsibility import REVIEW_COLUMNS, mark_still_true, remind_responsible
from intranet.articles.models import Article
from intranet.articles.notifications import ArticleToCheck
from notifications.actions import notify


@transaction.atomic
def confirm(article: Article) -> None:
    """Still true: asked again after as long as before, in the published row and in its latest version alike."""
    mark_still_true(article, since=article.first_published_at or article.created_at)
    article.save(update_fields=REVIEW_COLUMNS)
    if revision := article.latest_revision:
        revision.content["review_on"] = article.review_on.isoformat()
        revision.save(update_fields=["content"])


def remind_owners() -> int:
    """Ask who is responsible for each article whose day has come, and again after a month; gives how many were asked."""
    return remind_responsible(Article.objects.current(), lambda article: notify(ArticleToCheck(article)))
