"""Folders: a new one, a changed one, one that goes; documents and folders put elsewhere."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import members_only
from common.access import can_see
from common.models import DocumentFolder, SharedDocument
from common.recycle_bin import with_undo
from common.text import row_key, row_keys
from intranet.documents.actions import folders
from intranet.documents.forms.folders import FolderForm, MoveForm, first_answers
from intranet.documents.limits import MOST_MOVED
from intranet.documents.permissions import may_change_folder, visible_folder
from intranet.documents.presenters.pages import address_of_folder, crumbs


def _own_folder(user, pk: int) -> DocumentFolder:
    folder = visible_folder(user, pk)
    if not may_change_folder(user, folder):
        raise Http404
    return folder


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def new(request):
    """`?dans=` the folder in which it is made."""
    key = row_key(request.GET.get("dans"))
    parent = DocumentFolder.objects.visible_to(request.user).filter(pk=key).first() if key else None
    folder = DocumentFolder(author=request.user, organisation=request.user.organisation)
    return _folder_page(request, folder, parent, _("Nouveau dossier"), [])


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def edit(request, pk):
    folder = _own_folder(request.user, pk)
    return _folder_page(request, folder, folder.parent, _("Modifier le dossier"), [(folder.name, folder.get_absolute_url())])


def _folder_page(request, folder: DocumentFolder, parent: DocumentFolder | None, title: str, way: list):
    answers = first_answers(request.user, folder, parent)
    form = FolderForm(request.POST if request.method == "POST" else None, initial=answers, person=request.user, folder=folder)
    if form.is_bound and form.is_valid():
        form.fill()
        try:
            folders.save_folder(folder, form.place(), form.cleaned_data["audience_groups"])
        except folders.MoveRefused as refused:
            form.add_error("parent", str(refused))
        else:
            messages.success(request, _("Le dossier est enregistré."))
            return redirect(folder)
    context = {"form": form, "folder": folder if folder.pk else None, "title": title, "crumbs": crumbs(*way, title)}
    return render(request, "documents/folder_form.html", context, status=422 if form.is_bound else 200)


@require_POST
@members_only
def delete(request, pk):
    folder = _own_folder(request.user, pk)
    if number := folders.visible_inside(folder, request.user):
        words = ngettext(
            "Ce dossier contient encore %(count)d élément : déplacez-le ou supprimez-le d’abord.",
            "Ce dossier contient encore %(count)d éléments : déplacez-les ou supprimez-les d’abord.",
            number,
        )
        messages.error(request, words % {"count": number})
        return redirect(folder)
    parent = folder.parent if folder.parent_id and can_see(request.user, folder.parent) else None
    folders.throw_folder_away(folder, request.user)
    return redirect(with_undo(address_of_folder(parent), "folders", folder))


# ---- moving -----------------------------------------------------------------------------------------------------------
@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def move(request):
    """`document` and `folder` are keys, many of each; by POST they go into the folder `to` ("": the top), which the list, where
    they were ticked, does not say yet. A script that drags sends the same form."""
    answers = request.POST if request.method == "POST" else request.GET
    keys, folder_keys = (row_keys(answers.getlist(name)[:MOST_MOVED]) for name in ("document", "folder"))
    documents = SharedDocument.objects.shared().visible_to(request.user).filter(pk__in=keys)
    moved_folders = DocumentFolder.objects.visible_to(request.user).filter(pk__in=folder_keys)
    documents, moved_folders = documents.prefetch_related("audience_groups"), moved_folders.prefetch_related("audience_groups")
    form = MoveForm(request.POST if "to" in request.POST else None, person=request.user)
    if form.is_bound and form.is_valid():
        target = form.cleaned_data["to"]
        try:
            moved, refused = folders.move(request.user, documents, moved_folders, target)
        except folders.MoveRefused as problem:
            form.add_error("to", str(problem))
        else:
            _say_moved(request, moved, refused)
            return redirect(address_of_folder(target))
    context = {
        "form": form,
        "documents": documents,
        "folders": moved_folders,
        "crumbs": crumbs(_("Déplacer")),
    }
    return render(request, "documents/move.html", context, status=422 if form.is_bound else 200)


def _say_moved(request, moved: int, refused: int) -> None:
    if moved:
        words = ngettext("%(count)d élément déplacé.", "%(count)d éléments déplacés.", moved)
        messages.success(request, words % {"count": moved})
    if refused:
        words = ngettext(
            "%(count)d élément n’a pas bougé : vous ne pouvez pas le modifier.",
            "%(count)d éléments n’ont pas bougé : vous ne pouvez pas les modifier.",
            refused,
        )
        messages.warning(request, words % {"count": refused})
