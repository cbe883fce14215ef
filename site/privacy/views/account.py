"""A person's own page: what is held about them, all of it as a file, corrections, the erasure of the account."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.actions import LAST_ADMINISTRATOR, LastAdministrator
from common.personal_data import Kind, OnErasure, Person
from common.views.media import file_for_reader
from privacy.actions import requests
from privacy.forms import CorrectionForm, EraseMyselfForm
from privacy.models import ErasureRequest, Export
from privacy.presenters import lines_of, table_context


@require_safe
def mine(request):
    """`/compte/mes-donnees/`."""
    return _page(request, CorrectionForm.empty())


def crumbs_to(*titles: str) -> list[dict]:
    """The way from the account: « Mes données », then the page."""
    ways = [reverse("accounts:profile"), reverse("personal_data:mine"), ""]
    names = [_("Mon compte"), _("Mes données"), *titles]
    return [{"title": name, "url": way} for name, way in zip(names, ways, strict=False)]


def _page(request, form, status=200):
    lines = lines_of(Person.of(request.user))
    context = {
        "lines": lines,
        "corrections": [(line.kind, reverse(line.kind.correction)) for line in lines if line.kind.correction],
        "form": form,
        "crumbs": crumbs_to(),
        "export": Export.objects.filter(requested_by=request.user, account=request.user).order_by("-requested_at").first(),
        "erasure": ErasureRequest.objects.filter(account=request.user).first(),
        **table_context(),
    }
    return render(request, "privacy/mine.html", context, status=status)


@require_POST
def request_export(request):
    export = requests.request_export(Person.of(request.user), request.user, get_language())
    return redirect("personal_data:export", pk=export.pk)


def own_export(request, pk) -> Export:
    """An export opens to who asked for it, as long as they may ask for it, and to nobody else."""
    export = get_object_or_404(Export, pk=pk, requested_by=request.user)
    if not (export.is_own or request.user.is_superuser):
        raise Http404
    return export


@require_safe
def export(request, pk):
    """Being made, ready, or why not. Reloads itself while it waits."""
    return export_page(request, own_export(request, pk), "privacy/export_page.html", crumbs=crumbs_to(_("Tout recevoir")))


def export_page(request, export: Export, template: str, **context):
    response = render(request, template, {"export": export, **context})
    if export.state == Export.State.WAITING:
        response["Refresh"] = "3"  # seconds
    return response


@require_safe
@never_cache
def export_file(request, pk):
    export = own_export(request, pk)
    if export.state != Export.State.READY or not export.file:
        raise Http404
    return file_for_reader(export.file, "application/zip", name="donnees-personnelles.zip")


@require_POST
def correct(request):
    """A message to the administrators, for what the forms do not let one change."""
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        if "once" in form.errors:  # the page was changed on its way: what was typed stays, under a new mark
            form = CorrectionForm({"text": request.POST.get("text", "")[:3000], "once": str(uuid4())})
        return _page(request, form, status=422)
    requests.send_correction(request.user, form.cleaned_data["text"], str(form.cleaned_data["once"]))
    messages.success(request, _("Votre demande de correction est partie. La réponse arrivera par courriel."))
    return redirect("personal_data:mine")


def is_gone(kind: Kind) -> bool:
    """Whether an erasure leaves nothing of it, without anything to explain."""
    return kind.on_erasure == OnErasure.DELETE and not kind.erasure


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def erasure(request):
    """What goes, what stays and why; confirmed by the password, or by a mailed link where the account has none."""
    knows_password = request.user.has_usable_password()
    form = EraseMyselfForm(request.POST if request.method == "POST" else None, user=request.user) if knows_password else None
    status = 200
    if request.method == "POST":
        if form is None or form.is_valid():
            try:
                requests.request_erasure(request.user, is_confirmed=knows_password)
            except LastAdministrator:
                messages.error(request, str(LAST_ADMINISTRATOR))
                return redirect("personal_data:mine")
            if not knows_password:
                messages.success(request, _("Un lien de confirmation part à votre adresse. Il est valable un jour."))
            return redirect(f"{reverse('personal_data:mine')}#effacer")
        status = 422
    held = [line.kind for line in lines_of(Person.of(request.user))]
    context = {
        "form": form,
        "gone": [kind for kind in held if is_gone(kind)],
        "others": [kind for kind in held if not is_gone(kind)],
        "erasure": ErasureRequest.objects.filter(account=request.user).first(),
        "crumbs": crumbs_to(_("Effacer mon compte")),
        "days": requests.TIME_TO_TAKE_BACK.days,
    }
    return render(request, "privacy/erasure.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def confirm_erasure(request, token):
    """The mailed link. Reading it changes nothing, for mail scanners read every link."""
    found = requests.request_of_token(token, request.user)
    if found is None:
        return render(request, "privacy/confirm_erasure.html", {"erasure": None}, status=410)
    if request.method == "POST":
        try:
            requests.confirm_erasure(found)
        except LastAdministrator:
            messages.error(request, str(LAST_ADMINISTRATOR))
        return redirect(f"{reverse('personal_data:mine')}#effacer")
    return render(request, "privacy/confirm_erasure.html", {"erasure": found})


@require_POST
def take_back(request):
    if requests.take_back_erasure(request.user):
        messages.success(request, _("Votre compte reste. L’effacement est annulé."))
    return redirect("personal_data:mine")
