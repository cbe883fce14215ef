"""The admin of menus and contact messages."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from destination.pages.models import ContactMessage, Menu


class MenuViewSet(SnippetViewSet):
    model = Menu
    icon = "list-ul"
    menu_label = _("Menus")
    menu_order = 250
    add_to_admin_menu = True
    list_display = ["__str__"]


class ContactMessageViewSet(ModelViewSet):
    model = ContactMessage
    add_to_reference_index = False  # a message is no use of the page it was written on
    icon = "mail"
    menu_label = _("Messages reçus")
    menu_order = 260
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    form_fields = ["answered"]
    list_display = ["subject", "name", "email", "received_at", "answered"]
    list_filter = ["answered", "language"]
    search_fields = ["subject", "name", "email", "message"]
    inspect_view_fields = ["subject", "name", "email", "message", "language", "received_at", "answered"]
