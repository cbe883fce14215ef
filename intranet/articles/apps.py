from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from common.navigation import WorkEntry, register


class ArticlesConfig(AppConfig):
    name = "intranet.articles"
    label = "articles"
    verbose_name = _("Articles")

    def ready(self):
        from common import recycle_bin
        from intranet.articles import notifications, signals  # noqa: F401  models are ready only now
        from intranet.articles.actions.attachments import destroy_with_files
        from intranet.articles.actions.publishing import take_back
        from intranet.articles.models import Article

        register(WorkEntry(_("Articles"), "articles:list", "book", 15, allowed=lambda user: user.is_member))
        recycle_bin.register_room(
            recycle_bin.BinRoom(
                code="articles",
                label=_("Articles"),
                model=Article,
                thrown_by=lambda person: Article.objects.exclude(deleted_at=None).filter(deleted_by=person),
                take_back=lambda article, person: take_back(article),
                destroy=destroy_with_files,
            )
        )
