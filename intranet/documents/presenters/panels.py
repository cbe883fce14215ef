"""Documents on the pages of others: what a person shared, what is for a group, as far as the reader may see."""

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from common.access import Audience
from common.models import SharedDocument
from intranet.documents.limits import IN_PANEL
from intranet.groups.registry import group_panel
from intranet.people.registry import profile_panel


def _drawn(request, title: str, share_query: str | None = None, **conditions) -> str:
    documents = SharedDocument.objects.shared().visible_to(request.user).filter(**conditions)
    shown = list(documents.only("title", "shared_at").order_by("-shared_at", "-pk")[:IN_PANEL])
    if not shown and share_query is None:
        return ""
    context = {"documents": shown, "title": title, "share_query": share_query}
    return render_to_string("documents/_panel.html", context, request=request)


@profile_panel(order=30)
def documents_of_person(request, person) -> str:
    return _drawn(request, _("Ses documents"), author=person)


@group_panel(order=30)
def documents_of_group(request, group) -> str:
    links = SharedDocument.audience_groups.through.objects.filter(workgroup=group).values("shareddocument")
    shares = request.user.is_member and group.pk in request.user.work_group_ids
    query = f"?groupe={group.pk}" if shares else None
    return _drawn(request, _("Documents"), share_query=query, audience=Audience.GROUP, pk__in=links)
