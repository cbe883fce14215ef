"""The sources: adding, trying and pausing them, and OPML import and export."""

from datetime import timedelta
from functools import partial

from django.contrib import messages
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.db import transaction
from django.db.models import Count, Max, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.safe_http import FetchError
from pro_portal.watch.actions import sources as source_actions
from pro_portal.watch.actions.duplicates import known_item
from pro_portal.watch.actions.sources import CLAIM_TIME
from pro_portal.watch.forms import ALREADY_FOLLOWED, OpmlForm, SourceForm
from pro_portal.watch.importers import opml
from pro_portal.watch.importers.feeds import InvalidFeed
from pro_portal.watch.models import WatchItem, WatchSource
from pro_portal.watch.permissions import watchers_only
from pro_portal.watch.tasks import read_one_source

TRIAL_ENTRIES = 10


@require_safe
@watchers_only
def source_list(request):
    return _render_list(request, OpmlForm())


def _render_list(request, form, status=200):
    counts = {
        "found": Count("items", distinct=True),
        "published": Count("items", filter=Q(items__state=WatchItem.State.PUBLISHED), distinct=True),
        "excluded": Count("items", filter=Q(items__excluded_by__isnull=False), distinct=True),
        "latest": Max("items__found_at"),
    }
    sources = list(WatchSource.objects.annotate(**counts).prefetch_related("themes").order_by("-active", "-failures", "name"))
    for source in sources:
        source.is_silent = source.is_silent_since(source.latest)
    return render(request, "watch/sources.html", {"sources": sources, "form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@watchers_only
def add_source(request):
    return _edit(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
@watchers_only
def source(request, pk):
    sources = WatchSource.objects.annotate(latest=Max("items__found_at")).prefetch_related("themes")
    source = get_object_or_404(sources, pk=pk)
    source.is_silent = source.is_silent_since(source.latest)
    return _edit(request, source)


def _edit(request, source: WatchSource | None):
    """The form; `action` tries the address (what would come) or saves."""
    form = SourceForm(_typed(request), source=source)
    trial, status = {}, 200
    if form.is_bound:
        status = 422
        if form.is_valid():
            is_feed = form.cleaned_data["kind"] == WatchSource.Kind.FEED
            trial = _try_address(form) if is_feed and _wants_trial(request, form) else {}
            if request.POST.get("action") != "try" and not trial.get("problem") and not trial.get("choices"):
                return _save(request, form, trial)
            status = 200
    context = {"form": form, "source": source, **trial}
    return render(request, "watch/source.html", context, status=status)


def _typed(request):
    """The form that was sent; where one of a site's feeds was chosen, with the address of that one."""
    chosen = request.POST.get("found", "")
    if not chosen:
        return request.POST or None
    fields = request.POST.copy()
    fields["address"] = chosen
    return fields


def _wants_trial(request, form: SourceForm) -> bool:
    """A new address is read once before it is saved, unless the watcher saves it all the same."""
    is_new = form.cleaned_data["address"] != form.source.address
    return request.POST.get("action") == "try" or (is_new and "anyway" not in request.POST)


def _try_address(form: SourceForm) -> dict:
    """What the address gives: `feed` with its first `entries` ((entry, known)) and the address where it was `found`, else the
    `choices` of a site that has several, else the `problem`."""
    address = form.cleaned_data["address"]
    try:
        search = source_actions.find_feed(address)
    except (FetchError, InvalidFeed) as error:
        return {"problem": str(error)}
    if search.choices:
        return {"choices": search.choices}
    found = search.address if search.address != address else ""
    if found and form.is_known(found):
        return {"problem": ALREADY_FOLLOWED}
    source = form.source if form.source.pk else None
    entries = [
        (entry, known_item(entry.address, entry.title, source, entry.guid)) for entry in search.feed.entries[:TRIAL_ENTRIES]
    ]
    return {"feed": search.feed, "entries": entries, "found": found}


def _save(request, form: SourceForm, trial: dict):
    """`trial`: as `_try_address` gives it; empty where the address was not tried."""
    feed, is_new = trial.get("feed"), form.source.pk is None
    source = form.save(name=feed.title if feed else "", address=trial.get("found", ""))
    if source.is_feed and source.active:
        # Read again from the beginning: a new source at once, another at the next round of the clock.
        WatchSource.objects.filter(pk=source.pk).update(next_read_at=timezone.now() + (CLAIM_TIME if is_new else timedelta()))
        if is_new:
            transaction.on_commit(partial(read_one_source.enqueue, source.pk))
    messages.success(request, _("La source « %(name)s » est enregistrée.") % {"name": source.name})
    if trial.get("found"):
        messages.info(request, _("Son fil a été trouvé sur la page : %(address)s") % {"address": source.address})
    if feed and not feed.entries:
        messages.warning(request, _("Le fil se lit, mais il est vide."))
    if feed and feed.remark:
        messages.warning(request, feed.remark)
    return redirect("watch:sources")


@require_POST
@watchers_only
def read_now(request, pk):
    source = get_object_or_404(WatchSource, pk=pk, kind=WatchSource.Kind.FEED, active=True)
    number = source_actions.read_now(source)
    if number is None:
        messages.info(request, _("La source « %(name)s » vient d’être lue : réessayez dans une minute.") % {"name": source.name})
    elif source.last_error:
        messages.error(request, f"{source.name} : {source.last_error}")
    else:
        sentence = ngettext(
            "La source « %(name)s » est lue : %(count)d nouvel article.",
            "La source « %(name)s » est lue : %(count)d nouveaux articles.",
            number,
        )
        messages.success(request, sentence % {"name": source.name, "count": number})
        if source.remark:
            messages.warning(request, source.remark)
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
            imported = opml.import_sources(form.cleaned_data["file"].read(opml.MAX_BYTES + 1))
        except opml.InvalidOpml as error:
            form.add_error("file", str(error))
        else:
            sentence = _("Sources ajoutées : %(added)d. Déjà suivies : %(repeated)d.")
            messages.success(request, sentence % imported._asdict())
            if imported.unreadable:
                sentence = ngettext(
                    "%(count)d ligne est laissée de côté : elle n’a pas d’adresse qui se lise.",
                    "%(count)d lignes sont laissées de côté : elles n’ont pas d’adresse qui se lise.",
                    imported.unreadable,
                )
                messages.warning(request, sentence % {"count": imported.unreadable})
            if imported.beyond:
                sentence = ngettext(
                    "%(count)d ligne est laissée de côté : importez à nouveau le même fichier pour la suite.",
                    "%(count)d lignes sont laissées de côté : importez à nouveau le même fichier pour la suite.",
                    imported.beyond,
                )
                messages.warning(request, sentence % {"count": imported.beyond})
            return redirect("watch:sources")
    return _render_list(request, form, status=422)


@require_safe
@watchers_only
def export_opml(request):
    feeds = WatchSource.objects.filter(kind=WatchSource.Kind.FEED).prefetch_related("themes")
    response = HttpResponse(opml.build_opml(feeds), content_type="text/x-opml; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="veille.opml"'
    return response
