from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    name = "intranet.comments"
    label = "intranet_comments"
    verbose_name = _("Commentaires")
