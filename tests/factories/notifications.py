"""Kinds of notification for the tests, about real events."""

from accounts.models import User
from notifications.registry import UNDO_TIME, Notification, register


@register
class EventNotification(Notification):
    code = "test_event_seen"
    label = "Événement vu"
    group = "Essais"
    subject_model = "agenda.Event"
    reads = ("words",)

    def recipients(self):
        return User.objects.all()

    def title(self):
        from django.utils.translation import gettext

        return f"{gettext('Notifications')} : {self.subject.words_in('fr').title}"

    def excerpt(self):
        return self.details.get("words", "")

    def url(self):
        return "/fr/agenda/"


@register
class DraftNotification(EventNotification):
    code = "test_draft_seen"
    label = "Brouillon vu"
    audience_checked = False


@register
class UndoableNotification(EventNotification):
    code = "test_undoable"
    label = "Décision"
    held_for = UNDO_TIME


@register
class AskingNotification(EventNotification):
    code = "test_asking"
    asks_for_action = True
