"""What an editor puts into the legal page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from common.registry import call_hook


class PersonalDataBlock(blocks.StructBlock):
    contact = blocks.TextBlock(
        label=_("À qui écrire"),
        required=False,
        max_length=600,
        rows=3,
        help_text=_("Le délégué à la protection des données, son adresse. Vide : le courriel de l’office."),
    )

    class Meta:
        label = _("Données personnelles")
        icon = "user"
        template = "privacy/blocks/personal_data.html"
        preview_value = {"contact": ""}
        description = _("Ce que le site garde, pourquoi, combien de temps ; les cookies ; les droits de chacun. "
                        "Le texte suit ce que le site fait vraiment.")  # fmt: skip

    def get_context(self, value, parent_context=None):
        return {**super().get_context(value, parent_context), **call_hook("privacy.table_context")}
