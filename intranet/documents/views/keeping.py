"""What becomes of a document: its facts, its pin, « still true? », the bin; what each office stores."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import Organisation
from accounts.permissions import members_only
from common.access import exists_for
from common.recycle_bin import with_undo
from common.text import row_key
from intranet.documents.actions import keeping
from intranet.documents.forms.keeping import EditForm, LimitForm
from intranet.documents.models import StorageLimit
from intranet.documents.permissions import allowed_document, may_change, may_delete, may_pin
from intranet.documents.presenters.pages import crumbs
from intranet.documents.querysets import storage_by_office


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def edit(request, pk):
    document = allowed_document(request.user, pk, may_change)
    form = EditForm(request.POST if request.method == "POST" else None, person=request.user, document=document)
    if form.is_bound and form.is_valid():
        answers = form.cleaned_data
        keeping.change_facts(document, form.facts(), request.user, title=answers["title"], link=answers.get("link", ""))
        messages.success(request, _("C’est enregistré."))
        return redirect(document)
    context = {
        "document": document,
        "form": form,
        "crumbs": crumbs((document.title, document.get_absolute_url()), _("Modifier")),
    }
    return render(request, "documents/edit.html", context, status=422 if form.is_bound else 200)


@require_POST
@members_only
def delete(request, pk):
    document = allowed_document(request.user, pk, may_delete)
    document.throw_away(request.user)
    return redirect(with_undo(reverse("documents:list"), "documents", document))


@require_POST
@members_only
def pin(request, pk):
    """Onto the shelf of useful documents, or off it: the button says which (`on`), so that pressing it twice does not undo it."""
    document = allowed_document(request.user, pk, may_pin)
    keeping.set_pinned(document, request.POST.get("on") != "0")
    if document.pinned_at:
        messages.success(request, _("Le document est parmi les documents utiles."))
    else:
        messages.success(request, _("Le document n’est plus parmi les documents utiles."))
    return redirect(document)


@require_POST
@members_only
def confirm(request, pk):
    """« Toujours vrai »"""
    document = allowed_document(request.user, pk, may_change)
    keeping.confirm(document)
    messages.success(request, _("Merci : la question vous sera posée de nouveau plus tard."))
    return redirect(document)


@require_http_methods(["GET", "HEAD", "POST"])
@exists_for(lambda user: user.is_member and user.is_superuser)
def storage(request):
    """What each office stores, and how much it may: for administrators."""
    office, form = None, LimitForm()
    if request.method == "POST":
        office = get_object_or_404(Organisation, pk=row_key(request.POST.get("office")))
        form = LimitForm(request.POST)
        if form.is_valid():
            _set_limit(office, form.cleaned_data["gigabytes"])
            messages.success(request, _("La limite est enregistrée."))
            return redirect("documents:storage")
    lines = storage_by_office()
    for line in lines:
        is_theirs = line["organisation"] == office
        line["errors"] = form.errors.get("gigabytes", ()) if is_theirs else ()
        line["typed"] = form.data.get("gigabytes", "") if is_theirs else line["gigabytes"]
        line["percent"] = line["bytes"] // (line["gigabytes"] * 10**7) if line["gigabytes"] else None
    context = {"lines": lines, "crumbs": crumbs(_("Place prise par les documents"))}
    return render(request, "documents/storage.html", context, status=422 if form.is_bound else 200)


def _set_limit(office: Organisation, gigabytes: int | None) -> None:
    if gigabytes is None:
        StorageLimit.objects.filter(organisation=office).delete()
    else:
        StorageLimit.objects.update_or_create(organisation=office, defaults={"gigabytes": gigabytes})
