from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from common.navigation import WorkEntry, register


class ArticlesConfig(AppConfig):
    name = "intranet.articles"
    label = "articles"
    verbose_name = _("Articles")

    def ready(self):
        from accounts.registry import Handover, register_handover
        from common.recycle_bin import BinRoom, register_room  # models are ready only now
        from common.responsibility import give_to_keeper
        from intranet.articles import notifications, signals  # noqa: F401
        from intranet.articles.actions.attachments import destroy_with_files
        from intranet.articles.actions.handover import give_must_reads
        from intranet.articles.actions.publishing import take_back
        from intranet.articles.actions.rewriting import rewrite_article, rewrite_versions_and_drafts
        from intranet.articles.facets import published_ids_visible_to
        from intranet.articles.models import Article
        from intranet.articles.presenters import panels  # noqa: F401
        from intranet.articles.querysets import articles_to_hand_over, must_reads_to_hand_over
        from intranet.comments.registry import Commentable, register_commentable
        from intranet.mentions.registry import TextKind, register_text

        register(WorkEntry(_("Articles"), "articles:list", "book", 15, allowed=lambda user: user.is_member, waiting="must_reads"))
        register_room(BinRoom(
            "articles", _("Article"), Article,
            thrown_by=Article.objects.thrown_by,
            take_back=lambda article, person: take_back(article),
            destroy=destroy_with_files,
        ))  # fmt: skip
        register_text(TextKind(
            Article, text=lambda article: article.body, rows=lambda: Article.objects.prefetch_related("audience_groups"),
            rewrite=rewrite_article, rewrite_elsewhere=rewrite_versions_and_drafts,
        ))  # fmt: skip
        register_commentable(Commentable(
            "article", Article,
            visible_to=lambda user: Article.objects.published().visible_to(user),
            visible_ids=published_ids_visible_to,
            rows=lambda: Article.objects.prefetch_related("audience_groups"),
            is_open=lambda article: article.takes_comments,
            owners=lambda article: [article.responsible_id] if article.responsible_id else [],
            closes_on=lambda article: article.comments_until,
        ))  # fmt: skip
        register_handover(Handover("articles", _("Articles"), articles_to_hand_over, give=give_to_keeper, order=20))
        # After the articles: whoever looks after one may follow its reading up.
        register_handover(
            Handover("must_reads", _("Lectures demandées"), must_reads_to_hand_over, give=give_must_reads, order=21)
        )
