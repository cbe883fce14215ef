"""The forms before a download: conditions, and purpose where the licence asks for it."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.fields import WordsField
from common.forms import RobotTrap
from pro_portal.photos.actions.downloads import wants_purpose
from pro_portal.photos.rights.choices import Use
from pro_portal.photos.rights.sizes import BY_CODE, SIZES, sizes_for

MOST_NAMED = 3  # photos, in a sentence


class ConditionsForm(forms.Form):
    """The conditions accepted; from a visitor, who they are."""

    name = forms.CharField(
        label=_("Votre établissement ou votre nom"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    email = forms.EmailField(
        label=_("Votre courriel"),
        required=False,
        help_text=_("Facultatif : pour être prévenu quand le droit d’une photo prend fin."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    accepted = forms.BooleanField(
        label=_("J’accepte ces conditions"), error_messages={"required": _("Cochez la case pour prendre des photos.")}
    )
    next = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, has_account: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if has_account:
            del self.fields["name"], self.fields["email"]


class PurposeForm(forms.Form):
    """What the picture is for, where its licence wants to know."""

    purpose = WordsField(
        label=_("Pour quoi ?"),
        max_length=300,
        help_text=_("Par exemple : page d’accueil de notre site, flyer de l’été."),
        error_messages={"required": _("Écrivez en quelques mots à quoi servira la photo.")},
    )


class PhotoRequestForm(RobotTrap, forms.Form):
    """A picture that may only be looked at: what for, and from a visitor to whom the answer goes."""

    name = WordsField(
        label=_("Votre établissement ou votre nom"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    email = forms.EmailField(
        label=_("Votre courriel"),
        help_text=_("Pour la réponse."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    use = forms.ChoiceField(
        label=pgettext_lazy("ce qu’on fait d’une photo", "Usage"), choices=Use.choices, widget=forms.RadioSelect
    )
    purpose = WordsField(
        label=_("Pour quoi ?"),
        lines=4,
        max_length=1000,
        help_text=_("Où la photo sera montrée, et jusqu’à quand."),
    )

    def __init__(self, *args, has_account: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if has_account:
            del self.fields["name"], self.fields["email"]


class AnswerForm(forms.Form):
    """The keeper's answer, sent as it is written."""

    answer = WordsField(label=_("Votre réponse"), lines=4, max_length=3000)


class BundleForm(PurposeForm):
    """The photos of the basket in one size. `photos` are those that may be taken."""

    size = forms.ChoiceField(
        label=_("Taille"),
        error_messages={
            "required": _("Choisissez des photos et une taille."),
            "invalid_choice": _("Choisissez des photos et une taille."),
        },
    )

    def __init__(self, *args, photos, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["size"].choices = [
            (size.code, size.label) for size in SIZES if any(size in sizes_for(photo.picture) for photo in photos)
        ]
        self.fields["purpose"].required = False  # the size decides
        self.wanting = [photo for photo in photos if wants_purpose(photo.picture)]
        if self.wanting:
            titles = [f"« {photo} »" for photo in self.wanting[:MOST_NAMED]]
            sentence = _("À dire pour %(titles)s.")
            if len(self.wanting) > MOST_NAMED:
                sentence = _("À dire pour %(titles)s et d’autres.")
            self.fields["purpose"].help_text = sentence % {"titles": ", ".join(titles)}

    def clean(self):
        answers = super().clean()
        size = BY_CODE.get(answers.get("size", ""))
        is_wanted = size and any(size in sizes_for(photo.picture) for photo in self.wanting)
        if is_wanted and "purpose" in answers and not answers["purpose"]:
            self.add_error("purpose", _("Écrivez en quelques mots à quoi serviront les photos."))
        return answers
