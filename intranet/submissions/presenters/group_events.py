"""The next events of a group, on its page."""

from django.template.loader import render_to_string
from django.utils.translation import get_language

from common.access import Audience
from destination.agenda.presenters.upcoming import upcoming_cards, with_day
from intranet.groups.registry import group_panel

SHOWN = 5


@group_panel(20)
def group_events(request, group) -> str:
    events = upcoming_cards(request.user, SHOWN, audience=Audience.GROUP, audience_groups=group)
    lines = [with_day(event, get_language()) for event in events]
    return render_to_string("submissions/_group_events.html", {"events": lines}, request)
