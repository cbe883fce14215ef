"""The professionals' front page, by task; asking for an account and answering."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.actions import InvitationClosed
from accounts.models import Organisation
from common.access import Audience
from common.rate_limits import allowed_once_more
from destination.agenda.presenters.upcoming import dated_cards
from pro_portal.home import actions, registry
from pro_portal.home.forms import AcceptForm, AccountRequestForm, RefuseForm
from pro_portal.home.models import AccountRequest

SHOWN = 6
PAGE_SIZE = 20


@login_not_required
@require_safe
def home(request):
    """What a provider comes for: the rooms by task, the professional dates, someone to ask. Anyone may come in; each part
    shows what its reader may see."""
    user = request.user
    organisation = getattr(user, "organisation", None)
    communes = organisation.territories.all() if organisation else []
    offices = Organisation.objects.filter(kind=Organisation.Kind.OFFICE, territories__in=communes).distinct()
    return render(
        request,
        "portal_home/home.html",
        {
            "tasks": registry.tasks_for(request),
            "dates": dated_cards(user, SHOWN, audience=Audience.PROFESSIONALS),
            "communes": communes,
            "offices": offices or Organisation.objects.filter(kind=Organisation.Kind.OFFICE),
        },
    )


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request):
    """A professional asks for an account."""
    if request.user.is_authenticated:
        return redirect("portal_home:home")
    form = AccountRequestForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            if allowed_once_more(request, "account"):
                if not form.is_from_robot:
                    form.instance.language = get_language() or "fr"
                    actions.ask_for_account(form.save(commit=False))
                return redirect("portal_home:asked")
            form.add_error(None, _("Vous avez envoyé plusieurs demandes : réessayez dans une heure, ou appelez l’office."))
            status = 429
    return render(request, "portal_home/ask.html", {"form": form}, status=status)


@login_not_required
@require_safe
def asked(request):
    """Said the same to everyone, whether the address was known or not."""
    return render(request, "portal_home/asked.html")


def deciders_only(user) -> None:
    if not user.has_perm("portal_home.decide_accountrequest"):
        raise Http404


@require_safe
def requests(request):
    """Those who wait, oldest first, then the latest answers."""
    deciders_only(request.user)
    waiting = AccountRequest.objects.filter(state=AccountRequest.State.WAITING).select_related("commune")
    answered = AccountRequest.objects.exclude(state=AccountRequest.State.WAITING).select_related("decided_by", "organisation")
    page = Paginator(waiting, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "portal_home/requests.html", {"page": page, "answered": answered.order_by("-decided_at")[:10]})


@require_safe
def one_request(request, pk: int):
    deciders_only(request.user)
    return _shown(request, get_object_or_404(AccountRequest.objects.select_related("commune", "decided_by"), pk=pk))


def _shown(request, account_request, accept=None, refuse=None, status=200):
    context = {
        "asked": account_request,
        "accept": accept or AcceptForm(asked=account_request),
        "refuse": refuse or RefuseForm(),
        "crumbs": [{"title": _("Demandes de compte"), "url": "../"}, {"title": account_request.establishment, "url": ""}],
    }
    return render(request, "portal_home/request.html", context, status=status)


@require_POST
def accept(request, pk: int):
    """The invitation leaves."""
    deciders_only(request.user)
    shown = get_object_or_404(AccountRequest, pk=pk)
    form = AcceptForm(request.POST, asked=shown)
    if not form.is_valid():
        return _shown(request, shown, accept=form, status=422)
    try:
        actions.accept(pk, request.user, form.cleaned_data["organisation"], form.cleaned_data["language"])
    except actions.AlreadyDecided as already:
        return _already(request, already)
    except InvitationClosed:
        form.add_error(None, _("Cette adresse a déjà un compte : la personne peut se connecter."))
        return _shown(request, shown, accept=form, status=422)
    messages.success(request, _("L’invitation est partie à %(email)s.") % {"email": shown.email})
    return redirect("portal_home:requests")


@require_POST
def refuse(request, pk: int):
    deciders_only(request.user)
    shown = get_object_or_404(AccountRequest, pk=pk)
    form = RefuseForm(request.POST)
    if not form.is_valid():
        return _shown(request, shown, refuse=form, status=422)
    try:
        actions.refuse(pk, request.user, form.cleaned_data["words"])
    except actions.AlreadyDecided as already:
        return _already(request, already)
    messages.success(request, _("La réponse est partie à %(email)s.") % {"email": shown.email})
    return redirect("portal_home:requests")


def _already(request, already):
    who = already.asked.decided_by or _("Quelqu’un")
    messages.warning(request, _("%(person)s a déjà répondu à cette demande.") % {"person": who})
    return redirect("portal_home:requests")
