"""The notification preferences of one person."""

from django import forms
from django.utils.translation import gettext_lazy as _

from notifications.actions import set_choices
from notifications.models import Channel, OptOut, Preferences, Rhythm
from notifications.registry import kinds


class PreferencesForm(forms.Form):
    """How often mail comes, and for each kind offered to the person two boxes: bell and mail."""

    rhythm = forms.ChoiceField(
        label=_("Recevoir les courriels"),
        choices=Rhythm,
        widget=forms.RadioSelect,
        help_text=_("Ce qui vous attend en personne, comme un événement à corriger, part sans attendre le résumé."),
    )

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person
        preferences = Preferences.objects.filter(person=person).first()
        self.fields["rhythm"].initial = preferences.rhythm if preferences else Rhythm.AT_ONCE
        opt_outs = set(OptOut.objects.filter(person=person).values_list("code", "channel"))
        self.offered = [kind for kind in kinds() if kind.is_offered_to(person)]
        for kind in self.offered:
            for channel in Channel:
                self.fields[f"{kind.code}-{channel}"] = forms.BooleanField(
                    required=False,
                    initial=(kind.code, channel.value) not in opt_outs,
                    label=f"{kind.label} – {channel.label}",
                )

    @property
    def groups(self) -> list[tuple[str, list[dict]]]:
        """The kinds by group, each with its label and its two boxes."""
        groups: dict[str, list[dict]] = {}
        for kind in self.offered:
            boxes = {channel.value: self[f"{kind.code}-{channel}"] for channel in Channel}
            groups.setdefault(str(kind.group), []).append({"label": kind.label, **boxes})
        return list(groups.items())

    def save(self) -> None:
        offered = [kind.code for kind in self.offered]
        enabled = {channel: {code for code in offered if self.cleaned_data[f"{code}-{channel}"]} for channel in Channel.values}
        set_choices(self.person, self.cleaned_data["rhythm"], enabled, offered)
