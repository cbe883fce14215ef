"""Ordering editions, and the orders of an office."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.permissions import members_only, professionals_only
from common.rate_limits import allows_message
from common.text import row_key
from common.views.media import NOT_STORED
from pro_portal.documents.actions.orders import OrderClosed, cancel_for_office, cancel_own_order, order_editions, set_done
from pro_portal.documents.choices import Shelf
from pro_portal.documents.forms import CancelOrderForm, OrderForm
from pro_portal.documents.limits import ORDERS_AN_HOUR
from pro_portal.documents.models import EditionOrder, PortalDocument
from pro_portal.documents.serializers import orders_csv
from pro_portal.documents.views.shelves import front_title
from pro_portal.home.presenters import portal_crumbs

CLOSED = gettext_lazy("Cette commande est déjà faite ou annulée : rien n’a changé.")
BY_PAGE = 20
MOST_OFFERED = 100  # editions on one form


def _crumbs(title: str) -> list[dict]:
    front, editions = reverse("portal_documents:front"), reverse("portal_documents:editions")
    return portal_crumbs((front_title(), front), (Shelf.EDITIONS.label, editions), (title, ""))


@require_http_methods(["GET", "HEAD", "POST"])
@professionals_only
def order(request):
    """Copies of the editions that this person may see, from all offices at once; `?edition=` proposes one."""
    editions = list(PortalDocument.objects.to_order().visible_to(request.user).with_line().in_order()[:MOST_OFFERED])
    is_sent, status = request.method == "POST", 200
    chosen = row_key(request.GET.get("edition"))
    form = OrderForm(request.POST if is_sent else None, person=request.user, editions=editions, chosen=chosen)
    if is_sent:
        status = 422
        if form.is_valid():
            if allows_message(request, "edition_order", ORDERS_AN_HOUR):
                orders = order_editions(request.user, form.cleaned_data["token"], form.copies(), form.delivery())
                words = ngettext(
                    "Votre commande est partie à l’office.", "Votre commande est partie à %(count)d offices.", len(orders)
                )
                messages.success(request, words % {"count": len(orders)})
                return redirect("portal_documents:my_orders")
            form.add_error(None, _("Beaucoup de commandes viennent de cette connexion. Réessayez dans une heure."))
            status = 429
    title = _("Commander des éditions")
    context = {"form": form, "title": title, "crumbs": _crumbs(title), "editions_url": reverse("portal_documents:editions")}
    return render(request, "portal_documents/order.html", context, status=status)


@require_safe
@professionals_only
def my_orders(request):
    orders = EditionOrder.objects.filter(person=request.user).with_lines().order_by("-ordered_at", "-pk")
    title = _("Mes commandes")
    context = {"page": Paginator(orders, BY_PAGE).get_page(request.GET.get("page")), "title": title, "crumbs": _crumbs(title)}
    return render(request, "portal_documents/my_orders.html", context)


@require_POST
@professionals_only
def cancel_own(request, pk: int):
    """Who ordered wants it no more, as long as it is not done."""
    edition_order = get_object_or_404(EditionOrder.objects.filter(person=request.user).select_related("office", "person"), pk=pk)
    try:
        cancel_own_order(edition_order)
    except OrderClosed:
        messages.warning(request, CLOSED)
    else:
        messages.success(request, _("Votre commande est annulée, l’office le sait."))
    return redirect("portal_documents:my_orders")


# ---- the office -------------------------------------------------------------------------------------------------------
DONE, CANCELLED = "faites", "annulees"  # `?etat=`


def _orders_of(request):
    """The orders that this person's office carries out, the oldest first; those that are done or cancelled, the latest first."""
    orders = EditionOrder.objects.carried_out_by(request.user).with_lines()
    if _state_of(request) == DONE:
        return orders.done().order_by("-done_at", "-pk")
    if _state_of(request) == CANCELLED:
        return orders.cancelled().order_by("-cancelled_at", "-pk")
    return orders.waiting()


def _state_of(request) -> str:
    state = request.GET.get("etat")
    return state if state in (DONE, CANCELLED) else ""


def _of_state(url: str, state: str) -> str:
    return f"{url}?etat={state}" if state else url


@require_safe
@members_only
def order_list(request):
    state, url = _state_of(request), reverse("portal_documents:orders")
    page = Paginator(_orders_of(request), BY_PAGE).get_page(request.GET.get("page"))
    titles = {"": _("À préparer"), DONE: _("Faites"), CANCELLED: _("Annulées")}
    context = {
        "page": page,
        "is_done": state == DONE,
        "is_cancelled": state == CANCELLED,
        "today": timezone.localdate(),
        "tabs": [{"title": title, "url": _of_state(url, each), "is_current": each == state} for each, title in titles.items()],
        "csv_url": _of_state(reverse("portal_documents:orders_csv"), state),
        "crumbs": _crumbs(_("Commandes d’éditions")),
    }
    return render(request, "portal_documents/orders.html", context)


@require_safe
@members_only
def orders_file(request):
    headers = {"Content-Disposition": f'attachment; filename="commandes-{timezone.localdate():%Y-%m-%d}.csv"', **NOT_STORED}
    return HttpResponse(orders_csv(_orders_of(request)), content_type="text/csv; charset=utf-8", headers=headers)


@require_POST
@members_only
def mark_done(request, pk: int):
    """Carried out, or with `encore` to be carried out again."""
    edition_order = get_object_or_404(EditionOrder.objects.carried_out_by(request.user), pk=pk)
    done = "encore" not in request.POST
    try:
        set_done(edition_order, done, request.user)
    except OrderClosed:
        messages.warning(request, _("La commande de %(establishment)s vient d’être annulée.") % vars(edition_order))
        return redirect("portal_documents:orders")
    sentence = _("La commande de %(establishment)s est faite.") if done else _("La commande de %(establishment)s est à préparer.")
    messages.success(request, sentence % {"establishment": edition_order.establishment})
    return redirect(reverse("portal_documents:orders") + ("" if done else f"?etat={DONE}"))


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def cancel(request, pk: int):
    """The office cannot carry out an order, and says why."""
    edition_order = get_object_or_404(EditionOrder.objects.carried_out_by(request.user).with_lines(), pk=pk)
    form = CancelOrderForm(request.POST if request.method == "POST" else None)
    if not edition_order.is_waiting:
        return _already_closed(request)
    if form.is_bound and form.is_valid():
        try:
            cancel_for_office(edition_order, request.user, form.cleaned_data["reason"])
        except OrderClosed:
            return _already_closed(request)
        messages.success(request, _("La commande de %(establishment)s est annulée.") % vars(edition_order))
        return redirect("portal_documents:orders")
    title, orders_url = _("Annuler une commande"), reverse("portal_documents:orders")
    crumbs = portal_crumbs(
        (front_title(), reverse("portal_documents:front")), (_("Commandes d’éditions"), orders_url), (title, "")
    )
    context = {"order": edition_order, "form": form, "title": title, "orders_url": orders_url, "crumbs": crumbs}
    return render(request, "portal_documents/cancel_order.html", context, status=422 if form.is_bound else 200)


def _already_closed(request):
    messages.warning(request, CLOSED)
    return redirect("portal_documents:orders")
