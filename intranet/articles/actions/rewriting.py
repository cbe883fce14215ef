"""The name of somebody who left for good is taken out of what others wrote: nobody is told, and no version is made of it."""

from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Revision

from intranet.articles.models import Article, ArticleDraft


def rewrite_article(article: Article, change: Callable[[str], str]) -> None:
    article.body = change(article.body)
    article.save(update_fields=["body"])


def rewrite_versions_and_drafts(handle: str, change: Callable[[str], str]) -> None:
    """What names `handle` in the history of an article, published since or not, and in what is being typed."""
    mark = f"@{handle}"
    versions = Revision.objects.filter(content_type=ContentType.objects.get_for_model(Article))
    for version in versions.filter(content__body__icontains=mark):
        version.content["body"] = change(version.content["body"])
        version.save(update_fields=["content"])
    for draft in ArticleDraft.objects.filter(fields__body__0__icontains=mark):
        draft.fields["body"] = [change(text) for text in draft.fields["body"]]
        draft.save(update_fields=["fields"])
