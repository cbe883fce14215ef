"""The professionals' front page."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.models import Organisation
from common.access import Audience
from destination.agenda.coming import coming

SHOWN = 6


@login_not_required
@require_safe
def home(request):
    """What a provider comes for: the professional dates, the agenda for their own site, someone to ask. Anyone may come in;
    each part shows what its reader may see."""
    user = request.user
    organisation = getattr(user, "organisation", None)
    communes = organisation.territories.all() if organisation else []
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
