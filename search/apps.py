from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    label = "search"
    verbose_name = _("Recherche")

    def ready(self):
        from search import adapters, signals  # noqa: F401  models are ready only now
        from search.engines.checks import check_search_address

        checks.register(check_search_address)
        post_migrate.connect(prepare_database, sender=self)


def prepare_database(using="default", **kwargs):
    """The databases' full-text index, which migrations cannot describe; made after every migration, where it is missing."""
    from search.engines import database_engine

    database_engine().prepare()
