"""The same for somebody without an account, by an administrator: looking up, giving out, erasing; the register; the log."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.actions import LAST_ADMINISTRATOR, LastAdministrator
from accounts.permissions import administrators_only
from common.personal_data import Person
from common.slugs import slug_of
from privacy.actions import erase as erase_person
from privacy.actions.requests import request_export
from privacy.forms import AddressForm, EraseSomebodyForm
from privacy.models import Act, ErasureRequest, digest_of
from privacy.presenters import facts_of, lines_of, register_context, register_pdf, results_of
from privacy.querysets import occurrences
from privacy.views.account import export_page, own_export

LINES_PER_PAGE = 50


def _render(request, template: str, title: str, context: dict, status: int = 200):
    crumbs = [{"url": "/admin/", "label": _("Accueil")}]
    if template != "privacy/cms/look_up.html":
        crumbs.append({"url": "/admin/personal-data/", "label": _("Données personnelles")})
    crumbs.append({"url": "", "label": title})
    layout = {"breadcrumbs_items": crumbs, "header_title": title, "header_icon": "user"}
    return render(request, template, layout | context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def look_up(request):
    """What is held about an address. It is sent by POST, so that no address stands in a log or in a history."""
    form, context, status = AddressForm(request.POST if request.method == "POST" else None), {}, 200
    if request.method == "POST":
        if form.is_valid():
            person = Person.with_address(form.cleaned_data["email"])
            Act.objects.create(action=Act.Action.LOOK_UP, digest=digest_of(person.email), by=request.user)
            context = {"person": person, "lines": lines_of(person), "is_me": person.account == request.user}
        else:
            status = 422
    waiting = ErasureRequest.objects.select_related("account").exclude(confirmed_at=None).order_by("due_at")
    context |= {"form": form, "waiting": waiting}
    return _render(request, "privacy/cms/look_up.html", _("Données personnelles"), context, status)


@require_POST
@administrators_only
def export(request):
    form = AddressForm(request.POST)
    if not form.is_valid():
        return redirect("privacy_cms:look_up")
    wanted = request_export(Person.with_address(form.cleaned_data["email"]), request.user, get_language())
    return redirect("privacy_cms:export_page", pk=wanted.pk)


@require_safe
@administrators_only
def show_export(request, pk):
    title = _("Export")
    crumbs = [
        {"url": "/admin/", "label": _("Accueil")},
        {"url": "/admin/personal-data/", "label": _("Données personnelles")},
        {"url": "", "label": title},
    ]
    layout = {"breadcrumbs_items": crumbs, "header_title": title, "header_icon": "download"}
    return export_page(request, own_export(request, pk), "privacy/cms/export.html", **layout)


@sensitive_post_parameters("password")
@require_POST
@administrators_only
def erase(request):
    """First what goes and what stays; then, with the administrator's password, the erasure and what remains to do by hand."""
    address = AddressForm(request.POST)
    if not address.is_valid():
        return redirect("privacy_cms:look_up")
    person = Person.with_address(address.cleaned_data["email"])
    if person.account == request.user:
        messages.error(request, _("C’est votre propre compte : il s’efface depuis « Mon compte », « Mes données »."))
        return redirect("privacy_cms:look_up")
    is_confirmed = "password" in request.POST
    form = EraseSomebodyForm(request.POST if is_confirmed else None, user=request.user)
    if is_confirmed and form.is_valid():
        try:
            outcomes = erase_person(person, by=request.user)
        except LastAdministrator:
            form.add_error(None, str(LAST_ADMINISTRATOR))
        else:
            context = {"results": results_of(outcomes), "remaining": occurrences(person.email), "email": person.email}
            return _render(request, "privacy/cms/erased.html", _("Effacé"), context)
    context = {"person": person, "form": form, "lines": lines_of(person)}
    return _render(request, "privacy/cms/erase.html", _("Effacer une personne"), context, 422 if is_confirmed else 200)


@require_safe
@administrators_only
def register(request):
    """The record of processing activities, for the screen and to print."""
    context = register_context()
    context["entries"] = [(kind.title, facts_of(kind)) for kind in context["kinds"]]
    return _render(request, "privacy/cms/register.html", _("Registre des activités de traitement"), context)


@require_safe
@administrators_only
def register_file(request):
    name = slug_of(_("Registre des activités de traitement"), "registre")
    headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"'}
    return HttpResponse(register_pdf(), content_type="application/pdf", headers=headers)


@require_safe
@administrators_only
def log(request):
    """What was done, when, by whom: the address is only there as a digest, which is compared with one that is typed."""
    acts = Paginator(Act.objects.select_related("by"), LINES_PER_PAGE)
    return _render(request, "privacy/cms/log.html", _("Journal"), {"page": acts.get_page(request.GET.get("p"))})
