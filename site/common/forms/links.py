"""Links that an editor writes into a text of the CMS."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from draftjs_exporter.dom import DOM
from wagtail.admin.forms.choosers import ExternalLinkChooserForm
from wagtail.admin.rich_text.converters.contentstate import link_entity

from common.absolute_urls import is_own_path


def pretends_to_be_ours(address: str) -> bool:
    """A path to the eye, another site to the browser: `//elsewhere.example`."""
    return address.strip().startswith(("/", "\\")) and not is_own_path(address.strip())


class OutsideLinkForm(ExternalLinkChooserForm):
    def clean_url(self):
        address = self.cleaned_data["url"]
        if pretends_to_be_ours(address):
            raise ValidationError(
                _("Écrivez une adresse complète, comme https://exemple.fr, ou un chemin du site, comme /fr/agenda/.")
            )
        return address


def checked_link(props: dict):
    """Wagtail's conversion of a link of a text, but for what `OutsideLinkForm` refuses: its words stay, the link does not."""
    if props.get("id") is None and pretends_to_be_ours(props.get("url") or ""):
        return DOM.create_element("span", {}, props["children"])
    return link_entity(props)
