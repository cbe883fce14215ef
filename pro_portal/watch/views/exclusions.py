"""The words that set aside by themselves: written, counted, taken away with or without what they set aside."""

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from pro_portal.watch.actions.exclusions import add_exclusion, remove_exclusion
from pro_portal.watch.forms import ExclusionForm
from pro_portal.watch.models import WatchExclusion
from pro_portal.watch.permissions import watchers_only


@require_http_methods(["GET", "HEAD", "POST"])
@watchers_only
def exclusion_list(request):
    form = ExclusionForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        exclusion, number = add_exclusion(form.cleaned_data["words"], form.cleaned_data["source"])
        sentence = ngettext(
            "Ce qui contient « %(words)s » s’écarte désormais de lui-même ; %(count)d article en attente vient de l’être.",
            "Ce qui contient « %(words)s » s’écarte désormais de lui-même ; %(count)d articles en attente viennent de l’être.",
            number,
        )
        messages.success(request, sentence % {"words": exclusion.words, "count": number})
        return redirect("watch:exclusions")
    exclusions = WatchExclusion.objects.select_related("source").annotate(number=Count("items"))
    return render(
        request, "watch/exclusions.html", {"form": form, "exclusions": exclusions}, status=422 if form.is_bound else 200
    )


@require_POST
@watchers_only
def remove(request, pk):
    """`remettre`: what the words set aside waits again."""
    exclusion = get_object_or_404(WatchExclusion, pk=pk)
    number = remove_exclusion(exclusion, puts_back="remettre" in request.POST)
    sentence = ngettext(
        "« %(words)s » n’écarte plus rien ; %(count)d article attend de nouveau.",
        "« %(words)s » n’écarte plus rien ; %(count)d articles attendent de nouveau.",
        number,
    )
    messages.success(request, sentence % {"words": exclusion.words, "count": number})
    return redirect("watch:exclusions")
