from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.admin.menu import DismissibleMenuItem, MenuItem
from wagtail.snippets.models import register_snippet

from destination.pages.presenters.site_layout import site_layout
from destination.pages.viewsets import ContactMessageViewSet, MenuViewSet

TECHNICAL_REPORTS = ("workflows", "workflow-tasks", "page-types-usage")
OUTSIDE = {"target": "_blank", "rel": "noreferrer"}

register_snippet(MenuViewSet)


@hooks.register("register_admin_viewset")
def contact_messages():
    return ContactMessageViewSet("contact_messages", url_prefix="messages")


@hooks.register("insert_global_admin_css")
def destination_colours():
    sheets = (static("pages/cms.css"), f"{reverse('pages:accent')}?v={site_layout(get_language()).accent_version}")
    return format_html_join("", '<link rel="stylesheet" href="{}">', ((sheet,) for sheet in sheets))


@hooks.register("construct_help_menu")
def quiet_help(request, menu_items):
    """No number that asks to be clicked: the news of the software are for whoever installs it."""
    menu_items[:] = [
        MenuItem(item.label, item.url, name=item.name, icon_name=item.icon_name, attrs=OUTSIDE, order=item.order)
        if isinstance(item, DismissibleMenuItem)
        else item
        for item in menu_items
        if not item.name.startswith("whats-new")
    ]


@hooks.register("construct_reports_menu")
def reports_for_an_office(request, menu_items):
    """What an office asks: what changed, what has grown old, what is translated."""
    menu_items[:] = [item for item in menu_items if item.name not in TECHNICAL_REPORTS]
