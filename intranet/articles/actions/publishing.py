"""From a draft to an article, and what becomes of the article: versions, archive, pins, the bin."""

from django.db import transaction
from django.utils import timezone

from common.drafts import AlreadySent, Stale
from intranet.articles.actions.attachments import close_brought, open_brought
from intranet.articles.models import Article, ArticleDraft
from intranet.articles.notifications import ArticlePublished
from intranet.mentions.actions import note_mentions
from notifications.actions import notify, withdraw

#: What an older version gives back; who may see and change the article stays as it is.
GIVEN_BACK = ("title", "summary", "body", "picture", "language")


def article_for(draft: ArticleDraft) -> Article:
    """The article a draft speaks of: a new one of its author, or the latest version of the existing one."""
    if draft.article:
        return draft.article.get_latest_revision_as_object()
    return Article(live=False, author=draft.author, organisation=draft.author.organisation)


@transaction.atomic
def publish_draft(draft: ArticleDraft, form, person) -> Article:
    """Make the article of a checked form, and publish it now or at the moment that the form names, once: a second sending raises
    `AlreadySent`, one of older words `Stale`."""
    # One statement decides who is first: two clicks, two processes, one article.
    first = ArticleDraft.objects.filter(pk=draft.pk, sent_at=None, version=draft.version).update(sent_at=timezone.now())
    if not first:
        draft.refresh_from_db()
        raise AlreadySent(draft) if draft.sent_at else Stale(draft)
    article = article_for(draft)
    form.fill(article)
    form.save_picture()
    if article.pk is None:
        article.save()
    else:  # these are facts of the row, not of a version
        Article.objects.filter(pk=article.pk).update(brought=article.brought)
    article.save_revision(user=person, clean=False).publish(user=person, skip_permission_checks=True)
    ArticleDraft.objects.filter(pk=draft.pk).update(article=article)
    return Article.objects.get(pk=article.pk)


def follow_publication(article: Article) -> None:
    """A version has just been published, by a person or by the clock: what was given with it opens, its readers are told once.
    Wagtail says so of one that waits for its day too."""
    if article.deleted_at or not article.live:
        return
    open_brought(article)
    if article.announced_at is None:
        article.announced_at = timezone.now()
        Article.objects.filter(pk=article.pk).update(announced_at=article.announced_at)
        # Who is named in the text is told of that: never two mails for one thing.
        told = note_mentions(article, article.body, article.responsible)
        notify(ArticlePublished(article, actor=article.author, without=told))
    else:
        note_mentions(article, article.body, article.responsible)


@transaction.atomic
def give_back(article: Article, revision, person) -> Article:
    """Publish the texts of an older version anew; the version that they replace stays in the history."""
    older, newest = revision.as_object(), article.get_latest_revision_as_object()
    for name in GIVEN_BACK:
        setattr(newest, name, getattr(older, name))
    newest.documents = older.documents.all()
    newest.go_live_at = None
    newest.save_revision(user=person, clean=False).publish(user=person, skip_permission_checks=True)
    return Article.objects.get(pk=article.pk)


# ---- the row alone ----------------------------------------------------------------------------------------------------
def set_pinned(article: Article, pinned: bool) -> None:
    article.pinned_at = timezone.now() if pinned else None
    article.save(update_fields=["pinned_at"])


def set_archived(article: Article, archived: bool) -> None:
    """An archived article is found by who looks for it, and no longer offered."""
    article.archived_at = timezone.now() if archived else None
    article.pinned_at = None
    article.save(update_fields=["archived_at", "pinned_at"])


@transaction.atomic
def throw_away(article: Article, person) -> None:
    article.throw_away(person)
    close_brought(article)
    withdraw(ArticlePublished(article, actor=article.author))


@transaction.atomic
def take_back(article: Article) -> None:
    article.take_back()
    open_brought(article)
