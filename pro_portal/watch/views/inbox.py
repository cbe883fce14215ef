"""The watcher's inbox, and the addresses that receive the decisions."""

from datetime import datetime
from functools import wraps
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import models
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from common.filters import FIRST_DAY, LAST_DAY
from common.text import row_key
from common.waiting import next_to_decide
from pro_portal.watch.actions import triage
from pro_portal.watch.facets import MOST_WORDS
from pro_portal.watch.forms import DecisionForm, InboxForm
from pro_portal.watch.models import WatchItem, WatchSource
from pro_portal.watch.normalisation import folded
from pro_portal.watch.permissions import watchers_only

BY_PAGE = 25
State = WatchItem.State


class InboxTab(models.TextChoices):
    """The three lists; the value stands in the address."""

    INBOX = "a-trier", gettext_lazy("À trier")
    PUBLISHED = "publies", gettext_lazy("Publiés")
    SET_ASIDE = "ecartes", gettext_lazy("Écartés")


STATES = {InboxTab.INBOX: State.INBOX, InboxTab.PUBLISHED: State.PUBLISHED, InboxTab.SET_ASIDE: State.SET_ASIDE}
ORDERS = {
    InboxTab.INBOX: ("-found_at", "-pk"),
    InboxTab.PUBLISHED: ("-published_at", "-pk"),
    InboxTab.SET_ASIDE: ("-decided_at", "-pk"),
}


@require_safe
@watchers_only
def inbox(request):
    """`?liste=` one of the three lists, `?element=12` the one to decide on, `?fait=34` the one just decided."""
    return show_inbox(request)


def _current_tab(request) -> InboxTab:
    value = request.GET.get("liste", "")
    return InboxTab(value) if value in InboxTab.values else InboxTab.INBOX


def _query(values, **changes) -> str:
    parts = {name: values.get(name, "") for name in ("liste", "page", "source", "q")} | changes
    return urlencode({name: value for name, value in parts.items() if value})


def _items_of(request, tab: InboxTab, filters: dict):
    """The items of a list that this watcher may work on, of the source and with the words that were chosen."""
    items = WatchItem.objects.workable_by(request.user).filter(state=STATES[tab])
    if "source" in filters:
        items = items.filter(source=filters["source"])
    for word in folded(filters.get("q", "")).split()[:MOST_WORDS]:
        items = items.filter(folded__contains=word)
    return items


def show_inbox(request, status=200, selected=None, form=None, problem=""):
    tab = _current_tab(request)
    inbox_form = InboxForm(request.GET)
    filters = inbox_form.filters()
    items = _items_of(request, tab, filters).order_by(*ORDERS[tab]).select_related("source", "excluded_by")
    page = Paginator(items, BY_PAGE).get_page(request.GET.get("page"))
    lines = list(page.object_list)
    selected = selected or _selected(request)
    if selected and form is None:
        form = DecisionForm(person=request.user, item=selected)
    return render(
        request,
        "watch/inbox.html",
        {
            "pile": tab,
            "tabs": _tabs(tab, request.user, filters, None if filters else page.paginator.count),
            "inbox_form": inbox_form,
            "filters": filters,
            "page": page,
            "lines": [(item, f"?{_query(request.GET, element=item.pk)}") for item in lines],
            "list_url": f"{reverse('watch:inbox')}?{_query(request.GET)}",
            "selected": selected,
            "form": form,
            "problem": problem,
            "next_pk": next_to_decide([item.pk for item in lines], selected and selected.pk),
            "has_sources": bool(lines) or WatchSource.objects.exists() or WatchItem.objects.exists(),
            "many": _many_toast(request),
            **_decision_toast(request),
        },
        status=status,
    )


def _tabs(current: InboxTab, watcher, filters: dict, number: int | None) -> list[dict]:
    """`number`: of what is in the current list, where all of it is shown. Counting tens of thousands once is enough."""
    is_counted = current == InboxTab.INBOX and number is not None
    counts = {InboxTab.INBOX: number if is_counted else WatchItem.objects.workable_by(watcher).inbox().count()}
    address = reverse("watch:inbox")
    return [
        {
            "title": tab.label,
            "url": f"{address}?{urlencode({'liste': tab.value} | filters)}",
            "is_current": tab == current,
            "count": counts.get(tab),
        }
        for tab in InboxTab
    ]


def _selected(request) -> WatchItem | None:
    pk = row_key(request.GET.get("element"))
    return _items_with_detail().workable_by(request.user).filter(pk=pk).first() if pk else None


def _items_with_detail():
    return WatchItem.objects.select_related("source", "decided_by").prefetch_related("themes", "audience_groups", "also_in")


