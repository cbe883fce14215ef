"""The dialog of the CMS in which an editor writes a link to another site."""

from wagtail.admin.views.chooser import ExternalLinkView

from common.forms.links import OutsideLinkForm


class OutsideLinkView(ExternalLinkView):
    form_class = OutsideLinkForm
