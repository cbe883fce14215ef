"""What visitors may send."""

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import RobotTrap
from destination.agenda.presenters.embed import MOST

MESSAGE_LENGTH = 2000


class ReportForm(RobotTrap):
    """A mistake seen in an event."""

    message = forms.CharField(
        label=_("Ce qui n’est pas juste"),
        help_text=_("Par exemple : l’horaire a changé, le lien ne marche plus."),
        max_length=MESSAGE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    email = forms.EmailField(
        label=_("Votre courriel"), help_text=_("Si vous souhaitez une réponse. Il ne sert à rien d’autre."), required=False
    )


class ShareForm(forms.Form):
    """How the list looks on another site."""

    accent = forms.RegexField(
        label=_("Couleur"),
        regex=r"^#?[0-9a-fA-F]{6}$",
        required=False,
        widget=forms.TextInput(attrs={"type": "color"}),
        error_messages={"invalid": _("Écrivez la couleur comme #0f5c63.")},
    )
    count = forms.IntegerField(label=_("Nombre d’événements"), min_value=1, max_value=MOST, required=False)
    title = forms.CharField(label=_("Titre au-dessus de la liste"), max_length=80, required=False)