def _decision_toast(request) -> dict:
    """What was just decided, with its undo."""
    pk = row_key(request.GET.get("fait"))
    item = pk and WatchItem.objects.filter(pk=pk, decided_by=request.user).first()
    if not item:
        return {}
    sentence = {
        State.PUBLISHED: _("« %(title)s » est publié."),
        State.SET_ASIDE: _("« %(title)s » est écarté."),
        State.INBOX: _("« %(title)s » attend de nouveau."),
    }[item.state]
    undo = reverse("watch:put_back", args=[item.pk]) if item.state != State.INBOX else ""
    return {"toast": sentence % {"title": item.title[:80]}, "undo_url": undo}


def _many_toast(request) -> dict:
    """How many were just set aside together, with their undo."""
    moment = _moment(request.GET.get("ecartes-a", ""))
    count = moment and WatchItem.objects.set_aside().filter(decided_by=request.user, decided_at=moment).count()
    if not count:
        return {}
    sentence = ngettext("%(count)d article est écarté.", "%(count)d articles sont écartés.", count)
    undo = f"{reverse('watch:put_back_many')}?{urlencode({'moment': moment.isoformat()})}"
    return {"toast": sentence % {"count": count}, "undo_url": undo}


def _moment(text: str) -> datetime | None:
    """The moment that an address holds, with its time zone; None for anything else."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    # The first and the last year have no hour in every time zone.
    return moment if moment and is_aware(moment) and FIRST_DAY <= moment.date() <= LAST_DAY else None


# ---- decisions --------------------------------------------------------------------------------------------------------
def decision_view(view):
    """Decorator of a watcher's POST: a decision made meanwhile is shown on the item (409), with what was typed."""

    @require_POST
    @watchers_only
    @wraps(view)
    def guarded(request, pk):
        item = get_object_or_404(_items_with_detail(), pk=pk)
        version = row_key(request.POST.get("seen"))
        # An undo carries no version: it speaks of what stands now.
        version = item.version if version is None else version
        try:
            return view(request, item, version)
        except triage.AlreadyDecided as error:
            form = DecisionForm(request.POST, person=request.user, item=item) if "title" in request.POST else None
            return _inbox_with_item(request, item, form=form, problem=str(error), status=409)

    return guarded


def _inbox_with_item(request, item: WatchItem, **context):
    request.GET = request.POST  # the list is shown as it was: its place came with the form
    return show_inbox(request, selected=_items_with_detail().get(pk=item.pk), **context)


def _redirect_after_decision(request, item: WatchItem):
    following = row_key(request.POST.get("next"))
    return redirect(f"{reverse('watch:inbox')}?{_query(request.POST, fait=item.pk, page='', element=following)}")


@decision_view
def publish(request, item, version):
    form = DecisionForm(request.POST, person=request.user, item=item)
    if not form.is_valid():
        return _inbox_with_item(request, item, form=form, status=422)
    return _redirect_after_decision(request, triage.publish(item, request.user, form.cleaned_data, version))


@decision_view
def set_aside(request, item, version):
    return _redirect_after_decision(request, triage.set_aside(item, request.user, version))


@decision_view
def put_back(request, item, version):
    triage.put_back(item, request.user, version)
    return redirect(f"{reverse('watch:inbox')}?element={item.pk}")


# ---- many at once -----------------------------------------------------------------------------------------------------
@require_POST
@watchers_only
def set_aside_many(request):
    """`element`: those that were ticked; `tout`: all that wait, of the source and with the words that were chosen."""
    filters = InboxForm(request.POST).filters()
    items = _items_of(request, InboxTab.INBOX, filters)
    if "tout" not in request.POST:
        keys = [pk for text in request.POST.getlist("element")[:BY_PAGE] if (pk := row_key(text)) is not None]
        items = items.filter(pk__in=keys)
    number, moment = triage.set_aside_many(items, request.user)
    if not number:
        messages.info(request, _("Cochez d’abord des articles."))
        return redirect(f"{reverse('watch:inbox')}?{urlencode(filters)}")
    return redirect(f"{reverse('watch:inbox')}?{urlencode(filters | {'ecartes-a': moment.isoformat()})}")


@require_POST
@watchers_only
def put_back_many(request):
    """Undo what the watcher set aside at `moment`."""
    moment = _moment(request.GET.get("moment", ""))
    number = triage.put_back_many(request.user, moment) if moment else 0
    sentence = ngettext("%(count)d article attend de nouveau.", "%(count)d articles attendent de nouveau.", number)
    messages.success(request, sentence % {"count": number})
    return redirect("watch:inbox")
