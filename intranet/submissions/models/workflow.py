"""The one step of the moderation, as Wagtail's workflow engine knows it."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import GroupApprovalTask

from common.registry import call_hook


class ModerationTask(GroupApprovalTask):
    """A group approval whose buttons in the CMS admin do what the front-office queue does: same history, same messages."""

    class Meta:
        verbose_name = _("relecture par la modération")
        verbose_name_plural = _("relectures par la modération")

    def get_actions(self, obj, user):
        return super().get_actions(obj, user) if user.is_moderator else []

    @transaction.atomic
    def on_action(self, task_state, user, action_name, **kwargs):
        event = task_state.workflow_state.content_object
        # Any action of Wagtail's that is not an approval sends the proposal back.
        verb = "approve" if action_name == "approve" else "reject"
        call_hook(f"submissions.{verb}", event, user, words=kwargs.get("comment", ""))
        task_state.refresh_from_db()
