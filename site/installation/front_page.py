"""The checklist on the intranet's first page; the dashboard of the CMS has it by a hook."""

from django.template.loader import render_to_string

from common.panels import top_panels
from installation.presenters.checklist import panel_for


@top_panels.register(10)
def checklist_panel(request) -> str:
    context = panel_for(request.user)
    return render_to_string("installation/_checklist.html", context, request) if context else ""
