"""Who is away today, on the members' first page."""

from django.template.loader import render_to_string
from django.utils import timezone

from accounts.presenters import away_profiles
from common.panels import home_panels

AWAY_SHOWN = 5


@home_panels.register(150)
def who_is_away(request) -> str:
    """The members who are away today, who comes back first standing first; nothing where all are there."""
    profiles = list(away_profiles(timezone.localdate()).exclude(person=request.user)[: AWAY_SHOWN + 1])
    if not profiles:
        return ""
    context = {"people": [profile.person for profile in profiles[:AWAY_SHOWN]], "has_more": len(profiles) > AWAY_SHOWN}
    return render_to_string("people/_away.html", context, request=request)
