"""« Toujours vrai ? »: who is responsible for an article is asked on the day they chose, and answers with one button."""

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from intranet.articles.limits import ASK_AGAIN_AFTER, LEAST_MONTHS
from intranet.articles.models import Article
from intranet.articles.notifications import ArticleToCheck
from intranet.articles.querysets import due_articles
from notifications.actions import notify


@transaction.atomic
def confirm(article: Article) -> None:
    """Still true: asked again after as long as before, in the published row and in its latest version alike."""
    today = timezone.localdate()
    since = timezone.localdate(article.reviewed_at or article.first_published_at or article.created_at)
    months = max(LEAST_MONTHS, round(((article.review_on or today) - since).days / 30.4))
    article.reviewed_at, article.reminded_on = timezone.now(), None
    article.review_on = today + relativedelta(months=months)
    article.save(update_fields=["reviewed_at", "reminded_on", "review_on"])
    if revision := article.latest_revision:
        revision.content["review_on"] = article.review_on.isoformat()
        revision.save(update_fields=["content"])


def remind_owners() -> int:
    """Ask who is responsible for each article whose day has come, and again after a month; gives how many were asked."""
    today = timezone.localdate()
    number = 0
    due = due_articles().filter(Q(reminded_on=None) | Q(reminded_on__lte=today - ASK_AGAIN_AFTER))
    for article in due.select_related("author", "keeper"):
        with transaction.atomic():
            # Two processes may run this at the same moment: only one changes the row.
            if Article.objects.filter(pk=article.pk, reminded_on=article.reminded_on).update(reminded_on=today):
                notify(ArticleToCheck(article))
                number += 1
    return number
