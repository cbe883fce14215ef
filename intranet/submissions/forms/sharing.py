"""Who sees the event, who may change it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import WorkGroup
from common.access import Audience
from common.forms import SeveralField
from destination.agenda.models import Event
from intranet.submissions.forms.section import Section

AUDIENCES = [
    (Audience.PUBLIC.value, _("Tout le monde, sur le site public")),
    (Audience.PROFESSIONALS.value, _("Les professionnels, sur leur portail")),
    (Audience.MEMBERS.value, _("Tous les membres des offices, sur l’intranet")),
    (Audience.GROUP.value, _("Mes groupes de travail")),
    (Audience.PRIVATE.value, _("Mon office seulement")),
]


class Sharing(Section):
    slug = "partage"
    title = _("Partage")

    audience = forms.ChoiceField(
        label=_("Qui peut voir l’événement"), choices=AUDIENCES, widget=forms.RadioSelect, initial=Audience.PUBLIC.value
    )
    audience_groups = SeveralField(label=_("Quels groupes"), queryset=None, required=False)
    changeable_by = forms.ChoiceField(
        label=_("Qui peut le modifier ou le supprimer"),
        choices=Event.ChangeableBy.choices,
        widget=forms.RadioSelect,
        initial=Event.ChangeableBy.OFFICE.value,
        help_text=_("La modération le peut toujours."),
    )

    def __init__(self, raw, *, checked, person, event=None):
        super().__init__(raw, checked=checked, person=person, event=event)
        # A colleague who corrects the event keeps the groups of its author.
        already = [work_group.pk for work_group in event.audience_groups.all()] if event else []
        self.fields["audience_groups"].queryset = WorkGroup.objects.filter(pk__in=[*person.work_group_ids, *already])
        if not person.work_group_ids and not already:
            self.fields["audience"].choices = [choice for choice in AUDIENCES if choice[0] != Audience.GROUP]
        if not (event or person).organisation_id:
            self.fields["audience"].choices = [
                choice for choice in self.fields["audience"].choices if choice[0] != Audience.PRIVATE
            ]

    def is_filled(self):
        return bool(self.raw.get("audience"))

    def clean(self):
        cleaned = super().clean()
        if (
            cleaned.get("audience") == Audience.GROUP
            and not cleaned.get("audience_groups")
            and "audience_groups" not in self.errors
        ):
            self.add_error("audience_groups", _("Choisissez au moins un groupe."))
        return cleaned

    def fill(self, event):
        event.audience = self.cleaned_data["audience"]
        event.changeable_by = self.cleaned_data["changeable_by"]
        event.audience_groups = list(self.cleaned_data["audience_groups"]) if event.audience == Audience.GROUP else []
