"""Who sees the event, who may change it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.audience import AudienceFormMixin, WorkGroupsField
from common.access import Audience
from destination.agenda.models import Event
from intranet.submissions.forms.section import Section

AUDIENCES = [
    (Audience.PUBLIC.value, _("Tout le monde, sur le site public")),
    (Audience.PROFESSIONALS.value, _("Les professionnels, sur leur portail")),
    (Audience.MEMBERS.value, _("Tous les membres des offices, sur l’intranet")),
    (Audience.GROUP.value, _("Mes groupes de travail")),
    (Audience.PRIVATE.value, _("Mon office seulement")),
]


class Sharing(AudienceFormMixin, Section):
    slug = "partage"
    is_folded = True
    title = _("Partage")

    audience = forms.ChoiceField(
        label=_("Qui peut voir l’événement"), choices=AUDIENCES, widget=forms.RadioSelect, initial=Audience.PUBLIC.value
    )
    audience_groups = WorkGroupsField()
    changeable_by = forms.ChoiceField(
        label=_("Qui peut le modifier ou le supprimer"),
        choices=Event.ChangeableBy.choices,
        widget=forms.RadioSelect,
        initial=Event.ChangeableBy.OFFICE.value,
        help_text=_("La modération le peut toujours."),
    )

    def __init__(self, raw, *, checked, person, event=None):
        super().__init__(raw, checked=checked, person=person, event=event)
        self.offer_audience(person, event, of_office=bool((event or person).organisation_id))

    def is_filled(self):
        return bool(self.raw.get("audience"))

    def fill(self, event):
        event.audience = self.cleaned_data["audience"]
        event.changeable_by = self.cleaned_data["changeable_by"]
        event.audience_groups = self.cleaned_data["audience_groups"]
