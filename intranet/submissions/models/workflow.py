"""The one step of the moderation, as Wagtail's workflow engine knows it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import GroupApprovalTask


class ModerationTask(GroupApprovalTask):
    """A group approval whose buttons in the CMS admin do what the front-office queue does: same history, same messages."""

    class Meta:
        verbose_name = _("relecture par la modération")
        verbose_name_plural = _("relectures par la modération")

    def get_actions(self, obj, user):
        return super().get_actions(obj, user) if user.is_moderator else []

    @transaction.atomic
    def on_action(self, task_state, user, action_name, **kwargs):
        from intranet.submissions.actions import moderation  # it needs the models
        from intranet.submissions.actions.errors import ModerationError

        event, words = task_state.workflow_state.content_object, kwargs.get("comment", "")
        verb = moderation.accept if action_name == "approve" else moderation.send_back
        try:
            verb(event, user, words=words)
        except ModerationError as error:
            raise PermissionDenied(str(error)) from error
        task_state.refresh_from_db()
