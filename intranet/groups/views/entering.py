"""Coming into a group, following it, leaving it."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import Membership
from intranet.groups import actions
from intranet.groups.forms import WordsForm
from intranet.groups.permissions import Right
from intranet.groups.presenters import Visit
from intranet.groups.views.groups import render_group
from intranet.groups.views.visits import with_visit


@require_POST
@with_visit()
def enter(request, visit: Visit):
    """Come in where that is free or one is invited, else ask; once more changes nothing."""
    group, names = visit.group, {"group": visit.group}
    if visit.is_inside:
        messages.info(request, _("Vous êtes déjà dans ce groupe."))
    elif visit.may_join:
        actions.join(group, request.user)
        messages.success(request, _("Vous êtes dans le groupe « %(group)s ».") % names)
    elif visit.own_request:
        messages.info(request, _("Votre demande est déjà chez les responsables du groupe."))
    elif visit.may_ask:
        return _ask(request, visit)
    else:
        messages.warning(request, _("On n’entre dans ce groupe que sur invitation d’un de ses responsables."))
    return redirect(group)


def _ask(request, visit: Visit):
    form = WordsForm(request.POST, label=_("Un mot aux responsables"))
    if not form.is_valid():
        return render_group(request, visit, ask_form=form, status=422)
    actions.ask(visit.group, request.user, form.cleaned_data["words"])
    messages.success(request, _("Votre demande est partie. La réponse vous sera signalée."))
    return redirect(visit.group)


@require_POST
@with_visit()
def take_back_request(request, visit: Visit):
    if visit.own_request:
        actions.take_back_request(visit.own_request)
        messages.success(request, _("Votre demande est retirée."))
    else:
        messages.info(request, _("Votre demande a déjà reçu une réponse."))
    return redirect(visit.group)


@require_POST
@with_visit()
def decline(request, visit: Visit):
    if visit.invitation:
        actions.decline(visit.invitation)
        messages.success(request, _("L’invitation est déclinée."))
    return redirect("work_groups:list")


@require_POST
@with_visit()
def leave(request, visit: Visit):
    group = visit.group
    try:
        actions.leave(group, request.user)
    except actions.LastOwner:
        sentence = _("Personne d’autre n’est responsable de ce groupe : nommez d’abord quelqu’un, ou supprimez le groupe.")
        messages.error(request, sentence)
        return redirect("work_groups:people", group.slug)
    messages.success(request, _("Vous avez quitté le groupe « %(group)s ».") % {"group": group})
    return redirect("work_groups:list")


@require_POST
@with_visit(Right.THINGS)
def follow(request, visit: Visit):
    """Mute the group, or follow it again: the button says which, so that pressing it twice does not undo it."""
    is_muted = request.POST.get("sourdine") == "1"
    Membership.objects.filter(workgroup=visit.group, user=request.user).update(is_muted=is_muted)
    muted = _("Le groupe est en sourdine : seul ce qui vous nomme vous sera signalé.")
    messages.success(request, muted if is_muted else _("Vous suivez de nouveau le groupe."))
    return redirect(visit.group)


@require_POST
@with_visit(Right.THINGS)
def take_on(request, visit: Visit):
    try:
        actions.take_on(visit.group, request.user)
    except actions.HasOwner:
        messages.info(request, _("Quelqu’un s’en occupe déjà."))
    except actions.MayNotEnter:
        messages.error(request, _("Seul un membre du réseau qui est dans le groupe peut s’en occuper."))
    else:
        messages.success(request, _("Vous êtes responsable de ce groupe."))
    return redirect(visit.group)
