"""To whom what somebody looked after passes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User, colleagues_of, name_with_office
from accounts.registry import handovers


class HandoverForm(forms.Form):
    """To whom, and what of it; only what the person has is offered."""

    colleague = forms.ModelChoiceField(
        label=_("À qui confier"), queryset=User.objects.none(), empty_label=_("Choisir un membre"),
        error_messages={"invalid_choice": _("Choisissez un autre membre, dont le compte est ouvert.")},
    )  # fmt: skip
    codes = forms.MultipleChoiceField(label=_("Ce qui passe à cette personne"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, person: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["colleague"].queryset = colleagues_of(person)
        self.fields["colleague"].label_from_instance = name_with_office
        numbers = [(each, each.rows(person).count()) for each in handovers()]
        offered = [(each.code, f"{each.label} ({number})") for each, number in numbers if number]
        self.fields["codes"].choices = offered
        self.fields["codes"].initial = [code for code, _label in offered]

    @property
    def has_something(self) -> bool:
        return bool(self.fields["codes"].choices)
