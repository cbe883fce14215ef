"""All groups, one group, founding, changing and deleting one."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import WorkGroup
from accounts.permissions import professionals_only
from common.access import exists_for
from common.panels import group_panels
from common.recycle_bin import with_undo
from intranet.groups import actions
from intranet.groups.forms import LONGEST_WORDS, GroupForm, WordsForm
from intranet.groups.permissions import Right, may_create
from intranet.groups.presenters import Visit, crumbs, locked_out, sections_of, visits_of
from intranet.groups.views.visits import with_visit


@require_safe
@professionals_only
def all_groups(request):
    """`/intranet/groupes/`: mine, then those that one may enter."""
    visits = visits_of(request.user)
    context = {"sections": sections_of(visits), "may_create": may_create(request.user)}
    return render(request, "work_groups/groups.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@exists_for(may_create)
def new_group(request):
    post = request.POST if request.method == "POST" else None
    form = GroupForm(post, person=request.user, initial={"kind": WorkGroup.Kind.OPEN})
    if request.method == "POST" and form.is_valid():
        group = actions.create(request.user, **form.cleaned_data)
        messages.success(request, _("Le groupe « %(group)s » est créé. Invitez-y du monde.") % {"group": group})
        return redirect(group)
    context = {"form": form, "crumbs": crumbs(last=_("Créer un groupe"))}
    return render(request, "work_groups/form.html", context, status=422 if form.is_bound else 200)


@require_safe
@with_visit()
def group_page(request, visit: Visit):
    """`/intranet/groupes/<slug>/`: who is in it and what they share, or how to come in."""
    return render_group(request, visit)


def render_group(request, visit: Visit, *, ask_form=None, answer_form=None, status: int = 200):
    """`ask_form` and `answer_form` (with `request_pk`) hold what was refused, with its sentence."""
    requests = visit.group.join_requests.requests().select_related("person__organisation", "person__profile")
    ask_form_empty = WordsForm(label=_("Un mot aux responsables"), help_text=_("Par exemple, ce qui vous y amène."))
    context = {
        "visit": visit,
        "group": visit.group,
        "crumbs": crumbs(visit.group),
        "panels": group_panels.shown(request, visit.group) if visit.shows_things else [],
        "requests": list(requests) if visit.may_keep else [],
        "ask_form": ask_form or ask_form_empty,
        "refused": ask_form or answer_form,
        "answer_form": answer_form,
        "longest_words": LONGEST_WORDS,
    }
    return render(request, "work_groups/group.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@with_visit(Right.KEEP)
def edit_group(request, visit: Visit):
    stored = WorkGroup.objects.get(pk=visit.group.pk)  # the form writes into what it is given, the page names what is stored
    form = GroupForm(request.POST if request.method == "POST" else None, person=request.user, instance=stored)
    if request.method == "POST" and form.is_valid():
        group = actions.change(visit.group, **form.cleaned_data)
        messages.success(request, _("C’est enregistré."))
        if outside := locked_out(group).count():
            messages.warning(request, _("Professionnels qui n’y ont plus accès : %(number)d.") % {"number": outside})
        return redirect(group)
    way = crumbs(visit.group, _("Modifier le groupe"))
    context = {"form": form, "group": visit.group, "crumbs": way}
    return render(request, "work_groups/form.html", context, status=422 if form.is_bound else 200)


@require_POST
@with_visit(Right.KEEP)
def throw_away(request, visit: Visit):
    actions.throw_away(visit.group, request.user)
    sentence = _("Le groupe « %(group)s » est supprimé. Ce qui lui était destiné reste à ses auteurs.")
    messages.success(request, sentence % {"group": visit.group})
    return redirect(with_undo(reverse("work_groups:list"), "work_groups", visit.group))
