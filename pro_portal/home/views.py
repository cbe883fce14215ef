"""The professionals' front page."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.models import Organisation
from common.access import Audience
from destination.agenda.coming import coming

SHOWN = 6


@require_safe
def home(request):
    """What a provider comes for: the professional dates, the agenda for their own site, someone to ask."""
    user = request.user
    if not user.is_professional:
        raise Http404
    communes = user.organisation.territories.all() if user.organisation_id else []
    offices = Organisation.objects.filter(kind=Organisation.Kind.OFFICE, territories__in=communes).distinct()
    return render(
        request,
        "portal_home/home.html",
        {
            "dates": coming(user, SHOWN, audience=Audience.PROFESSIONALS),
            "communes": communes,
            "offices": offices or Organisation.objects.filter(kind=Organisation.Kind.OFFICE),
        },
    )
