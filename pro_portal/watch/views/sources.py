"""The sources: adding, trying and pausing them, and OPML import and export."""

from django.contrib import messages
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.safe_http import FetchError
from pro_portal.watch.actions import sources as source_actions
from pro_portal.watch.forms import OpmlForm, SourceForm
from pro_portal.watch.importers import opml
from pro_portal.watch.importers.feeds import Feed, InvalidFeed
from pro_portal.watch.models import WatchItem, WatchSource
from pro_portal.watch.permissions import watchers_only

TRIAL_ENTRIES = 10


@require_safe
@watchers_only
def source_list(request):
    return _render_list(request, OpmlForm())


def _render_list(request, form, status=200):
    counts = {
        "found": Count("items", distinct=True),
        "published": Count("items", filter=Q(items__state=WatchItem.State.PUBLISHED), distinct=True),
    }
    sources = WatchSource.objects.annotate(**counts).prefetch_related("themes").order_by("-active", "-failures", "name")
    return render(request, "watch/sources.html", {"sources": sources, "form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@watchers_only
def add_source(request):
    return _edit(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
@watchers_only
def source(request, pk):
    return _edit(request, get_object_or_404(WatchSource.objects.prefetch_related("themes"), pk=pk))


def _edit(request, source: WatchSource | None):
    """The form; `action` tries the address (what would come) or saves."""
    form = SourceForm(request.POST or None, source=source)
    trial, status = {}, 200
    if form.is_bound:
        status = 422
        if form.is_valid():
            is_feed = form.cleaned_data["kind"] == WatchSource.Kind.FEED
            trial = _try_address(form.cleaned_data["address"]) if is_feed and _wants_trial(request, source) else {}
            if request.POST.get("action") != "try" and not trial.get("problem"):
                return _save(request, form, trial.get("feed"))
            status = 200
    context = {"form": form, "source": source, **trial}
    return render(request, "watch/source.html", context, status=status)


def _wants_trial(request, source: WatchSource | None) -> bool:
    """A new source is read once before it is saved, unless the watcher saves it all the same."""
    return request.POST.get("action") == "try" or (source is None and "anyway" not in request.POST)


def _try_address(address: str) -> dict:
    try:
        feed, _validators = source_actions.fetch_feed(WatchSource(address=address))
    except (FetchError, InvalidFeed) as error:
        return {"problem": str(error)}
    entries = feed.entries[:TRIAL_ENTRIES]
    return {"feed": feed, "entries": [(entry, source_actions.known_item(entry.address, entry.title)) for entry in entries]}


def _save(request, form: SourceForm, feed: Feed | None):
    source = form.save(name=feed.title if feed else "")
    if source.is_feed and source.active:
        # Read again from the beginning at the next round of the clock.
        WatchSource.objects.filter(pk=source.pk).update(next_read_at=timezone.now())
    messages.success(request, _("La source « %(name)s » est enregistrée.") % {"name": source.name})
    return redirect("watch:sources")


@require_POST
@watchers_only
def pause(request, pk):
    source = get_object_or_404(WatchSource, pk=pk)
    source.active = not source.active
    source.next_read_at = timezone.now()
    source.failures, source.failing_since, source.failure_told, source.last_error = 0, None, False, ""
    source.save()
    sentence = _("La source « %(name)s » est de nouveau lue.") if source.active else _("La source « %(name)s » est en pause.")
    messages.success(request, sentence % {"name": source.name})
    return redirect("watch:sources")


@require_POST
@watchers_only
def remove(request, pk):
    """What it brought stays."""
    source = get_object_or_404(WatchSource, pk=pk)
    source.delete()
    messages.success(request, _("La source « %(name)s » n’est plus suivie ; ses articles restent.") % {"name": source.name})
    return redirect("watch:sources")


@require_POST
@watchers_only
def import_opml(request):
    try:
        form = OpmlForm(request.POST, request.FILES)
    except (SuspiciousOperation, BadRequest):
        return render(request, "watch/too_much.html", status=413)
    if form.is_valid():
        try:
            added, repeated = opml.import_sources(form.cleaned_data["file"].read(opml.MAX_BYTES + 1))
        except opml.InvalidOpml as error:
            form.add_error("file", str(error))
        else:
            sentence = _("Sources ajoutées : %(added)d. Déjà suivies : %(repeated)d.")
            messages.success(request, sentence % {"added": added, "repeated": repeated})
            return redirect("watch:sources")
    return _render_list(request, form, status=422)


@require_safe
@watchers_only
def export_opml(request):
    feeds = WatchSource.objects.filter(kind=WatchSource.Kind.FEED).prefetch_related("themes")
    response = HttpResponse(opml.build_opml(feeds), content_type="text/x-opml; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="veille.opml"'
    return response
