"""The next events of a group, on its page."""

from django.template.loader import render_to_string
from django.utils.translation import get_language

from common.access import Audience
from common.panels import group_panels
from destination.agenda.models import Event
from destination.agenda.presenters.upcoming import upcoming_cards_among, with_day

SHOWN = 5


@group_panels.register(20)
def group_events(request, group) -> str:
    ids = Event.audience_groups.through.objects.filter(workgroup=group).values_list("event_id", flat=True)
    events = upcoming_cards_among(request.user, ids, SHOWN, audience=[Audience.GROUP])
    lines = [with_day(event, get_language()) for event in events]
    return render_to_string("submissions/_group_events.html", {"events": lines}, request)
