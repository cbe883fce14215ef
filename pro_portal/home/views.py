"""The professionals' front page, and requests for an account."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.actions import InvitationClosed
from accounts.filters import ContactFilters
from accounts.models import Organisation, Profile
from accounts.permissions import professionals_only
from accounts.presenters import Directory
from accounts.serializers import contact
from common.access import Audience, exists_for
from common.rate_limits import allows_message
from destination.agenda.presenters.upcoming import dated_cards
from pro_portal.home import actions, registry
from pro_portal.home.forms import AcceptForm, AccountRequestForm, RefuseForm
from pro_portal.home.models import AccountRequest
from pro_portal.home.presenters import portal_crumbs, portal_head

DATES_SHOWN = 6
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
            "tasks": registry.portal_cards(request),
            "dates": dated_cards(user, DATES_SHOWN, audience=[Audience.PROFESSIONALS]),
            "communes": communes,
            "head": portal_head(
                _("Espace pro"),
                "portal_home:home",
                description=_("Pour celles et ceux qui accueillent : hébergeurs, restaurateurs, guides, artisans, associations."),
            ),
            "offices": offices or Organisation.objects.filter(kind=Organisation.Kind.OFFICE),
        },
    )


@require_safe
@professionals_only
def contacts(request):
    """Whom to ask about what, in the offices and the agency: the people who let themselves be shown."""
    people = Directory(
        Profile.objects.for_professionals(),
        ContactFilters.from_query(request.GET),
        reverse("portal_home:contacts"),
        first="theme",
        for_professionals=True,
    )
    crumbs = portal_crumbs((_("À qui demander"), ""))
    return render(request, "portal_home/contacts.html", people.context | {"crumbs": crumbs})


@require_safe
@professionals_only
def contact_card(request, handle: str):
    profile = get_object_or_404(Profile.objects.for_professionals().with_person(), handle=handle)
    return HttpResponse(contact(profile, for_professionals=True), content_type="text/vcard; charset=utf-8")


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
            if allows_message(request, "account"):
                if not form.is_from_robot:
                    form.instance.language = get_language() or "fr"
                    actions.ask_for_account(form.save(commit=False))
                return redirect("portal_home:asked")
            form.add_error(None, _("Vous avez envoyé plusieurs demandes : réessayez dans une heure, ou appelez l’office."))
            status = 429
    title = _("Demander un compte")
    description = _("Pour les professionnels de la destination : plus de photos, vos dates, vos progrès dans les tutoriels.")
    head = portal_head(title, "portal_home:ask", (title, ""), description=description)
    return render(request, "portal_home/ask.html", {"form": form, "head": head, "crumbs": head.crumbs}, status=status)


@login_not_required
@require_safe
def request_sent(request):
    """The same page for everyone, so that nobody learns whether an address has an account."""
    return render(request, "portal_home/asked.html")


deciders_only = exists_for(lambda user: user.has_perm("portal_home.decide_accountrequest"))


@require_safe
@deciders_only
def requests(request):
    """Those who wait, oldest first, then the latest answers."""
    waiting = AccountRequest.objects.filter(state=AccountRequest.State.WAITING).select_related("commune")
    answered = AccountRequest.objects.exclude(state=AccountRequest.State.WAITING).select_related("decided_by", "organisation")
    page = Paginator(waiting, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "portal_home/requests.html", {"page": page, "answered": answered.order_by("-decided_at")[:10]})


@require_safe
@deciders_only
def one_request(request, pk: int):
    return _render_request(request, get_object_or_404(AccountRequest.objects.select_related("commune", "decided_by"), pk=pk))


def _render_request(request, account_request, accept=None, refuse=None, status=200):
    context = {
        "asked": account_request,
        "accept": accept or AcceptForm(account_request=account_request),
        "refuse": refuse or RefuseForm(),
        "crumbs": portal_crumbs((_("Demandes de compte"), reverse("portal_home:requests")), (account_request.establishment, "")),
    }
    return render(request, "portal_home/request.html", context, status=status)


@require_POST
@deciders_only
def accept(request, pk: int):
    """The invitation leaves."""
    account_request = get_object_or_404(AccountRequest, pk=pk)
    form = AcceptForm(request.POST, account_request=account_request)
    if not form.is_valid():
        return _render_request(request, account_request, accept=form, status=422)
    try:
        actions.accept(pk, request.user, form.cleaned_data["organisation"], form.cleaned_data["language"])
    except actions.AlreadyDecided as error:
        return _already_decided(request, error)
    except InvitationClosed:
        form.add_error(None, _("Cette adresse a déjà un compte : la personne peut se connecter."))
        return _render_request(request, account_request, accept=form, status=422)
    messages.success(request, _("L’invitation est partie à %(email)s.") % {"email": account_request.email})
    return redirect("portal_home:requests")


@require_POST
@deciders_only
def refuse(request, pk: int):
    account_request = get_object_or_404(AccountRequest, pk=pk)
    form = RefuseForm(request.POST)
    if not form.is_valid():
        return _render_request(request, account_request, refuse=form, status=422)
    try:
        actions.refuse(pk, request.user, form.cleaned_data["words"])
    except actions.AlreadyDecided as error:
        return _already_decided(request, error)
    messages.success(request, _("La réponse est partie à %(email)s.") % {"email": account_request.email})
    return redirect("portal_home:requests")


def _already_decided(request, error):
    decider = error.account_request.decided_by or _("Quelqu’un")
    messages.warning(request, _("%(person)s a déjà répondu à cette demande.") % {"person": decider})
    return redirect("portal_home:requests")
