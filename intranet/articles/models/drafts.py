"""An article as it is being typed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from common.drafts import FormDraft, FormToken
from intranet.articles.models.articles import Article


class ArticleToken(FormToken):
    SALT = "articles.draft"


class ArticleDraft(FormDraft):
    """Its author's alone until it is published."""

    thing_attribute = "article_id"

    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="article_drafts")
    article = models.ForeignKey(Article, models.CASCADE, null=True, blank=True, related_name="drafts")  # None: a new article

    class Meta:
        ordering = ["-saved_at"]

    def __str__(self):
        return self.title

    @property
    def title(self) -> str:
        return self.first("title")[:140] or str(_("Article sans titre"))
