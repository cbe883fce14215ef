"""The forms of a request for an account: the professional's, and the editor's answer."""

from django import forms
from django.conf import settings
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import Organisation, Territory
from common.forms import RobotTrap
from pro_portal.home.models import AccountRequest

MESSAGE_LENGTH = 2000


class AccountRequestForm(RobotTrap, forms.ModelForm):
    message = forms.CharField(
        label=_("Un mot pour l’office"),
        required=False,
        max_length=MESSAGE_LENGTH,
        help_text=_("Facultatif : votre activité, ce que vous cherchez."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    class Meta:
        model = AccountRequest
        fields = ["first_name", "last_name", "email", "phone", "establishment", "commune", "message"]
        labels = {
            "first_name": _("Prénom"),
            "last_name": pgettext_lazy("nom de famille", "Nom"),
            "email": _("Courriel"),
            "phone": _("Téléphone"),
            "establishment": _("Nom de votre établissement"),
            "commune": _("Commune"),
        }
        help_texts = {"email": _("L’invitation y sera envoyée."), "phone": _("Facultatif.")}
        widgets = {
            "first_name": forms.TextInput({"autocomplete": "given-name"}),
            "last_name": forms.TextInput({"autocomplete": "family-name"}),
            "email": forms.EmailInput({"autocomplete": "email"}),
            "phone": forms.TextInput({"autocomplete": "tel", "type": "tel"}),
            "establishment": forms.TextInput({"autocomplete": "organization"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["commune"].queryset = Territory.objects.defer("outline", "presentation")
        self.fields["commune"].empty_label = _("Choisir…")


class AcceptForm(forms.Form):
    """Where the newcomer works: an organisation that is known, or a new one of the name they gave."""

    organisation = forms.ModelChoiceField(
        label=_("Organisme"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("En créer un nouveau"),
        help_text=_("Le même établissement a peut-être déjà un compte."),
    )
    language = forms.ChoiceField(label=_("Langue du courriel"), choices=settings.LANGUAGES, required=False)

    def __init__(self, *args, account_request: AccountRequest, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = Organisation.objects.filter(kind=Organisation.Kind.PROVIDER).order_by(
            Lower("name")
        )
        self.fields["organisation"].empty_label = _("Nouveau : %(name)s") % {"name": account_request.establishment}
        self.initial.setdefault("language", account_request.language)


class RefuseForm(forms.Form):
    words = forms.CharField(
        label=_("Un mot à la personne"),
        required=False,
        max_length=MESSAGE_LENGTH,
        help_text=_("Facultatif. Il part par courriel avec la réponse."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
