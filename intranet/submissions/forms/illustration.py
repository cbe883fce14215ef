"""The picture of the event, and the right to show it."""

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.choices import Licence
from common.fields import WordsField
from common.forms.typed_fields import Typed
from common.forms.uploaded_pictures import pictures_of
from common.models import Picture
from common.text import row_key
from intranet.submissions.forms.section import Section
from intranet.submissions.forms.what import languages_in_order


class AlternativeForm(Typed):
    """What the picture shows, in one language."""

    picture_alternative = WordsField(
        label=_("Ce que montre la photo"),
        max_length=250,
        required=False,
        help_text=_("Une phrase pour qui ne la voit pas : « Le marché de nuit, vu du clocher »."),
    )

    def __init__(self, raw, *, checked, language):
        self.language = language
        self.language_name = dict(settings.LANGUAGES)[language]
        super().__init__(raw, checked=checked, prefix=self.prefix_of(language))
        field = self.fields["picture_alternative"]
        field.widget.attrs["lang"] = language
        if language != settings.LANGUAGE_CODE:
            field.label = f"{field.label} ({self.language_name})"

    @staticmethod
    def prefix_of(language: str) -> str | None:
        return None if language == settings.LANGUAGE_CODE else language


class Illustration(Section):
    slug = "photo"
    title = _("Photo")
    before_parts = ("picture",)
    intro = _("Une photo large et lumineuse fait venir du monde. Celles du téléphone conviennent, HEIC compris.")

    picture = forms.CharField(required=False, widget=forms.HiddenInput({"id": False}))  # its frame has that one
    picture_credit = WordsField(
        label=_("Qui l’a prise"), max_length=200, required=False, help_text=_("Le nom qui sera écrit sous la photo.")
    )
    picture_licence = forms.ChoiceField(
        label=_("À quelles conditions"),
        choices=[("", _("Je ne sais pas")), *[choice for choice in Licence.choices if choice[0] != Licence.UNKNOWN]],
        required=False,
        help_text=_("Si vous ne savez pas, laissez ainsi : la modération vous posera la question."),
    )
    picture_rights = forms.BooleanField(
        label=_("La personne qui a pris la photo est d’accord pour qu’on la montre ici, et celles qu’on reconnaît dessus aussi."),
        required=False,
    )

    def __init__(self, raw, *, checked, person, event=None):
        super().__init__(raw, checked=checked, person=person, event=event)
        self.selected = self._selected()
        self.alternatives = [AlternativeForm(raw, checked=checked, language=code) for code in self._languages()]

    def _languages(self) -> list[str]:
        names = {code: AlternativeForm.prefix_of(code) for code, _name in settings.LANGUAGES}
        beginnings = {code: f"{prefix}-" if prefix else "" for code, prefix in names.items()}
        filled = {code for code, start in beginnings.items() if self.raw.get(f"{start}picture_alternative", "").strip()}
        return languages_in_order(self.person, filled)

    def parts(self):
        return self.alternatives

    def _selected(self) -> Picture | None:
        key = row_key(self.raw.get("picture"))
        if key and self.event and self.event.picture_id == key:
            return self.event.picture
        return pictures_of(self.person).filter(pk=key).first() if key else None

    def is_filled(self):
        return self.selected is not None

    def clean(self):
        cleaned = super().clean()
        if not self.selected:
            return cleaned
        if not cleaned.get("picture_credit") and "picture_credit" not in self.errors:
            self.add_error("picture_credit", _("Écrivez qui a pris la photo : son nom doit paraître à côté."))
        if not cleaned.get("picture_rights"):
            self.add_error(
                "picture_rights", _("Sans cet accord la photo ne peut pas être montrée : cochez la case, ou retirez la photo.")
            )
        return cleaned

    def fill(self, event):
        event.picture = self.selected
        if not self.selected:
            return
        self.selected.credit = self.cleaned_data["picture_credit"]
        self.selected.licence = self.cleaned_data["picture_licence"] or Licence.UNKNOWN
        alternatives = {form.language: form.cleaned_data["picture_alternative"] for form in self.alternatives}
        self.selected.alternatives = {**self.selected.alternatives, **alternatives}
        self.selected.rights_confirmed_at = self.selected.rights_confirmed_at or timezone.now()

    def save_related(self, event):
        # The picture of another office, already on the event, stays as its owner described it.
        if self.selected and pictures_of(self.person).filter(pk=self.selected.pk).exists():
            self.selected.save(update_fields=["credit", "licence", "alternatives", "rights_confirmed_at"])
