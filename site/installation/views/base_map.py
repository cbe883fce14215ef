"""The step of the base map: a file is dropped, a worker cuts it, the page tells how far it is."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.views.team import administrators_only
from common.forms.dropped_files import FILES_AWAY
from common.storages import StorageAway
from destination.base_map.actions import ask_for_base_map, territory_bounds
from destination.base_map.importers.gathering import BaseMapRefused
from destination.base_map.limits import SILENCE
from destination.base_map.models import BaseMap, current_map
from installation.forms import BaseMapForm
from installation.presenters.steps import next_step, steps_of


@require_http_methods(["GET", "POST"])
@administrators_only
def base_map(request):
    """`/installation/fond-de-carte/`."""
    form = BaseMapForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            territory_bounds()
            ask_for_base_map(form.cleaned_data["file"])
        except BaseMapRefused as refused:
            form.add_error("file", refused)
        except StorageAway:
            form.add_error("file", FILES_AWAY)
        else:
            messages.success(request, _("Le fichier est déposé : le fond de carte se découpe."))
            return redirect("installation:base_map")
    newest = BaseMap.objects.order_by("-created_at", "-pk").first()
    context = {
        "form": form,
        "shown": current_map(),
        "being_made": BaseMap.objects.being_made(since=timezone.now() - SILENCE).order_by("-created_at").first(),
        "failed": newest if newest and newest.state == BaseMap.State.FAILED else None,
        "steps": steps_of("base_map", request.user),
        "next_url": next_step("base_map"),
    }
    return render(request, "installation/base_map.html", context)
