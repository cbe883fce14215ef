"""Ordering editions, and the orders of an office."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.permissions import members_only, professionals_only
from common.rate_limits import allows_message
from common.text import row_key
from common.views.media import NOT_STORED
from pro_portal.documents.actions.orders import order_editions, set_done
from pro_portal.documents.choices import Shelf
from pro_portal.documents.forms import OrderForm
from pro_portal.documents.limits import ORDERS_AN_HOUR
from pro_portal.documents.models import EditionOrder, PortalDocument
from pro_portal.documents.serializers import orders_csv
from pro_portal.documents.views.shelves import front_title
from pro_portal.home.presenters import portal_crumbs

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


# ---- the office -------------------------------------------------------------------------------------------------------
DONE = "faites"  # `?etat=`


def _orders_of(request):
    """The orders that this person's office carries out, the oldest first; those that are done, the latest first."""
    orders = EditionOrder.objects.carried_out_by(request.user).with_lines()
    return orders.done().order_by("-done_at", "-pk") if request.GET.get("etat") == DONE else orders.waiting()


@require_safe
@members_only
def order_list(request):
    is_done, url = request.GET.get("etat") == DONE, reverse("portal_documents:orders")
    page = Paginator(_orders_of(request), BY_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "is_done": is_done,
        "today": timezone.localdate(),
        "tabs": [
            {"title": _("À préparer"), "url": url, "is_current": not is_done},
            {"title": _("Faites"), "url": f"{url}?etat={DONE}", "is_current": is_done},
        ],
        "csv_url": reverse("portal_documents:orders_csv") + (f"?etat={DONE}" if is_done else ""),
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
    set_done(edition_order, done, request.user)
    sentence = _("La commande de %(establishment)s est faite.") if done else _("La commande de %(establishment)s est à préparer.")
    messages.success(request, sentence % {"establishment": edition_order.establishment})
    return redirect(reverse("portal_documents:orders") + ("" if done else f"?etat={DONE}"))
