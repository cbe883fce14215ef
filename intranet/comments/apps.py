from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _
from django_comments_xtd.apps import CommentsXtdConfig

from common.navigation import WorkEntry, register
from intranet.mentions.registry import TextKind, register_text


class CommentsConfig(AppConfig):
    name = "intranet.comments"
    label = "intranet_comments"
    verbose_name = _("Commentaires")
    default = True

    def ready(self):
        # These load models, which are ready by now.
        from common.recycle_bin import BinRoom, register_room
        from intranet.comments.actions.talks import name_site
        from intranet.comments.actions.writing import comments_thrown_by, destroy_comment, restore_comment, rewrite_comment
        from intranet.comments.models import MemberComment
        from intranet.comments.permissions import may_moderate
        from intranet.comments.presenters import comments_to_read, title_of
        from intranet.comments.registry import talk_opens_to

        register_text(TextKind(
            MemberComment, text=lambda comment: comment.comment, title=title_of, rows=comments_to_read, rewrite=rewrite_comment,
            opens_to=lambda person, comment: talk_opens_to(person, comment.thing),
        ))  # fmt: skip
        register(WorkEntry(_("Signalements"), "intranet_comments:flagged", "comment", 45, may_moderate, "flagged_comments"))
        register_room(BinRoom(
            "comments", _("Commentaire"), MemberComment,
            thrown_by=comments_thrown_by, take_back=restore_comment, destroy=destroy_comment,
        ))  # fmt: skip
        # After Django's own, which makes a first row.
        post_migrate.connect(name_site, sender=apps.get_app_config("sites"), dispatch_uid="comments.name_site")


class ThreadsConfig(CommentsXtdConfig):
    """django-comments-xtd without its signal: with it, each saving of a comment shows every hidden answer under it again, and
    counts the answers twice."""

    default = False

    def ready(self):
        pass
