"""What owners do: people, owners, invitations, answers."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from common.text import row_key
from intranet.groups import actions
from intranet.groups.forms import WordsForm
from intranet.groups.permissions import Right
from intranet.groups.presenters import PEOPLE_PER_PAGE, Visit, crumbs, invitable, locked_out, people_of
from intranet.groups.views.groups import render_group
from intranet.groups.views.visits import with_visit

LONGEST_SEARCH = 100
NO_OTHER_OWNER = gettext_lazy("Un groupe garde au moins un responsable : nommez d’abord quelqu’un d’autre.")


@require_safe
@with_visit(Right.PEOPLE)
def people(request, visit: Visit):
    """`/intranet/groupes/<slug>/personnes/`."""
    waiting = visit.group.join_requests.waiting().filter(is_invitation=True)
    context = {
        "visit": visit,
        "group": visit.group,
        "crumbs": crumbs(visit.group, _("Personnes")),
        "page": Paginator(people_of(visit.group), PEOPLE_PER_PAGE).get_page(request.GET.get("page")),
        "locked_out": list(locked_out(visit.group)) if visit.may_keep else [],
        "invitations": list(waiting.select_related("person__organisation", "person__profile")) if visit.may_keep else [],
    }
    return render(request, "work_groups/people.html", context)


@require_POST
@with_visit(Right.KEEP)
def set_owner(request, visit: Visit, pk: int):
    """`pk` is the membership's; the button says whether they become or stop being an owner."""
    membership = get_object_or_404(visit.group.memberships.select_related("user", "workgroup"), pk=pk)
    names = {"person": membership.user}
    try:
        if request.POST.get("responsable") == "1":
            actions.name_owner(membership, request.user)
            messages.success(request, _("%(person)s est responsable du groupe.") % names)
        else:
            actions.remove_owner(membership)
            messages.success(request, _("%(person)s n’est plus responsable du groupe.") % names)
    except actions.LastOwner:
        messages.error(request, NO_OTHER_OWNER)
    except actions.MayNotEnter:
        messages.error(request, _("Seul un membre du réseau peut être responsable d’un groupe."))
    return redirect("work_groups:people", visit.group.slug)


@require_POST
@with_visit(Right.KEEP)
def take_out(request, visit: Visit, pk: int):
    membership = visit.group.memberships.filter(pk=pk).select_related("user").first()
    if membership is None:
        messages.info(request, _("Cette personne n’est plus dans le groupe."))
        return redirect("work_groups:people", visit.group.slug)
    try:
        actions.leave(visit.group, membership.user)
    except actions.LastOwner:
        messages.error(request, NO_OTHER_OWNER)
    else:
        messages.success(request, _("%(person)s n’est plus dans le groupe.") % {"person": membership.user})
    if membership.user_id == request.user.pk:
        return redirect("work_groups:list")
    return redirect("work_groups:people", visit.group.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@with_visit(Right.INVITE)
def invite(request, visit: Visit):
    """People are sought by name; one button for each invites them, with a word."""
    words = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    form = WordsForm(request.POST if request.method == "POST" else None, label=_("Un mot à la personne"))
    person = User.objects.filter(pk=row_key(request.POST.get("person", "")) or 0).select_related("organisation").first()
    if request.method == "POST" and form.is_valid():
        if person is None:
            messages.error(request, _("Choisissez une personne dans la liste."))
        else:
            _invite(request, visit, person, form.cleaned_data["words"])
            return redirect("work_groups:invite", visit.group.slug)
    context = {
        "group": visit.group,
        "crumbs": crumbs(visit.group, _("Inviter dans le groupe")),
        "form": form,
        "words": words,
        "found": invitable(visit.group, words),
    }
    return render(request, "work_groups/invite.html", context, status=422 if form.is_bound else 200)


def _invite(request, visit: Visit, person: User, words: str) -> None:
    names = {"person": person}
    try:
        invitation = actions.invite(visit.group, person, request.user, words)
    except actions.AlreadyInside:
        messages.info(request, _("%(person)s est déjà dans le groupe.") % names)
    except actions.MayNotEnter:
        messages.error(request, _("Cette personne ne peut pas entrer dans ce groupe."))
    else:
        came_in = _("%(person)s avait demandé à entrer : c’est fait.")
        invited = _("L’invitation est partie : %(person)s y répondra.")
        messages.success(request, (invited if invitation.is_invitation else came_in) % names)


@require_POST
@with_visit(Right.KEEP)
def withdraw_invitation(request, visit: Visit, pk: int):
    invitation = visit.group.join_requests.waiting().filter(pk=pk, is_invitation=True).select_related("workgroup").first()
    if invitation is None:
        messages.info(request, _("Cette invitation a déjà reçu une réponse."))
    else:
        actions.withdraw_invitation(invitation)
        messages.success(request, _("L’invitation est retirée."))
    return redirect("work_groups:people", visit.group.slug)


@require_POST
@with_visit(Right.KEEP)
def answer(request, visit: Visit, pk: int):
    """Accept or refuse, by the button pressed."""
    join_request = get_object_or_404(visit.group.join_requests.select_related("workgroup", "person"), pk=pk, is_invitation=False)
    form = WordsForm(request.POST, label=_("Un mot à la personne"))
    names = {"person": join_request.person}
    is_accepted = request.POST.get("reponse") == "oui"
    if not form.is_valid():
        form.request_pk = pk
        return render_group(request, visit, answer_form=form, status=422)
    try:
        actions.answer(join_request, request.user, is_accepted=is_accepted, reply=form.cleaned_data["words"])
    except actions.AlreadyAnswered:
        messages.info(request, _("La demande de %(person)s a déjà une réponse.") % names)
    except actions.MayNotEnter:
        messages.error(request, _("%(person)s ne peut plus entrer dans ce groupe.") % names)
    else:
        accepted = _("%(person)s est dans le groupe.")
        messages.success(request, (accepted if is_accepted else _("La demande de %(person)s est refusée.")) % names)
    return redirect(visit.group)
