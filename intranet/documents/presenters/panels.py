"""Documents on the pages of others: what a person shared, what is for a group, as far as the reader may see."""

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from common.access import Audience
from common.models import SharedDocument
from common.panels import group_panels, profile_panels
from intranet.documents.facets import latest_ids
from intranet.documents.limits import IN_PANEL


def _drawn(request, ids: list[int], title: str, share_query: str | None = None) -> str:
    """Nothing where there is neither a document to read nor a place to share one."""
    documents = SharedDocument.objects.shared().visible_to(request.user).filter(pk__in=ids).only("title", "changed_at")
    shown = list(documents.order_by("-changed_at", "-pk")) if ids else []
    if not shown and share_query is None:
        return ""
    context = {"documents": shown, "title": title, "share_query": share_query}
    return render_to_string("documents/_panel.html", context, request=request)


@profile_panels.register(30)
def documents_of_person(request, person) -> str:
    if not request.user.is_member:  # what is for professionals stands in the portal
        return ""
    return _drawn(request, latest_ids(request.user, IN_PANEL, author=person.pk), _("Ses documents"))


@group_panels.register(30)
def documents_of_group(request, group) -> str:
    links = SharedDocument.audience_groups.through.objects.filter(workgroup=group).values_list("shareddocument", flat=True)
    ids = latest_ids(request.user, IN_PANEL, links, audience=Audience.GROUP)
    shares = request.user.is_member and group.pk in request.user.work_group_ids
    return _drawn(request, ids, _("Documents"), share_query=f"?groupe={group.pk}" if shares else None)
