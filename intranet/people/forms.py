"""The profile that each person writes."""

import math

from django import forms
from django.forms.utils import flatatt
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from accounts.choices import SpokenLanguage
from accounts.models import Profile, Theme, User, colleagues_of, name_with_office
from common.date_formats import formats_of
from common.fields import PhoneFormField, WordsField
from intranet.people.actions import Square

LONGEST_NAME = 120
#: What a provider is not asked: nobody looks them up by theme, and the network does not count on their days.
OF_MEMBERS_ALONE = ("about", "themes", "working_days", "away_from", "away_until", "stand_in", "shown_to_professionals")
DATE = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
KEPT = {"middle": _("Le milieu"), "start": _("La gauche, ou le haut"), "end": _("La droite, ou le bas")}


class LongSelect(forms.Select):
    """A list of hundreds of people, written in one go: Django draws a template for each option."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = "" if value is None else str(value)
        options = format_html_join(
            "", '<option value="{}"{}>{}</option>',
            ((key, mark_safe(" selected") if str(key) == chosen else "", label) for key, label in self.choices),
        )  # fmt: skip
        return format_html(
            "<select{}>{}</select>", flatatt(self.build_attrs(self.attrs, {**(attrs or {}), "name": name})), options
        )


class ThemesField(forms.ModelMultipleChoiceField):
    """A theme that was taken away while the form was open is no mistake of who ticked it: the others are kept."""

    widget = forms.CheckboxSelectMultiple

    def clean(self, value):
        codes = [str(code)[:60] for code in value or () if "\x00" not in str(code)]
        return Theme.objects.filter(code__in=codes)


class PortraitForm(forms.Form):
    """A picture and the square of it that is kept: drawn by the person, else the largest at `portrait_kept`."""

    portrait_file = forms.FileField(
        label=_("Mon portrait"), required=False, allow_empty_file=True,
        widget=forms.FileInput({"accept": "image/jpeg,image/png,image/webp,image/heic,image/heif,image/avif,.heic,.heif"}),
    )  # fmt: skip
    portrait_kept = forms.ChoiceField(
        label=_("Si la photo n’est pas carrée, en garder"),
        choices=KEPT.items(),
        initial="middle",
        required=False,
        widget=forms.RadioSelect,
    )
    portrait_left = forms.CharField(required=False, widget=forms.HiddenInput)
    portrait_top = forms.CharField(required=False, widget=forms.HiddenInput)
    portrait_side = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def square(self) -> Square | None:
        """What was drawn, where it is a square inside the picture."""
        try:
            square = Square(*(float(self.cleaned_data.get(f"portrait_{name}") or "nan") for name in Square._fields))
        except ValueError:
            return None
        fits = all(math.isfinite(part) and 0 <= part <= 1 for part in square) and square.side > 0.01
        return square if fits else None


class ProfileForm(PortraitForm, forms.ModelForm):
    """What a person says of themselves to colleagues, and to professionals where they let it; a provider, to the offices and the
    agency, in fewer fields. `changed` holds when the profile was last changed, so that a second tab does not undo the first."""

    preferred_name = WordsField(
        label=_("Nom d’usage"), max_length=LONGEST_NAME, required=False, widget=forms.TextInput({"autocomplete": "nickname"})
    )
    job = WordsField(
        label=_("Fonction"), max_length=120, required=False, widget=forms.TextInput({"autocomplete": "organization-title"})
    )
    about = WordsField(
        label=_("Ce que l’on peut me demander"), max_length=1000, required=False, lines=4,
        help_text=_("Ce dont vous vous occupez, en quelques mots."),
    )  # fmt: skip
    themes = ThemesField(
        label=_("Mes thèmes"), queryset=Theme.objects.all(), to_field_name="code", required=False,
        help_text=_("On vous trouve par eux : vos collègues dans l’annuaire, les professionnels sur leur portail."),
    )  # fmt: skip
    languages = forms.MultipleChoiceField(
        label=_("Langues que je parle"), choices=SpokenLanguage.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    phone = PhoneFormField(
        label=_("Téléphone de travail"), max_length=80, required=False, help_text=_("Par exemple : 04 68 00 00 00")
    )
    working_days = forms.TypedMultipleChoiceField(
        label=_("Jours de travail"), choices=WEEKDAYS.items(), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    away_from = forms.DateField(
        label=_("Absence : à partir du"), required=False, widget=DATE, help_text=_("Vide : dès maintenant.")
    )
    away_until = forms.DateField(label=_("Dernier jour d’absence"), required=False, widget=DATE)
    stand_in = forms.ModelChoiceField(
        label=_("À qui s’adresser pendant ce temps"), queryset=User.objects.none(), required=False, widget=LongSelect,
        empty_label=_("Personne en particulier"),
        error_messages={"invalid_choice": _("Choisissez un autre membre, dont le compte est ouvert.")},
    )  # fmt: skip
    changed = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Profile
        fields = [
            "job", "about", "themes", "languages", "private_phone", "working_days", "away_from", "away_until", "stand_in",
            "shown_to_professionals",
        ]  # fmt: skip
        labels = {"private_phone": _("Téléphone personnel"), "shown_to_professionals": _("Me montrer aux professionnels")}

    def __init__(self, *args, instance: Profile, **kwargs):
        person = instance.person
        initial = {
            "preferred_name": person.preferred_name,
            "phone": person.phone,
            "working_days": instance.working_days,
            "changed": instance.changed_at.isoformat(),
        }
        if instance.away_until and instance.away_until < timezone.localdate():  # an absence that is over
            initial |= {"away_from": None, "away_until": None, "stand_in": None}
        super().__init__(*args, instance=instance, initial=initial, **kwargs)
        self.stored_change = initial["changed"]
        self.person = person
        self.fields["preferred_name"].widget.attrs["placeholder"] = person.get_full_name()
        self.fields["preferred_name"].help_text = _(
            "Comme vous voulez être appelé. Vide : prénom et nom, tels que dans votre compte."
        )
        if not person.is_member:
            self._keep_those_of_providers()
            return
        self.fields["stand_in"].queryset = colleagues_of(person)
        self.fields["stand_in"].label_from_instance = name_with_office
        self.fields["themes"].label_from_instance = lambda theme: theme.name_in(get_language())

    def _keep_those_of_providers(self) -> None:
        for name in OF_MEMBERS_ALONE:
            del self.fields[name]
        self.fields["private_phone"].help_text = _("Facultatif : les mêmes personnes le lisent, avec le mot « personnel ».")

    def clean(self):
        cleaned = super().clean()
        if self.data.get(self.add_prefix("changed"), "") not in ("", self.stored_change):
            message = _(
                "Votre profil a été enregistré entre-temps, dans un autre onglet ou sur un autre appareil. Ce que vous venez "
                "d’écrire est encore là : relisez-le et enregistrez de nouveau pour le garder."
            )
            self.add_error(None, message)
        self._clean_absence(cleaned)
        return cleaned

    def _clean_absence(self, cleaned: dict) -> None:
        away_from, away_until, stand_in = (cleaned.get(name) for name in ("away_from", "away_until", "stand_in"))
        today = timezone.localdate()
        if away_from and not away_until and "away_until" not in self.errors:
            self.add_error("away_until", _("Dites aussi jusqu’à quel jour : l’absence finit d’elle-même le lendemain."))
        elif away_until and away_from and away_until < away_from:
            self.add_error("away_until", _("Ce jour vient avant le début de l’absence."))
        elif away_until and away_until < today:
            self.add_error("away_until", _("Ce jour est passé : laissez vide, ou choisissez un jour à venir."))
        elif away_until and stand_in and self._is_away_too(stand_in, away_from or today, away_until):
            day = formats_of(get_language()).day(stand_in.profile.away_until)
            message = gettext("%(person)s est absent aussi, jusqu’au %(day)s : choisissez quelqu’un d’autre.")
            self.add_error("stand_in", message % {"person": stand_in, "day": day})

    @staticmethod
    def _is_away_too(stand_in: User, first, last) -> bool:
        profile = stand_in.profile
        return bool(profile.away_until) and profile.away_until >= first and (profile.away_from or first) <= last

    def save(self, commit=True):
        self.person.preferred_name, self.person.phone = self.cleaned_data["preferred_name"], self.cleaned_data["phone"]
        self.person.save(update_fields=["preferred_name", "phone"])
        return super().save(commit)
