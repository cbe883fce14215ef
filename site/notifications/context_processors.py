"""The context of the bell in the layout of the work rooms."""

from functools import cache

from notifications.models import Preferences, unread_number


def unread(request) -> dict:
    """Context processor: callables, so that a page that does not show them asks nothing of the database."""
    user = getattr(request, "user", None)

    @cache
    def unread_count() -> int:
        return unread_number(user) if user and user.is_authenticated else 0

    @cache
    def shows_notification_tour() -> bool:
        """On the first visits, until the choices were seen or the banner put away."""
        if not user or not user.is_authenticated:
            return False
        return not Preferences.objects.filter(person=user, tour_ended_at__isnull=False).exists()

    return {"unread_count": unread_count, "shows_notification_tour": shows_notification_tour}
