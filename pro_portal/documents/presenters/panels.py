"""What the portal shows on a document's page in the intranet: on which shelf it stands, and the way to place it there."""

from django.template.loader import render_to_string
from django.urls import reverse

from common.panels import document_panels
from common.registry import hook
from pro_portal.documents.models import PortalDocument
from pro_portal.documents.permissions import FOR_PROFESSIONALS, may_place


@document_panels.register(50)
def portal_panel(request, document) -> str:
    place = PortalDocument.objects.filter(document=document).first()
    may = may_place(request.user, document)
    if not may and place is None:
        return ""
    is_open = document.audience in FOR_PROFESSIONALS
    context = {"place": place, "document": document, "may_place": may, "is_open": is_open}
    return render_to_string("portal_documents/_panel.html", context, request=request)


@hook("documents.portal_address")
def portal_address(document) -> str:
    """Where the portal shows this document; empty where it stands on no shelf."""
    is_placed = PortalDocument.objects.filter(document=document).exists()
    return reverse("portal_documents:document", args=[document.pk]) if is_placed else ""
