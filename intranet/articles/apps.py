from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "intranet.articles"
    label = "articles"
    verbose_name = _("Articles")

    def ready(self):
        from intranet.articles.models import Article  # models are ready only now
        from intranet.comments.registry import Commentable, register_commentable

        register_commentable(Commentable(
            "article", Article,
            visible_to=lambda user: Article.objects.published().visible_to(user),
            rows=lambda: Article.objects.prefetch_related("audience_groups"),
            is_open=lambda article: article.comments_open and article.archived_at is None,
            closes_on=lambda article: article.comments_until,
        ))  # fmt: skip
