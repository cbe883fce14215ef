"""The forms of a contribution: facts and rights once for all its photos, then the signature."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Territory
from common.choices import Licence
from pro_portal.photos.forms.words import KeywordsField, PlaceField
from pro_portal.photos.models import Season, Theme
from pro_portal.photos.rights.choices import Use

DATE = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
LICENCES = [(Licence.ALL_RIGHTS.value, _("Je garde mes droits et j’autorise l’office (le plus courant)"))] + [
    (licence.value, licence.label) for licence in Licence if licence not in (Licence.UNKNOWN, Licence.ALL_RIGHTS)
]


class ContributionForm(forms.Form):
    """Facts of every picture of the lot; `facts` are kept as JSON on the contribution."""

    credit = forms.CharField(
        label=_("Crédit"), max_length=200, help_text=_("Le nom à écrire sous les photos, par exemple : Camille Exemple."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )  # fmt: skip
    creator = forms.CharField(
        label=_("Auteur, si ce n’est pas le même"), max_length=200, required=False,
        help_text=_("Les photos qui disent déjà leur auteur le gardent."),
    )  # fmt: skip
    licence = forms.ChoiceField(
        label=_("Droits"), choices=LICENCES, initial=Licence.ALL_RIGHTS,
        help_text=_("Une licence Creative Commons permet à tout le monde de les reprendre, à ses conditions."),
    )  # fmt: skip
    uses = forms.MultipleChoiceField(
        label=_("Usages permis"), choices=Use.choices, initial=[Use.WEB, Use.SOCIAL, Use.PRINT],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    changes_allowed = forms.BooleanField(label=_("On peut les recadrer et les retoucher"), required=False, initial=True)
    offered = forms.BooleanField(
        label=_("Les professionnels et les partenaires peuvent aussi les prendre"), required=False, initial=True
    )
    valid_until = forms.DateField(
        label=_("Jusqu’au"), required=False, widget=DATE, help_text=_("Ce jour compris. Laissez vide s’il n’y a pas de fin.")
    )
    commune = forms.ModelChoiceField(
        label=_("Commune"), queryset=Territory.objects.all(), required=False, empty_label=_("Plusieurs, ou aucune")
    )
    place = PlaceField(empty_label=_("Plusieurs, ou aucun"))
    keywords = KeywordsField()
    theme = forms.ChoiceField(label=_("Thème"), choices=[("", _("À choisir par l’office")), *Theme.choices], required=False)
    season = forms.ChoiceField(label=_("Saison"), choices=[("", _("Plusieurs")), *Season.choices], required=False)
    people = forms.ChoiceField(
        label=_("Reconnaît-on des personnes ?"), choices=[("no", _("Non, ou de loin")), ("yes", _("Oui"))],
        widget=forms.RadioSelect,
        help_text=_(
            "Quand on peut reconnaître quelqu’un, il faut son accord écrit et signé ; celui des parents pour un enfant, celui du "
            "propriétaire pour un lieu privé. L’office vous demandera ces accords avant de montrer les photos."
        ),
    )  # fmt: skip
    consents_held = forms.BooleanField(label=_("J’ai l’accord écrit de chacune de ces personnes"), required=False)
    keeps_position = forms.BooleanField(
        label=_("Garder l’endroit exact de la prise de vue"), required=False,
        help_text=_("S’il est écrit dans les fichiers (GPS). Sans cette case, il est effacé de la photothèque."),
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].offer()

    def clean(self):
        answers = super().clean()
        if answers.get("people") == "yes" and not answers.get("consents_held"):
            self.add_error(
                "consents_held",
                _("Sans ces accords, l’office ne peut pas montrer les photos : cochez la case quand vous les avez."),
            )
        return answers

    def facts(self) -> dict:
        """The valid answers, fit for JSON."""
        values = dict(self.cleaned_data)
        for name in ("commune", "place"):
            values[name] = values[name].pk if values[name] else None
        values["valid_until"] = values["valid_until"].isoformat() if values["valid_until"] else ""
        return values


class SignatureForm(forms.Form):
    """The transfer, signed by one's name."""

    name = forms.CharField(
        label=_("Votre nom et votre prénom"), max_length=200, min_length=4,
        help_text=_("Écrire votre nom vaut signature de ce texte."), widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )  # fmt: skip
