"""The watcher's inbox, and the addresses that receive the decisions."""

from functools import wraps
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db import models
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from pro_portal.watch.actions import triage
from pro_portal.watch.forms import DecisionForm
from pro_portal.watch.models import WatchItem, WatchSource
from pro_portal.watch.permissions import number, watchers_only

BY_PAGE = 25
State = WatchItem.State


class Pile(models.TextChoices):
    """The three lists; the value stands in the address."""

    INBOX = "a-trier", gettext_lazy("À trier")
    PUBLISHED = "publies", gettext_lazy("Publiés")
    SET_ASIDE = "ecartes", gettext_lazy("Écartés")


STATES = {Pile.INBOX: State.INBOX, Pile.PUBLISHED: State.PUBLISHED, Pile.SET_ASIDE: State.SET_ASIDE}
ORDERS = {Pile.INBOX: ("-found_at", "-pk"), Pile.PUBLISHED: ("-published_at", "-pk"), Pile.SET_ASIDE: ("-decided_at", "-pk")}


@require_safe
@watchers_only
def inbox(request):
    """`?liste=` one of the three lists, `?element=12` the one to decide on, `?fait=34` the one just decided."""
    return show_inbox(request)


def _pile(request) -> Pile:
    wanted = request.GET.get("liste", "")
    return Pile(wanted) if wanted in Pile.values else Pile.INBOX


def _query(values, **changes) -> str:
    parts = {name: values.get(name, "") for name in ("liste", "page")} | changes
    return urlencode({name: value for name, value in parts.items() if value})


def show_inbox(request, status=200, selected=None, form=None, problem=""):
    pile = _pile(request)
    items = WatchItem.objects.filter(state=STATES[pile]).order_by(*ORDERS[pile]).select_related("source")
    page = Paginator(items, BY_PAGE).get_page(request.GET.get("page"))
    lines = list(page.object_list)
    selected = selected or _selected(request)
    if selected and form is None:
        form = DecisionForm(person=request.user, item=selected)
    return render(
        request,
        "watch/inbox.html",
        {
            "pile": pile,
            "tabs": _tabs(pile),
            "page": page,
            "lines": [(item, f"?{_query(request.GET, element=item.pk)}") for item in lines],
            "list_url": f"{reverse('watch:inbox')}?{_query(request.GET)}",
            "selected": selected,
            "form": form,
            "problem": problem,
            "next_pk": _after(lines, selected),
            "has_sources": bool(lines) or WatchSource.objects.exists() or WatchItem.objects.exists(),
            **_done(request),
        },
        status=status,
    )


def _tabs(pile: Pile) -> list[dict]:
    numbers = WatchItem.objects.aggregate(**{each.name: Count("pk", filter=Q(state=STATES[each])) for each in Pile})
    address = reverse("watch:inbox")
    return [
        {
            "title": each.label,
            "url": f"{address}?liste={each.value}",
            "is_current": each == pile,
            "count": numbers[each.name] if each == Pile.INBOX else None,
        }
        for each in Pile
    ]


def _selected(request) -> WatchItem | None:
    wanted = number(request.GET.get("element"))
    return _with_detail().filter(pk=wanted).first() if wanted else None


def _with_detail():
    return WatchItem.objects.select_related("source", "decided_by").prefetch_related("themes", "audience_groups", "also_in")


def _after(lines, selected) -> int | None:
    """The one to show once this one is decided: the next of the list, else the one before."""
    numbers = [item.pk for item in lines]
    if selected is None or selected.pk not in numbers:
        return numbers[0] if numbers else None
    place = numbers.index(selected.pk)
    others = numbers[place + 1 :] + numbers[:place][::-1]
    return others[0] if others else None


def _done(request) -> dict:
    """What was just decided, with its undo."""
    wanted = number(request.GET.get("fait"))
    item = wanted and WatchItem.objects.filter(pk=wanted, decided_by=request.user).first()
    if not item:
        return {}
    words = {
        State.PUBLISHED: _("« %(title)s » est publié."),
        State.SET_ASIDE: _("« %(title)s » est écarté."),
        State.INBOX: _("« %(title)s » attend de nouveau."),
    }[item.state]
    undo = reverse("watch:put_back", args=[item.pk]) if item.state != State.INBOX else ""
    return {"toast": words % {"title": item.title[:80]}, "undo_url": undo}


# ---- decisions --------------------------------------------------------------------------------------------------------
def deciding_on(view):
    """A watcher's POST: what was decided meanwhile is said in words on the item, with what was typed."""

    @require_POST
    @watchers_only
    @wraps(view)
    def guarded(request, pk):
        item = get_object_or_404(_with_detail(), pk=pk)
        seen = number(request.POST.get("seen"))
        # An undo carries no version: it speaks of what stands now.
        seen = item.version if seen is None else seen
        try:
            return view(request, item, seen)
        except triage.AlreadyDecided as problem:
            typed = DecisionForm(request.POST, person=request.user, item=item) if "title" in request.POST else None
            return _again(request, item, form=typed, problem=str(problem), status=409)

    return guarded


def _again(request, item: WatchItem, **context):
    request.GET = request.POST  # the list is shown as it was: its place came with the form
    return show_inbox(request, selected=_with_detail().get(pk=item.pk), **context)


def _on(request, item: WatchItem):
    following = number(request.POST.get("next"))
    return redirect(f"{reverse('watch:inbox')}?{_query(request.POST, fait=item.pk, page='', element=following)}")


@deciding_on
def publish(request, item, seen):
    form = DecisionForm(request.POST, person=request.user, item=item)
    if not form.is_valid():
        return _again(request, item, form=form, status=422)
    return _on(request, triage.publish(item, request.user, form.cleaned_data, seen))


@deciding_on
def set_aside(request, item, seen):
    return _on(request, triage.set_aside(item, request.user, seen))


@deciding_on
def put_back(request, item, seen):
    triage.put_back(item, request.user, seen)
    return redirect(f"{reverse('watch:inbox')}?element={item.pk}")
