"""What readers and animators fill in."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.forms import OnceForm


class QuestionForm(OnceForm):
    """A question. With an account, name and address are known and not asked."""

    altered_words = _("Le formulaire a été rechargé : relisez votre question et envoyez-la de nouveau.")
    step = forms.TypedChoiceField(
        label=pgettext_lazy("d’un tutoriel", "Sur quelle étape"), required=False, coerce=int, empty_value=None
    )
    text = forms.CharField(label=_("Votre question"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5}))
    name = forms.CharField(label=_("Votre nom"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("Votre courriel"), widget=forms.EmailInput(attrs={"autocomplete": "email"}), help_text=_("Pour vous répondre.")
    )

    def __init__(self, *args, steps=(), user=None, related_url="", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs |= {
            "hx-get": related_url,
            "hx-trigger": "input changed delay:600ms",
            "hx-target": "#related",
            "hx-swap": "innerHTML",
            "hx-sync": "this:replace",
        }
        titles = [(str(number), f"{number}. {title}") for number, title in enumerate(steps, start=1)]
        self.fields["step"].choices = [("", _("L’ensemble du tutoriel")), *titles]
        if user is not None and user.is_authenticated:
            del self.fields["name"], self.fields["email"], self.fields["website"]


class AnswerForm(forms.Form):
    text = forms.CharField(label=_("Votre réponse"), max_length=5000, widget=forms.Textarea(attrs={"rows": 8}))
    is_shown = forms.BooleanField(
        label=_("Utile à d’autres : montrer la question et la réponse sous l’étape"),
        required=False,
        help_text=_("Sans le nom de la personne."),
    )
    shown_text = forms.CharField(
        label=_("La question telle qu’elle sera montrée"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ôtez-en ce qui fait reconnaître quelqu’un."),
    )


class OpinionForm(forms.Form):
    useful = forms.TypedChoiceField(choices=[("1", _("Oui")), ("0", _("Pas vraiment"))], coerce=lambda value: value == "1")
    why = forms.CharField(label=_("Pourquoi ?"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class CertificateForm(forms.Form):
    """A visitor's name, and the questions of the path's authors (`QuizQuestion`); nothing of it is stored. A person with an
    account is known: `is_named` False leaves the name out."""

    name = forms.CharField(
        label=_("Votre prénom et votre nom"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("Tels qu’ils figureront sur le certificat. Rien n’est conservé."),
    )
    organisation = forms.CharField(
        label=_("Votre établissement"),
        required=False,
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )

    def __init__(self, *args, quiz=(), is_named=True, **kwargs):
        super().__init__(*args, **kwargs)
        self.quiz = quiz
        if not is_named:
            del self.fields["name"], self.fields["organisation"]
        for question in quiz:
            self.fields[question.name] = forms.ChoiceField(
                label=question.text,
                choices=question.choices,
                widget=forms.RadioSelect,
                error_messages={"required": _("Choisissez une réponse.")},
            )

    @property
    def questions(self) -> list[tuple]:
        """(question, its field), in order."""
        return [(question, self[question.name]) for question in self.quiz]

    def clean(self):
        cleaned = super().clean()
        for question in self.quiz:
            if question.name in cleaned and cleaned[question.name] != question.right:
                self.add_error(question.name, _("Pas tout à fait : relisez le passage, puis choisissez une autre réponse."))
        return cleaned

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def clean_organisation(self):
        return " ".join(self.cleaned_data["organisation"].split())
