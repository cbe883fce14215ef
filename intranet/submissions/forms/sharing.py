"""Who sees the event, who may change it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Circle
from common.access import Audience
from destination.agenda.models import Event
from intranet.submissions.forms.fields import SeveralField
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
    audience_circles = SeveralField(label=_("Quels groupes"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple)
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
        already = [circle.pk for circle in event.audience_circles.all()] if event else []
        self.fields["audience_circles"].queryset = Circle.objects.filter(pk__in=[*person.circle_ids, *already])
        if not person.circle_ids and not already:
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
            and not cleaned.get("audience_circles")
            and "audience_circles" not in self.errors
        ):
            self.add_error("audience_circles", _("Choisissez au moins un groupe."))
        return cleaned

    def fill(self, event):
        event.audience = self.cleaned_data["audience"]
        event.changeable_by = self.cleaned_data["changeable_by"]
        event.audience_circles = list(self.cleaned_data["audience_circles"]) if event.audience == Audience.GROUP else []
