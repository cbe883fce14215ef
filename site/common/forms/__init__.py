"""Several rows to tick; a trap for robots; what is sent once; texts by language in one JSON field, each an input of the CMS."""

from uuid import uuid4

from django import forms
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel


class SeveralField(forms.ModelMultipleChoiceField):
    """Several rows of a table. A number too great for any row is an unknown choice, as for a field of one row."""

    LONGEST_KEY = 18
    widget = forms.CheckboxSelectMultiple

    def clean(self, value):
        for key in value if isinstance(value, list | tuple) else ():
            if len(str(key)) > self.LONGEST_KEY:
                message = self.error_messages["invalid_choice"]
                raise forms.ValidationError(message, code="invalid_choice", params={"value": str(key)[:40]})
        return super().clean(value)


class LanguageForm(WagtailAdminModelForm):
    """Fills and reads the inputs `<field>_<language>` of the JSON fields named in `in_languages`."""

    in_languages: tuple[str, ...] = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.in_languages:
            for language, text in (getattr(self.instance, name) or {}).items():
                self.initial.setdefault(f"{name}_{language}", text)

    def save(self, commit=True):
        for name in self.in_languages:
            texts = {language: self.cleaned_data.get(f"{name}_{language}", "") for language, _label in settings.LANGUAGES}
            setattr(self.instance, name, {language: text for language, text in texts.items() if text})
        return super().save(commit)


def language_form(longest: dict[str, int]) -> type[LanguageForm]:
    """A form for these JSON fields, with the longest text of each; beyond 250 characters the input has several lines. The
    text in the first language is required."""
    inputs = {}
    for name, most in longest.items():
        for language, label in settings.LANGUAGES:
            widget = forms.Textarea(attrs={"rows": 3}) if most > 250 else forms.TextInput
            required = language == settings.LANGUAGE_CODE
            inputs[f"{name}_{language}"] = forms.CharField(label=label, max_length=most, required=required, widget=widget)
    return type("TextsForm", (LanguageForm,), {"in_languages": tuple(longest), **inputs})


def language_panel(name: str, heading) -> MultiFieldPanel:
    return MultiFieldPanel([FieldPanel(f"{name}_{language}") for language, _label in settings.LANGUAGES], heading=heading)


class RobotTrap(forms.Form):
    """A field that the page hides from people: robots fill every field they find."""

    website = forms.CharField(
        label=_("Ne pas remplir"), required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"})
    )

    @property
    def is_from_robot(self) -> bool:
        return bool(self.cleaned_data.get("website"))


class OnceForm(RobotTrap):
    """What a visitor writes to us under a `name`; `once` is the mark of the form, so that a double click is one message."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    #: Said of a form that was altered on its way: it is taken as a new one, which its reader sends again.
    altered_words: Promise

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def clean(self):
        if "once" in self.errors:
            self.data = {**self.data.dict(), "once": str(uuid4())}
            del self.errors["once"]
            self.add_error(None, self.altered_words)
        return super().clean()
