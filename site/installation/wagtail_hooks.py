"""The checklist on the dashboard of the CMS."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from installation.permissions import may_follow_checklist
from installation.presenters.checklist import panel_for


class ChecklistPanel(Component):
    order = 10  # before Wagtail's own

    def __init__(self, request, context: dict):
        self.request, self.context = request, context

    def render_html(self, parent_context=None):
        return render_to_string("installation/_checklist.html", self.context, self.request)


@hooks.register("construct_homepage_panels")
def checklist_first(request, panels):
    if context := panel_for(request.user):
        panels.append(ChecklistPanel(request, context))


class ChecklistMenuItem(MenuItem):
    def is_shown(self, request):
        return may_follow_checklist(request.user)


@hooks.register("register_help_menu_item")
def checklist_in_help():
    return ChecklistMenuItem(_("Premiers pas"), reverse("installation:checklist"), icon_name="tasks", order=0)
