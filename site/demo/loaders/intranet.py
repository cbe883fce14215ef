"""The members' articles, who read them, and what is said under them."""

from datetime import datetime, timedelta

from django.utils import timezone

from accounts.models import Theme, User
from common.rich_text import clean_html
from demo.loaders import content
from demo.loaders.loading import Loading
from intranet.articles.models import Article, ArticleReading, MustRead
from intranet.comments.actions.writing import write_comment
from intranet.comments.models import MemberComment


def load(demo: Loading) -> None:
    themes = {theme.code: theme for theme in Theme.objects.all()}
    for facts in content.articles().values():
        article = make_article(demo, facts, themes)
        demo.note(article)
        mark_readings(demo, article, facts)
        for comment in facts.get("comments", []):
            make_comment(demo, article, comment)
        if facts.get("archived"):
            Article.objects.filter(pk=article.pk).update(archived_at=timezone.now())
    for email in content.who_left():
        # Their words stay under their name: they wrote them before.
        User.objects.filter(pk=demo.people[email].pk).update(is_active=False)


def moment(demo: Loading, days_ago: int, hours_later: int = 0) -> datetime:
    """In the morning of that day, or some hours later; never after now."""
    morning = timezone.make_aware(datetime.combine(demo.today - timedelta(days=days_ago), datetime.min.time().replace(hour=9)))
    return min(morning + timedelta(hours=hours_later), timezone.now())


def make_article(demo: Loading, facts: dict, themes: dict) -> Article:
    author = demo.people[facts["author"]]
    at = moment(demo, facts["days_ago"])
    review = facts.get("review_in_days")
    article = Article(
        live=False,
        author=author,
        organisation=author.organisation,
        picture=demo.pictures.get(facts.get("picture")),
        body=clean_html(facts["body"]),
        language=facts.get("language", "fr"),
        comments_open=facts.get("comments_open", True),
        review_on=None if review is None else demo.today + timedelta(days=review),
        **{name: facts[name] for name in ("title", "summary", "audience")},
        **{name: facts[name] for name in ("changeable_by",) if name in facts},
    )
    article.save()
    article.themes = [themes[code] for code in facts["themes"]]
    article.audience_groups = [demo.groups[code] for code in facts.get("groups", [])]
    article.save_revision(user=author, clean=False).publish(user=author, skip_permission_checks=True)
    Article.objects.filter(pk=article.pk).update(
        first_published_at=at,
        last_published_at=at,
        created_at=at,
        announced_at=at,
        pinned_at=at if facts.get("pinned") else None,
    )
    article.revisions.update(created_at=at)
    return Article.objects.get(pk=article.pk)


def mark_readings(demo: Loading, article: Article, facts: dict) -> None:
    """Who opened it, who pressed « J’ai lu », who thanked its author."""
    must_read = facts.get("must_read", {})
    if must_read:
        row = MustRead.objects.create(
            article=article, until=demo.today + timedelta(days=must_read["until_in_days"]), set_by=demo.people[facts["author"]]
        )
        row.groups.set(demo.groups[code] for code in must_read.get("groups", []))
    read, thanked = must_read.get("read_by", []), facts.get("thanked_by", [])
    at = article.first_published_at + timedelta(hours=2)
    ArticleReading.objects.bulk_create(
        ArticleReading(
            article=article,
            person=demo.people[email],
            opened_at=at,
            read_at=at if email in read else None,
            thanked_at=at if email in thanked else None,
        )
        for email in dict.fromkeys([*read, *must_read.get("opened_by", []), *thanked])
    )


def make_comment(demo: Loading, article: Article, facts: dict, answered: MemberComment | None = None) -> None:
    """A comment and its answers, at their hours."""
    comment = write_comment(article, demo.people[facts["by"]], facts["text"], answered)
    at = min(article.first_published_at + timedelta(hours=facts["hours_later"]), timezone.now())
    MemberComment.objects.filter(pk=comment.pk).update(submit_date=at)
    for answer in facts.get("replies", []):
        make_comment(demo, article, answer, comment)
