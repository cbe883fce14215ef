"""A selection: its words in each language, what the basket goes into, the last day of its link."""

from django import forms
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.fields import WordsField
from common.forms.picture_words import LANGUAGES, OTHER_LANGUAGES, in_language_label
from common.forms.saved_meanwhile import SavedMeanwhileMixin
from pro_portal.photos.forms.contributions import DATE
from pro_portal.photos.models import Selection
from pro_portal.photos.models.selections import LONGEST_SHARING

OWN = settings.LANGUAGE_CODE


class SelectionForm(SavedMeanwhileMixin, forms.Form):
    """Titles and words in each language; the title in the site's is required."""

    on_front_page = forms.BooleanField(
        label=_("La montrer sur la première page de l’espace pro"), required=False,
        help_text=_("Une seule à la fois : elle prend la place de celle qui y est."),
    )  # fmt: skip

    def __init__(self, post, selection: Selection):
        self.selection = selection
        initial = {"on_front_page": selection.on_front_page}
        for code, _name in LANGUAGES:
            initial |= {f"title_{code}": selection.titles.get(code, ""), f"words_{code}": selection.words.get(code, "")}
        super().__init__(post, initial=initial)
        for code, name in LANGUAGES:
            title = WordsField(label=in_language_label(_("Titre"), code, name), max_length=100, required=code == OWN)
            words = WordsField(label=in_language_label(_("Quelques mots"), code, name), max_length=400, required=False, lines=3)
            title.widget.attrs["lang"] = words.widget.attrs["lang"] = code
            self.fields |= {f"title_{code}": title, f"words_{code}": words}
        self.fields[f"title_{OWN}"].help_text = _("Par exemple : « Le meilleur de l’hiver », « Dossier de presse ».")
        self.order_fields([f"title_{OWN}", f"words_{OWN}"])

    @property
    def stored(self) -> Selection:
        return self.selection

    @property
    def first(self) -> list:
        """The inputs in the site's language."""
        return [self[f"title_{OWN}"], self[f"words_{OWN}"]]

    @property
    def other_languages(self) -> list:
        return [self[f"{name}_{code}"] for code, _name in OTHER_LANGUAGES for name in ("title", "words")]

    @property
    def has_errors_in_other_languages(self) -> bool:
        return any(field.errors for field in self.other_languages)

    def write(self) -> Selection:
        """The selection with these words, not yet stored."""
        answers, codes = self.cleaned_data, [code for code, _name in LANGUAGES]
        self.selection.titles = {code: text for code in codes if (text := answers[f"title_{code}"])}
        self.selection.words = {code: text for code in codes if (text := answers[f"words_{code}"])}
        self.selection.on_front_page = answers["on_front_page"]
        return self.selection


class BasketIntoSelectionForm(forms.Form):
    """Which selection the basket goes into; none for a new one."""

    selection = forms.ModelChoiceField(
        Selection.objects.all(), label=_("Mettre le panier dans une sélection"), required=False,
        empty_label=_("Nouvelle sélection"),
    )  # fmt: skip


class ShareForm(SavedMeanwhileMixin, forms.Form):
    """The last day of the link, this one included."""

    seen_name = "shared_seen"
    until = forms.DateField(label=_("Partagée jusqu’au"), widget=DATE, help_text=_("Ce jour compris, un an au plus."))

    def __init__(self, post, selection: Selection):
        self.selection = selection
        super().__init__(post, initial={"until": selection.shared_until})

    @property
    def stored(self) -> Selection:
        return self.selection

    @property
    def page_address(self) -> str:
        return reverse("photos:selection_edit", args=[self.selection.pk])

    def clean_until(self):
        until, today = self.cleaned_data["until"], timezone.localdate()
        if until < today:
            raise forms.ValidationError(_("Ce jour est passé."))
        if until > today + LONGEST_SHARING:
            raise forms.ValidationError(_("Un an au plus : choisissez un jour plus proche."))
        return until
