"""The members' front page."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from common.changes import changes_since
from common.panels import home_panels
from common.registry import call_hook
from common.waiting import waiting_for
from intranet.home.models import Visit
from intranet.home.presenters import agenda_of, since_in_words
from intranet.submissions.choices import Stage
from intranet.submissions.querysets.events import events_of, with_stage
from notifications.models import Notice

ANSWERS = 4


@require_safe
def home(request):
    """What waits for this person, who answered them, what is new to them, their week. A provider's front page is the portal."""
    user = request.user
    if not user.is_member:
        return redirect("portal_home:home")
    visit = Visit.current(user)
    answers = Notice.objects.in_bell_of(user).unread().answers()[: ANSWERS + 1].with_words(user)
    return render(
        request,
        "intranet_home/home.html",
        {
            "name": user.preferred_name or user.first_name or user,
            "waiting": waiting_for(request),
            "pending": with_stage(events_of(user, whole_office=False)).filter(stage=Stage.WAITING).count(),
            "answers": answers[:ANSWERS],
            "has_more_answers": len(answers) > ANSWERS,
            # What concerns an administrator as a member: they might look at everything.
            "changes": changes_since(user.as_member(), visit.since),
            "since": since_in_words(visit),
            "agenda": agenda_of(user),
            "feed_key": user.feed_key,
            "panels": home_panels(request, wide=True),
            "narrow_panels": home_panels(request, wide=False),
            "red_lines": call_hook("health.red_lines", user),
        },
    )
