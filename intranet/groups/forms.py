"""What people write to found a group, to come in, to invite and to answer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import WorkGroup
from common.fields import WordsField
from common.forms.saved_meanwhile import SavedMeanwhileMixin

LONGEST_NAME, LONGEST_PURPOSE, LONGEST_WORDS = 120, 1000, 500


class GroupForm(SavedMeanwhileMixin, forms.ModelForm):
    name = WordsField(label=_("Nom"), max_length=LONGEST_NAME)
    purpose = WordsField(
        label=_("À quoi il sert"), max_length=LONGEST_PURPOSE, lines=4, required=False,
        help_text=_("Deux phrases : ce que l’on y prépare, et pour qui."),
    )  # fmt: skip

    class Meta:
        model = WorkGroup
        fields = ("name", "purpose", "kind", "providers_may_join")
        widgets = {"kind": forms.RadioSelect}
        labels = {"kind": _("Qui y entre, qui le voit")}

    def __init__(self, *args, person, **kwargs):
        self.person = person
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = WorkGroup.Kind.choices

    def clean_name(self):
        """A name that stands already is refused only where the person may know of it: a secret group is not told by a refusal."""
        name = self.cleaned_data["name"]
        if WorkGroup.objects.known_to(self.person).filter(name__iexact=name).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Un groupe porte déjà ce nom."))
        return name


class WordsForm(forms.Form):
    """A word with a request, an invitation or an answer."""

    words = WordsField(label=_("Un mot"), max_length=LONGEST_WORDS, lines=3, required=False)

    def __init__(self, *args, label=None, help_text="", **kwargs):
        super().__init__(*args, **kwargs)
        if label:
            self.fields["words"].label = label
        self.fields["words"].help_text = help_text
