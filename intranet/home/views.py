"""The members' front page."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from common.access import Audience
from common.panels import home_panels
from common.registry import call_hook
from common.waiting import waiting_for
from destination.agenda.presenters.upcoming import dated_lists
from intranet.submissions.choices import Stage
from intranet.submissions.querysets.events import events_of, with_stage
from notifications.models import Notice

SHOWN = 5
AMONG_US = (Audience.PROFESSIONALS, Audience.MEMBERS, Audience.GROUP, Audience.PRIVATE)


@require_safe
def home(request):
    """This person's tasks, notifications and next events. A provider's front page is the portal."""
    user = request.user
    if not user.is_member:
        return redirect("portal_home:home")
    own_events = with_stage(events_of(user, whole_office=False))
    communes = list(user.organisation.territories.values_list("slug", flat=True)) if user.organisation_id else []
    return render(
        request,
        "intranet_home/home.html",
        {
            "waiting": waiting_for(request),
            "pending": own_events.filter(stage=Stage.WAITING).count(),
            "notices": Notice.objects.in_bell_of(user).unread()[:SHOWN].with_words(user),
            **dated_lists(
                user,
                SHOWN,
                among_us={"audience": AMONG_US},
                around={"audience": [Audience.PUBLIC], "commune": communes},
            ),
            "feed_key": user.feed_key,
            "panels": home_panels(request, wide=True),
            "narrow_panels": home_panels(request, wide=False),
            "red_lines": call_hook("health.red_lines", user),
        },
    )
