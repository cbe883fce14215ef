"""The checklist on a page of its own, putting it away, and what its buttons make."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from common.absolute_urls import next_address
from destination.pages.models import Menu
from installation.actions.starters import make_starter, make_starter_menus, starter_pages
from installation.models import ChecklistChoice
from installation.permissions import checklist_only
from installation.presenters.checklist import checklist_context, is_put_away, steps_for


@require_safe
@checklist_only
def checklist(request):
    """`/installation/premiers-pas/`."""
    context = checklist_context(steps_for(request.user)) | {"is_put_away": is_put_away(request.user), "is_page": True}
    return render(request, "installation/checklist.html", context)


@require_POST
@checklist_only
def put_away(request):
    """Hide the checklist from the first pages of this person, or show it there again (`shown=1`)."""
    shown = request.POST.get("shown") == "1"
    ChecklistChoice.objects.update_or_create(person=request.user, defaults={"put_away_at": None if shown else timezone.now()})
    if shown:
        messages.success(request, _("La liste est de nouveau sur votre première page."))
    else:
        messages.success(request, _("La liste est rangée. Vous la retrouvez dans l’administration : Aide, Premiers pas."))
    return HttpResponseRedirect(next_address(request, reverse("installation:checklist")))


@require_POST
@checklist_only
def make_page(request, name):
    if name not in starter_pages():
        raise Http404
    page = make_starter(name)
    if page is None:
        messages.warning(request, _("Ce site n’a pas encore de page d’accueil."))
        return redirect("installation:checklist")
    messages.success(request, _("Le brouillon est fait : complétez ce qui est entre crochets, puis publiez."))
    return redirect("wagtailadmin_pages:edit", page.pk)


@require_POST
@checklist_only
def make_menus(request):
    menu = make_starter_menus()
    messages.success(request, _("Les menus sont composés des pages qui existent : corrigez-les à votre goût."))
    return redirect(reverse(f"wagtailsnippets_{Menu._meta.app_label}_{Menu._meta.model_name}:edit", args=[menu.pk]))
