"""The canned reasons in the CMS admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from common.forms import language_form, language_panel
from intranet.submissions.models import CannedReason

LONGEST_TITLE, LONGEST_TEXT = 80, 2000


class CannedReasonViewSet(SnippetViewSet):
    model = CannedReason
    icon = "comment"
    menu_label = _("Raisons types")
    menu_name = "moderation-reasons"
    menu_order = 170
    add_to_admin_menu = True
    sort_order_field = "order"
    list_display = ["__str__", "code"]
    edit_handler = ObjectList(
        [FieldPanel("code"), language_panel("titles", _("Titres")), language_panel("texts", _("Textes envoyés à l’auteur"))],
        base_form_class=language_form({"titles": LONGEST_TITLE, "texts": LONGEST_TEXT}),
    )
