"""Keeping the shelves: for members who may change a document, and editors."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.permissions import members_only
from pro_portal.documents.actions import shelves
from pro_portal.documents.forms import PlaceForm
from pro_portal.documents.models import PortalDocument
from pro_portal.documents.permissions import FOR_PROFESSIONALS, document_to_place, documents_to_place
from pro_portal.documents.views.shelves import front_title
from pro_portal.home.presenters import portal_crumbs

MOST_CANDIDATES, LONGEST_QUESTION = 50, 100


@require_safe
@members_only
def candidates(request):
    """The documents open to professionals that this person may place; `?q=` looks in their titles."""
    words = " ".join(request.GET.get("q", "").replace("\0", "").split())[:LONGEST_QUESTION]
    documents = documents_to_place(request.user).select_related("organisation")
    for word in words.split():
        documents = documents.filter(title__icontains=word)
    title = _("Mettre un document à disposition")
    context = {
        "title": title,
        "words": words,
        "documents": documents[:MOST_CANDIDATES],
        "crumbs": portal_crumbs((front_title(), reverse("portal_documents:front")), (title, "")),
    }
    return render(request, "portal_documents/candidates.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def place(request, pk: int):
    """The shelf of one document."""
    document = document_to_place(request.user, pk)
    current = PortalDocument.objects.filter(document=document).select_related("letter").first()
    instance = current or PortalDocument(document=document)
    form = PlaceForm(request.POST if request.method == "POST" else None, instance=instance)
    if form.is_bound and form.is_valid():
        try:
            shelves.place(form.instance)
        except shelves.HiddenFromProfessionals:
            form.add_error(None, _("Aucun professionnel ne voit ce document : changez d’abord qui peut le voir."))
        else:
            messages.success(request, _("« %(title)s » est dans l’espace pro.") % {"title": document.title})
            return redirect("portal_documents:document", pk=pk)
    context = {
        "form": form,
        "document": document,
        "is_placed": current is not None,
        "is_open": document.audience in FOR_PROFESSIONALS,
        "crumbs": portal_crumbs((front_title(), reverse("portal_documents:front")), (document.title, "", settings.LANGUAGE_CODE)),
    }
    return render(request, "portal_documents/place.html", context, status=422 if form.is_bound else 200)


@require_POST
@members_only
def take_off(request, pk: int):
    document = document_to_place(request.user, pk)
    shelves.take_off(document)
    messages.success(request, _("« %(title)s » n’est plus dans l’espace pro.") % {"title": document.title})
    return redirect(document)
